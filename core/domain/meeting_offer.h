// Times to meet a person, as the window proposes them: slots that suit both sides, and what they
// were worked out from. Made by the engine on request. Plain values, any thread.
#pragma once

#include "core/base/uuid.h"
#include "core/domain/calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct MeetingOffer {
    base::Uuid action;
    std::string person;
    std::string company;
    std::string ourZone = "UTC";
    std::string theirZone = "UTC"; // ours where it is not known
    bool isTheirZoneKnown = false;
    // When the own calendar was read; absent without one: then nothing is known to be busy.
    std::optional<base::UtcMs> busyReadMs;
    base::UtcMs askedMs = 0; // when it was worked out
    // What their clock shows now, where it is outside the hours in which plays may write.
    std::optional<base::CivilTime> quietThere = {};
    bool canBook = false;         // there is a calendar to book in, and an address to invite
    std::int64_t unreadCount = 0; // entries of it that could not be read
    std::int64_t minutes = 30;
    std::vector<ProposedTime> times; // ascending, at most five
    bool operator==(const MeetingOffer &) const = default;
};

} // namespace topline::domain
