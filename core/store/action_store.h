// Actions and the cards made of them. Written by the engine after core/actions has said that the
// move is legal; the database refuses illegal moves once more (Refused). At most one open action
// per dedupe key (Conflict).
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/feed.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// A card as far as the tables know it: the engine adds play name, probability, rank, lane and fold.
struct CardRow {
    domain::FeedCard card;
    domain::StageId dealStage; // unset without a deal
    bool dealOpen = false;
    std::string country; // of the account, as the record spells it
};

// What people said of a play's newest cards.
struct Judgements {
    std::int64_t judged = 0;
    std::int64_t irrelevant = 0;
    bool operator==(const Judgements &) const = default;
};

class ActionStore {
public:
    explicit ActionStore(Database &database)
        : m_database(database)
    {
    }

    base::Status add(const domain::Action &action);
    // Writes the fields that can change; identity, play, signal and creation stay. NotFound when
    // there is no such action. Done or Dismissed go back to Proposed or Snoozed only (undo), and
    // only while no effect of it was sent; Expired and HeldOut never change.
    base::Status update(const domain::Action &action);

    base::Result<std::optional<domain::Action>> action(const base::Uuid &id) const;
    // Not terminal and not held out; by creation, then id.
    base::Result<std::vector<domain::Action>> open() const;
    base::Result<std::vector<domain::Action>> openOf(domain::AccountId account) const;
    // Of the account, any state but suppressed ones, changed at or after `sinceMs`: approved,
    // executing, done, failed or unknown. What cooldowns look at.
    base::Result<std::vector<domain::Action>> recentOf(domain::AccountId account,
                                                       base::UtcMs sinceMs) const;
    base::Result<std::vector<domain::Action>> allOf(domain::AccountId account) const;
    base::Result<std::vector<domain::Action>> all() const; // by creation, then id; ghosts too
    // Open, Proposed or Snoozed, whose expiry base (createdMs) is at or before this.
    base::Result<std::vector<domain::Action>> createdBefore(base::UtcMs ms) const;
    base::Result<std::vector<domain::Action>> snoozedUntil(base::UtcMs nowMs) const;
    // Of the account, put aside until its buyer answers or visits.
    base::Result<std::vector<domain::Action>> untilReplyOf(domain::AccountId account) const;
    // For each play whose cards were called not relevant this often: how many of its last `last`
    // judged cards there were, and how many of these were called so.
    base::Result<std::map<std::string, Judgements>> judgements(std::int64_t irrelevantMin,
                                                               std::int64_t last) const;

    // Open actions, and terminal ones changed at or after `doneSinceMs`; never held-out ones.
    // `nowMs` bounds the last touch. By id.
    base::Result<std::vector<CardRow>> cards(base::UtcMs nowMs, base::UtcMs doneSinceMs) const;
    base::Result<std::optional<CardRow>> card(const base::Uuid &id, base::UtcMs nowMs) const;
    // Cards of one account, as cards(): for the incremental way. Unset: those of no account.
    base::Result<std::vector<CardRow>> cardsOf(domain::AccountId account, base::UtcMs nowMs,
                                               base::UtcMs doneSinceMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
