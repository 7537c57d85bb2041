// A draft with everything beside it: the text, edited in place; faults, content, snippets and the
// model. Part of the feed's inspector, GUI thread. Asks the engine for help whenever another draft
// is shown, and for faults while one is typed; late answers for another action are dropped.
#pragma once

#include "core/domain/action.h"
#include "core/domain/assist.h"
#include "ui/shell/page.h"

#include <QWidget>

class QLabel;

namespace topline::pages {

class DraftBox;
class DraftHelpView;

class DraftPane final : public QWidget {
    Q_OBJECT

public:
    explicit DraftPane(const shell::PageContext &context, QWidget *parent = nullptr);

    // `editable` while the action waits for the rep.
    void setAction(const domain::Action &action, bool editable);
    void startEditing();
    bool isEditing() const;
    // Content of that number, from 1, at the cursor; nothing where the draft is fixed.
    void insertContent(int number);

    DraftBox *box() const { return m_box; }

    DraftHelpView *helpView() const { return m_view; }

Q_SIGNALS:
    void approveWanted();
    void editingBegan();
    void editingEnded();

private:
    void loadHelp();
    void takeHelp(const domain::DraftHelp &help);
    void check();
    void allowHost(const QString &host);
    void wantModel();
    void write(const QString &wish);
    void takeText(const base::Result<domain::ModelDraft> &written);

    shell::PageContext m_context;
    domain::Action m_action;
    domain::DraftHelp m_help;
    bool m_editable = false;
    DraftBox *m_box;
    QLabel *m_removed;
    DraftHelpView *m_view;
};

} // namespace topline::pages
