// The draft of an action: shown as it will leave, and edited in place. Part of the inspector, GUI
// thread. Texts from outside are plain text; nothing is sent from here, saving goes to the engine.
#pragma once

#include "core/domain/action.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTextEdit;

namespace topline::look {
class Button;
}

namespace topline::pages {

class DraftBox final : public QWidget {
    Q_OBJECT

public:
    explicit DraftBox(QWidget *parent = nullptr);

    // `editable` while the action waits for the rep. Keeps what is being typed for the same action.
    void setAction(const domain::Action &action, bool editable);
    void startEditing();

    bool isEditing() const { return m_editing; }

Q_SIGNALS:
    void saved(const topline::base::Uuid &action, const topline::domain::Draft &draft);
    void editingEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setEditing(bool editing);
    void save();
    void fitBody();

    domain::Action m_action;
    bool m_editing = false;
    bool m_editable = false;
    QLabel *m_title;
    look::Button *m_edit;
    look::Button *m_save;
    look::Button *m_cancel;
    QWidget *m_box;
    QLabel *m_toLabel;
    QLineEdit *m_to;
    QLineEdit *m_subject;
    QTextEdit *m_body;
    QLabel *m_facts;
};

} // namespace topline::pages
