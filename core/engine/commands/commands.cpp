#include "core/engine/commands/commands.h"

#include "core/actions/action_state.h"
#include "core/engine/channels/meeting_booking.h"
#include "core/engine/commands/approvals.h"
#include "core/engine/commands/call_work.h"
#include "core/engine/deals/outcomes.h"
#include "core/engine/deals/plan_work.h"
#include "core/engine/guards/routing_desk.h"
#include "core/engine/step/known_action.h"
#include "core/engine/step/undo_log.h"

#include <set>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

using domain::LedgerKind;

constexpr std::int64_t typedTaskMinutes = 10;

base::Status logCommand(Step &step, const Command &command, const domain::Action &after)
{
    switch (command.kind) {
    case CommandKind::Snooze:
        if (command.untilReply)
            return step.log(LedgerKind::Snoozed, actor::rep, after,
                            {{"until_ms", command.untilMs}, {"until_reply", true}});
        return step.log(LedgerKind::Snoozed, actor::rep, after, {{"until_ms", command.untilMs}});
    case CommandKind::Dismiss:
        if (!after.duplicateOf.isNull())
            return step.log(LedgerKind::Dismissed, actor::rep, after,
                            {{"of", after.duplicateOf.text()},
                             {"reason", std::string(domain::dismissReasonName(command.reason))}});
        return step.log(LedgerKind::Dismissed, actor::rep, after,
                        {{"reason", std::string(domain::dismissReasonName(command.reason))}});
    case CommandKind::MarkDone:
        return step.log(LedgerKind::Done, actor::rep, after,
                        {{"outcome", std::string(domain::outcomeName(command.outcome))}});
    case CommandKind::Approve: // says so itself, with the hash of the bytes
    case CommandKind::Task:
    case CommandKind::FieldEdit:
    case CommandKind::Edit:     // the bytes that count are those of the approval
    case CommandKind::Reassign: // says so itself, with who had it before
    case CommandKind::Call:     // likewise, with its result
        return {};
    }
    return {};
}

// What a person asked for without a proposal: approved at once, dismissed by its undo.
bool isOwnWork(CommandKind kind)
{
    return kind == CommandKind::Task || kind == CommandKind::FieldEdit;
}

// The command that led to this state, to be given again.
Command commandOf(CommandKind kind, const domain::Action &after)
{
    Command out;
    out.kind = isOwnWork(kind) ? CommandKind::Approve : kind;
    out.untilMs = after.snoozedUntilMs.value_or(0);
    out.untilReply = after.untilReply;
    out.duplicateOf = after.duplicateOf;
    out.reason = after.dismissReason.value_or(domain::DismissReason::NotRelevant);
    out.outcome = after.outcome;
    out.draft = after.draft;
    out.owner = after.owner;
    return out;
}

domain::Action typedTask(Step &step, const TaskRequest &request)
{
    domain::Action out;
    out.id = step.context().ids.next();
    out.kind = domain::ActionKind::Task;
    out.account = request.account;
    out.effortMinutes = typedTaskMinutes;
    out.createdMs = out.signalMs = out.changedMs = step.now();
    out.draft.subject = request.subject;
    out.draft.body = request.body;
    return out;
}

base::Result<std::vector<domain::Action>> typedTasks(Step &step, const TaskRequest &request)
{
    std::vector<domain::Action> out;
    for (const auto id : request.deals) {
        TRY_ASSIGN(const auto deal, step.tables().records.deal(id));
        if (!deal || deal->deleted)
            return base::Error{.code = base::ErrorCode::NotFound,
                               .message = "One of these deals is no longer there.",
                               .kept = "No task was made.",
                               .todo = "Choose the deals again."};
        domain::Action task = typedTask(step, request);
        task.account = deal->account.id;
        task.contact = deal->contact.id;
        task.deal = deal->id;
        task.owner = deal->owner.id;
        task.amount = deal->amount;
        out.push_back(std::move(task));
    }
    if (request.deals.empty()) {
        domain::Action task = typedTask(step, request);
        TRY_ASSIGN(const auto account, step.tables().records.account(request.account));
        if (account)
            task.owner = account->owner.id;
        out.push_back(std::move(task));
    }
    return out;
}

