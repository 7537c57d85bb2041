#include "core/store/event_store.h"

#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/reference.h"
#include "core/store/search_index.h"

#include <unordered_map>

namespace topline::store {

using base::Result;
using domain::Event;
using domain::EventKind;

namespace {

// Looks ids up once per batch: events of a batch name the same few records again and again.
class BatchReferences {
public:
    explicit BatchReferences(Database &database)
        : m_database(database)
    {
    }

    template <typename Id> Result<Id> resolve(Target target, const domain::Ref<Id> &reference)
    {
        if (reference.id.isSet() || reference.remoteId.empty())
            return reference.id;
        auto &known = m_byName[static_cast<std::size_t>(target)];
        if (const auto found = known.find(reference.remoteId); found != known.end())
            return Id{found->second};
        TRY_ASSIGN(const auto id, findRecord(m_database, target, reference.remoteId));
        known.emplace(reference.remoteId, id);
        return Id{id};
    }

    // The account that the contact belongs to, else the deal's; unset when neither says.
    Result<domain::AccountId> accountOf(domain::ContactId contact, domain::DealId deal)
    {
        domain::AccountId out;
        if (contact.isSet()) {
            TRY_ASSIGN(out, lookUp(m_ofContact, "SELECT account_id FROM contact WHERE id = ?",
                                   contact.value));
        }
        if (!out.isSet() && deal.isSet()) {
            TRY_ASSIGN(out,
                       lookUp(m_ofDeal, "SELECT account_id FROM deal WHERE id = ?", deal.value));
        }
        return out;
    }

private:
    using Ids = std::unordered_map<std::int64_t, domain::AccountId>;

    Result<domain::AccountId> lookUp(Ids &known, Sql sql, std::int64_t id)
    {
        if (const auto found = known.find(id); found != known.end())
            return found->second;
        TRY_ASSIGN(const auto account, readOne(m_database, sql, domain::AccountId{}, id));
        known.emplace(id, account);
        return account;
    }

    Database &m_database;
    std::unordered_map<std::string, std::int64_t> m_byName[7];
    Ids m_ofContact;
    Ids m_ofDeal;
};

#define TOPLINE_TOUCHES "SELECT id, account_id, contact_id, deal_id, kind, at_ms, bot FROM event "
#define TOPLINE_IS_TOUCH                                                                           \
    "(kind BETWEEN 10 AND 12 OR kind BETWEEN 22 AND 23 OR kind = 20 OR kind BETWEEN 30 AND 44) "

Result<std::vector<Event>> readTouches(Statement &&rows)
{
    std::vector<Event> out;
    for (;;) {
        TRY_ASSIGN(const bool row, rows.step());
        if (!row)
            return out;
        auto &event = out.emplace_back();
        rows.read(event.id, event.account.id, event.contact.id, event.deal.id, event.kind,
                  event.atMs, event.suspectBot);
    }
}

base::Status rememberNames(Database &database, const Event &event, std::int64_t id,
                           const Event &resolved)
{
    if (!resolved.account.id.isSet() && !event.account.remoteId.empty())
        TRY(setPending(database, Holder::EventAccount, id, Target::Account,
                       event.account.remoteId));
    if (!resolved.contact.id.isSet() && !event.contact.remoteId.empty())
        TRY(setPending(database, Holder::EventContact, id, Target::Contact,
                       event.contact.remoteId));
    if (!resolved.deal.id.isSet() && !event.deal.remoteId.empty())
        TRY(setPending(database, Holder::EventDeal, id, Target::Deal, event.deal.remoteId));
    return {};
}

void readWithTexts(Statement &statement, Event &event)
{
    readRow(statement, event);
    statement.readNext(event.title);
    statement.readNext(event.body);
}

template <typename... Values>
Result<std::vector<Event>> readTexts(Database &database, Sql sql, const Values &...values)
{
    std::vector<Event> out;
    Statement statement(database, sql, values...);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        readWithTexts(statement, out.emplace_back());
    }
}

#define TOPLINE_EVENT_WITH_TEXTS                                                                   \
    "SELECT " TOPLINE_EVENT_COLUMNS ", t.title, t.body FROM event e "                              \
    "LEFT JOIN event_text t ON t.event_id = e.id "

} // namespace

