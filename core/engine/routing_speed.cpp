#include "core/engine/routing_speed.h"

#include "core/plays/work_calendar.h"

#include <algorithm>

namespace topline::engine {

namespace {

domain::SpeedFigures figuresOf(std::vector<base::DurationMs> waits)
{
    domain::SpeedFigures out;
    if (waits.empty())
        return out;
    std::sort(waits.begin(), waits.end());
    const auto rank = [&](std::size_t permille) {
        return waits[std::max<std::size_t>((waits.size() * permille + 999) / 1'000, 1) - 1];
    };
    out.medianMs = rank(500);
    out.p90Ms = rank(900);
    const auto quick = std::count_if(waits.begin(), waits.end(),
                                     [](auto wait) { return wait <= 5 * base::minuteMs; });
    out.within5MinPermille = quick * 1'000 / static_cast<std::int64_t>(waits.size());
    return out;
}

} // namespace

domain::SpeedReport speedOf(const std::vector<store::Answered> &rows, const Calendars &calendars,
                            const std::string &zone)
{
    domain::SpeedReport out;
    std::map<domain::OwnerId, plays::WorkClock> clocks;
    std::vector<base::DurationMs> byClock;
    std::vector<base::DurationMs> byWork;
    for (const auto &row : rows) {
        if (!row.touchedMs) {
            ++out.waiting;
            continue;
        }
        const auto own = calendars.find(row.owner);
        const auto found = own == calendars.end() ? calendars.find(domain::OwnerId{}) : own;
        const auto clock =
            clocks
                .try_emplace(row.owner,
                             found == calendars.end() ? domain::WorkCalendar() : found->second,
                             zone)
                .first;
        byClock.push_back(std::max<base::DurationMs>(0, *row.touchedMs - row.fromMs));
        byWork.push_back(clock->second.workBetween(row.fromMs, *row.touchedMs));
    }
    out.answered = static_cast<std::int64_t>(byClock.size());
    out.clock = figuresOf(std::move(byClock));
    out.work = figuresOf(std::move(byWork));
    return out;
}

} // namespace topline::engine
