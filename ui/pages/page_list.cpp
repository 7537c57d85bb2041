#include "ui/pages/page_list.h"

#include "ui/pages/account_page.h"
#include "ui/pages/content_page.h"
#include "ui/pages/feed_page.h"
#include "ui/pages/guard_page.h"
#include "ui/pages/pipeline_page.h"
#include "ui/pages/play_page.h"
#include "ui/pages/signals_page.h"
#include "ui/pages/sync_page.h"
#include "ui/pages/velocity_page.h"

#include <QCoreApplication>

#include <algorithm>

namespace topline::pages {

namespace {

class Titles {
    Q_DECLARE_TR_FUNCTIONS(PageList)

public:
    static std::vector<shell::PageEntry> entries();
};

std::int64_t cardsDue(const domain::WorkspaceStatus &status)
{
    return status.feed.lanes[0] + status.feed.lanes[1];
}

std::int64_t openConflicts(const domain::SyncView &sync)
{
    return std::count_if(sync.conflicts.begin(), sync.conflicts.end(),
                         [](const domain::Conflict &conflict) {
                             return conflict.state == domain::ConflictState::Open;
                         });
}

std::vector<shell::PageEntry> Titles::entries()
{
    using Context = shell::PageContext;
    using look::Icon;
    return {
        {QStringLiteral("feed"), tr("Feed"), Icon::Inbox, QStringLiteral("F"),
         [](const Context &context) { return new FeedPage(context); }, cardsDue},
        {QStringLiteral("pipeline"),
         tr("Pipeline"),
         Icon::BarChart,
         QStringLiteral("P"),
         [](const Context &context) { return new PipelinePage(context); },
         {}},
        {QStringLiteral("velocity"),
         tr("Velocity"),
         Icon::Gauge,
         QStringLiteral("V"),
         [](const Context &context) { return new VelocityPage(context); },
         {}},
        {QStringLiteral("accounts"),
         tr("Accounts"),
         Icon::Building,
         QStringLiteral("A"),
         [](const Context &context) { return new AccountPage(context); },
         {}},
        {QStringLiteral("signals"),
         tr("Signals"),
         Icon::Bell,
         QStringLiteral("S"),
         [](const Context &context) { return new SignalsPage(context); },
         {}},
        {QStringLiteral("plays"),
         tr("Plays"),
         Icon::Plays,
         QStringLiteral("B"),
         [](const Context &context) { return new PlayPage(context); },
         {}},
        {QStringLiteral("drafts"),
         tr("Drafts"),
         Icon::Pencil,
         QStringLiteral("D"),
         [](const Context &context) { return new ContentPage(context); },
         {}},
        {QStringLiteral("guards"),
         tr("Guardrails"),
         Icon::Ban,
         QStringLiteral("R"),
         [](const Context &context) { return new GuardPage(context); },
         {},
         {},
         tr("Upkeep")},
        {QStringLiteral("sync"),
         tr("Sync"),
         Icon::Refresh,
         QStringLiteral("Y"),
         [](const Context &context) { return new SyncPage(context); },
         {},
         openConflicts,
         tr("Upkeep")},
    };
}

} // namespace

std::vector<shell::PageEntry> pageList()
{
    return Titles::entries();
}

} // namespace topline::pages