Result<EventCounts> EventStore::add(std::span<const Event> events, domain::ChangeSet &changes,
                                    std::vector<domain::EventId> *ids)
{
    EventCounts counts;
    BatchReferences references(m_database);
    Statement insert(m_database,
                     "INSERT INTO event (source_key, account_id, contact_id, deal_id, kind, at_ms, "
                     "received_ms, amount, bot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (source_key) DO NOTHING");
    Statement insertText(m_database,
                         "INSERT INTO event_text (event_id, title, body) VALUES (?, ?, ?)");
    for (const auto &event : events) {
        if (event.sourceKey == 0)
            return base::Error{base::ErrorCode::InvalidInput, "An event has no source key.",
                               "It was not stored."};
        Event found;
        TRY_ASSIGN(found.contact.id, references.resolve(Target::Contact, event.contact));
        TRY_ASSIGN(found.deal.id, references.resolve(Target::Deal, event.deal));
        TRY_ASSIGN(found.account.id, references.resolve(Target::Account, event.account));
        if (!event.account.isSet()) {
            TRY_ASSIGN(found.account.id, references.accountOf(found.contact.id, found.deal.id));
        }
        insert.rebind(event.sourceKey, found.account.id, found.contact.id, found.deal.id,
                      event.kind, event.atMs, event.receivedMs, event.amount, event.suspectBot);
        TRY(insert.run());
        if (m_database.changes() == 0) {
            ++counts.known;
            if (ids)
                ids->emplace_back();
            continue;
        }
        ++counts.added;
        const std::int64_t id = m_database.lastInsertId();
        if (ids)
            ids->push_back({id});
        if (!event.title.empty() || !event.body.empty()) {
            insertText.rebind(id, event.title, event.body);
            TRY(insertText.run());
        }
        if (!event.body.empty())
            TRY(indexNote(m_database, {id}, event.title, event.body));
        TRY(rememberNames(m_database, event, id, found));
        if (found.account.id.isSet())
            changes.accounts.insert(found.account.id);
        if (found.deal.id.isSet())
            changes.deals.insert(found.deal.id);
    }
    return counts;
}

Result<std::optional<Event>> EventStore::event(domain::EventId id) const
{
    TRY_ASSIGN(auto found, readTexts(m_database, TOPLINE_EVENT_WITH_TEXTS "WHERE e.id = ?", id));
    if (found.empty())
        return std::optional<Event>();
    return std::optional<Event>(std::move(found.front()));
}

Result<std::vector<Event>> EventStore::withTexts(const std::vector<domain::EventId> &ids) const
{
    std::vector<Event> out;
    for (const auto id : ids) {
        TRY_ASSIGN(auto found, event(id));
        if (found)
            out.push_back(std::move(*found));
    }
    return out;
}

Result<std::vector<Event>> EventStore::timeline(domain::AccountId account, base::UtcMs untilMs,
                                                std::int64_t limit) const
{
    return readTexts(m_database,
                     TOPLINE_EVENT_WITH_TEXTS "WHERE e.account_id = ? AND e.at_ms <= ? "
                                              "ORDER BY e.at_ms DESC, e.id DESC LIMIT ?",
                     account, untilMs, limit);
}

Result<std::vector<Event>> EventStore::window(domain::AccountId account, base::UtcMs fromMs,
                                              base::UtcMs untilMs) const
{
    std::vector<Event> out;
    // Only columns that event_by_account holds, so that no row of the table is looked at.
    Statement statement(
        m_database,
        "SELECT e.id, e.source_key, e.account_id, e.contact_id, e.deal_id, e.kind, e.at_ms, "
        "e.amount, e.bot, CASE WHEN e.kind IN (?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) THEN "
        "(SELECT title FROM event_text WHERE event_id = e.id) END "
        "FROM event e WHERE e.account_id = ?1 AND e.at_ms BETWEEN ?2 AND ?3 "
        "ORDER BY e.at_ms, e.id",
        account, fromMs, untilMs, EventKind::EmailReplied, EventKind::OutOfOffice,
        EventKind::DemoRequested, EventKind::ContactRequested, EventKind::MeetingBooked,
        EventKind::MeetingMissed, EventKind::MeetingHeld, EventKind::ThirdPartyIntent);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        auto &event = out.emplace_back();
        statement.read(event.id, event.sourceKey, event.account.id, event.contact.id, event.deal.id,
                       event.kind, event.atMs, event.amount, event.suspectBot);
        statement.readNext(event.title);
    }
}

