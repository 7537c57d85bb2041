#include "core/engine/engine_state.h"

#include "core/calendar/caldav_cursor.h"
#include "core/domain/crm_system.h"
#include "core/engine/commands/conflicts.h"
#include "core/engine/deals/deal_facts.h"
#include "core/engine/guards/guard_checks.h"
#include "core/engine/intake/incoming.h"
#include "core/engine/intake/record_intake.h"
#include "core/engine/plays/meeting_ends.h"
#include "core/ledger/chain.h"
#include "core/scoring/icp_rules.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

// Above it, counting whole tables after every page would be felt.
constexpr std::int64_t countedEachTimeMax = 200'000;

} // namespace

EngineState::EngineState(EngineParts parts)
    : workspace(std::move(parts.workspace))
    , context{parts.clock, parts.ids, *workspace, playSet.inForce(), {}, std::move(parts.crashHook),
              {}}
    , playBook(context, playSet)
    , upkeep(context)
    , commands(context)
    , install(context, parts.marks)
    , outbox(context, install)
    , connections(context)
    , accountWork(context)
    , calendarBook(context)
    , mailBook(context)
    , drafts(context)
    , planWork(context)
    , feed(context)
    , sourceTitle(std::move(parts.sourceTitle))
    , m_shipped(std::move(parts.plays))
{
    context.playSet = &playSet;
}

base::Status EngineState::start()
{
    TRY_ASSIGN(context.policy, context.tables().settings.policy());
    TRY_ASSIGN(context.riskPolicy, context.tables().settings.riskPolicy());
    TRY_ASSIGN(const auto tail, context.tables().ledger.tail());
    if (!tail) {
        TRY_ASSIGN(const auto info, context.tables().settings.info());
        TRY_ASSIGN(Step step, Step::begin(context, "genesis"));
        if (context.policy.holdout.salt.empty())
            context.policy.holdout.salt = "holdout:" + info.id.text();
        TRY(step.tables().settings.setPolicy(context.policy));
        TRY(step.log(domain::LedgerKind::Genesis, actor::engine, domain::AccountId{},
                     {{"salt", context.policy.holdout.salt},
                      {"share_permille", context.policy.holdout.sharePermille},
                      {"workspace", info.id.text()}}));
        TRY(step.commit());
    }
    TRY(install.begin());
    TRY(playBook.takeShipped(m_shipped));
    m_shipped.clear();
    return outbox.recover();
}

base::Result<std::string> EngineState::cursor(const std::string &system)
{
    TRY_ASSIGN(const auto state, context.tables().settings.syncState(system));
    return state.cursor;
}

base::Status EngineState::apply(const std::string &system, const crm::Page &page)
{
    TRY_ASSIGN(Step step, Step::begin(context, "page"));
    TRY_ASSIGN(const auto applied, takeIn(step, page, system));
    TRY(takeVerdicts(step, applied));
    std::string cursor = page.nextCursor;
    if (page.busy) {
        TRY_ASSIGN([[maybe_unused]] const bool isNoted, noteEndedMeetings(step, cursor));
        TRY_ASSIGN(const base::UtcMs openMs, meetingsOpenSince(step));
        cursor = calendar::withOpenSince(cursor, openMs);
    }
    TRY(step.tables().settings.setSyncState(
        {system, cursor, step.now(), step.now(), std::string()}));
    step.changes().sync = true;
    TRY(step.commit());
    ++summary.pages;
    summary.records += applied.written();
    summary.events += applied.newEvents();
    m_recordsChanged = true;
    return {};
}

base::Result<std::optional<sync::RollCallAsk>> EngineState::rollCall(const std::string &system)
{
    return sync::RollCall(context.tables(), system, context.clock.now()).next();
}

base::Status EngineState::applyRollCall(const std::string &system, const sync::RollCallAsk &ask,
                                        sync::RollCallOutcome outcome, const crm::Page &found)
{
    TRY_ASSIGN(Step step, Step::begin(context, "roll-call"));
    crm::Page page = found;
    page.more = !ask.isLast; // one pass, for the guard of deletions
    TRY_ASSIGN(const auto applied, takeIn(step, page, system, ask.expected));
    TRY(takeVerdicts(step, applied));
    TRY(sync::RollCall(step.tables(), system, step.now()).answered(ask, outcome));
    step.changes().sync = true;
    TRY(step.commit());
    m_recordsChanged = true;
    return {};
}

base::Status EngineState::noteFailure(const std::string &system, const base::Error &error)
{
    TRY_ASSIGN(Step step, Step::begin(context, "sync-failure"));
    TRY_ASSIGN(auto state, step.tables().settings.syncState(system));
    state.system = system;
    state.triedMs = step.now();
    state.error = error.message;
    TRY(step.tables().settings.setSyncState(state));
    step.changes().sync = true;
    return step.commit();
}

base::Status EngineState::setPolicy(const domain::Policy &policy)
{
    TRY(scoring::checkIcp(policy.scores.icp));
    TRY(checkLimits({policy.guards, policy.suppression}));
    TRY_ASSIGN(Step step, Step::begin(context, "policy"));
    TRY_ASSIGN(const bool isChanged, step.tables().settings.setPolicy(policy));
    if (!isChanged)
        return {};
    const bool rederives =
        policy.signals != context.policy.signals || policy.scores != context.policy.scores;
    if (rederives) {
        TRY_ASSIGN(const auto accounts, step.tables().records.accountIds());
        step.changes().accounts.insert(accounts.begin(), accounts.end());
        TRY(step.tables().derived.markTouched(step.changes()));
    }
    Payload payload = {{"automation_stopped", policy.automationStopped},
                       {"holdout_permille", policy.holdout.sharePermille},
                       {"zone", policy.zone}};
    addChanges(payload, store::settingChanges(context.policy, policy));
    TRY(step.log(domain::LedgerKind::PolicyChanged, actor::rep, domain::AccountId{}, payload));
    step.changes().settings = true;
    TRY(step.commit());
    context.policy = policy;
    return {};
}