base::Error nothingTo(const std::string &what)
{
    return {.code = base::ErrorCode::Refused, .message = "There is nothing to " + what + "."};
}

base::Result<domain::UndoReport> turnPlan(Step &step, const store::CommandRow &row, bool isUndo)
{
    TRY(applyPlanRow(step, row, isUndo));
    TRY(step.tables().commands.setState(row.id, isUndo ? store::CommandState::Undone
                                                       : store::CommandState::Done));
    TRY(step.commit());
    return domain::UndoReport{1, std::string(planCommand), !isUndo};
}

} // namespace

base::Result<domain::Action> Commands::carryOutOne(Step &step, const Command &command,
                                                   const domain::Action &action)
{
    const auto now = step.now();
    if (command.kind == CommandKind::Approve || isOwnWork(command.kind))
        return approveAction(step, action, actor::rep);
    if (command.kind == CommandKind::Reassign)
        return reassign(step, action, command.owner, command.handOnWhy);
    if (command.kind == CommandKind::Call)
        return approveCall(step, action, command.draft, command.outcome);
    base::Result<domain::Action> after = [&]() -> base::Result<domain::Action> {
        switch (command.kind) {
        case CommandKind::Snooze:
            return actions::snooze(action, now, command.untilMs, command.untilReply);
        case CommandKind::Dismiss:
            if (!command.duplicateOf.isNull())
                return actions::markDuplicate(action, now, command.duplicateOf);
            return actions::dismiss(action, now, command.reason);
        case CommandKind::MarkDone:
            return actions::markDone(action, now, command.outcome);
        default:
            return actions::editDraft(action, now, command.draft);
        }
    }();
    if (!after.ok())
        return after;
    TRY(step.update(*after));
    TRY(logCommand(step, command, *after));
    return after;
}

base::Status Commands::carryOut(const Command &command, const std::vector<base::Uuid> &ids)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "command"));
    std::vector<ActionChange> changes;
    for (const auto &id : std::set<base::Uuid>(ids.begin(), ids.end())) {
        TRY_ASSIGN(domain::Action before, knownAction(step.tables(), id));
        TRY_ASSIGN(domain::Action after, carryOutOne(step, command, before));
        changes.push_back({std::move(before), std::move(after)});
    }
    if (changes.empty())
        return {};
    TRY(UndoLog(step).remember(command.kind, changes));
    return step.commit();
}

base::Result<std::vector<base::Uuid>> Commands::makeTask(const TaskRequest &request)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "task"));
    TRY_ASSIGN(const auto tasks, typedTasks(step, request));
    std::vector<base::Uuid> ids;
    std::vector<ActionChange> changes;
    for (const auto &task : tasks) {
        TRY(step.add(task));
        TRY(noteContamination(step, task.account, "task"));
        TRY_ASSIGN(domain::Action after, approveAction(step, task, actor::rep));
        domain::Action gone = task; // what undo leads to
        gone.state = domain::ActionState::Dismissed;
        ids.push_back(task.id);
        changes.push_back({std::move(gone), std::move(after)});
    }
    TRY(UndoLog(step).remember(CommandKind::Task, changes));
    TRY(step.commit());
    return ids;
}

base::Result<base::Uuid> Commands::bookMeeting(const BookRequest &request)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "meeting"));
    TRY_ASSIGN(const domain::Action meeting, meetingAction(step, request));
    TRY(step.add(meeting));
    TRY(noteContamination(step, meeting.account, "meeting"));
    TRY_ASSIGN(domain::Action after, approveAction(step, meeting, actor::rep));
    domain::Action gone = meeting; // what undo leads to
    gone.state = domain::ActionState::Dismissed;
    std::vector<ActionChange> changes;
    changes.push_back({std::move(gone), std::move(after)});
    TRY(UndoLog(step).remember(CommandKind::Task, changes));
    TRY(step.commit());
    return meeting.id;
}

