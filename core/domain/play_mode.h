// How far a play may go by itself: promotion that is earned, demotion that comes by itself. Decided
// by core/engine's mode_* from what was approved and what came back. Plain values, any thread.
// Numbers of enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/domain/play.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class ModeWhy : std::int32_t {
    ByHand = 1,
    Earned = 2, // a manager agreed to what the figures allow
    Bounces = 3,
    Unsubscribes = 4,
    Complaints = 5,
    Document = 6, // as the play's text says, again
};

constexpr std::string_view modeWhyName(ModeWhy why)
{
    switch (why) {
    case ModeWhy::ByHand:
        return "by_hand";
    case ModeWhy::Earned:
        return "earned";
    case ModeWhy::Bounces:
        return "bounces";
    case ModeWhy::Unsubscribes:
        return "unsubscribes";
    case ModeWhy::Complaints:
        return "complaints";
    case ModeWhy::Document:
        return "document";
    }
    return {};
}

// `count` of `of` is what led to it: bounces of mails, unedited of approvals.
struct ModeChange {
    std::string playId;
    Mode mode = Mode::Approval;
    ModeWhy why = ModeWhy::ByHand;
    std::int64_t count = 0;
    std::int64_t of = 0;
    base::UtcMs atMs = 0;
    bool operator==(const ModeChange &) const = default;
};

// Of one play since its mode last changed.
struct PlayConduct {
    std::string playId;
    std::int64_t approvals = 0; // by people
    std::int64_t unedited = 0;  // of those
    std::int64_t mails = 0;     // that were sent
    std::int64_t bounces = 0;
    std::int64_t unsubscribes = 0;
    std::int64_t complaints = 0;
    bool operator==(const PlayConduct &) const = default;
};

// The mode in force with why it is so.
struct ModeRow {
    std::string playId;
    std::string playName;
    Mode mode = Mode::Approval; // in force
    PlayConduct conduct;
    std::int64_t approvalsNeeded = 0; // before it may run by itself
    bool hasEarned = false;           // a manager may let it run by itself
    std::optional<ModeChange> last;
    std::vector<ModeChange> history; // newest first
    bool operator==(const ModeRow &) const = default;
};

} // namespace topline::domain
