// The accounts page: the list of all accounts, everything about one of them, and the editor of the
// ideal customer profiles. Asks the engine when it comes to the front and when records changed;
// answers are applied as keyed changes. Another page opens an account by its id. GUI thread.
#pragma once

#include "core/domain/account_view.h"
#include "ui/shell/page.h"
#include "ui/text/format.h"

class QStackedWidget;

namespace topline::look {
class Button;
} // namespace topline::look

namespace topline::shell {
class PageHeader;
} // namespace topline::shell

namespace topline::pages {

class AccountList;
class AccountPane;
class IcpPane;

class AccountPage final : public shell::Page {
    Q_OBJECT

public:
    explicit AccountPage(const shell::PageContext &context);

    void activate() override;
    void open(const shell::PageRequest &request) override;

    AccountList *list() const { return m_list; }

    AccountPane *pane() const { return m_pane; }

    IcpPane *icp() const { return m_icp; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    enum class View { List, Account, Icp };

    QWidget *makeList();
    QWidget *makeFirstSteps();
    void addCommands();
    void addMoveCommands();
    void addAccountCommands();
    void load();
    void loadIfShown();
    void show(const std::vector<domain::AccountRow> &rows);
    void refreshHeader();
    void openAccount(domain::AccountId account);
    void openIcp();
    void goBack();
    void showView(View view);
    View current() const;
    ui::text::Format format() const;

    bool m_stale = true;        // the list
    bool m_isPaneStale = false; // the account that is open
    std::uint64_t m_asked = 0;  // number of the last question: late answers to others are dropped
    std::size_t m_accounts = 0;
    base::UtcMs m_asOfMs = 0;
    View m_before = View::List; // where the editor was opened from
    QStackedWidget *m_stack;
    shell::PageHeader *m_header = nullptr;
    look::Button *m_icpButton = nullptr;
    AccountList *m_list = nullptr;
    AccountPane *m_pane = nullptr;
    IcpPane *m_icp = nullptr;
};

} // namespace topline::pages
