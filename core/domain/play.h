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

// What must have happened since the step before, or must not, for a step to be taken.
enum class StepWhen : std::int32_t {
    Always = 0,
    NoReply = 1,
    Clicked = 2,
    NotClicked = 3,
    NoAnswer = 4, // the call was not answered
    NoMeeting = 5,
};
// Fixed: by business days. OnSignals: each step when its signal is noticed. Hybrid: by days, or
// sooner when its signal is noticed.
enum class CadenceKind : std::int32_t { Fixed = 0, OnSignals = 1, Hybrid = 2 };
// What ends a run at once; opting out, bouncing and do-not-contact always do.
enum class ExitEvent : std::int32_t { Reply = 1, Meeting = 2, DealClosed = 3 };

std::string_view stepWhenName(StepWhen when); // "always", "no_reply" …
std::optional<StepWhen> parseStepWhen(std::string_view name);
std::string_view cadenceKindName(CadenceKind kind); // "fixed", "on_signals", "hybrid"
std::optional<CadenceKind> parseCadenceKind(std::string_view name);
std::string_view exitEventName(ExitEvent event); // "reply", "meeting", "deal_closed"
std::optional<ExitEvent> parseExitEvent(std::string_view name);

// One of several texts of a step, given to a part of the treated people.
struct StepVariant {
    std::string name; // "a", "short" …
    std::string subject;
    std::string body;
    bool operator==(const StepVariant &) const = default;
};

struct PlayStep {
    ActionKind kind = ActionKind::Task;
    std::int64_t effortMinutes = 5; // > 0
    std::string subject;            // mustache-like merge fields: {{contact.first_name}} …
    std::string body;
    std::string stage;    // for StageChange: name of the target stage
    std::int64_t day = 0; // business days after the first step
    StepWhen when = StepWhen::Always;
    std::int64_t elseStep = 0;         // taken instead where `when` does not hold, from 1; 0: none
    std::vector<SignalType> onSignals; // for OnSignals and Hybrid
    bool answersThread = false;        // e-mail: as an answer in the run's thread
    std::vector<StepVariant> variants; // empty, or at least two; replace subject and body
    bool operator==(const PlayStep &) const = default;
};

// The rules of procedure that a play is run by.
struct PlayRules {
    std::vector<std::string> may;     // what the engine may do by itself
    std::vector<std::string> mustAsk; // what a person has to approve
    std::vector<std::string> mustNot;
    std::string escalateTo; // "manager", "owner" or a mail address; empty: the owner
    bool operator==(const PlayRules &) const = default;
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
    std::string metric; // the outcome it is judged by: "meeting", "reply", "won"
    CadenceKind cadence = CadenceKind::Fixed;
    std::vector<ExitEvent> exits = {ExitEvent::Reply, ExitEvent::Meeting, ExitEvent::DealClosed};
    std::int64_t perRepDayMax = 0;  // actions of this play; 0: no limit of its own
    std::int64_t perAccountMax = 0; // open at a time; 0: no limit of its own
    PlayRules rules;
    std::vector<PlayStep> steps; // at least one
    bool isOn = true;            // not in the file: switched in the workspace
    bool operator==(const Play &) const = default;
};

} // namespace topline::domain
