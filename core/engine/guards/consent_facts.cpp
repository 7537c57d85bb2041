#include "core/engine/guards/consent_facts.h"

#include "core/engine/guards/consent_book.h"
#include "core/engine/guards/mode_rules.h"

#include <algorithm>

namespace topline::engine {

base::Result<ConsentFacts> ConsentFacts::of(Step &step, const domain::AccountHistory &history)
{
    ConsentFacts out;
    TRY_ASSIGN(out.m_limits, ConsentBook(step).limits(history));
    TRY_ASSIGN(out.m_calendars, calendarsByOwner(step));
    TRY_ASSIGN(out.m_modes, step.tables().modes.modes());
    TRY_ASSIGN(const auto seats, step.tables().routing.seats());
    for (const auto &seat : seats) {
        if (!seat.isPresent && seat.awayUntilMs && *seat.awayUntilMs > step.now())
            out.m_awayUntil[seat.owner] = *seat.awayUntilMs;
    }
    const auto &plays = step.context().plays;
    const bool isLimited = std::any_of(plays.begin(), plays.end(),
                                       [](const auto &play) { return play.perRepDayMax > 0; });
    if (isLimited) {
        const auto zone = base::TimeZone::find(step.policy().zone);
        const base::TimeZone local = zone.ok() ? *zone : base::TimeZone();
        TRY_ASSIGN(out.m_today,
                   step.tables().modes.proposedSince(local.startOfDay(local.dateOf(step.now()))));
    }
    return out;
}

plays::DecisionFacts ConsentFacts::forPlay(const domain::Play &play) const
{
    plays::DecisionFacts out;
    out.limits = &m_limits;
    out.playsToday = &m_today;
    out.calendars = &m_calendars;
    const auto last = m_modes.find(play.id);
    out.mode = modeInForce(play, last == m_modes.end() ? nullptr : &last->second);
    return out;
}

plays::RepTime ConsentFacts::repTime(domain::OwnerId owner, const Step &step) const
{
    const auto away = m_awayUntil.find(owner);
    return plays::RepTime(plays::workClockOf(m_calendars, owner, step.policy().zone),
                          away == m_awayUntil.end() ? std::nullopt : std::optional(away->second));
}

void ConsentFacts::countProposed(const domain::Action &action)
{
    ++m_today[{action.playId, action.owner}];
}

base::Result<Calendars> calendarsByOwner(Step &step)
{
    return calendarsByOwner(step.tables());
}

base::Result<Calendars> calendarsByOwner(const store::Tables &tables)
{
    Calendars out;
    TRY_ASSIGN(const auto all, tables.workCalendars.all());
    for (const auto &calendar : all)
        out.emplace(calendar.owner, calendar);
    return out;
}

} // namespace topline::engine
