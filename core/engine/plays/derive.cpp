#include "core/engine/plays/derive.h"

#include "core/engine/deals/outcomes.h"
#include "core/engine/deals/risk_facts.h"
#include "core/engine/feed/wake.h"
#include "core/engine/plays/decisions.h"
#include "core/engine/plays/meeting_ends.h"
#include "core/scoring/account_score.h"
#include "core/scoring/lifecycle.h"
#include "core/scoring/qualification.h"
#include "core/signals/detect.h"
#include "core/signals/machine_filter.h"
#include "core/signals/meeting_words.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace topline::engine {

namespace {

std::optional<base::UtcMs> earlier(std::optional<base::UtcMs> a, std::optional<base::UtcMs> b)
{
    if (a && b)
        return std::min(*a, *b);
    return a ? a : b;
}

// Signals change when a threshold passes; a score decays, so it is looked at daily while there is
// something to decay; an event dated ahead of the clock counts when its time comes.
base::Result<std::optional<base::UtcMs>> nextDue(Step &step, const Derived &derived,
                                                 base::UtcMs now)
{
    auto due = signals::nextDueMs(derived.history, step.policy().signals, now);
    if (derived.score.engagementMilli > 0)
        due = earlier(due, now + base::dayMs);
    TRY_ASSIGN(const auto ahead,
               step.tables().events.firstAfterMs(derived.history.account.id, now));
    due = earlier(due, ahead);
    if (due) // never at once again
        due = std::max(*due, now + 1);
    return due;
}

// Facts: a step that is stored is never looked at again, so this is no part of computing anew.
base::Status addLifecycleSteps(Step &step, const Derived &derived)
{
    const auto &history = derived.history;
    if (history.account.deleted)
        return {};
    auto &qualification = step.tables().qualification;
    TRY_ASSIGN(auto known, qualification.steps(history.account.id));
    std::vector<base::UtcMs> qualified;
    for (const auto &deal : history.deals) {
        TRY_ASSIGN(const auto facts, qualification.elements(deal.id));
        if (facts.empty())
            continue; // only people's words qualify a deal
        const auto found = scoring::qualify(deal, history, facts, step.policy().scores);
        if (const auto atMs = scoring::qualifiedMs(found))
            qualified.push_back(*atMs);
    }
    const auto steps = scoring::newSteps(
        {history, derived.signals, derived.score.fitMilli, std::move(qualified), std::move(known)},
        step.policy().scores, step.now());
    for (const auto &reached : steps) {
        const auto added = qualification.addStep(reached);
        TRY(added);
    }
    return {};
}

} // namespace

base::Result<Derived> computeAccount(Step &step, domain::AccountId account, const Moment &moment)
{
    auto &tables = step.tables();
    const auto &policy = step.policy();
    Derived out;
    TRY_ASSIGN(out.history,
               tables.history.load(account, moment.now - policy.signals.lookBackMs, moment.now));
    signals::settleMeetings(out.history);
    const auto suspects = signals::suspectsOf(out.history, policy.signals);
    signals::markSuspects(out.history, suspects);
    TRY(tables.signalFacts.replaceSuspects(account, suspects));
    if (!out.history.account.deleted)
        out.signals = signals::detectAll(out.history, policy.signals, moment.now);
    TRY(tables.derived.replaceSignals(account, out.signals));
    out.score = scoring::scoreAccount(out.history, policy.scores, moment.now, moment.tierBefore);
    TRY(tables.derived.replaceScore(out.score));
    TRY(refreshAccountRisk(step, out.history, moment.now));
    TRY_ASSIGN(const auto due, nextDue(step, out, moment.now));
    TRY(tables.derived.setDue({account, moment.now, due, moment.tierBefore}));
    return out;
}

namespace {

// What the mailbox has seen of an address counts like what the CRM says of it.
base::Status markDeadAddresses(Step &step, domain::AccountHistory &history)
{
    std::set<domain::ContactId> bounced;
    for (const auto &event : history.events) {
        if (event.kind == domain::EventKind::EmailBounced)
            bounced.insert(event.contact.id);
    }
    for (auto &contact : history.contacts) {
        if (contact.bounced || contact.email.empty() || !bounced.contains(contact.id))
            continue;
        TRY_ASSIGN(contact.bounced, step.tables().mail.cameBack(contact.id, contact.email));
    }
    return {};
}

} // namespace

base::Result<std::int64_t> deriveAccount(Step &step, domain::AccountId account)
{
    TRY_ASSIGN(const auto before, step.tables().derived.score(account));
    const Moment moment{step.now(), before ? before->tier : domain::Tier::Cold};
    TRY_ASSIGN(Derived derived, computeAccount(step, account, moment));
    TRY(markDeadAddresses(step, derived.history));
    TRY(addLifecycleSteps(step, derived));
    TRY(withdrawUnheld(step, account, derived.signals));
    TRY(wakeAnswered(step, account));
    TRY(decideAccount(step, derived));
    TRY(watchOutcomes(step, derived.history));
    step.changes().accounts.insert(account);
    return static_cast<std::int64_t>(derived.history.events.size());
}

} // namespace topline::engine
