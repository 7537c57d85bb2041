// What an iCalendar text from outside says, in plain values. Called on the courier's thread for
// entries of a calendar and for invitations in mails. Hostile input: bounded in size, number and
// depth before libical sees it; never throws or hangs. InvalidInput for what is no calendar; single
// entries that make no sense are counted and left out.
#pragma once

#include "core/base/result.h"
#include "core/calendar/recurrence.h"
#include "core/domain/calendar.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::calendar {

inline constexpr std::size_t icalBytesMax = 1024 * 1024;
inline constexpr int icalComponentsMax = 2'000;

struct IcalMoment {
    base::CivilTime wall;
    std::string zone = "UTC"; // IANA; that of the reader where the text names none
    bool isDate = false;      // a whole day
    bool operator==(const IcalMoment &) const = default;
};

// One VEVENT.
struct IcalEntry {
    domain::Meeting meeting; // its minutes are those of the first time
    IcalMoment start;
    base::DurationMs durationMs = 0;
    bool isTransparent = false; // does not make busy
    std::optional<Recurrence> rule;
    std::vector<IcalMoment> moreStarts;   // RDATE
    std::vector<IcalMoment> exceptions;   // EXDATE
    std::optional<IcalMoment> recurrence; // it stands for that occurrence of the entry of its uid
};

struct IcalCalendar {
    std::string method; // "REQUEST", "CANCEL", "REPLY"; empty: as stored
    std::vector<IcalEntry> entries;
    std::int64_t unreadCount = 0;
};

base::Result<IcalCalendar> readIcal(std::string_view text, const std::string &homeZone);

base::UtcMs utcOf(const IcalMoment &moment);

} // namespace topline::calendar
