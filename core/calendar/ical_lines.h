// The texts that iCalendar is made of: folded lines, escaped values, times. Used by what writes
// calendars. Pure, any thread, cannot fail: characters that a line cannot hold are left out.
#pragma once

#include "core/base/calendar.h"

#include <string>
#include <string_view>

namespace topline::calendar {

class IcalLines {
public:
    // One property; folded at 75 bytes, between characters, and ended by CR LF.
    void add(std::string_view line);

    std::string take();

private:
    std::string m_text;
};

// Of a text value: backslash, semicolon, comma and line ends escaped; other control characters and
// bytes that are not UTF-8 do not come through.
std::string icalEscaped(std::string_view text);

// Of a parameter in quotation marks, on one line; quotation marks become apostrophes.
std::string icalQuoted(std::string_view text);

// "20261123T100000".
std::string icalTime(const base::CivilTime &time);

// "+0530", "-0330"; with seconds where there are any.
std::string icalOffset(base::DurationMs offsetMs);

} // namespace topline::calendar
