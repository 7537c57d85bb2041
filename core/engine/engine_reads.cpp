// What the engine tells: the feed, details and figures, the ledger, checks and copies of the file.
#include "core/engine/engine.h"
#include "core/engine/engine_state.h"
#include "core/engine/intake/export_run.h"
#include "core/engine/plays/rebuild.h"
#include "core/store/backup.h"
#include "core/store/check_workspace.h"

#include <utility>

namespace topline::engine {

base::Result<std::vector<domain::FeedCard>> Engine::feed()
{
    TRY(m_state->refreshFeed());
    return m_state->feed.cards();
}

base::Result<FeedUpdate> Engine::takeFeedUpdate()
{
    TRY(m_state->refreshFeed());
    return m_state->feed.takeUpdate();
}

domain::ChangeSet Engine::takeChanges()
{
    return m_state->takeChanges();
}

base::Result<domain::FeedCounts> Engine::feedCounts()
{
    TRY(m_state->refreshFeed());
    return m_state->feed.counts();
}

base::Result<domain::CardDetail> Engine::detail(const base::Uuid &action)
{
    return m_state->reads().detail(action);
}

base::Result<domain::CardDetail> Engine::dealDetail(domain::DealId deal)
{
    return m_state->reads().dealDetail(deal);
}

base::Result<domain::PipelineReport> Engine::pipeline(std::optional<domain::OwnerId> owner)
{
    return m_state->reads().pipeline(owner);
}

base::Result<domain::VelocityReport> Engine::velocity(const VelocityRequest &request)
{
    return m_state->reads().velocity(request);
}

base::Result<std::vector<domain::Owner>> Engine::owners()
{
    return m_state->context.tables().catalogue.owners();
}

Reads Engine::reads()
{
    return m_state->reads();
}

base::Result<domain::WorkspaceStatus> Engine::status()
{
    return m_state->status();
}

void Engine::noteRecordsChanged()
{
    m_state->recordsChanged();
}

base::Result<std::vector<domain::SearchHit>> Engine::search(const std::string &text)
{
    return m_state->reads().search(text);
}

base::Result<domain::Action> Engine::findAction(const std::string &idText)
{
    const auto notFound = [&](const char *why) {
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "\"" + idText + "\" " + why};
    };
    auto &actions = m_state->context.tables().actions;
    if (const auto id = base::Uuid::parse(idText)) {
        TRY_ASSIGN(auto action, actions.action(*id));
        if (!action)
            return notFound("is no action of this workspace.");
        return std::move(*action);
    }
    TRY_ASSIGN(auto all, actions.all());
    std::erase_if(all, [&](const auto &action) { return !action.id.text().starts_with(idText); });
    if (idText.empty() || all.empty())
        return notFound("is the beginning of no action's id.");
    if (all.size() > 1)
        return notFound("is the beginning of more than one action's id.");
    return std::move(all.front());
}

base::Result<LedgerVerdict> Engine::verifyLedger()
{
    return m_state->verifyLedger();
}

base::Result<std::vector<domain::LedgerEntry>> Engine::ledger(std::int64_t limit)
{
    return m_state->context.tables().ledger.newest(limit);
}

base::Result<RebuildReport> Engine::rebuild()
{
    TRY(derive());
    return rebuildDerived(m_state->context);
}

base::Result<WorkspaceCheck> Engine::check()
{
    TRY_ASSIGN(const auto report,
               store::checkWorkspace(m_state->workspace->database(), store::Depth::Full));
    WorkspaceCheck out{report.findings, report.asked};
    out.asked.emplace_back("the ledger's hash chain");
    TRY_ASSIGN(const auto verdict, verifyLedger());
    if (!verdict.sound)
        out.findings.push_back(verdict.fault);
    return out;
}

base::Result<BackupReport> Engine::backUp(const std::string &target)
{
    TRY_ASSIGN(const auto info, store::backUp(*m_state->workspace, target));
    return BackupReport{info.path.string(), info.bytes, info.ledgerEntries};
}

base::Result<ExportReport> Engine::exportTo(const std::string &folder, const std::string &layout)
{
    return exportRecords(m_state->context.tables(), folder, layout);
}

const domain::Policy &Engine::policy() const
{
    return m_state->context.policy;
}

const std::vector<domain::Play> &Engine::plays() const
{
    return m_state->context.plays;
}

base::UtcMs Engine::now() const
{
    return m_state->context.clock.now();
}

store::Tables &Engine::tables()
{
    return m_state->context.tables();
}

} // namespace topline::engine
