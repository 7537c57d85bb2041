#include "core/engine/guards/consent_facts.h"
#include "core/engine/guards/consent_tags.h"
#include "core/engine/guards/mode_rules.h"
#include "core/engine/reads/reads.h"
#include "core/engine/reads/trial_account.h"
#include "core/engine/reads/trial_mails.h"
#include "core/ledger/holdout.h"
#include "core/plays/suppression_address.h"
#include "core/plays/target.h"
#include "core/signals/detect.h"
#include "core/signals/machine_filter.h"
#include "core/signals/meeting_words.h"

#include <algorithm>
#include <deque>
#include <tuple>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t hitsShown = 50; // of each outcome and rule

bool asksFor(const domain::Play &play, const domain::Signal &signal)
{
    return std::find(play.triggers.begin(), play.triggers.end(), signal.type) !=
           play.triggers.end();
}

// Every signal that asks for the play, over all accounts, in the order in which they came: each is
// judged by what was known by then, and what the trial itself proposed counts as done.
class Trial {
public:
    Trial(const TrialKnowledge &known, const PastConsents &consents, TrialMails &mails,
          domain::PlayTrial &out)
        : m_known(known)
        , m_consents(consents)
        , m_mails(mails)
        , m_out(out)
    {
        if (auto zone = base::TimeZone::find(known.policy.zone); zone.ok())
            m_zone = *zone;
    }

    void add(TrialAccount account, std::vector<domain::Signal> signals)
    {
        for (auto &signal : signals)
            m_asked.push_back({m_accounts.size(), std::move(signal)});
        m_accounts.push_back(std::move(account));
    }

    base::Status run(const predict::StopAsked &isStopAsked)
    {
        std::sort(m_asked.begin(), m_asked.end(), [](const auto &a, const auto &b) {
            return std::tuple(a.signal.occurredMs, a.signal.id) <
                   std::tuple(b.signal.occurredMs, b.signal.id);
        });
        for (const auto &asked : m_asked) {
            if (isStopAsked && isStopAsked())
                return base::Error{base::ErrorCode::Cancelled, "The dry run was stopped."};
            judge(asked.signal, m_accounts[asked.account]);
        }
        for (auto &[outcome, hits] : m_shown)
            m_out.newest.insert(m_out.newest.end(), hits.begin(), hits.end());
        std::stable_sort(m_out.newest.begin(), m_out.newest.end(),
                         [](const auto &a, const auto &b) { return a.atMs > b.atMs; });
        return {};
    }

private:
    struct Asked {
        std::size_t account = 0;
        domain::Signal signal;
    };

    void judge(const domain::Signal &signal, TrialAccount &account)
    {
        const auto limits = m_consents.limits(account.history(), signal.occurredMs);
        const auto &today = m_proposed[base::dayNumber(m_zone.dateOf(signal.occurredMs))];
        plays::DecisionFacts facts;
        facts.limits = &limits;
        facts.playsToday = &today;
        const auto verdict = account.judge(signal, m_known, facts);
        domain::PlayTrialHit hit = hitOf(signal, verdict, account);
        ++m_out.hits;
        switch (verdict.decision.reason.code) {
        case domain::ReasonCode::Proposed:
            hit.deferred = create(*verdict.action, account);
            m_out.overlaps += hit.overlapsOpenCard ? 1 : 0;
            break;
        case domain::ReasonCode::HeldOut:
            ++m_out.heldOut;
            countToday(*verdict.action);
            account.addGhost(*verdict.action);
            break;
        case domain::ReasonCode::OpenActionMerged:
            ++m_out.merged;
            break;
        default:
            ++m_out.suppressed;
            ++m_out.suppressedBy[verdict.decision.reason.code];
        }
        show(std::move(hit));
    }

    void countToday(const domain::Action &action)
    {
        const auto day = base::dayNumber(m_zone.dateOf(action.createdMs));
        ++m_proposed[day][{action.playId, action.owner}];
    }

    std::optional<domain::Reason> create(const domain::Action &action, TrialAccount &account)
    {
        ++m_out.created;
        m_out.minutes += action.effortMinutes;
        countToday(action);
        auto deferred = send(action, action.kind, action.createdMs, account);
        if (deferred) {
            ++m_out.deferred;
            ++m_out.deferredBy[deferred->code];
        }
        for (const auto &step : account.take(action, m_known)) {
            ++m_out.laterSteps;
            const auto kind = m_known.play.steps[static_cast<std::size_t>(step.stepNo - 1)].kind;
            static_cast<void>(send(action, kind, step.atMs, account)); // fills the day's caps
        }
        return deferred;
    }

    std::optional<domain::Reason> send(const domain::Action &action, domain::ActionKind kind,
                                       base::UtcMs atMs, const TrialAccount &account)
    {
        const auto *contact = plays::findContact(account.history(), action.contact);
        if (kind != domain::ActionKind::Email || !contact)
            return std::nullopt;
        const auto &policy = m_known.policy;
        TrialMail mail;
        mail.atMs = atMs;
        mail.owner = action.owner;
        mail.host = plays::mailHost(contact->email);
        mail.where =
            plays::whereabouts(contact->timeZone, account.history().account.country, policy.zone);
        mail.byPolicy = action.mode == domain::Mode::Auto;
        mail.atAnyHour = action.urgency == domain::Urgency::Inbound &&
                         (policy.guards.offHours == domain::OffHours::ByItself ||
                          (policy.guards.offHours == domain::OffHours::ByPerson && !mail.byPolicy));
        return m_mails.take(mail);
    }

