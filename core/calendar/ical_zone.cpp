#include "core/calendar/ical_lines.h"
#include "core/calendar/ical_write.h"

#include <vector>

namespace topline::calendar {

namespace {

struct Change {
    base::UtcMs atMs;
    base::DurationMs beforeMs;
    base::DurationMs afterMs;
};

// The instant at which the offset of `from` ends, between the two.
base::UtcMs changeBetween(const base::TimeZone &zone, base::UtcMs from, base::UtcMs until)
{
    const base::DurationMs before = zone.offsetMs(from);
    while (until - from > base::secondMs) {
        const base::UtcMs middle = from + (until - from) / 2;
        (zone.offsetMs(middle) == before ? from : until) = middle;
    }
    return until - until % base::secondMs;
}

// No zone changes twice within a day.
std::vector<Change> changesOf(const base::TimeZone &zone, base::UtcMs from, base::UtcMs until)
{
    std::vector<Change> out;
    for (base::UtcMs at = from; at < until; at += base::dayMs) {
        const base::DurationMs before = zone.offsetMs(at);
        const base::DurationMs after = zone.offsetMs(at + base::dayMs);
        if (before != after)
            out.push_back({changeBetween(zone, at, at + base::dayMs), before, after});
    }
    return out;
}

void addPart(IcalLines &out, const char *kind, const base::CivilTime &from, const Change &change)
{
    out.add(std::string("BEGIN:") + kind);
    out.add("DTSTART:" + icalTime(from));
    out.add("TZOFFSETFROM:" + icalOffset(change.beforeMs));
    out.add("TZOFFSETTO:" + icalOffset(change.afterMs));
    out.add(std::string("END:") + kind);
}

} // namespace

std::string icalZone(const base::TimeZone &zone, base::UtcMs at)
{
    if (zone.name() == "UTC")
        return {};
    const int year = zone.dateOf(at).year;
    const base::UtcMs from = base::dayNumber({year - 1, 1, 1}) * base::dayMs;
    const base::UtcMs until = base::dayNumber({year + 2, 1, 1}) * base::dayMs;
    IcalLines out;
    out.add("BEGIN:VTIMEZONE");
    out.add("TZID:" + zone.name());
    const base::DurationMs first = zone.offsetMs(from);
    addPart(out, "STANDARD", {{1970, 1, 1}, 0}, {from, first, first});
    for (const Change &change : changesOf(zone, from, until)) {
        // By the clock as it stood until then (RFC 5545, 3.6.5).
        const base::CivilTime start = base::TimeZone().local(change.atMs + change.beforeMs);
        addPart(out, change.afterMs > change.beforeMs ? "DAYLIGHT" : "STANDARD", start, change);
    }
    out.add("END:VTIMEZONE");
    return out.take();
}

} // namespace topline::calendar
