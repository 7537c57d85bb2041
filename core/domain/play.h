// Plays: versioned documents that say which signals lead to which actions. Read from YAML by
// core/plays. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/score.h"
#include "core/domain/signal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class Mode : std::int32_t { Approval = 0, Draft = 1, Auto = 2 };
enum class ActionKind : std::int32_t {
    Call = 1,
    Email = 2,
    Task = 3,
    StageChange = 4,
    FieldEdit = 5, // fields of a record, changed in Topline, on their way to the CRM
    Meeting = 6,
    Note = 7,
};
// How fast: Inbound answers a buyer who waits (its breach is band 0); Timed has an SLA; Today and
// Later have none.
enum class Urgency : std::int32_t { Inbound = 0, Timed = 1, Today = 2, Later = 3 };

std::string_view modeName(Mode mode);
std::optional<Mode> parseMode(std::string_view name);
std::string_view actionKindName(ActionKind kind);
std::optional<ActionKind> parseActionKind(std::string_view name);
std::string_view urgencyName(Urgency urgency);
std::optional<Urgency> parseUrgency(std::string_view name);

struct PlayStep {
    ActionKind kind = ActionKind::Task;
    std::int64_t effortMinutes = 5; // > 0
    std::string subject;            // mustache-like merge fields: {{contact.first_name}} …
    std::string body;
    std::string stage; // for StageChange: name of the target stage
    bool operator==(const PlayStep &) const = default;
};

struct PlayAudience {
    std::optional<std::int64_t> amountMinorMin;
    std::vector<Tier> tiers; // empty: any
    bool needsOpenDeal = false;
    bool operator==(const PlayAudience &) const = default;
};

struct Play {
    std::string id; // "pricing-revisit"
    std::int64_t version = 1;
    std::string name;
    std::string goal;
    std::vector<SignalType> triggers;
    PlayAudience audience;
    Mode mode = Mode::Approval;
    Urgency urgency = Urgency::Today;
    std::optional<base::DurationMs> slaMs; // for Inbound and Timed
    base::DurationMs signalAgeMaxMs = 3 * base::dayMs;
    std::int64_t gainBasisPoints =
        200; // estimated win-probability gain until the ledger has measured one
    std::optional<base::DurationMs> cooldownMs; // else the suppression policy's
    std::string metric;          // the outcome it is judged by: "meeting", "reply", "won"
    std::vector<PlayStep> steps; // at least one; this version proposes the first
    bool operator==(const Play &) const = default;
};

} // namespace topline::domain
