// What the signals page shows: each detector's hits, what people made of them, its thresholds, and
// what other thresholds would have found. Made by the engine, any thread; plain values.
#pragma once

#include "core/domain/action.h"
#include "core/domain/signal.h"
#include "core/domain/signal_policy.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

enum class ParameterUnit { Count, Percent, Points, Duration, PartsPerMillion };

// One threshold of SignalPolicy by its stored name.
struct DetectorParameter {
    std::string key; // "surge_window_ms"
    ParameterUnit unit = ParameterUnit::Count;
    std::int64_t value = 0;
    std::int64_t standard = 0; // the default
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::int64_t SignalPolicy::*field = nullptr; // which threshold of a policy it is
};

struct SignalHit {
    Signal signal;
    std::string accountName;
    std::string contactName;
    std::string dealName;
    std::optional<ActionState> action; // what became of it; nothing: no play asked for it
};

struct DetectorRow {
    SignalType type = SignalType::PricingRevisit;
    bool enabled = true;
    std::int64_t hits = 0; // in the window
    std::int64_t accounts = 0;
    std::int64_t accepted = 0;               // approved or done by a person
    std::array<std::int64_t, 6> dismissed{}; // by DismissReason
    std::int64_t open = 0;
    std::int64_t suppressed = 0;
    std::int64_t heldOut = 0;
    std::optional<double> precision;     // accepted / (accepted + dismissed)
    std::optional<double> precisionLow;  // Wilson, 95 %
    std::optional<double> precisionHigh; // Wilson, 95 %
    std::vector<DetectorParameter> parameters;
    std::vector<SignalHit> newest; // at most 50
};

struct SignalsView {
    std::vector<DetectorRow> rows; // by type
    SignalPolicy policy;
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    std::int64_t suspectEvents = 0; // taken for a machine's in the window
    std::int64_t events = 0;
};

struct DryRunRow {
    SignalType type = SignalType::PricingRevisit;
    std::int64_t hitsNow = 0;
    std::int64_t accountsNow = 0;
    std::int64_t hitsThen = 0; // with the policy that is tried
    std::int64_t accountsThen = 0;
    std::vector<SignalHit> added;   // at most 20
    std::vector<SignalHit> removed; // at most 20
};

struct DryRun {
    std::vector<DryRunRow> rows; // types that differ, by type
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
    std::int64_t accounts = 0; // looked at
};

} // namespace topline::domain
