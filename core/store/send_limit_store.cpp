#include "core/store/send_limit_store.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;

namespace {

// Whose they are, and how many.
template <typename Row, typename Of>
Result<std::vector<Row>> readCounts(Database &database, Sql sql, const MailCounts &counts,
                                    Of Row::*of)
{
    return readRows<Row>(
        database, sql,
        [of](Statement &statement, Row &each) { statement.read(each.*of, each.mails); }, counts.era,
        counts.day);
}

} // namespace

Result<MailCounts> SendLimitStore::counts(const MailIntent &intent, std::int64_t today) const
{
    MailCounts out;
    std::optional<std::int64_t> era;
    std::optional<std::int64_t> day;
    Statement statement(m_database,
                        "WITH newest (era, day) AS (SELECT era, day FROM mail_intent "
                        "ORDER BY era DESC, day DESC LIMIT 1) "
                        "SELECT n.era, n.day, count(m.effect) FILTER (WHERE m.host <> ''), "
                        "count(m.effect) FILTER (WHERE m.host <> '' AND m.owner_id = ?1), "
                        "count(m.effect) FILTER (WHERE m.host = ?2 AND m.host <> ''), "
                        "count(m.effect) FILTER (WHERE m.effect = ?3) > 0, "
                        "(SELECT last_ms FROM mail_pace) "
                        "FROM newest n JOIN mail_intent m ON m.era = n.era AND m.day = n.day",
                        intent.owner.value, intent.host, intent.effect);
    TRY_ASSIGN(const bool row, statement.step());
    if (row)
        statement.read(era, day, out.all, out.ofOwner, out.toHost, out.isCounted, out.lastMs);
    if (!era || !day || *day < today)
        return MailCounts{.era = era.value_or(0), .day = today, .lastMs = out.lastMs};
    out.era = *era;
    out.day = *day;
    return out;
}

Result<std::vector<PastMail>> SendLimitStore::since(std::int64_t day) const
{
    return readRows<PastMail>(
        m_database,
        "SELECT m.day, m.owner_id, m.host, m.by_policy, coalesce(a.play_id, '') "
        "FROM mail_intent m LEFT JOIN effect f ON f.uuid = m.effect "
        "LEFT JOIN action a ON a.id = f.action_id WHERE m.day >= ? "
        "AND m.host <> '' AND m.era = (SELECT max(era) FROM mail_intent) "
        "ORDER BY m.day, m.effect",
        [](Statement &statement, PastMail &each) {
            statement.read(each.day, each.owner, each.host, each.byPolicy, each.playId);
        },
        day);
}

base::Status SendLimitStore::count(const MailIntent &intent, const MailCounts &counts)
{
    TRY(write(m_database,
              "INSERT INTO mail_intent (era, day, effect, owner_id, host, by_policy, at_ms) "
              "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
              counts.era, counts.day, intent.effect, intent.owner.value, intent.host,
              intent.byPolicy, intent.atMs));
    return write(m_database,
                 "INSERT INTO mail_pace (id, last_ms) VALUES (1, ?) "
                 "ON CONFLICT (id) DO UPDATE SET last_ms = excluded.last_ms",
                 intent.atMs);
}

base::Status SendLimitStore::beginEra(base::UtcMs nowMs)
{
    // A row of no host opens it and counts for nothing.
    return write(m_database,
                 "INSERT INTO mail_intent (era, day, effect, owner_id, host, by_policy, at_ms) "
                 "SELECT coalesce(max(era), 0) + 1, 0, zeroblob(16), 0, '', 0, ? FROM mail_intent",
                 nowMs);
}

Result<std::vector<HostCount>> SendLimitStore::hosts(const MailCounts &counts) const
{
    return readCounts(m_database,
                      "SELECT host, count(*) FROM mail_intent WHERE era = ? AND day = ? "
                      "AND host <> '' GROUP BY host ORDER BY 2 DESC, 1",
                      counts, &HostCount::host);
}

Result<std::vector<OwnerCount>> SendLimitStore::owners(const MailCounts &counts) const
{
    return readCounts(m_database,
                      "SELECT owner_id, count(*) FROM mail_intent WHERE era = ? AND day = ? "
                      "AND host <> '' GROUP BY owner_id ORDER BY 2 DESC, 1",
                      counts, &OwnerCount::owner);
}

Result<std::vector<base::UtcMs>> SendLimitStore::slots(base::UtcMs fromMs, base::UtcMs toMs) const
{
    std::vector<base::UtcMs> out;
    Statement statement(m_database,
                        "SELECT not_before_ms FROM effect WHERE state = ? AND route = 'mail:' "
                        "AND not_before_ms >= ? AND not_before_ms < ? ORDER BY not_before_ms",
                        domain::EffectState::Queued, fromMs, toMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        statement.read(out.emplace_back());
    }
}

Result<std::int64_t> SendLimitStore::unknownsSince(domain::Channel channel,
                                                   base::UtcMs sinceMs) const
{
    return readOne(m_database,
                   "SELECT count(*) FROM effect WHERE state = ?1 AND channel = ?2 "
                   "AND changed_ms >= ?3",
                   std::int64_t{0}, domain::EffectState::Unknown, channel, sinceMs);
}

base::Status SendLimitStore::pause(const ChannelPause &pause)
{
    return write(m_database,
                 "INSERT INTO channel_pause (channel, unknowns, at_ms) VALUES (?1, ?2, ?3) "
                 "ON CONFLICT DO UPDATE SET unknowns = ?2, at_ms = ?3, resumed_ms = NULL",
                 pause.channel, pause.unknowns, pause.atMs);
}

base::Status SendLimitStore::resume(domain::Channel channel, base::UtcMs nowMs)
{
    return write(m_database, "UPDATE channel_pause SET resumed_ms = ? WHERE channel = ?", nowMs,
                 channel);
}

Result<std::vector<ChannelPause>> SendLimitStore::pauses() const
{
    return readRows<ChannelPause>(m_database,
                                  "SELECT channel, unknowns, at_ms, resumed_ms FROM channel_pause "
                                  "ORDER BY channel",
                                  [](Statement &statement, ChannelPause &each) {
                                      statement.read(each.channel, each.unknowns, each.atMs,
                                                     each.resumedMs);
                                  });
}

Result<std::map<domain::ReasonCode, std::int64_t>>
SendLimitStore::rulesSince(base::UtcMs sinceMs) const
{
    std::map<domain::ReasonCode, std::int64_t> out;
    Statement statement(m_database,
                        "SELECT substr(reason, 1, instr(reason || '|', '|') - 1), count(*) "
                        "FROM decision WHERE action IS NULL AND at_ms >= ? GROUP BY 1",
                        sinceMs);
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        std::string name;
        std::int64_t count = 0;
        statement.read(name, count);
        if (const auto code = domain::parseReasonCode(name))
            out[*code] += count;
    }
}

} // namespace topline::store