base::Status EngineState::setRiskPolicy(const domain::RiskPolicy &policy)
{
    TRY_ASSIGN(Step step, Step::begin(context, "risk-policy"));
    TRY_ASSIGN(const bool isChanged, step.tables().settings.setRiskPolicy(policy));
    if (!isChanged)
        return {};
    TRY(touchEverything(step)); // words and thresholds are part of the facts
    TRY(step.tables().derived.markTouched(step.changes()));
    TRY(forgetRiskPass(step));
    step.changes().settings = true;
    TRY(step.commit());
    context.riskPolicy = policy;
    return {};
}

base::Result<IncomingReport> EngineState::takeIncoming(const domain::Incoming &incoming)
{
    IncomingReport out;
    TRY_ASSIGN(Step step, Step::begin(context, "incoming"));
    for (const auto &each : incoming) {
        TRY_ASSIGN(const auto counts, engine::takeIncoming(step, each));
        out.push_back(counts);
    }
    TRY(step.commit());
    m_recordsChanged = true;
    return out;
}

base::Status EngineState::cutVisitor(const domain::VisitorCut &cut)
{
    TRY_ASSIGN(Step step, Step::begin(context, "cut"));
    TRY(engine::cutVisitor(step, cut));
    return step.commit();
}

void EngineState::spreadUntold()
{
    m_forFeed.merge(context.untold);
    m_forObservers.merge(context.untold);
    context.untold = {};
}

base::Status EngineState::refreshFeed()
{
    spreadUntold();
    TRY(feed.refresh(m_forFeed));
    m_forFeed = {};
    return {};
}

domain::ChangeSet EngineState::takeChanges()
{
    spreadUntold();
    return std::exchange(m_forObservers, {});
}

base::Status EngineState::recount()
{
    const auto now = context.clock.now();
    const bool isLarge = m_counts["events"] + m_counts["contacts"] > countedEachTimeMax;
    const bool isFresh = m_countedMs && now - *m_countedMs < base::minuteMs && now >= *m_countedMs;
    if (!m_recordsChanged || (isLarge && isFresh))
        return {};
    TRY_ASSIGN(const auto counts, context.tables().records.counts());
    m_counts = {{"accounts", counts.accounts},
                {"contacts", counts.contacts},
                {"deals", counts.deals},
                {"events", counts.events}};
    m_countedMs = now;
    m_recordsChanged = false;
    return {};
}

// "Demo company", "HubSpot, Salesforce".
base::Result<std::string> EngineState::sourceTitles() const
{
    std::string out = sourceTitle;
    TRY_ASSIGN(const auto rows, connections.active());
    for (const auto &row : rows)
        out += (out.empty() ? "" : ", ") + std::string(domain::systemTitle(row.profile.system));
    return out;
}

base::Result<domain::WorkspaceStatus> EngineState::status()
{
    TRY(refreshFeed());
    TRY(recount());
    domain::WorkspaceStatus out;
    out.file = workspace->path().string();
    TRY_ASSIGN(out.sourceTitle, sourceTitles());
    TRY_ASSIGN(const auto states, context.tables().settings.syncStates());
    for (const auto &state : states) {
        if (state.okMs && (!out.lastSyncMs || *state.okMs > *out.lastSyncMs))
            out.lastSyncMs = state.okMs;
        if (!state.error.empty())
            out.lastSyncError = state.error;
    }
    TRY_ASSIGN(const auto zone, base::TimeZone::find(context.policy.zone));
    const auto midnight = zone.startOfDay(zone.dateOf(context.clock.now()));
    TRY_ASSIGN(out.mailsToday, context.tables().outbox.mailsSince(midnight));
    out.mailsPerDay = context.policy.guards.mailsPerDay;
    TRY_ASSIGN(out.effectsPending, context.tables().outbox.pendingCount());
    TRY_ASSIGN(out.rejectedRows, context.tables().imports.rejectCount());
    TRY_ASSIGN(const auto tail, context.tables().ledger.tail());
    out.automationStopped = context.policy.automationStopped;
    out.frozen = install.why();
    out.counts = m_counts;
    out.counts["ledger"] = tail ? tail->seq : 0;
    out.feed = feed.counts();
    out.nowMs = context.clock.now();
    return out;
}

base::Result<LedgerVerdict> EngineState::verifyLedger()
{
    LedgerVerdict out;
    ledger::ChainVerifier chain;
    const auto visited =
        context.tables().ledger.forEach([&](const domain::LedgerEntry &entry) -> base::Status {
            const base::Status fits = chain.add(entry);
            if (!fits.ok() && out.sound) {
                out.sound = false;
                out.fault = fits.error().message;
                out.faultSeq = fits.error().place ? fits.error().place->line : entry.seq;
            }
            return fits;
        });
    if (!visited.ok() && out.sound)
        return visited.error(); // the reading failed, not the chain
    out.entries = chain.count();
    out.head = chain.head();
    return out;
}

} // namespace topline::engine
