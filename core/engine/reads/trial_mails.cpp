#include "core/engine/reads/trial_mails.h"

#include <algorithm>

namespace topline::engine {

using domain::Reason;
using domain::ReasonCode;

namespace {

constexpr int daysLookedAhead = 60;

} // namespace

TrialMails::TrialMails(const domain::Policy &policy, const std::vector<store::PastMail> &past,
                       const std::string &playId)
    : m_policy(policy)
{
    if (auto zone = base::TimeZone::find(policy.zone); zone.ok())
        m_zone = *zone;
    for (const auto &mail : past) {
        if (mail.playId == playId)
            continue;
        TrialMail counted;
        counted.owner = mail.owner;
        counted.host = mail.host;
        counted.byPolicy = mail.byPolicy;
        count(m_days[mail.day], counted);
    }
}

std::optional<Reason> TrialMails::take(const TrialMail &mail)
{
    std::optional<Reason> out;
    base::UtcMs at = mail.atMs;
    for (int tries = 0; tries < daysLookedAhead; ++tries) {
        const auto wait =
            mail.atAnyHour ? std::nullopt : plays::waitToReach(at, mail.where, m_policy.guards);
        if (wait) {
            if (!out && wait->holiday.empty())
                out = Reason{ReasonCode::OutsideHours,
                             {domain::AtTime{wait->untilMs}, mail.where.zone.name()}};
            else if (!out)
                out = Reason{ReasonCode::Holiday, {wait->holiday, domain::AtTime{wait->untilMs}}};
            at = std::max(wait->untilMs, at + 1);
        }
        Day &day = m_days[base::dayNumber(m_zone.dateOf(at))];
        const auto full = fullDay(mail, day);
        if (!full) {
            count(day, mail);
            return out;
        }
        if (!out)
            out = full;
        at = m_zone.startOfDay(base::addDays(m_zone.dateOf(at), 1));
    }
    return out;
}

std::optional<Reason> TrialMails::fullDay(const TrialMail &mail, const Day &day) const
{
    const auto &guards = m_policy.guards;
    const auto own = day.ofOwner.find(mail.owner);
    const auto ofOwner = own == day.ofOwner.end() ? 0 : own->second;
    const auto host = day.toHost.find(mail.host);
    const auto ofHost = host == day.toHost.end() ? 0 : host->second;
    if (mail.byPolicy && ofOwner >= guards.autoMailsPerRepDay)
        return Reason{ReasonCode::RepDayLimit, {ofOwner, guards.autoMailsPerRepDay}};
    if (day.all >= guards.mailsPerDay)
        return Reason{ReasonCode::DayLimit, {day.all, guards.mailsPerDay}};
    if (ofHost >= guards.mailsPerDomainDay)
        return Reason{ReasonCode::DomainDayLimit, {mail.host, ofHost, guards.mailsPerDomainDay}};
    return std::nullopt;
}

void TrialMails::count(Day &day, const TrialMail &mail) const
{
    ++day.all;
    ++day.toHost[mail.host];
    ++day.ofOwner[mail.owner];
}

} // namespace topline::engine
