// What a calendar's pull knows between two calls, as the text that is stored: the server's mark of
// its state, and the busy times as they were then. Pure. A text that is not ours gives an empty
// one: everything is read again.
#pragma once

#include "core/domain/calendar.h"

#include <string>
#include <vector>

namespace topline::calendar {

// How long after it began a meeting of ours is still looked for, where nobody has said what became
// of it.
inline constexpr base::DurationMs ownBackMs = 60 * base::dayMs;

// An entry of these days whose number may be one of ours, as it stood when it was read.
struct OwnEntry {
    std::string uid;
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    bool stands = true; // neither cancelled nor declined by everybody who was asked
    bool operator==(const OwnEntry &) const = default;
};

struct CalDavCursor {
    std::string syncToken;     // RFC 6578; empty: the server has none
    std::string ctag;          // its elder sister; empty: none
    base::UtcMs readMs = 0;    // when the busy times were read; 0: never
    base::UtcMs checkedMs = 0; // when the server said last that they still hold
    std::int64_t entries = 0;
    domain::BusyTimes busy;
    base::UtcMs ownFromMs = 0; // `own` begins there, and ends two days after the reading
    // Since when meetings of ours are open, as the workspace said; 0: none is.
    base::UtcMs openSinceMs = 0;
    std::vector<OwnEntry> own;
    bool operator==(const CalDavCursor &) const = default;
};

std::string cursorText(const CalDavCursor &cursor);
CalDavCursor readCursor(const std::string &text);

// The same, and the next reading goes back that far. A text that is not ours stays as it is.
std::string withOpenSince(const std::string &text, base::UtcMs openSinceMs);

} // namespace topline::calendar
