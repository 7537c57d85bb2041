// What the Plays page and the terminal show: plays with their figures, their versions, runs under
// way, what a dry run would have done, and what people change. Made by the engine, any thread;
// plain values. Numbers of enums are stored.
#pragma once

#include "core/domain/action.h"
#include "core/domain/cadence.h"
#include "core/domain/play_mode.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

enum class PlayOrigin : std::int32_t { Shipped = 0, Own = 1, Imported = 2 };

std::string_view playOriginName(PlayOrigin origin); // "shipped", "own", "imported"

// One text of a play; never changed.
struct PlayVersion {
    std::string playId;
    std::int64_t version = 1;
    PlayOrigin origin = PlayOrigin::Shipped;
    std::string yaml;
    std::string sourceSha256; // of the text without its number
    std::string who;
    base::UtcMs atMs = 0;
    bool operator==(const PlayVersion &) const = default;
};

// Which version is in force, and the switches of the workspace.
struct PlayState {
    std::string playId;
    std::int64_t version = 1;
    bool isOn = true;
    base::UtcMs changedMs = 0;
    bool operator==(const PlayState &) const = default;
};

// What is to become of proposed cards of older versions that nobody has touched.
enum class OpenCards { Keep, ProposeAnew };

struct PlayFigures {
    std::int64_t hits = 0; // signals that asked for it
    std::int64_t proposed = 0;
    std::int64_t accepted = 0; // approved or done
    std::int64_t dismissed = 0;
    std::int64_t open = 0;
    std::int64_t suppressed = 0;
    std::int64_t heldOut = 0;
    std::int64_t executed = 0;     // carried out by the engine
    std::int64_t autoExecuted = 0; // of these, approved by the play itself
    std::int64_t outcomes = 0;     // proposed ones that its metric followed within 14 days
    std::int64_t ghostOutcomes = 0;
    std::int64_t runs = 0; // under way
    bool operator==(const PlayFigures &) const = default;
};

// One text of a step with how it did.
struct VariantFigures {
    std::int64_t stepNo = 1;
    std::string name;
    std::int64_t people = 0;
    std::int64_t outcomes = 0;
    bool operator==(const VariantFigures &) const = default;
};

// Below these a test of variants says nothing.
inline constexpr std::int64_t variantPeopleMin = 100;
inline constexpr base::DurationMs variantTimeMin = 14 * base::dayMs;

struct VariantTest {
    std::vector<VariantFigures> variants; // by step, then name
    base::UtcMs sinceMs = 0;              // the first text that was given
    bool isEnough = false;                // people and time for a word on it
    bool operator==(const VariantTest &) const = default;
};

struct PlayRow {
    Play play; // in force
    PlayOrigin origin = PlayOrigin::Shipped;
    std::optional<std::int64_t> offered; // a version of the program that the user has not taken
    PlayFigures figures;                 // of the last 30 days
    VariantTest test;                    // of all time; empty without variants
    ModeRow mode;                        // why it goes as far by itself as it does
};

struct RunRow {
    PlayRun run;
    std::string playName;
    std::string accountName;
    std::string contactName;
    std::int64_t steps = 1; // of its version
};

struct PlaysView {
    std::vector<PlayRow> rows; // in the order in which they are asked
    std::vector<RunRow> runs;  // under way, soonest first; at most 500
    base::UtcMs fromMs = 0;    // of the figures
    base::UtcMs untilMs = 0;
};

// A play as text, for the editor.
struct PlayHistory {
    std::vector<PlayVersion> versions; // newest first
    PlayState state;
};

// What a play would have done on past data; nothing is stored.
struct PlayTrialHit {
    base::UtcMs atMs = 0;
    Reason whyNow;
    Reason decided;                 // Proposed, HeldOut, merged, or the rule against it
    std::optional<Reason> deferred; // created, but its mail would have waited
    std::string accountName;
    std::string contactName;
    bool overlapsOpenCard = false; // the person has a card now
};

struct PlayTrial {
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    std::int64_t accounts = 0; // looked at
    std::int64_t hits = 0;     // signals that ask for it
    std::int64_t created = 0;
    std::int64_t heldOut = 0;
    std::int64_t merged = 0;
    std::int64_t suppressed = 0;
    std::map<ReasonCode, std::int64_t> suppressedBy;
    std::int64_t deferred =
        0; // of those created: their mail would have waited for an hour or a day
    std::map<ReasonCode, std::int64_t> deferredBy;
    std::int64_t laterSteps = 0; // at most, where nobody answers
    std::int64_t minutes = 0;    // of reps, for what was created
    std::int64_t overlaps = 0;
    std::vector<PlayTrialHit> newest; // newest first; at most 50 of each outcome and rule
};

} // namespace topline::domain
