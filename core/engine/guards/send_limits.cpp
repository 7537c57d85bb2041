#include "core/engine/guards/send_limits.h"

#include "core/actions/mail_effect.h"
#include "core/plays/business_hours.h"
#include "core/plays/suppression_address.h"

#include <algorithm>

namespace topline::engine {

namespace {

using domain::ReasonCode;
using Finding = std::optional<Objection>;

// Mails that waited together leave one by one.
constexpr base::DurationMs spreadMs = base::minuteMs;
// Later than this after its time, a mail belongs to a backlog: of a night, a suspend, a dead line.
constexpr base::DurationMs backlogMs = 10 * base::minuteMs;
constexpr base::DurationMs slotsLookedAt = 12 * base::hourMs;

base::TimeZone repZone(const Step &step)
{
    auto zone = base::TimeZone::find(step.policy().zone);
    return zone.ok() ? *zone : base::TimeZone();
}

class Limits {
public:
    Limits(Step &step, const domain::Effect &effect, const domain::Action &action,
           const std::string &approver)
        : m_step(step)
        , m_effect(effect)
        , m_action(action)
        , m_approver(approver)
    {
    }

    base::Result<Finding> ask()
    {
        TRY(findRecipient());
        const bool isAnswer =
            m_action.urgency == domain::Urgency::Inbound && m_approver == actor::rep;
        if (!leavesAtAnyHour()) {
            if (const auto wait = plays::waitToReach(m_step.now(), m_where, policy()))
                return atHour(*wait);
        }
        const store::MailIntent intent{m_effect.id, m_action.owner, m_host,
                                       m_approver != actor::rep, m_step.now()};
        TRY_ASSIGN(const auto counts, countsNow(m_step, intent));
        if (!counts.isCounted) {
            TRY_ASSIGN(Finding full, fullDay(counts, intent));
            if (full)
                return full;
        }
        if (!isAnswer && isBacklog() && counts.lastMs && m_step.now() - *counts.lastMs < spreadMs &&
            m_step.now() >= *counts.lastMs)
            return slot(*counts.lastMs + spreadMs, std::nullopt);
        TRY(m_step.tables().sendLimits.count(intent, counts));
        return Finding();
    }

private:
    const domain::GuardPolicy &policy() const { return m_step.policy().guards; }

    base::Status findRecipient()
    {
        std::string personZone;
        std::string country;
        if (m_action.contact.isSet()) {
            TRY_ASSIGN(const auto contact, m_step.tables().records.contact(m_action.contact));
            personZone = contact ? contact->timeZone : std::string();
        }
        if (m_action.account.isSet()) {
            TRY_ASSIGN(const auto account, m_step.tables().records.account(m_action.account));
            country = account ? account->country : std::string();
        }
        m_where = plays::whereabouts(personZone, country, m_step.policy().zone);
        m_host = plays::mailHost(m_action.draft.to);
        if (m_host.empty())
            m_host = "?"; // counts all the same
        return {};
    }

    // A buyer who asked and waits is answered at night too, as far as the workspace allows it; and
    // whoever books a time by hand means now.
    bool leavesAtAnyHour() const
    {
        if (m_approver == actor::rep && actions::isInvitation(m_effect))
            return true;
        if (m_action.urgency != domain::Urgency::Inbound)
            return false;
        switch (policy().offHours) {
        case domain::OffHours::Nobody:
            return false;
        case domain::OffHours::ByPerson:
            return m_approver == actor::rep;
        case domain::OffHours::ByItself:
            return true;
        }
        return false;
    }

    // Approved by hand just now, or a backlog that would leave all at once.
    bool isBacklog() const
    {
        const bool isLate = m_step.now() - m_effect.notBeforeMs > backlogMs;
        return isLate || m_approver != actor::rep;
    }

    base::Result<Finding> atHour(const plays::ReachWait &wait)
    {
        if (wait.holiday.empty())
            return slot(wait.untilMs, domain::Reason{ReasonCode::OutsideHours, {}});
        return slot(wait.untilMs, domain::Reason{ReasonCode::Holiday, {wait.holiday}});
    }

