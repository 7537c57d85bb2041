#include "core/store/play_store.h"

#include "core/store/query.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace topline::store {

using base::Result;
using domain::PlayState;
using domain::PlayVersion;

namespace {

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string jsonText(const QJsonArray &rows)
{
    return QJsonDocument(rows).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace

static void readRow(Statement &statement, PlayState &state)
{
    statement.read(state.playId, state.version, state.isOn, state.changedMs);
}

static void readRow(Statement &statement, PlayVersion &version)
{
    statement.read(version.playId, version.version, version.origin, version.yaml,
                   version.sourceSha256, version.who, version.atMs);
}

base::Status PlayStore::add(const std::vector<PlayVersion> &versions)
{
    QJsonArray rows;
    for (const auto &one : versions)
        rows.append(QJsonArray{qt(one.playId), qint64(one.version), static_cast<int>(one.origin),
                               qt(one.yaml), qt(one.sourceSha256), qt(one.who), qint64(one.atMs)});
    return write(m_database,
                 "INSERT INTO play_version (play_id, version, origin, yaml, source_sha256, who, "
                 "at_ms) SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, "
                 "value ->> 5, value ->> 6 FROM json_each(?)",
                 jsonText(rows));
}

base::Status PlayStore::setStates(const std::vector<PlayState> &states)
{
    QJsonArray rows;
    for (const auto &one : states)
        rows.append(QJsonArray{qt(one.playId), qint64(one.version), one.isOn ? 1 : 0,
                               qint64(one.changedMs)});
    return write(m_database,
                 "INSERT INTO play_state (play_id, version, is_on, changed_ms) "
                 "SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 "
                 "FROM json_each(?) WHERE true ON CONFLICT DO UPDATE SET "
                 "version = excluded.version, is_on = excluded.is_on, "
                 "changed_ms = excluded.changed_ms",
                 jsonText(rows));
}

Result<std::vector<PlayState>> PlayStore::states() const
{
    return readAll<PlayState>(m_database, "SELECT play_id, version, is_on, changed_ms "
                                          "FROM play_state ORDER BY play_id");
}

Result<std::vector<PlayVersion>> PlayStore::headings() const
{
    return readAll<PlayVersion>(m_database,
                                "SELECT play_id, version, origin, '', source_sha256, who, at_ms "
                                "FROM play_version ORDER BY play_id, version");
}

Result<std::vector<PlayVersion>> PlayStore::versions(const std::string &playId) const
{
    return readAll<PlayVersion>(m_database,
                                "SELECT play_id, version, origin, yaml, source_sha256, who, at_ms "
                                "FROM play_version WHERE play_id = ? ORDER BY version DESC",
                                playId);
}

Result<std::optional<PlayVersion>> PlayStore::version(const std::string &playId,
                                                      std::int64_t version) const
{
    return readFirst<PlayVersion>(
        m_database,
        "SELECT play_id, version, origin, yaml, source_sha256, who, at_ms "
        "FROM play_version WHERE play_id = ? AND version = ?",
        playId, version);
}

// Action states: 0 proposed, 1 snoozed, 2 approved, 3 executing, 4 done, 5 dismissed, 7 held out,
// 8 failed, 9 unknown; effect state 3 is sent.
Result<std::map<std::string, domain::PlayFigures>> PlayStore::figures(base::UtcMs fromMs) const
{
    std::map<std::string, domain::PlayFigures> out;
    Statement decided(m_database,
                      "SELECT play_id, count(*), "
                      "sum(action IS NULL) FROM decision WHERE at_ms >= ? GROUP BY play_id",
                      fromMs);
    for (;;) {
        TRY_ASSIGN(const bool row, decided.step());
        if (!row)
            break;
        std::string play;
        std::int64_t hits = 0;
        std::int64_t suppressed = 0;
        decided.read(play, hits, suppressed);
        out[play].hits = hits;
        out[play].suppressed = suppressed;
    }
    Statement done(
        m_database,
        "SELECT play_id, sum(state <> 7), sum(state IN (2, 3, 4, 8, 9)), sum(state = 5), "
        "sum(state IN (0, 1)), sum(state = 7), sum(sent), sum(sent AND by_policy), "
        "sum(state <> 7 AND followed), sum(state = 7 AND followed) FROM ("
        "SELECT a.play_id, a.state, "
        "EXISTS (SELECT 1 FROM effect e WHERE e.action_id = a.id AND e.state = 3) AS sent, "
        "coalesce((SELECT p.approver FROM approval p WHERE p.action_id = a.id "
        "ORDER BY p.id DESC LIMIT 1), '') = 'policy' AS by_policy, "
        "EXISTS (SELECT 1 FROM outcome o WHERE o.action_id = a.id) AS followed "
        "FROM action a WHERE a.play_id <> '' AND a.created_ms >= ?) GROUP BY play_id",
        fromMs);
    for (;;) {
        TRY_ASSIGN(const bool row, done.step());
        if (!row)
            break;
        std::string play;
        domain::PlayFigures read;
        done.read(play, read.proposed, read.accepted, read.dismissed, read.open, read.heldOut,
                  read.executed, read.autoExecuted, read.outcomes, read.ghostOutcomes);
        read.hits = out[play].hits;
        read.suppressed = out[play].suppressed;
        out[play] = read;
    }
    Statement runs(m_database,
                   "SELECT play_id, count(*) FROM play_run WHERE state < 2 GROUP BY play_id");
    for (;;) {
        TRY_ASSIGN(const bool row, runs.step());
        if (!row)
            return out;
        std::string play;
        std::int64_t count = 0;
        runs.read(play, count);
        out[play].runs = count;
    }
}

Result<std::map<std::string, domain::VariantTest>> PlayStore::variantTests() const
{
    std::map<std::string, domain::VariantTest> out;
    Statement statement(
        m_database,
        "SELECT play_id, step_no, variant, count(DISTINCT contact_id), "
        "count(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM outcome o WHERE o.action_id = a.id) "
        "THEN contact_id END), min(created_ms) FROM action a WHERE variant <> '' "
        "AND state IN (2, 3, 4, 8, 9) GROUP BY play_id, step_no, variant "
        "ORDER BY play_id, step_no, variant");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        std::string play;
        domain::VariantFigures read;
        base::UtcMs firstMs = 0;
        statement.read(play, read.stepNo, read.name, read.people, read.outcomes, firstMs);
        auto &test = out[play];
        test.sinceMs = test.variants.empty() ? firstMs : std::min(test.sinceMs, firstMs);
        test.variants.push_back(std::move(read));
    }
}

} // namespace topline::store
