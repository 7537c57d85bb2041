#include "core/engine/engine.h"

#include "core/engine/channels/effect_route.h"
#include "core/engine/commands/conflicts.h"
#include "core/engine/commands/field_edits.h"
#include "core/engine/deals/deal_call.h"
#include "core/engine/deals/learning.h"
#include "core/engine/deals/plan_work.h"
#include "core/engine/engine_state.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/intake/import_run.h"

#include <utility>

namespace topline::engine {

namespace {

Command commandTo(CommandKind kind)
{
    Command out;
    out.kind = kind;
    return out;
}

} // namespace

Engine::Engine(std::unique_ptr<EngineState> state)
    : m_state(std::move(state))
{
}

Engine::~Engine()
{
    m_state->install.rest();
}

base::Result<std::unique_ptr<Engine>> Engine::open(EngineParts parts)
{
    auto state = std::make_unique<EngineState>(std::move(parts));
    TRY(state->start());
    return std::unique_ptr<Engine>(new Engine(std::move(state)));
}

base::Status Engine::applyPage(const std::string &system, const crm::Page &page)
{
    return m_state->apply(system, page);
}

base::Result<IncomingReport> Engine::takeIncoming(const domain::Incoming &incoming)
{
    return m_state->takeIncoming(incoming);
}

base::Status Engine::cutVisitor(const domain::VisitorCut &cut)
{
    return m_state->cutVisitor(cut);
}

sync::PageSink &Engine::pages()
{
    return *m_state;
}

base::Status Engine::derive()
{
    return m_state->upkeep.deriveAll();
}

base::Result<bool> Engine::deriveSlice()
{
    return m_state->upkeep.deriveSlice();
}

base::Result<SyncSummary> Engine::sync(crm::Connector &connector, const crm::CancelToken &cancel,
                                       const SyncProgress &progress)
{
    m_state->summary = {};
    const auto pages = sync::runSync(connector, *m_state, cancel, [&](std::int64_t) {
        return !progress || progress(m_state->summary);
    });
    SyncSummary out = m_state->summary;
    out.cancelled = !pages.ok() && pages.error().code == base::ErrorCode::Cancelled;
    // What has arrived is worth deriving, however the cycle ended.
    TRY(derive());
    if (!pages.ok() && !out.cancelled)
        return pages.error();
    return out;
}

base::Result<std::unique_ptr<ImportRun>>
Engine::startImport(const ImportRequest &request, const domain::ProgressCallback &progress)
{
    return ImportRun::start(m_state->context, request, progress);
}

base::Result<domain::ImportReport> Engine::import(const ImportRequest &request,
                                                  const domain::ProgressCallback &progress)
{
    TRY_ASSIGN(const auto run, startImport(request, progress));
    base::Result<bool> more = true;
    while (more.ok() && *more)
        more = run->next();
    auto report = run->finish();
    m_state->recordsChanged();
    if (!request.dryRun)
        TRY(derive()); // what has come in is worth deriving, however the import ended
    if (!more.ok())
        return more.error();
    return report;
}

base::Status Engine::passTime()
{
    return m_state->upkeep.wakeAndExpire();
}

base::Status Engine::tick()
{
    TRY(passTime());
    TRY(derive());
    TRY_ASSIGN(const auto due, m_state->reads().learningDue());
    if (!due.any())
        return {};
    TRY_ASSIGN(const auto learned, m_state->reads().learn(due));
    return keepLearned(learned);
}

base::Status Engine::keepLearned(const domain::Learned &learned)
{
    m_state->recordsChanged();
    return engine::keepLearned(m_state->context, learned);
}

base::Status Engine::approve(const std::vector<base::Uuid> &ids)
{
    return m_state->commands.carryOut(commandTo(CommandKind::Approve), ids);
}

base::Status Engine::snooze(const std::vector<base::Uuid> &ids, base::UtcMs untilMs,
                            bool untilReply)
{
    Command command = commandTo(CommandKind::Snooze);
    command.untilMs = untilMs;
    command.untilReply = untilReply;
    return m_state->commands.carryOut(command, ids);
}

base::Status Engine::dismiss(const std::vector<base::Uuid> &ids, domain::DismissReason reason)
{
    Command command = commandTo(CommandKind::Dismiss);
    command.reason = reason;
    return m_state->commands.carryOut(command, ids);
}

base::Status Engine::markDuplicate(const base::Uuid &id, const base::Uuid &of)
{
    TRY_ASSIGN(const auto other, tables().actions.action(of));
    if (!other)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "The other action is not there.",
                           .kept = "Nothing was changed."};
    Command command = commandTo(CommandKind::Dismiss);
    command.reason = domain::DismissReason::Duplicate;
    command.duplicateOf = of;
    return m_state->commands.carryOut(command, {id});
}

