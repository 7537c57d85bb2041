// The draft of an action: shown as it will leave, and edited in place, with what keeps it from
// leaving underlined where it stands. Part of DraftPane, GUI thread. Texts from outside are plain
// text; nothing is sent from here. Ctrl+S saves and goes on, Ctrl+Enter saves and approves, F8 goes
// from fault to fault, Esc leaves what is not saved.
#pragma once

#include "core/domain/action.h"
#include "core/domain/content.h"

#include <QWidget>

#include <vector>

class QKeyEvent;
class QLabel;
class QLineEdit;
class QTextEdit;
class QTimer;

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

    // As it stands in the fields, saved or not.
    domain::Draft draft() const;

    // Saves and ends editing.
    void finish() { save(false); }

    // At the cursor of the text, which is edited then.
    void insertText(const QString &text);
    void setFacts(const std::vector<domain::DraftFact> &facts);
    void setFaults(const std::vector<domain::DraftFault> &faults);
    // To the word that is wrong, marked so that the next key replaces it.
    void goTo(const domain::DraftFault &fault);

Q_SIGNALS:
    void saved(const topline::base::Uuid &action, const topline::domain::Draft &draft);
    void editingEnded();
    void editingBegan();
    void approveWanted();
    // A moment after the last key.
    void textChanged();
    void contentWanted(int number); // from 1

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setEditing(bool editing);
    void save(bool goesOn);
    bool takeKey(const QKeyEvent &key, bool isPress);
    void underline(QTextEdit *field, const std::string &text,
                   const std::vector<domain::DraftFault> &faults);
    void fitBody();
    void goToNextFault();
    QLineEdit *fieldOf(const domain::DraftFault &fault) const;

    domain::Action m_action;
    bool m_editing = false;
    bool m_editable = false;
    std::vector<domain::DraftFault> m_faults;
    std::size_t m_nextFault = 0; // that F8 goes to
    QLabel *m_title;
    look::Button *m_edit;
    look::Button *m_save;
    look::Button *m_cancel;
    look::Button *m_approve;
    QWidget *m_box;
    QLabel *m_toLabel;
    QLineEdit *m_to;
    QLineEdit *m_subject;
    QTextEdit *m_body;
    QLabel *m_facts;
    QTimer *m_pause;
};

} // namespace topline::pages
