#include "core/engine/deals/outcomes.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace topline::engine {

namespace {

using domain::Outcome;

// Something good that a buyer did, whatever led to it.
struct Happening {
    Outcome outcome = Outcome::None;
    base::UtcMs atMs = 0;
    domain::EventId event; // unset for a won deal: the record says it
};

std::optional<Outcome> outcomeOf(domain::EventKind kind)
{
    switch (kind) {
    case domain::EventKind::EmailReplied:
        return Outcome::Replied;
    case domain::EventKind::MeetingBooked:
    case domain::EventKind::MeetingHeld:
        return Outcome::MeetingBooked;
    default:
        return std::nullopt;
    }
}

// Oldest first.
std::vector<Happening> happenings(const domain::AccountHistory &history)
{
    std::vector<Happening> out;
    for (const auto &event : history.events) {
        if (const auto outcome = outcomeOf(event.kind))
            out.push_back({*outcome, event.atMs, event.id});
    }
    for (const auto &change : history.stageChanges) {
        const auto stage =
            std::find_if(history.stages.begin(), history.stages.end(),
                         [&](const auto &known) { return known.id == change.stage.id; });
        if (stage != history.stages.end() && stage->kind == domain::StageKind::Won)
            out.push_back({Outcome::Won, change.atMs, {}});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    return out;
}

using Known = std::set<std::pair<base::Uuid, Outcome>>;

// What has been recorded of the account's actions; an action has each outcome once.
base::Result<Known> knownOutcomes(Step &step, domain::AccountId account)
{
    TRY_ASSIGN(const auto rows, step.tables().decisions.outcomesOf(account));
    Known out;
    for (const auto &row : rows)
        out.emplace(row.action, row.outcome);
    return out;
}

base::Status record(Step &step, domain::Action &action, const Happening &seen)
{
    TRY_ASSIGN(const bool isNew, step.tables().decisions.addOutcome(
                                     {action.id, seen.outcome, seen.atMs, seen.event}));
    if (!isNew)
        return {};
    const bool heldOut = action.state == domain::ActionState::HeldOut;
    TRY(step.log(domain::LedgerKind::OutcomeSeen, actor::buyer, action,
                 {{"arm", std::string(heldOut ? "held_out" : "treated")},
                  {"at_ms", seen.atMs},
                  {"outcome", std::string(domain::outcomeName(seen.outcome))},
                  {"state", std::string(domain::actionStateName(action.state))}}));
    if (action.state == domain::ActionState::Done && action.outcome == Outcome::None) {
        action.outcome = seen.outcome;
        TRY(step.update(action));
    }
    return {};
}

base::Status watchTouches(Step &step, const domain::AccountHistory &history)
{
    TRY_ASSIGN(const auto assignment, step.tables().decisions.assignment(history.account.id));
    if (!assignment || !assignment->heldOut)
        return {};
    for (const auto &event : history.events) {
        if (event.atMs > assignment->atMs && domain::isOutboundTouch(event.kind))
            return noteContamination(step, history.account.id,
                                     std::string(domain::eventKindName(event.kind)));
    }
    return {};
}

} // namespace

base::Status watchOutcomes(Step &step, const domain::AccountHistory &history)
{
    TRY(watchTouches(step, history));
    const auto seen = happenings(history);
    if (seen.empty())
        return {};
    TRY_ASSIGN(auto actions, step.tables().actions.allOf(history.account.id));
    TRY_ASSIGN(Known known, knownOutcomes(step, history.account.id));
    for (auto &action : actions) {
        if (action.signal.isNull())
            continue; // made by hand: no part of the comparison
        for (const auto &happening : seen) {
            if (happening.atMs > action.createdMs &&
                happening.atMs <= action.createdMs + outcomeWindowMs &&
                known.emplace(action.id, happening.outcome).second)
                TRY(record(step, action, happening));
        }
    }
    return {};
}

base::Status noteContamination(Step &step, domain::AccountId account, const std::string &how)
{
    TRY_ASSIGN(const auto assignment, step.tables().decisions.assignment(account));
    if (!assignment || !assignment->heldOut)
        return {};
    TRY_ASSIGN(const auto rows, step.tables().ledger.ofAccount(account));
    const bool isNoted = std::any_of(rows.begin(), rows.end(), [](const auto &row) {
        return row.kind == domain::LedgerKind::Contaminated;
    });
    if (isNoted)
        return {};
    return step.log(domain::LedgerKind::Contaminated, actor::rep, account, {{"by", how}});
}

} // namespace topline::engine
