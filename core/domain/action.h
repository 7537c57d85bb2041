// Actions and what was decided about them. Decisions are facts: they are never recomputed, only
// followed by other facts. Plain values, any thread. Numbers of enums are stored.
#pragma once

#include "core/base/money.h"
#include "core/base/uuid.h"
#include "core/domain/effect.h"
#include "core/domain/play.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class ActionState : std::int32_t {
    Proposed = 0,
    Snoozed = 1,
    Approved = 2,  // held back or waiting in the outbox
    Executing = 3, // intent is stored, the outside party is being asked
    Done = 4,      // terminal
    Dismissed = 5, // terminal
    Expired = 6,   // terminal
    HeldOut = 7,   // terminal: a ghost action, never shown to reps
    Failed = 8,    // refused outside; Retry or Dismiss
    Unknown = 9,   // the outside party may have acted; a person or evidence decides
};

std::string_view actionStateName(ActionState state);
std::optional<ActionState> parseActionState(std::string_view name);
bool isTerminal(ActionState state);

enum class DismissReason : std::int32_t {
    WrongPerson = 1,
    BadTiming = 2,
    AlreadyDone = 3,
    NotRelevant = 4,
    Duplicate = 5
};
enum class Outcome : std::int32_t {
    None = 0,
    Connected = 1,
    NoAnswer = 2,
    MeetingBooked = 3,
    Replied = 4,
    NotInterested = 5,
    Other = 6,
    Won = 7 // a deal of the account was won; seen by the engine, not chosen by hand
};

std::string_view dismissReasonName(DismissReason reason); // "wrong_person" …
std::optional<DismissReason> parseDismissReason(std::string_view name);
std::string_view outcomeName(Outcome outcome);
std::optional<Outcome> parseOutcome(std::string_view name);

// What will leave; frozen at approval.
struct Draft {
    std::string to; // mail address or phone number; may be empty for a task
    std::string subject;
    std::string body;
    std::vector<std::string> facts; // merge fields used, as "field: value"
    bool operator==(const Draft &) const = default;
};

// One field of a record as a person changed it: what it was when they looked, and what it should
// be.
struct FieldChange {
    std::string field; // as in imports: "nextStep", "amount"
    std::string base;
    std::string value;
    bool operator==(const FieldChange &) const = default;
};

struct Action {
    base::Uuid id; // named by play, version, step and signal
    ActionKind kind = ActionKind::Task;
    Mode mode = Mode::Approval;
    ActionState state = ActionState::Proposed;
    Urgency urgency = Urgency::Today;
    AccountId account;
    ContactId contact;
    DealId deal;
    OwnerId owner;
    std::string playId;
    std::int64_t playVersion = 1;
    std::int64_t stepNo = 1;
    base::Uuid signal;     // the correlation id of the loop
    std::string dedupeKey; // one open action per key
    Reason whyNow;
    base::UtcMs signalMs = 0; // freshness counts from here; a repeat moves it
    std::int64_t repeats = 1;
    std::int64_t gainBasisPoints = 0;
    std::int64_t effortMinutes = 1;
    std::optional<base::Money>
        amount; // of the deal when decided; absent: the account's typical deal, "~"
    bool amountEstimated = false;
    base::UtcMs createdMs = 0;
    std::optional<base::UtcMs> slaDueMs;
    std::optional<base::UtcMs> snoozedUntilMs;
    std::optional<base::UtcMs> holdUntilMs; // approved: leaves not before
    base::UtcMs changedMs = 0;
    Draft draft;
    std::string variant;     // of the step's texts, where it has several; else empty
    bool isEdited = false;   // a person changed the draft
    bool untilReply = false; // snoozed: also wakes when the buyer answers or visits
    std::string stageTarget; // for StageChange
    std::vector<FieldChange>
        fields; // for FieldEdit: of the deal, else the contact, else the account
    std::optional<DismissReason> dismissReason;
    base::Uuid duplicateOf; // dismissed as a duplicate of that action; else null
    Outcome outcome = Outcome::None;
    std::string failure; // what the outside party said; plain text
    bool operator==(const Action &) const = default;
};

// One answer per signal and play: proposed, merged, suppressed or held out, with the rule that
// decided.
struct Decision {
    base::Uuid signal;
    std::string playId;
    std::int64_t playVersion = 1;
    AccountId account;
    base::UtcMs atMs = 0;
    Reason reason;                 // Proposed, HeldOut, OpenActionMerged or the suppressing rule
    base::Uuid action;             // null when suppressed
    std::vector<ReasonCode> asked; // the rules asked before, in order, all passed
    bool operator==(const Decision &) const = default;
};

} // namespace topline::domain
