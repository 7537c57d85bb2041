#include "ui/pages/account_page.h"

#include "ui/look/button.h"
#include "ui/pages/account_list.h"
#include "ui/pages/account_pane.h"
#include "ui/pages/icp_pane.h"
#include "ui/pages/row_list.h"
#include "ui/shell/page_header.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <set>
#include <utility>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;
using Rows = std::vector<domain::AccountRow>;

namespace {

IcpKnown knownOf(const Rows &rows)
{
    IcpKnown out;
    std::set<QString> industries;
    for (const domain::AccountRow &row : rows) {
        if (!row.industry.empty())
            industries.insert(fromUtf8(row.industry));
        if (row.openAmount)
            out.minorDigits = row.openAmount->currency.exponent();
    }
    out.industries = QStringList(industries.begin(), industries.end());
    return out;
}

} // namespace

AccountPage::AccountPage(const shell::PageContext &context)
    : Page(context)
    , m_stack(new QStackedWidget(this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    m_stack->addWidget(makeList());
    m_pane = new AccountPane(context, this);
    connect(m_pane, &AccountPane::backWanted, this, &AccountPage::goBack);
    m_stack->addWidget(m_pane);
    m_icp = new IcpPane(context, this);
    connect(m_icp, &IcpPane::closed, this, &AccountPage::goBack);
    m_stack->addWidget(m_icp);
    addCommands();
    connect(&bridge(), &bridge::Bridge::recordsChanged, this, [this](const domain::ChangeSet &) {
        m_stale = true;
        m_isPaneStale = true;
        loadIfShown();
    });
}

QWidget *AccountPage::makeList()
{
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_header = new shell::PageHeader(tr("Accounts"), pane);
    m_icpButton = new Button(Button::Kind::Secondary, tr("Ideal customers"), m_header);
    m_icpButton->setIconKind(Icon::Star);
    connect(m_icpButton, &QAbstractButton::clicked, this, &AccountPage::openIcp);
    m_header->addTool(m_icpButton);
    layout->addWidget(m_header);
    m_list = new AccountList(pane);
    m_list->setFirstSteps(makeFirstSteps());
    connect(m_list, &AccountList::opened, this, &AccountPage::openAccount);
    connect(m_list, &AccountList::shownChanged, this, &AccountPage::refreshHeader);
    layout->addWidget(m_list, 1);
    return pane;
}

// Where accounts come from, while there are none.
QWidget *AccountPage::makeFirstSteps()
{
    auto *pane = new QWidget(this);
    auto *row = new QHBoxLayout(pane);
    row->setContentsMargins(space::l, space::s, space::l, space::l);
    row->setSpacing(space::s);
    const std::initializer_list<std::pair<const char *, QString>> steps{
        {"workspace.import", tr("Import CSV files")}, {"crm.connect", tr("Connect a CRM")}};
    for (const auto &[id, text] : steps) {
        auto *button = new Button(Button::Kind::Secondary, text, pane);
        connect(button, &QAbstractButton::clicked, this,
                [this, name = QLatin1String(id)] { context().commands.run(name); });
        row->addWidget(button);
    }
    row->addStretch(1);
    return pane;
}

AccountPage::View AccountPage::current() const
{
    return static_cast<View>(m_stack->currentIndex());
}

void AccountPage::showView(View view)
{
    m_stack->setCurrentIndex(static_cast<int>(view));
    loadIfShown();
    if (view == View::List)
        m_list->view()->setFocus();
    else if (view == View::Account)
        m_pane->focusTimeline();
}

void AccountPage::activate()
{
    if (current() == View::List)
        m_list->view()->setFocus();
    else if (current() == View::Account)
        m_pane->focusTimeline();
    else
        m_icp->takeFocus();
    loadIfShown();
}

void AccountPage::open(const shell::PageRequest &request)
{
    // What is being typed in the editor is not thrown away for a look at an account.
    if (request.account && (current() != View::Icp || m_icp->mayClose()))
        openAccount(*request.account);
}

void AccountPage::openAccount(domain::AccountId account)
{
    m_pane->openAccount(account);
    m_isPaneStale = false;
    m_list->select(account);
    showView(View::Account);
}

void AccountPage::openIcp()
{
    if (current() == View::Icp)
        return;
    m_before = current();
    m_icp->start();
    showView(View::Icp);
    m_icp->takeFocus();
}

void AccountPage::goBack()
{
    if (current() == View::Icp) {
        showView(m_before);
        return;
    }
    if (current() == View::Account)
        showView(View::List);
    else if (m_list->isFiltering())
        m_list->clearFilter();
}

void AccountPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadIfShown();
}

ui::text::Format AccountPage::format() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return {locale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()};
}

void AccountPage::loadIfShown()
{
    if (!isVisible())
        return;
    // Only what is in front is read: the other one waits until somebody looks at it.
    if (current() == View::List && m_stale)
        load();
    if (current() == View::Account && std::exchange(m_isPaneStale, false))
        m_pane->ask();
}

void AccountPage::load()
{
    m_stale = false;
    const std::uint64_t question = ++m_asked;
    m_list->setWaiting();
    cockpit().insights().loadAccounts(
        bridge().answer<Rows>(this, [this, question](const base::Result<Rows> &got) {
            if (question != m_asked)
                return;
            if (got.ok()) {
                show(*got);
                return;
            }
            m_list->setTrouble(tr("The accounts could not be read; what is listed is older. %1")
                                   .arg(fromUtf8(got.error().message)));
        }));
}

void AccountPage::show(const Rows &rows)
{
    const bool first = m_asOfMs == 0;
    m_accounts = rows.size();
    m_asOfMs = cockpit().now();
    m_list->setRows(rows, format());
    m_icp->setKnown(knownOf(rows));
    if (first && m_pane->account().isSet())
        m_list->select(m_pane->account()); // it was opened before the list had been read
    refreshHeader();
}

void AccountPage::refreshHeader()
{
    if (m_header == nullptr || m_list == nullptr || m_asOfMs == 0)
        return;
    const ui::text::Format write = format();
    const int shown = m_list->view()->model()->rowCount();
    const QString count =
        m_list->isFiltering()
            ? tr("%1 of %2 accounts")
                  .arg(write.number(shown), write.number(static_cast<double>(m_accounts)))
            : tr("%Ln account(s)", nullptr, static_cast<int>(m_accounts));
    m_header->setMeta(tr("%1 · as of %2").arg(count, write.timeOfDay(m_asOfMs)));
}

} // namespace topline::pages
