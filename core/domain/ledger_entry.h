// Rows of the append-only, hash-chained ledger. Written only by the store inside the transaction of
// their cause; hashed and verified by core/ledger. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline::domain {

enum class LedgerKind : std::int32_t {
    Genesis = 1,
    Assigned = 2, // account to arm, once, at its first trigger
    Proposed = 3,
    HeldOut = 4, // ghost action
    Suppressed = 5,
    Merged = 6,
    Approved = 7,
    Undone = 8,
    Snoozed = 9,
    Dismissed = 10,
    Done = 11,
    Expired = 12,
    IntentStored = 13,
    Sent = 14,
    Failed = 15,
    Unknown = 16,
    Resolved = 17,     // a person said what became of an unknown effect
    OutcomeSeen = 18,  // reply, meeting, won … inside the window
    Contaminated = 19, // a rep touched a held-out account
    PolicyChanged = 20,
    Connected = 21,       // a CRM account was signed in, or its first sync was allowed
    Disconnected = 22,    // its records stay
    ConflictFound = 23,   // both sides changed a field
    ConflictDecided = 24, // by a person or a rule; may be turned over by a later row
    DeletesDecided = 25,  // too many deletions to believe: a person took or refused them
    PlayChanged = 26,     // a version of a play was saved, switched on or off
    ModeChanged = 27,     // a play was promoted, demoted or set by a person
    DoNotContact = 28,    // an address was put on the list, or taken off by a person
    ConsentChanged = 29,
    RunStarted = 30, // a cadence for one person
    RunMoved = 31,   // a step taken, a pause, or its going on
    RunEnded = 32,
    Routed = 33, // who was given it, and why
    Reassigned = 34,
    Escalated = 35,
    HandedOff = 36,       // from the engine to a person
    TakenOver = 37,       // this computer sends from now on
    MailSeen = 38,        // a bounce, absence, unsubscribe or reply in the mailbox
    ModelAsked = 39,      // a language model wrote a draft: what was sent, as a hash
    Deferred = 40,        // an approved effect waits for hours or limits
    DealPlanChanged = 41, // a row of a mutual plan, or an exit check of a stage
};

std::string_view ledgerKindName(LedgerKind kind);
std::optional<LedgerKind> parseLedgerKind(std::string_view name);

struct LedgerEntry {
    std::int64_t seq = 0; // from 1, no gaps
    base::UtcMs atMs = 0;
    std::string actor; // "engine", "rep", "courier", "buyer"
    LedgerKind kind = LedgerKind::Genesis;
    base::Uuid subject; // action, or null
    base::Uuid signal;  // correlation id, or null
    AccountId account;
    std::string payload;  // canonical JSON, keys ascending
    std::string prevHash; // hex; 64 zeros at seq 1
    std::string hash;     // hex SHA-256 over prevHash and all fields
    bool operator==(const LedgerEntry &) const = default;
};

} // namespace topline::domain
