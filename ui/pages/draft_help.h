// Beside a draft: what keeps it from leaving, content that fits (1 to 3), snippets, and the model
// where one is switched on. Part of DraftPane, GUI thread. Only shows and asks; nothing is decided
// or stored here.
#pragma once

#include "core/domain/content.h"

#include <QWidget>

class QVBoxLayout;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::pages {

class DraftHelpView final : public QWidget {
    Q_OBJECT

public:
    explicit DraftHelpView(QWidget *parent = nullptr);

    // `editable` while the draft may be changed: else only faults are shown.
    void setHelp(const domain::DraftHelp &help, bool editable);
    // While the text has the focus, digits are text and content has its keys with Ctrl.
    void setEditing(bool isEditing);
    void setFaults(const std::vector<domain::DraftFault> &faults);
    // "Write with …" waits for its answer.
    void setAsking(bool isAsking);

    look::Button *modelButton() const { return m_model; }

    look::Button *snippetButton() const { return m_snippets; }

Q_SIGNALS:
    void contentChosen(int number); // from 1
    void snippetChosen(const QString &text);
    void hostAllowed(const QString &host);
    void faultChosen(const topline::domain::DraftFault &fault);
    void modelWanted();
    void cancelWanted();

private:
    void refreshContent();
    void openSnippets();

    domain::DraftHelp m_help;
    bool m_editable = false;
    bool m_isEditing = false;
    bool m_isAsking = false;
    QWidget *m_faults;
    QVBoxLayout *m_faultRows;
    QWidget *m_content;
    QVBoxLayout *m_contentRows;
    QWidget *m_tools;
    look::Button *m_snippets;
    look::Button *m_model;
};

} // namespace topline::pages
