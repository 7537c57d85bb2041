#include "core/engine/reads/routing_speed.h"

#include "core/plays/work_calendar.h"

namespace topline::engine {

std::vector<metrics::LeadAnswer> leadAnswers(const std::vector<store::Answered> &rows,
                                             const Calendars &calendars, const std::string &zone)
{
    std::vector<metrics::LeadAnswer> out;
    std::map<domain::OwnerId, plays::WorkClock> clocks;
    for (const auto &row : rows) {
        auto &answer = out.emplace_back();
        answer.action = row.action;
        answer.fromMs = row.fromMs;
        answer.touchedMs = row.touchedMs;
        if (!row.touchedMs)
            continue;
        const auto clock =
            clocks.try_emplace(row.owner, plays::workClockOf(calendars, row.owner, zone)).first;
        answer.workMs = clock->second.workBetween(row.fromMs, *row.touchedMs);
    }
    return out;
}

} // namespace topline::engine
