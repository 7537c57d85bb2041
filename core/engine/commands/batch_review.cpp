#include "core/engine/commands/batch_review.h"

#include "core/domain/guard_view.h"
#include "core/engine/commands/approvals.h"
#include "core/engine/guards/send_guards.h"
#include "core/engine/guards/send_limits.h"
#include "core/engine/step/known_action.h"
#include "core/plays/suppression_address.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace topline::engine {

namespace {

using domain::BatchLimit;
using domain::BatchLine;
using domain::LimitScope;

class Review {
public:
    explicit Review(Step &step)
        : m_step(step)
    {
    }

    base::Status look(const base::Uuid &id)
    {
        TRY_ASSIGN(const domain::Action action, knownAction(m_step.tables(), id));
        BatchLine line;
        line.action = id;
        const auto approved = approveAction(m_step, action, actor::rep);
        if (!approved.ok()) {
            line.isRefused = true;
            line.why = approved.error().message;
        } else {
            TRY(askGuards(*approved, line));
        }
        m_out.lines.push_back(std::move(line));
        return {};
    }

    domain::BatchReview take()
    {
        for (auto &[key, limit] : m_limits)
            m_out.limits.push_back(std::move(limit));
        std::stable_sort(m_out.limits.begin(), m_out.limits.end(),
                         [](const auto &a, const auto &b) {
                             return (a.used + a.adds) * b.limit > (b.used + b.adds) * a.limit;
                         });
        return std::move(m_out);
    }

private:
    base::Status askGuards(domain::Action action, BatchLine &line)
    {
        TRY_ASSIGN(auto effects, m_step.tables().outbox.effectsOf(action.id));
        CHECK(!effects.empty());
        domain::Effect &effect = effects.back();
        if (effect.channel == domain::Channel::Mail) {
            line.subject = plays::mailHost(action.draft.to);
            TRY(addLimits(action, effect, line.subject));
        }
        TRY_ASSIGN(const auto objection, objectionTo(m_step, effect, action));
        if (!objection)
            return {};
        line.untilMs = objection->untilMs;
        line.isRefused = !objection->untilMs;
        if (objection->reason || line.isRefused)
            line.why = objection->text();
        if (!line.untilMs)
            return {};
        effect.notBeforeMs = *line.untilMs; // its place in the queue is taken for those after it
        return m_step.tables().outbox.defer(effect);
    }

    base::Status addLimits(const domain::Action &action, const domain::Effect &effect,
                           const std::string &host)
    {
        const auto &guards = m_step.policy().guards;
        TRY_ASSIGN(const auto counts,
                   countsNow(m_step, {effect.id, action.owner, host, false, m_step.now()}));
        at({LimitScope::Workspace, {}}, {{}, counts.all, guards.mailsPerDay}).adds += 1;
        at({LimitScope::Host, host}, {host, counts.toHost, guards.mailsPerDomainDay}).adds += 1;
        TRY_ASSIGN(const auto owner, m_step.tables().catalogue.owner(action.owner));
        // What a person approves is never kept back by it, but leaves less to the plays.
        if (owner)
            at({LimitScope::Rep, std::to_string(owner->id.value)},
               {owner->name, counts.ofOwner, guards.autoMailsPerRepDay})
                .adds += 1;
        return addPerson(action);
    }

    // A person's touches are counted where plays decide; a batch must not go round that unseen.
    base::Status addPerson(const domain::Action &action)
    {
        TRY_ASSIGN(const auto contact, m_step.tables().records.contact(action.contact));
        if (!contact)
            return {};
        const auto &rules = m_step.policy().suppression;
        const std::pair key{LimitScope::Person, std::to_string(action.contact.value)};
        std::int64_t touches = 0;
        if (!m_limits.contains(key)) {
            TRY_ASSIGN(const auto recent, m_step.tables().actions.recentOf(
                                              action.account, m_step.now() - rules.touchWindowMs));
            touches = std::count_if(recent.begin(), recent.end(), [&](const auto &each) {
                return each.contact == action.contact && each.id != action.id &&
                       (each.kind == domain::ActionKind::Email ||
                        each.kind == domain::ActionKind::Call);
            });
        }
        at(key, {contact->fullName(), touches, rules.personTouchesMax}).adds += 1;
        return {};
    }

    // What was used is taken down once: later the batch's own mails are among the counted.
    BatchLimit &at(const std::pair<LimitScope, std::string> &key, const domain::UseRow &use)
    {
        const auto [found, isNew] = m_limits.try_emplace(key);
        if (isNew)
            found->second = BatchLimit{key.first, use.name, use.used, 0, use.limit};
        return found->second;
    }

    Step &m_step;
    domain::BatchReview m_out;
    std::map<std::pair<LimitScope, std::string>, BatchLimit> m_limits;
};

} // namespace

base::Result<domain::BatchReview> reviewBatch(Context &context, const std::vector<base::Uuid> &ids)
{
    TRY_ASSIGN(Step step, Step::begin(context, "review"));
    Review review(step);
    for (const auto &id : ids)
        TRY(review.look(id));
    return review.take();
}

} // namespace topline::engine