base::Status Commands::logCall(const domain::CallReport &report)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "call"));
    TRY_ASSIGN(const domain::Action source, knownAction(step.tables(), report.action));
    TRY_ASSIGN(const domain::Draft draft, draftOfCall(step, source, report));
    ActionChange change{source, {}};
    const bool isItsCard = endsWithCall(source);
    if (!isItsCard) {
        change.before = callBeside(step, source, draft, report);
        TRY(step.add(change.before));
        TRY(noteContamination(step, source.account, "call"));
    }
    TRY_ASSIGN(change.after,
               approveCall(step, change.before, draft, domain::outcomeOf(report.result)));
    TRY(logCallMade(step, change.after));
    if (!isItsCard)
        change.before.state = domain::ActionState::Dismissed; // what undo leads to
    TRY(UndoLog(step).remember(isItsCard ? CommandKind::Call : CommandKind::Task, {change}));
    return step.commit();
}

base::Result<domain::UndoReport> Commands::undo()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "undo"));
    TRY_ASSIGN(const auto newest, step.tables().commands.newestDone());
    if (newest && newest->what == planCommand)
        return turnPlan(step, *newest, true);
    UndoLog log(step);
    TRY_ASSIGN(const auto entry, log.newest());
    if (!entry)
        return nothingTo("undo");
    domain::UndoReport report{.what = std::string(commandName(entry->kind))};
    base::Error refusal;
    for (const auto &change : entry->changes) {
        TRY_ASSIGN(const domain::Action current, knownAction(step.tables(), change.after.id));
        const auto undone = actions::undo(current, change.before, change.after, step.now());
        if (!undone.ok()) {
            refusal = undone.error();
            continue;
        }
        TRY(cancelQueuedEffect(step, current.id));
        TRY(unmarkPhone(step, current));
        TRY(step.update(*undone));
        TRY(step.log(LedgerKind::Undone, actor::rep, *undone, {{"command", report.what}}));
        ++report.actions;
    }
    TRY(log.mark(*entry,
                 report.actions > 0 ? store::CommandState::Undone : store::CommandState::Dropped));
    TRY(step.commit());
    if (report.actions == 0)
        return refusal;
    return report;
}

base::Result<domain::Action> Commands::redoOne(Step &step, CommandKind kind,
                                               const domain::Action &current,
                                               const domain::Action &after)
{
    domain::Action from = current;
    if (isOwnWork(kind)) { // its undo was a dismissal
        from.state = domain::ActionState::Proposed;
        TRY(step.update(from));
    }
    // Of an own call the redone action already says what came of it.
    TRY_ASSIGN(domain::Action redone, carryOutOne(step, commandOf(kind, after), from));
    TRY(markPhone(step, redone));
    TRY(logCallMade(step, redone));
    return redone;
}

base::Result<domain::UndoReport> Commands::redo()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "redo"));
    TRY_ASSIGN(const auto undone, step.tables().commands.oldestUndone());
    if (undone && undone->what == planCommand)
        return turnPlan(step, *undone, false);
    UndoLog log(step);
    TRY_ASSIGN(const auto entry, log.oldestUndone());
    if (!entry)
        return nothingTo("redo");
    domain::UndoReport report{.what = std::string(commandName(entry->kind)), .redo = true};
    std::vector<ActionChange> changes;
    for (const auto &change : entry->changes) {
        TRY_ASSIGN(domain::Action current, knownAction(step.tables(), change.after.id));
        if (current.state != change.before.state)
            continue; // it has moved on, or had not been undone
        TRY_ASSIGN(domain::Action after, redoOne(step, entry->kind, current, change.after));
        changes.push_back({change.before, std::move(after)});
        ++report.actions;
    }
    TRY(log.replace(*entry, changes));
    TRY(step.commit());
    if (report.actions == 0)
        return nothingTo("redo");
    return report;
}

} // namespace topline::engine