Result<std::vector<Event>> EventStore::news(domain::AccountId account, base::UtcMs fromMs,
                                            base::UtcMs untilMs) const
{
    return readRows<Event>(
        m_database,
        "SELECT id, contact_id, kind, at_ms, received_ms, bot FROM event "
        "WHERE account_id = ? AND at_ms BETWEEN ? AND ? ORDER BY at_ms, id",
        [account](Statement &statement, Event &event) {
            event.account.id = account;
            statement.read(event.id, event.contact.id, event.kind, event.atMs, event.receivedMs,
                           event.suspectBot);
        },
        account, fromMs, untilMs);
}

// The kinds are those of risk::isRiskTouch (checked by a test).
Result<std::vector<Event>> EventStore::riskTouches(domain::AccountId account,
                                                   base::UtcMs untilMs) const
{
    return readTexts(m_database,
                     TOPLINE_EVENT_WITH_TEXTS
                     "WHERE e.account_id = ? AND e.at_ms <= ? AND e.kind IN "
                     "(4, 10, 11, 12, 20, 23, 30, 31, 40, 41, 43, 44, 60) ORDER BY e.at_ms, e.id",
                     account, untilMs);
}

Result<std::vector<Event>> EventStore::after(domain::EventId id, std::int64_t limit) const
{
    // Not bound as an id, which would be NULL for "from the first".
    return readTexts(m_database, TOPLINE_EVENT_WITH_TEXTS "WHERE e.id > ? ORDER BY e.id LIMIT ?",
                     id.value, limit);
}

Result<std::int64_t> EventStore::countBetween(base::UtcMs fromMs, base::UtcMs untilMs) const
{
    return readOne(m_database, "SELECT count(*) FROM event WHERE at_ms BETWEEN ? AND ?",
                   std::int64_t{0}, fromMs, untilMs);
}

Result<std::int64_t> EventStore::count() const
{
    return readOne(m_database, "SELECT count(*) FROM event", std::int64_t{0});
}

Result<std::optional<base::UtcMs>> EventStore::newestMs() const
{
    return readOne(m_database, "SELECT max(at_ms) FROM event", std::optional<base::UtcMs>());
}

Result<std::optional<base::UtcMs>> EventStore::firstAfterMs(domain::AccountId account,
                                                            base::UtcMs ms) const
{
    return readOne(m_database, "SELECT min(at_ms) FROM event WHERE account_id = ? AND at_ms > ?",
                   std::optional<base::UtcMs>(), account, ms);
}

Result<std::vector<Event>> EventStore::touches(base::UtcMs untilMs) const
{
    return readTouches(
        Statement(m_database,
                  TOPLINE_TOUCHES "WHERE " TOPLINE_IS_TOUCH "AND at_ms <= ? ORDER BY id", untilMs));
}

Result<std::vector<Event>> EventStore::touchesOf(domain::AccountId account,
                                                 base::UtcMs untilMs) const
{
    return readTouches(Statement(m_database,
                                 TOPLINE_TOUCHES "WHERE account_id = ? AND at_ms <= ? "
                                                 "AND " TOPLINE_IS_TOUCH "ORDER BY id",
                                 account, untilMs));
}

// The kinds are those of domain::isTwoWayTouch (checked by a test).
Result<std::map<domain::DealId, base::UtcMs>> EventStore::lastTwoWay(base::UtcMs untilMs) const
{
    std::map<domain::DealId, base::UtcMs> out;
    Statement statement(
        m_database,
        "SELECT deal_id, max(at_ms) FROM ("
        "SELECT deal_id, at_ms FROM event "
        "WHERE kind IN (23, 40, 41, 44) AND at_ms <= ?1 AND deal_id IS NOT NULL "
        "UNION ALL "
        "SELECT d.id, e.at_ms FROM event e JOIN deal d ON d.account_id = e.account_id "
        "WHERE e.kind IN (23, 40, 41, 44) AND e.at_ms <= ?1 AND e.deal_id IS NULL) "
        "GROUP BY deal_id",
        untilMs);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        std::pair<domain::DealId, base::UtcMs> touch;
        statement.read(touch.first, touch.second);
        out.insert(touch);
    }
}

} // namespace topline::store
