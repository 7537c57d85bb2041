// A calendar as the product knows it: when a rep is busy, meetings that are booked or proposed, and
// the account they are kept in. Made and read by core/calendar, shown by the window. Meetings keep
// the wall time and zone that people agreed on; UTC follows from them. Plain values, any thread.
#pragma once

#include "core/base/calendar.h"
#include "core/base/time.h"
#include "core/base/uuid.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::domain {

// From the first instant until just before the last.
struct BusySpan {
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    auto operator<=>(const BusySpan &) const = default;
};

// All that is busy between two times, ascending, without overlaps.
struct BusyTimes {
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    std::vector<BusySpan> spans;
    // Entries that could not be read or worked out: the spans may lack some.
    std::int64_t unreadCount = 0;
    bool operator==(const BusyTimes &) const = default;
};

enum class Attendance : std::int32_t { Unanswered = 0, Accepted = 1, Declined = 2, Tentative = 3 };

struct CalendarPerson {
    std::string address; // in lower case
    std::string name;
    Attendance answer = Attendance::Unanswered; // of an attendee
    bool operator==(const CalendarPerson &) const = default;
};

struct Meeting {
    std::string uid;    // the same for as long as it exists, whatever changes
    std::string effect; // the effect that wrote it last; empty: not ours
    base::CivilTime start;
    std::string zone = "UTC"; // IANA
    std::int64_t minutes = 30;
    std::string title;
    std::string text;
    std::string place;
    std::string link; // https, to meet by; may be empty
    CalendarPerson organiser;
    std::vector<CalendarPerson> attendees;
    std::int64_t sequence = 0; // rises with each change (RFC 5546)
    bool isCancelled = false;
    base::UtcMs stampMs = 0; // when it was written
    bool operator==(const Meeting &) const = default;
};

// What one of the people invited to a meeting of ours said last.
struct InviteAnswer {
    base::Uuid meeting;  // the effect that booked it
    std::string address; // whose word it is, in lower case
    Attendance answer = Attendance::Unanswered;
    base::UtcMs proposedMs = 0; // the other time that they propose; 0: none
    base::UtcMs stampMs = 0;    // when it was written, as they say
    bool operator==(const InviteAnswer &) const = default;
};

// What is stored of a calendar; the password is in the keychain.
struct CalendarAccount {
    std::string url; // scheme, host and port, with a path where the user gave one
    std::string user;
    std::string path;    // of the calendar that is read and written: "/rep/work/"
    std::string title;   // as the server names it
    std::string address; // of the organiser of what is booked
    std::string name;
    std::string zone = "UTC"; // IANA; times without a zone are meant in it
    std::string caFile = {};  // of a private authority; empty: the system's
    bool operator==(const CalendarAccount &) const = default;
};

// One slot that suits both, as each side's clock shows its start.
struct ProposedTime {
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    base::CivilTime ours;
    base::CivilTime theirs;
    bool operator==(const ProposedTime &) const = default;
};

} // namespace topline::domain