base::Status Engine::markDone(const std::vector<base::Uuid> &ids, domain::Outcome outcome)
{
    Command command = commandTo(CommandKind::MarkDone);
    command.outcome = outcome;
    return m_state->commands.carryOut(command, ids);
}

base::Status Engine::editDraft(const base::Uuid &id, const domain::Draft &draft)
{
    Command command = commandTo(CommandKind::Edit);
    command.draft = draft;
    return m_state->commands.carryOut(command, {id});
}

base::Status Engine::retry(const base::Uuid &id)
{
    return approve({id}); // of a failed action: new bytes, a new effect, a new hold
}

base::Status Engine::resolveUnknown(const base::Uuid &id, bool arrived)
{
    return m_state->outbox.resolve(id, arrived);
}

base::Result<base::Uuid> Engine::bookMeeting(const BookRequest &request)
{
    return m_state->commands.bookMeeting(request);
}

base::Result<std::vector<base::Uuid>> Engine::makeTask(const TaskRequest &request)
{
    return m_state->commands.makeTask(request);
}

base::Result<std::vector<base::Uuid>> Engine::editFields(const domain::FieldEditRequest &request)
{
    return engine::editFields(m_state->context, request);
}

base::Status Engine::resolveConflict(const base::Uuid &id, bool keepOurs)
{
    return engine::resolveConflict(m_state->context, id, keepOurs);
}

base::Status Engine::confirmDeletes(const std::string &system, bool accept)
{
    return m_state->connections.confirmDeletes(system, accept);
}

base::Result<domain::UndoReport> Engine::undo()
{
    return m_state->commands.undo();
}

base::Result<domain::UndoReport> Engine::redo()
{
    return m_state->commands.redo();
}

base::Status Engine::setAutomationStopped(bool stopped)
{
    domain::Policy policy = m_state->context.policy;
    policy.automationStopped = stopped;
    return setPolicy(policy);
}

base::Status Engine::callDeal(domain::DealId deal, std::optional<domain::ForecastCategory> category)
{
    return engine::callDeal(m_state->context, deal, category);
}

base::Status Engine::setPolicy(const domain::Policy &policy)
{
    return m_state->setPolicy(policy);
}

base::Status Engine::setRiskPolicy(const domain::RiskPolicy &policy)
{
    return m_state->setRiskPolicy(policy);
}

base::Status Engine::setValue(const std::string &key, const std::string &value)
{
    TRY_ASSIGN(Step step, Step::begin(m_state->context, "setting"));
    TRY(step.tables().settings.setValue(key, value));
    return step.commit();
}

base::Status Engine::thaw()
{
    return m_state->install.takeOver();
}

base::Result<std::vector<domain::Effect>> Engine::claim(const store::EffectRoute &route,
                                                        const SendRoom &room)
{
    return m_state->outbox.claim(route, room);
}

base::Status Engine::markOnWire(std::span<const domain::Effect> effects)
{
    return m_state->outbox.markOnWire(effects);
}

base::Status Engine::recordAnswer(const base::Uuid &effect, const crm::PushAnswer &answer)
{
    m_state->recordsChanged();
    return m_state->outbox.recordAnswer(effect, answer);
}

base::Result<std::vector<domain::Effect>> Engine::unknownEffects(const store::EffectRoute &route)
{
    return m_state->outbox.unknown(route);
}

base::Status Engine::recordLookUp(const base::Uuid &effect, const crm::PushAnswer &answer)
{
    return m_state->outbox.recordLookUp(effect, answer);
}

base::Result<DrainReport> Engine::drainOutbox(crm::Connector &connector,
                                              const crm::CancelToken &cancel, bool takesOwnerless)
{
    m_state->recordsChanged();
    return m_state->outbox.drain(connector, routeOf(connector.system(), takesOwnerless), cancel);
}

ConnectionBook &Engine::connections()
{
    return m_state->connections;
}

DraftWork &Engine::drafts()
{
    return m_state->drafts;
}

PlanWork &Engine::plans()
{
    return m_state->planWork;
}

AccountWork &Engine::accounts()
{
    return m_state->accountWork;
}

CalendarBook &Engine::calendar()
{
    return m_state->calendarBook;
}

MailBook &Engine::mail()
{
    return m_state->mailBook;
}

PlayBook &Engine::playBook()
{
    return m_state->playBook;
}

GuardDesk Engine::guards()
{
    return GuardDesk(m_state->context);
}

} // namespace topline::engine
