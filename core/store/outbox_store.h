// The outbox: approvals, effects with frozen bytes, and every attempt. Written by the engine; the
// database itself refuses (Refused) an effect of a held-out action, an intent without an approval
// of the same bytes, a change of the bytes, an illegal move and any change of an attempt.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct Approval {
    base::Uuid action;
    std::string approver; // "rep", "policy"
    std::string wireSha256;
    base::UtcMs atMs = 0;
    bool operator==(const Approval &) const = default;
};

struct Attempt {
    base::Uuid effect;
    std::int64_t number = 0;                                 // from 1, per effect
    domain::EffectState state = domain::EffectState::Queued; // that it led to
    base::UtcMs atMs = 0;
    std::string detail;
    bool operator==(const Attempt &) const = default;
};

// Whose effects are asked for: those about records whose remote ids begin with `prefix` ("hs:"), or
// whose ids have no prefix at all when it is empty; and, where told, those about no record.
struct EffectRoute {
    std::string prefix;
    bool takesOwnerless = true;
};

class OutboxStore {
public:
    explicit OutboxStore(Database &database)
        : m_database(database)
    {
    }

    // Moves are made as of this epoch of the workspace (0: before the first), and refused once
    // another program has opened it and raised the epoch.
    void actAs(std::int64_t epoch) { m_epoch = epoch; }

    // Before or with the effect, in the same transaction.
    base::Status addApproval(const Approval &approval);
    base::Result<std::vector<Approval>> approvals(const base::Uuid &action) const; // by time

    // New effects are Queued; wireSha256 must be the hash of wire (CHECK).
    base::Status add(const domain::Effect &effect);
    // Moves the effect to effect.state and writes attempts, notBeforeMs, remoteId, detail and
    // changedMs; one attempt row is added with it. Legal: Queued to Intent, Failed, Unknown or
    // Cancelled; Intent to Queued, OnWire, Failed, Unknown or Cancelled; OnWire to Queued, Sent,
    // Failed or Unknown; Unknown to Queued, Sent or Failed.
    base::Status move(const domain::Effect &effect);
    // Of a Queued one: it waits until effect.notBeforeMs. No attempt: nothing was tried.
    base::Status defer(const domain::Effect &effect);

    base::Result<std::optional<domain::Effect>> effect(const base::Uuid &id) const;
    base::Result<std::vector<domain::Effect>>
    effectsOf(const base::Uuid &action) const; // by ordinal
    // The Queued effect that may leave first, at or before `nowMs`; nullopt when there is none.
    base::Result<std::optional<domain::Effect>> nextDue(base::UtcMs nowMs) const;
    // The same for one connection. The record of an effect is its deal, else its account, else its
    // contact.
    base::Result<std::optional<domain::Effect>> nextDue(base::UtcMs nowMs,
                                                        const EffectRoute &route) const;
    // When the next Queued effect may leave; nullopt when none is waiting.
    base::Result<std::optional<base::UtcMs>> nextDueMs() const;
    base::Result<std::vector<domain::Effect>> inState(domain::EffectState state) const; // by age
    // Intent, OnWire and Unknown: what a restart has to look at.
    base::Result<std::vector<domain::Effect>> unresolved() const;
    // Meetings that stand in the calendar, told at or after this; by age.
    base::Result<std::vector<domain::Effect>> bookedSince(base::UtcMs ms) const;
    base::Result<std::int64_t> pendingCount() const; // Queued, Intent and OnWire
    // Mails that left or are on their way, changed at or after this.
    base::Result<std::int64_t> mailsSince(base::UtcMs ms) const;
    base::Result<std::vector<Attempt>> attempts(const base::Uuid &effect) const;

private:
    Database &m_database;
    std::int64_t m_epoch = 0;
};

} // namespace topline::store
