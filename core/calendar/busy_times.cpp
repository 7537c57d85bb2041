#include "core/calendar/busy_times.h"

#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace topline::calendar {

namespace {

constexpr std::int64_t stepsMax = 2'000'000; // of all entries together

bool isDeclined(const domain::Meeting &meeting, const std::string &address)
{
    return std::any_of(meeting.attendees.begin(), meeting.attendees.end(),
                       [&address](const domain::CalendarPerson &person) {
                           return person.address == address &&
                                  person.answer == domain::Attendance::Declined;
                       });
}

class BusyMaker {
public:
    explicit BusyMaker(const BusyQuery &query)
        : m_query(query)
        , m_address(base::lowerAscii(query.address))
    {
        m_out.fromMs = query.fromMs;
        m_out.untilMs = query.untilMs;
    }

    // Occurrences that have an entry of their own.
    void noteStandIn(const IcalEntry &entry)
    {
        if (entry.recurrence)
            m_standIns[entry.meeting.uid].insert(utcOf(*entry.recurrence));
    }

    void take(const IcalEntry &entry)
    {
        if (entry.meeting.isCancelled || entry.isTransparent ||
            isDeclined(entry.meeting, m_address))
            return;
        if (!entry.rule || entry.recurrence) {
            addSpan(entry, utcOf(entry.start));
        } else if (!takeRecurring(entry)) {
            ++m_out.unreadCount;
        }
        for (const IcalMoment &more : entry.moreStarts)
            addOccurrence(entry, utcOf(more));
    }

    domain::BusyTimes finish()
    {
        std::vector<domain::BusySpan> &spans = m_out.spans;
        std::sort(spans.begin(), spans.end());
        std::size_t kept = 0;
        for (std::size_t i = 1; i < spans.size(); ++i) {
            if (spans[i].fromMs <= spans[kept].untilMs)
                spans[kept].untilMs = std::max(spans[kept].untilMs, spans[i].untilMs);
            else
                spans[++kept] = spans[i];
        }
        if (!spans.empty())
            spans.resize(kept + 1);
        return std::move(m_out);
    }

private:
    bool takeRecurring(const IcalEntry &entry)
    {
        const auto found = base::TimeZone::find(entry.start.zone);
        const base::TimeZone zone = found.ok() ? *found : base::TimeZone();
        // A day more on both sides, since a window of instants is none of the wall clock.
        const Window window = {zone.local(m_query.fromMs - entry.durationMs - base::dayMs),
                               zone.local(m_query.untilMs + base::dayMs)};
        const Occurrences all = occurrences(*entry.rule, entry.start.wall, window, m_steps);
        std::set<base::UtcMs> except;
        for (const IcalMoment &one : entry.exceptions)
            except.insert(utcOf(one));
        for (const base::CivilTime &start : all.starts) {
            const base::UtcMs at = utcOf({start, entry.start.zone, entry.start.isDate});
            if (except.count(at) == 0)
                addOccurrence(entry, at);
        }
        return !all.isCut;
    }

    void addOccurrence(const IcalEntry &entry, base::UtcMs at)
    {
        const auto standIns = m_standIns.find(entry.meeting.uid);
        if (standIns == m_standIns.end() || standIns->second.count(at) == 0)
            addSpan(entry, at);
    }

    void addSpan(const IcalEntry &entry, base::UtcMs at)
    {
        const domain::BusySpan span = {std::max(at, m_query.fromMs),
                                       std::min(endOf(entry, at), m_query.untilMs)};
        if (span.fromMs < span.untilMs)
            m_out.spans.push_back(span);
    }

    // Whole days end with the day, however long the clocks make it.
    static base::UtcMs endOf(const IcalEntry &entry, base::UtcMs at)
    {
        const auto zone = base::TimeZone::find(entry.start.zone);
        if (!entry.start.isDate || !zone.ok())
            return at + entry.durationMs;
        const std::int64_t days = (entry.durationMs + base::dayMs / 2) / base::dayMs;
        return zone->startOfDay(base::addDays(zone->dateOf(at), days));
    }

    const BusyQuery &m_query;
    const std::string m_address;
    domain::BusyTimes m_out;
    std::map<std::string, std::set<base::UtcMs>> m_standIns;
    std::int64_t m_steps = stepsMax;
};

} // namespace

domain::BusyTimes busyTimes(std::span<const IcalEntry> entries, const BusyQuery &query)
{
    BusyMaker maker(query);
    for (const IcalEntry &entry : entries)
        maker.noteStandIn(entry);
    for (const IcalEntry &entry : entries)
        maker.take(entry);
    return maker.finish();
}

} // namespace topline::calendar