    domain::PlayTrialHit hitOf(const domain::Signal &signal, const plays::Verdict &verdict,
                               const TrialAccount &account) const
    {
        domain::PlayTrialHit out;
        out.atMs = signal.occurredMs;
        out.whyNow = signal.reason;
        out.decided = verdict.decision.reason;
        out.accountName = account.history().account.name;
        const auto person = verdict.action ? verdict.action->contact
                                           : plays::chooseContact(signal, account.history());
        if (const auto *const contact = plays::findContact(account.history(), person)) {
            out.contactName = contact->fullName();
            out.overlapsOpenCard = account.hasOpenCard(person);
        }
        return out;
    }

    void show(domain::PlayTrialHit hit)
    {
        auto &hits = m_shown[{hit.decided.code,
                              hit.deferred ? hit.deferred->code : domain::ReasonCode::Proposed}];
        hits.push_back(std::move(hit));
        if (hits.size() > hitsShown)
            hits.pop_front();
    }

    using Proposed = std::map<std::pair<std::string, domain::OwnerId>, std::int64_t>;

    const TrialKnowledge &m_known;
    const PastConsents &m_consents;
    TrialMails &m_mails;
    domain::PlayTrial &m_out;
    base::TimeZone m_zone;
    std::vector<TrialAccount> m_accounts; // those that have something to ask for
    std::vector<Asked> m_asked;
    std::map<std::int64_t, Proposed> m_proposed; // by day
    std::map<std::pair<domain::ReasonCode, domain::ReasonCode>, std::deque<domain::PlayTrialHit>>
        m_shown;
};

} // namespace

base::Status Reads::addTrialAccounts(const domain::Play &play, const domain::PlayTrial &out,
                                     const predict::StopAsked &isStopAsked,
                                     const TrialAdd &add) const
{
    const auto lookBackMs = m_policy.signals.lookBackMs + (m_now - out.fromMs);
    TRY_ASSIGN(const auto accounts, m_tables.records.accountIds());
    for (const auto account : accounts) {
        if (isStopAsked && isStopAsked())
            return base::Error{base::ErrorCode::Cancelled, "The dry run was stopped."};
        TRY_ASSIGN(auto history, m_tables.history.load(account, m_now - lookBackMs, m_now));
        signals::settleMeetings(history);
        if (history.account.deleted)
            continue;
        signals::markSuspects(history, signals::suspectsOf(history, m_policy.signals));
        auto found = signals::detectAll(history, m_policy.signals, m_now);
        std::erase_if(found, [&](const auto &signal) {
            return !asksFor(play, signal) || signal.occurredMs < out.fromMs ||
                   signal.occurredMs > out.untilMs;
        });
        TRY_ASSIGN(auto actions, m_tables.actions.allOf(account));
        // What this play did in those days is left out, or it would be in its own way.
        std::erase_if(actions, [&](const auto &action) {
            return action.playId == play.id && action.createdMs >= out.fromMs;
        });
        TRY_ASSIGN(auto runs,
                   m_tables.runs.ofAccount(account, out.fromMs - m_policy.guards.coolOffMs));
        std::erase_if(runs, [&](const auto &run) {
            return run.playId == play.id && run.startedMs >= out.fromMs;
        });
        TRY_ASSIGN(const auto arm, m_tables.decisions.assignment(account));
        const bool isHeldOut =
            arm ? arm->heldOut
                : ledger::isHeldOut(m_policy.holdout.salt, history.account.remoteId,
                                    m_policy.holdout.sharePermille);
        TrialAccount made(std::move(history), std::move(actions), isHeldOut);
        made.setRuns(runs, m_plays);
        add(std::move(made), std::move(found));
    }
    return {};
}

base::Result<domain::PlayTrial> Reads::tryPlay(const domain::Play &play, int days,
                                               const predict::StopAsked &isStopAsked)
{
    domain::PlayTrial out;
    out.untilMs = m_now;
    out.fromMs = m_now - std::clamp(days, 1, 365) * base::dayMs;
    TRY_ASSIGN(const auto owners, m_tables.catalogue.owners());
    TRY_ASSIGN(const auto calendars, calendarsByOwner(m_tables));
    TRY_ASSIGN(const auto consents, PastConsents::of(m_tables));
    TRY_ASSIGN(const auto modes, m_tables.modes.modes());
    const auto last = modes.find(play.id);
    domain::Play inForce = play;
    inForce.mode = modeInForce(play, last == modes.end() ? nullptr : &last->second);
    const auto zone = base::TimeZone::find(m_policy.zone);
    TRY_ASSIGN(const auto past, m_tables.sendLimits.since(base::dayNumber(
                                    (zone.ok() ? *zone : base::TimeZone()).dateOf(out.fromMs))));
    TrialMails mails(m_policy, past, play.id);
    const TrialKnowledge known{inForce, m_policy, owners, calendars, out.untilMs};
    Trial trial(known, consents, mails, out);
    TRY(addTrialAccounts(play, out, isStopAsked, [&](TrialAccount account, auto signals) {
        ++out.accounts;
        if (!signals.empty())
            trial.add(std::move(account), std::move(signals));
    }));
    TRY(trial.run(isStopAsked));
    return out;
}

} // namespace topline::engine
