#include "core/engine/commands/call_work.h"

#include "core/actions/call_draft.h"
#include "core/engine/commands/approvals.h"
#include "core/engine/guards/consent_book.h"
#include "core/engine/guards/send_guards.h"
#include "core/engine/step/known_action.h"
#include "core/plays/business_hours.h"
#include "core/plays/suppression_address.h"
#include "core/plays/work_calendar_places.h"

#include <algorithm>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

using domain::ActionKind;
using domain::ActionState;

constexpr std::int64_t callMinutes = 5;

struct Callee {
    std::string name;
    std::string phone;
    std::string country;
    std::string zone;
};

// The number of the card where it is a call's, else that of the person.
base::Result<Callee> calleeOf(Step &step, const domain::Action &action)
{
    Callee out;
    if (action.kind == ActionKind::Call)
        out.phone = action.draft.to;
    if (action.contact.isSet()) {
        TRY_ASSIGN(const auto contact, step.tables().records.contact(action.contact));
        if (contact) {
            out.name = contact->fullName();
            out.zone = contact->timeZone;
            if (out.phone.empty())
                out.phone = contact->phone;
        }
    }
    if (action.account.isSet()) {
        TRY_ASSIGN(const auto account, step.tables().records.account(action.account));
        out.country = account ? account->country : std::string();
    }
    return out;
}

std::string dialled(const Callee &callee)
{
    return plays::normalPhone(callee.phone, plays::countryCode(callee.country));
}

bool foundWrongNumber(const domain::Action &call)
{
    return domain::isCallMade(call) &&
           call.outcome == domain::outcomeOf(domain::CallResult::WrongNumber);
}

// By which the row of one call is known again.
std::string markOf(const domain::Action &call)
{
    return "wrong number, call " + call.id.text();
}

base::Result<ReachAddress> reachOf(Step &step, const domain::Action &call)
{
    TRY_ASSIGN(const Callee callee, calleeOf(step, call));
    return ReachAddress{domain::Reach::Call, callee.phone, callee.country};
}

} // namespace

base::Result<domain::CallSheet> callSheet(Context &context, const base::Uuid &id)
{
    TRY_ASSIGN(Step step, Step::begin(context, "call_sheet")); // looked at, never committed
    TRY_ASSIGN(domain::Action action, knownAction(step.tables(), id));
    TRY_ASSIGN(const Callee callee, calleeOf(step, action));
    domain::CallSheet out;
    out.action = id;
    out.person = callee.name;
    out.phone = callee.phone;
    out.dial = dialled(callee);
    if (action.kind == ActionKind::Call)
        out.points = action.draft.body;
    action.kind = ActionKind::Call;
    action.outcome = domain::Outcome::None;
    action.draft.to = callee.phone;
    TRY_ASSIGN(const auto objection, objectionToReach(step, action));
    out.mayDial = !objection && !out.dial.empty();
    if (objection) {
        out.why = objection->text();
        return out;
    }
    // A person may ring up at any hour; they are told that it is late there.
    const auto where = plays::whereabouts(callee.zone, callee.country, step.policy().zone);
    const auto wait = plays::waitToReach(step.now(), where, step.policy().guards);
    if (wait && wait->holiday.empty())
        out.why = domain::encodeReason(
            {domain::ReasonCode::OutsideHours, {domain::AtTime{wait->untilMs}, where.zone.name()}});
    else if (wait)
        out.why = domain::encodeReason(
            {domain::ReasonCode::Holiday, {wait->holiday, domain::AtTime{wait->untilMs}}});
    return out;
}

bool endsWithCall(const domain::Action &source)
{
    return source.kind == ActionKind::Call &&
           (source.state == ActionState::Proposed || source.state == ActionState::Snoozed ||
            source.state == ActionState::Failed);
}

domain::Action callBeside(Step &step, const domain::Action &source, const domain::Draft &draft,
                          const domain::CallReport &report)
{
    domain::Action out;
    out.id = step.context().ids.next();
    out.kind = ActionKind::Call;
    out.account = source.account;
    out.contact = source.contact;
    out.deal = source.deal;
    out.owner = source.owner;
    out.amount = source.amount;
    out.effortMinutes = callMinutes;
    out.createdMs = out.signalMs = out.changedMs = step.now();
    out.draft = draft;
    out.outcome = domain::outcomeOf(report.result);
    return out;
}

base::Result<domain::Draft> draftOfCall(Step &step, const domain::Action &source,
                                        const domain::CallReport &report)
{
    TRY_ASSIGN(const Callee callee, calleeOf(step, source));
    if (dialled(callee).empty())
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "There is no telephone number that was called.",
                           .kept = "Nothing was logged.",
                           .todo = "Add one in the CRM."};
    if (report.lengthMs < 0 || report.startedMs > step.now())
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "A call cannot end before it began.",
                           .kept = "Nothing was logged."};
    domain::Draft out = source.kind == ActionKind::Call ? source.draft : domain::Draft();
    out.to = callee.phone;
    out.subject = report.subject;
    out.body = report.text;
    return actions::withCall(std::move(out), {report.result, report.startedMs, report.lengthMs});
}

base::Result<domain::Action> approveCall(Step &step, const domain::Action &action,
                                         const domain::Draft &draft, domain::Outcome outcome)
{
    domain::Action call = action;
    call.draft = draft;
    call.outcome = outcome;
    TRY_ASSIGN(domain::Action out, approveAction(step, call, actor::rep));
    TRY(markPhone(step, out));
    return out;
}

base::Status logCallMade(Step &step, const domain::Action &action)
{
    const auto call = actions::callOf(action.draft);
    if (!call || !domain::isCallMade(action))
        return {};
    return step.log(domain::LedgerKind::Done, actor::rep, action,
                    {{"call", std::string(domain::callResultName(call->result))},
                     {"length_ms", call->lengthMs},
                     {"outcome", std::string(domain::outcomeName(action.outcome))},
                     {"started_ms", call->startedMs}});
}

base::Status markPhone(Step &step, const domain::Action &call)
{
    if (!foundWrongNumber(call))
        return {};
    TRY_ASSIGN(const ReachAddress address, reachOf(step, call));
    if (plays::normalPhone(address.text, plays::countryCode(address.country)).empty())
        return {};
    return ConsentBook(step).put(address, domain::StopWhy::ByHand, markOf(call), actor::rep);
}

base::Status unmarkPhone(Step &step, const domain::Action &call)
{
    if (!foundWrongNumber(call))
        return {};
    TRY_ASSIGN(const ReachAddress address, reachOf(step, call));
    ConsentBook book(step);
    TRY_ASSIGN(const auto stops, book.stops(address));
    for (const auto &stop : stops) {
        if (stop.note == markOf(call)) // else it stood there before the call
            TRY(book.release(stop.id, "The call was taken back."));
    }
    return {};
}

} // namespace topline::engine
