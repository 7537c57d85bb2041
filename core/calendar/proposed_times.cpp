#include "core/calendar/proposed_times.h"

#include <algorithm>
#include <optional>

namespace topline::calendar {

namespace {

constexpr base::DurationMs gridMs = 30 * base::minuteMs;
constexpr base::DurationMs noonMs = 12 * base::hourMs;

// Nothing on a day off.
std::optional<domain::WorkSpan> hoursOn(const domain::WorkCalendar &calendar, base::CivilDate date)
{
    const auto &off = calendar.daysOff;
    if (std::find(off.begin(), off.end(), date) != off.end())
        return std::nullopt;
    return calendar.week[static_cast<std::size_t>(base::weekday(date) - 1)];
}

// Both ends on one working day, within its hours, each named by the clock once.
bool suits(const domain::WorkCalendar &calendar, const base::TimeZone &zone,
           const domain::BusySpan &slot)
{
    const base::CivilTime start = zone.local(slot.fromMs);
    const base::CivilTime end = zone.local(slot.untilMs);
    const auto hours = hoursOn(calendar, start.date);
    return hours && start.date == end.date && start.sinceMidnightMs >= hours->fromMs &&
           end.sinceMidnightMs <= hours->toMs &&
           zone.resolve(start).kind == base::LocalKind::Unique &&
           zone.resolve(end).kind == base::LocalKind::Unique &&
           end.sinceMidnightMs - start.sinceMidnightMs == slot.untilMs - slot.fromMs;
}

bool isFree(const domain::BusyTimes &busy, const domain::BusySpan &slot)
{
    if (slot.fromMs < busy.fromMs || slot.untilMs > busy.untilMs)
        return false;
    return std::none_of(busy.spans.begin(), busy.spans.end(), [&slot](const auto &span) {
        return span.fromMs < slot.untilMs && slot.fromMs < span.untilMs;
    });
}

class Search {
public:
    Search(const MeetingWish &wish, const domain::BusyTimes &busy, base::TimeZone ours,
           base::TimeZone theirs)
        : m_wish(wish)
        , m_busy(busy)
        , m_ours(std::move(ours))
        , m_theirs(std::move(theirs))
    {
    }

    std::vector<domain::ProposedTime> run()
    {
        std::vector<std::vector<domain::ProposedTime>> days;
        const base::CivilDate first = m_ours.dateOf(m_wish.nowMs + m_wish.noticeMs);
        for (int day = 0; day < m_wish.days; ++day) {
            if (auto slots = slotsOf(base::addDays(first, day)); !slots.empty())
                days.push_back(std::move(slots));
        }
        return spread(std::move(days));
    }

private:
    std::vector<domain::ProposedTime> slotsOf(base::CivilDate date) const
    {
        std::vector<domain::ProposedTime> out;
        const auto hours = hoursOn(m_wish.ours, date);
        if (!hours)
            return out;
        const base::DurationMs first = (hours->fromMs + gridMs - 1) / gridMs * gridMs;
        for (base::DurationMs at = first; at < hours->toMs; at += gridMs) {
            const base::ResolvedTime start = m_ours.resolve({date, at});
            if (start.kind != base::LocalKind::Unique ||
                start.utcMs < m_wish.nowMs + m_wish.noticeMs)
                continue;
            const domain::BusySpan slot = {start.utcMs,
                                           start.utcMs + m_wish.minutes * base::minuteMs};
            if (suits(m_wish.ours, m_ours, slot) && suits(m_wish.theirs, m_theirs, slot) &&
                isFree(m_busy, slot))
                out.push_back({slot.fromMs, slot.untilMs, m_ours.local(slot.fromMs),
                               m_theirs.local(slot.fromMs)});
        }
        return out;
    }

    // One a day, mornings and afternoons by turns; then a second a day, and so on.
    std::vector<domain::ProposedTime>
    spread(std::vector<std::vector<domain::ProposedTime>> days) const
    {
        std::vector<domain::ProposedTime> out;
        bool isLeft = true;
        for (int round = 0; isLeft && out.size() < m_wish.count; ++round) {
            isLeft = false;
            int turn = round;
            for (auto &slots : days) {
                if (slots.empty() || out.size() == m_wish.count)
                    continue;
                const bool wantsMorning = turn++ % 2 == 0;
                const auto found =
                    std::find_if(slots.begin(), slots.end(), [wantsMorning](const auto &slot) {
                        return (slot.ours.sinceMidnightMs < noonMs) == wantsMorning;
                    });
                const auto taken = found == slots.end() ? slots.begin() : found;
                out.push_back(*taken);
                dropNear(slots, out.back());
                isLeft = isLeft || !slots.empty();
            }
        }
        std::sort(out.begin(), out.end(),
                  [](const auto &a, const auto &b) { return a.fromMs < b.fromMs; });
        return out;
    }

    // Two proposals never overlap, so that both can be offered to others too.
    static void dropNear(std::vector<domain::ProposedTime> &slots, const domain::ProposedTime taken)
    {
        slots.erase(std::remove_if(slots.begin(), slots.end(),
                                   [&taken](const auto &slot) {
                                       return slot.fromMs < taken.untilMs &&
                                              taken.fromMs < slot.untilMs;
                                   }),
                    slots.end());
    }

    const MeetingWish &m_wish;
    const domain::BusyTimes &m_busy;
    base::TimeZone m_ours;
    base::TimeZone m_theirs;
};

} // namespace

base::Result<std::vector<domain::ProposedTime>> proposeTimes(const MeetingWish &wish,
                                                             const domain::BusyTimes &busy)
{
    if (wish.minutes < 1 || wish.minutes > 24 * 60 || wish.days < 1)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "A meeting lasts from a minute to a day."};
    TRY_ASSIGN(base::TimeZone ours, base::TimeZone::find(wish.ours.zone));
    TRY_ASSIGN(base::TimeZone theirs, base::TimeZone::find(wish.theirs.zone));
    return Search(wish, busy, std::move(ours), std::move(theirs)).run();
}

} // namespace topline::calendar
