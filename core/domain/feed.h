// What the feed shows: cards with everything that a row draws, the factors of their rank, and the
// lanes. Made by the engine from core/feed; read by the window and the terminal program. Plain
// values, any thread.
#pragma once

#include "core/domain/action.h"
#include "core/domain/score.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

enum class Lane : std::int32_t { Now = 0, Today = 1, Waiting = 2, Later = 3, Done = 4 };

// 0 breached inbound SLA, 1 SLA running, 2 today, 3 later.
using Band = int;

// How people judge the cards of one play: its last ones that somebody approved, did or rejected.
// A play whose cards are often called not relevant counts for less.
struct PlayAcceptance {
    std::int64_t judged = 0;   // of the last ones; 0: nothing to go by
    std::int64_t relevant = 0; // of these not called irrelevant
    std::int64_t percent = 100;
    bool operator==(const PlayAcceptance &) const = default;
};

// value per minute = gain x acceptance x amount x freshness / effort, exactly these integers:
// gainBasisPoints * percent * amountMinor * freshnessPermille
// / (10'000 * 100 * 1'000 * effortMinutes) minor units per minute.
struct RankFactors {
    Band band = 3;
    std::int64_t gainBasisPoints = 0;
    std::int64_t amountMinor = 0;
    std::int64_t freshnessPermille = 0;
    std::int64_t effortMinutes = 1;
    PlayAcceptance acceptance;
    bool operator==(const RankFactors &) const = default;

    std::int64_t numerator() const; // the product above; checked against overflow

    std::int64_t denominator() const { return 1'000'000'000 * effortMinutes; }

    double minorPerMinute() const; // for showing only; ordering compares the fractions
};

struct FeedCard {
    Action action;
    std::string contactName;
    std::string contactTitle;
    std::string contactTimeZone;
    std::string accountName;
    std::string ownerName;
    std::string playName;
    std::string dealName;
    std::int64_t scoreMilli = 0;
    Tier tier = Tier::Cold;
    std::optional<WinProbability> probability; // absent without an open deal
    std::optional<base::UtcMs> lastTouchMs;    // last outbound or two-way touch
    std::optional<base::UtcMs> leavesMs;       // what waits to be sent leaves not before
    // A call that would disturb somebody outside their hours: by which clock, and from when on.
    std::optional<base::UtcMs> reachFromMs;
    std::string reachZone;
    Channel channel = Channel::Crm; // of what is under way or went last
    RankFactors rank;
    Lane lane = Lane::Today;
    std::int64_t folded = 0; // further open actions for the same person
    // Byte order of keys is the order of cards: band, value per minute (falling), creation, id. Set
    // by core/feed.
    std::string sortKey;
    bool operator==(const FeedCard &) const = default;
};

struct FeedCounts {
    std::int64_t lanes[5] = {0, 0, 0, 0, 0};
    std::int64_t slaRunning = 0;
    std::int64_t slaBreached = 0;
    std::int64_t inHold = 0;
    std::int64_t unknown = 0;
    std::int64_t doneToday = 0;
    std::int64_t minutesNow = 0; // effort left in Now and Today
    std::optional<base::UtcMs> nextSlaMs;
    bool operator==(const FeedCounts &) const = default;
};

} // namespace topline::domain
