// Events: narrow rows by account and time, texts apart. Written by sync and imports, read by the
// engine for one account at a time. The source key makes a replay add nothing. An event whose
// account is not given belongs to its contact's account, else to its deal's.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/event.h"
#include "core/store/written.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace topline::store {

class Database;

struct EventCounts {
    std::int64_t added = 0;
    std::int64_t known = 0; // had been stored before
};

class EventStore {
public:
    explicit EventStore(Database &database)
        : m_database(database)
    {
    }

    // Adds the accounts and deals of new events to the ChangeSet. InvalidInput when a source key is
    // missing; what stands before it was written. `ids`, when given, gets one id per event: unset
    // for one that had been stored before.
    base::Result<EventCounts> add(std::span<const domain::Event> events, domain::ChangeSet &changes,
                                  std::vector<domain::EventId> *ids = nullptr);

    // One event with its texts.
    base::Result<std::optional<domain::Event>> event(domain::EventId id) const;
    // These events with their texts, in the order asked for; unknown ids are left out.
    base::Result<std::vector<domain::Event>>
    withTexts(const std::vector<domain::EventId> &ids) const;
    // The newest first, with texts, at or before `untilMs`.
    base::Result<std::vector<domain::Event>>
    timeline(domain::AccountId account, base::UtcMs untilMs, std::int64_t limit) const;
    // From `fromMs` to `untilMs` (both inclusive), by time, then id: what deciding looks at.
    // Without time of receipt and texts, except the titles of those kinds that a signal quotes:
    // answers, forms, meetings, topics.
    base::Result<std::vector<domain::Event>> window(domain::AccountId account, base::UtcMs fromMs,
                                                    base::UtcMs untilMs) const;
    // The same span without titles but with the time of receipt: what a card put aside wakes by.
    base::Result<std::vector<domain::Event>> news(domain::AccountId account, base::UtcMs fromMs,
                                                  base::UtcMs untilMs) const;
    // Touches, requests and notes of the account up to `untilMs`, with texts: what risk looks at.
    base::Result<std::vector<domain::Event>> riskTouches(domain::AccountId account,
                                                         base::UtcMs untilMs) const;
    // Events after this id, by id, with texts: for exports and for watching outcomes.
    base::Result<std::vector<domain::Event>> after(domain::EventId id, std::int64_t limit) const;

    base::Result<std::int64_t> count() const;
    base::Result<std::int64_t> countBetween(base::UtcMs fromMs, base::UtcMs untilMs) const;
    // Newest event time, for "as of"; nullopt when there are none.
    base::Result<std::optional<base::UtcMs>> newestMs() const;

    // The account's first event after this time; nullopt when there is none.
    base::Result<std::optional<base::UtcMs>> firstAfterMs(domain::AccountId account,
                                                          base::UtcMs ms) const;
    // What passed between the sides at or before `untilMs`, of all accounts, by id: mails, calls,
    // meetings, proposals and requests, without page views, opens and notes; as narrow as window().
    base::Result<std::vector<domain::Event>> touches(base::UtcMs untilMs) const;
    base::Result<std::vector<domain::Event>> touchesOf(domain::AccountId account,
                                                       base::UtcMs untilMs) const;
    // When a person last answered or met us about each deal, by deal; events that name no deal
    // count for every deal of their account.
    base::Result<std::map<domain::DealId, base::UtcMs>> lastTwoWay(base::UtcMs untilMs) const;

private:
    Database &m_database;
};

} // namespace topline::store