    base::Result<Finding> fullDay(const store::MailCounts &counts, const store::MailIntent &intent)
    {
        const auto full = [](std::int64_t count, std::int64_t limit) { return count >= limit; };
        std::optional<domain::Reason> reason;
        if (intent.byPolicy && full(counts.ofOwner, policy().autoMailsPerRepDay))
            reason = domain::Reason{ReasonCode::RepDayLimit,
                                    {counts.ofOwner, policy().autoMailsPerRepDay}};
        else if (full(counts.all, policy().mailsPerDay))
            reason = domain::Reason{ReasonCode::DayLimit, {counts.all, policy().mailsPerDay}};
        else if (full(counts.toHost, policy().mailsPerDomainDay))
            reason = domain::Reason{ReasonCode::DomainDayLimit,
                                    {intent.host, counts.toHost, policy().mailsPerDomainDay}};
        if (!reason)
            return Finding();
        const auto zone = repZone(m_step);
        const auto tomorrow = base::addDays(zone.dateOf(m_step.now()), 1);
        return slot(std::max(zone.startOfDay(tomorrow), m_step.now() + spreadMs), *reason);
    }

    // From `fromMs` on: within the recipient's hours, and a little apart from those that wait
    // already.
    base::Result<Finding> slot(base::UtcMs fromMs, std::optional<domain::Reason> reason)
    {
        base::UtcMs at = reachable(std::max(fromMs, m_step.now() + base::secondMs));
        TRY_ASSIGN(const auto taken,
                   m_step.tables().sendLimits.slots(at - spreadMs + 1, at + slotsLookedAt));
        for (const base::UtcMs each : taken) {
            if (each - at >= spreadMs)
                break; // a gap
            at = each + spreadMs;
        }
        at = reachable(at);
        if (reason && reason->code == ReasonCode::OutsideHours)
            reason->arguments = {domain::AtTime{at}, m_where.zone.name()};
        else if (reason && reason->code == ReasonCode::Holiday)
            reason->arguments.emplace_back(domain::AtTime{at});
        return Finding(Objection{std::move(reason), at});
    }

    base::UtcMs reachable(base::UtcMs at) const
    {
        const auto wait = plays::waitToReach(at, m_where, policy());
        return wait ? std::max(wait->untilMs, at) : at;
    }

    Step &m_step;
    const domain::Effect &m_effect;
    const domain::Action &m_action;
    const std::string &m_approver;
    plays::Whereabouts m_where;
    std::string m_host;
};

} // namespace

base::Result<Finding> waitForLimits(Step &step, const domain::Effect &effect,
                                    const domain::Action &action, const std::string &approver)
{
    return Limits(step, effect, action, approver).ask();
}

base::Result<store::MailCounts> countsNow(Step &step, const store::MailIntent &intent)
{
    const auto today = base::dayNumber(repZone(step).dateOf(step.now()));
    return step.tables().sendLimits.counts(intent, today);
}

base::Result<ChannelState> channelState(Step &step, domain::Channel channel)
{
    auto &limits = step.tables().sendLimits;
    const auto &guards = step.policy().guards;
    base::UtcMs sinceMs = step.now() - guards.breakerWindowMs;
    TRY_ASSIGN(const auto pauses, limits.pauses());
    for (const auto &pause : pauses) {
        if (pause.channel != channel)
            continue;
        if (!pause.resumedMs)
            return ChannelState{true, false};
        if (*pause.resumedMs <= step.now()) // else the clock was put back since
            sinceMs = std::max(sinceMs, *pause.resumedMs + 1);
    }
    TRY_ASSIGN(const auto unknowns, limits.unknownsSince(channel, sinceMs));
    if (unknowns < guards.breakerUnknowns)
        return ChannelState{};
    // A CRM is asked what became of them and goes on by itself; of a mail nobody can be asked.
    if (channel == domain::Channel::Crm)
        return ChannelState{true, false};
    TRY(limits.pause({channel, unknowns, step.now(), std::nullopt}));
    step.changes().settings = true;
    TRY(step.log(
        domain::LedgerKind::PolicyChanged, actor::engine, domain::AccountId{},
        {{"channel_paused", std::string(domain::channelName(channel))}, {"unknown", unknowns}}));
    return ChannelState{true, true};
}

} // namespace topline::engine
