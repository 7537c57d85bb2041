// What the rules of suppression want to know beside an account's history, gathered once per account
// that has signals to decide on: limits of its people, limits of plays, modes, working hours. Used
// by decisions, on the engine's thread. Asks nothing of tables that are empty twice.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"
#include "core/plays/decide.h"
#include "core/plays/rep_time.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace topline::engine {

using Calendars = std::map<domain::OwnerId, domain::WorkCalendar>;

class ConsentFacts {
public:
    static base::Result<ConsentFacts> of(Step &step, const domain::AccountHistory &history);

    // Valid as long as this object.
    plays::DecisionFacts forPlay(const domain::Play &play) const;
    // Another one of the play for its owner today.
    void countProposed(const domain::Action &action);

    // Hours and absence of that rep.
    plays::RepTime repTime(domain::OwnerId owner, const Step &step) const;

    const Calendars &calendars() const { return m_calendars; }

private:
    std::vector<domain::ContactLimit> m_limits;
    std::map<std::pair<std::string, domain::OwnerId>, std::int64_t> m_today;
    std::map<std::string, domain::ModeChange> m_modes;
    Calendars m_calendars;
    std::map<domain::OwnerId, base::UtcMs> m_awayUntil;
};

// By owner; empty where nobody set any.
base::Result<Calendars> calendarsByOwner(const store::Tables &tables);
base::Result<Calendars> calendarsByOwner(Step &step);

} // namespace topline::engine
