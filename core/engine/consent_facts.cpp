#include "core/engine/consent_facts.h"

#include "core/engine/consent_book.h"

#include <algorithm>

namespace topline::engine {

base::Result<ConsentFacts> ConsentFacts::of(Step &step, const domain::AccountHistory &history)
{
    ConsentFacts out;
    TRY_ASSIGN(out.m_limits, ConsentBook(step).limits(history));
    TRY_ASSIGN(out.m_calendars, calendarsByOwner(step));
    TRY_ASSIGN(const auto modes, step.tables().modes.modes());
    for (const auto &[play, change] : modes)
        out.m_modes[play] = change.mode;
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

namespace {

bool writesToPeople(const domain::Play &play)
{
    return std::any_of(play.steps.begin(), play.steps.end(), [](const domain::PlayStep &step) {
        return step.kind == domain::ActionKind::Email || step.kind == domain::ActionKind::Meeting;
    });
}

} // namespace

plays::DecisionFacts ConsentFacts::forPlay(const domain::Play &play) const
{
    plays::DecisionFacts out;
    out.limits = &m_limits;
    out.playsToday = &m_today;
    out.calendars = &m_calendars;
    if (const auto mode = m_modes.find(play.id); mode != m_modes.end())
        out.mode = mode->second;
    else if (play.mode == domain::Mode::Auto && writesToPeople(play))
        out.mode = domain::Mode::Approval; // runs by itself once it has earned that
    return out;
}

void ConsentFacts::countProposed(const domain::Action &action)
{
    ++m_today[{action.playId, action.owner}];
}

base::Result<Calendars> calendarsByOwner(Step &step)
{
    Calendars out;
    TRY_ASSIGN(const auto all, step.tables().workCalendars.all());
    for (const auto &calendar : all)
        out.emplace(calendar.owner, calendar);
    return out;
}

} // namespace topline::engine
