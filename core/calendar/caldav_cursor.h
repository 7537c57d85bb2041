// What a calendar's pull knows between two calls, as the text that is stored: the server's mark of
// its state, and the busy times as they were then. Pure. A text that is not ours gives an empty
// one: everything is read again.
#pragma once

#include "core/domain/calendar.h"

#include <string>

namespace topline::calendar {

struct CalDavCursor {
    std::string syncToken;     // RFC 6578; empty: the server has none
    std::string ctag;          // its elder sister; empty: none
    base::UtcMs readMs = 0;    // when the busy times were read; 0: never
    base::UtcMs checkedMs = 0; // when the server said last that they still hold
    std::int64_t entries = 0;
    domain::BusyTimes busy;
    bool operator==(const CalDavCursor &) const = default;
};

std::string cursorText(const CalDavCursor &cursor);
CalDavCursor readCursor(const std::string &text);

} // namespace topline::calendar
