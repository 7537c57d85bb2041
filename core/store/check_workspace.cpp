#include "core/store/check_workspace.h"

#include "core/base/hash.h"
#include "core/store/effect_route_sql.h"
#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/schema.h"

#include <utility>

namespace topline::store {

namespace {

// What must hold across tables: `faults` gives one text per row that breaks it.
struct Law {
    const char *name;
    Sql faults;
};

constexpr Law laws[] = {
    {"every first step of a play was made by exactly one decision",
     "SELECT 'action ' || lower(hex(uuid)) FROM action a WHERE play_id <> '' AND step_no = 1 AND "
     "(SELECT count(*) FROM decision d WHERE d.made = 1 AND (d.action = a.uuid "
     "OR (d.signal = a.signal AND d.play_id = a.play_id))) <> 1"},
    {"every later step of a play belongs to its run",
     "SELECT 'action ' || lower(hex(uuid)) FROM action a WHERE play_id <> '' AND step_no > 1 AND "
     "NOT EXISTS (SELECT 1 FROM play_run r WHERE r.signal = a.signal AND r.play_id = a.play_id "
     "AND r.play_version = a.play_version AND r.step_no >= a.step_no)"},
    {"every run under way waits for a card or a time",
     "SELECT 'run ' || lower(hex(r.uuid)) FROM play_run r LEFT JOIN action a ON a.uuid = r.action "
     "WHERE r.state < 2 AND (a.id IS NULL OR (r.due_ms IS NULL AND a.state IN (4, 5, 6)))"},
    {"every decision that made an action has it",
     "SELECT 'signal ' || lower(hex(signal)) || ', ' || play_id FROM decision WHERE made = 1 "
     "AND NOT EXISTS (SELECT 1 FROM action a WHERE a.uuid = decision.action)"},
    {"nothing was done about a held-out action",
     "SELECT 'action ' || lower(hex(a.uuid)) FROM action a WHERE a.state = 7 AND "
     "(EXISTS (SELECT 1 FROM effect f WHERE f.action_id = a.id) OR "
     "EXISTS (SELECT 1 FROM approval p WHERE p.action_id = a.id))"},
    {"what left was approved, byte for byte",
     "SELECT 'effect ' || lower(hex(uuid)) FROM effect f WHERE state IN (1, 2, 3, 5) AND NOT "
     "EXISTS (SELECT 1 FROM approval p WHERE p.action_id = f.action_id "
     "AND p.wire_sha256 = f.wire_sha256)"},
    {"a sent effect's action has ended",
     "SELECT 'action ' || lower(hex(a.uuid)) FROM action a JOIN effect f ON f.action_id = a.id "
     "WHERE f.state = 3 AND a.state IN (0, 1, 2, 3)"},
    {"an effect under way belongs to an action under way",
     "SELECT 'effect ' || lower(hex(f.uuid)) FROM effect f JOIN action a ON a.id = f.action_id "
     "WHERE f.state IN (1, 2) AND a.state NOT IN (2, 3) AND NOT EXISTS ("
     "SELECT 1 FROM effect s WHERE s.action_id = a.id AND s.channel NOT IN (0, f.channel) "
     "AND s.ordinal < f.ordinal AND s.state = 3)"},
    {"every effect waits for the connection that owns its record",
     "SELECT 'effect ' || lower(hex(uuid)) FROM effect "
     "WHERE route IS NOT " TOPLINE_ROUTE_OF("channel", "wire")},
    {"score rows add up to the score",
     "SELECT 'account ' || s.account_id FROM account_score s WHERE s.total_milli <> coalesce("
     "(SELECT sum(milli_points) FROM score_row r WHERE r.account_id = s.account_id), 0)"},
    {"stage counts are the sums of the deal facts",
     "SELECT 'stage ' || stage_id FROM (SELECT stage_id, won, closed FROM stage_count EXCEPT "
     "SELECT * FROM (SELECT t.stage_id, sum(f.won), count(*) FROM deal_fact_stage t "
     "JOIN deal_fact f ON f.deal_id = t.deal_id WHERE f.won + f.lost = 1 GROUP BY t.stage_id "
     "UNION ALL SELECT 0, sum(won), count(*) FROM deal_fact WHERE won + lost = 1 "
     "HAVING count(*) > 0))"},
    {"every deal fact is in the stage counts",
     "SELECT 'stage ' || stage_id FROM (SELECT t.stage_id AS stage_id, sum(f.won), count(*) "
     "FROM deal_fact_stage t JOIN deal_fact f ON f.deal_id = t.deal_id "
     "WHERE f.won + f.lost = 1 GROUP BY t.stage_id UNION ALL SELECT 0, sum(won), count(*) "
     "FROM deal_fact WHERE won + lost = 1 HAVING count(*) > 0 "
     "EXCEPT SELECT stage_id, won, closed FROM stage_count)"},
    {"ledger rows follow each other without a gap",
     "SELECT 'row ' || l.seq FROM ledger l LEFT JOIN ledger p ON p.seq = l.seq - 1 "
     "WHERE l.seq < 1 OR (l.seq > 1 AND l.prev_hash IS NOT p.hash)"},
    {"no reference waits for a record that is there",
     "SELECT 'holder ' || holder || ', id ' || holder_id FROM pending_reference r WHERE "
     "(target = 1 AND EXISTS (SELECT 1 FROM owner WHERE remote_id = r.remote_id)) OR "
     "(target = 2 AND EXISTS (SELECT 1 FROM product WHERE remote_id = r.remote_id)) OR "
     "(target = 3 AND EXISTS (SELECT 1 FROM stage WHERE remote_id = r.remote_id)) OR "
     "(target = 4 AND EXISTS (SELECT 1 FROM account WHERE remote_id = r.remote_id)) OR "
     "(target = 5 AND EXISTS (SELECT 1 FROM contact WHERE remote_id = r.remote_id)) OR "
     "(target = 6 AND EXISTS (SELECT 1 FROM deal WHERE remote_id = r.remote_id))"},
    {"every other id of a record leads to one",
     "SELECT 'kind ' || kind || ', ' || remote_id FROM record_link r WHERE "
     "(kind = 0 AND NOT EXISTS (SELECT 1 FROM owner WHERE id = r.local_id)) OR "
     "(kind = 3 AND NOT EXISTS (SELECT 1 FROM account WHERE id = r.local_id)) OR "
     "(kind = 4 AND NOT EXISTS (SELECT 1 FROM contact WHERE id = r.local_id)) OR "
     "(kind = 5 AND NOT EXISTS (SELECT 1 FROM deal WHERE id = r.local_id))"},
    {"the search index holds every record and note",
     "SELECT 'index ' || found || ' of ' || expected FROM (SELECT "
     "(SELECT count(*) FROM search) AS found, "
     "(SELECT count(*) FROM account WHERE deleted = 0) "
     "+ (SELECT count(*) FROM contact WHERE deleted = 0) "
     "+ (SELECT count(*) FROM deal WHERE deleted = 0) "
     "+ (SELECT count(*) FROM event_text WHERE body <> '') AS expected) WHERE found <> expected"},
};

constexpr std::size_t findingsPerLaw = 5;

void note(CheckReport &report, const char *law, const std::vector<std::string> &faults)
{
    report.asked.emplace_back(law);
    for (std::size_t i = 0; i < faults.size() && i < findingsPerLaw; ++i)
        report.findings.push_back("Not so: " + std::string(law) + " (" + faults[i] + ").");
    if (faults.size() > findingsPerLaw)
        report.findings.push_back("Not so: " + std::string(law) + " (" +
                                  std::to_string(faults.size() - findingsPerLaw) + " more).");
}

base::Result<std::vector<std::string>> brokenReferences(Database &database)
{
    std::vector<std::string> out;
    Statement statement(database, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        std::string table;
        std::string parent;
        std::int64_t id = 0;
        statement.read(table, id, parent);
        out.push_back(table + " row " + std::to_string(id) + " names a missing " + parent);
    }
}

base::Result<std::vector<std::string>> foreignSchema(Database &database)
{
    TRY_ASSIGN(const int number, schemaNumber(database));
    TRY_ASSIGN(const auto ours, expectedSchemaText(number));
    TRY_ASSIGN(const auto theirs, schemaText(database));
    if (ours == theirs)
        return std::vector<std::string>();
    return std::vector<std::string>{"schema " + std::to_string(number)};
}

base::Result<std::vector<std::string>> changedWires(Database &database)
{
    std::vector<std::string> out;
    Statement statement(database, "SELECT uuid, wire, wire_sha256 FROM effect ORDER BY id");
    for (;;) {
        TRY_ASSIGN(const bool row, statement.step());
        if (!row)
            return out;
        base::Uuid id;
        std::string wire;
        std::string hash;
        statement.read(id, wire, hash);
        if (base::hex(base::sha256(wire)) != hash)
            out.push_back("effect " + id.text());
    }
}

} // namespace

base::Result<std::vector<std::string>> findDamage(Database &database, Depth depth)
{
    TRY_ASSIGN(auto lines, depth == Depth::Quick
                               ? readAll<std::string>(database, "PRAGMA quick_check(10)")
                               : readAll<std::string>(database, "PRAGMA integrity_check(10)"));
    std::erase(lines, "ok");
    return lines;
}

base::Result<CheckReport> checkWorkspace(Database &database, Depth depth)
{
    CheckReport report;
    TRY_ASSIGN(const auto damage, findDamage(database, depth));
    note(report, "the pages of the file fit together", damage);
    if (!report.sound())
        return report; // further questions would only repeat it
    TRY_ASSIGN(const auto foreign, foreignSchema(database));
    note(report, "the schema is this program's own", foreign);
    TRY_ASSIGN(const auto broken, brokenReferences(database));
    note(report, "every reference leads somewhere", broken);
    TRY_ASSIGN(const auto wires, changedWires(database));
    note(report, "the bytes of every effect are those that were hashed", wires);
    for (const auto &law : laws) {
        TRY_ASSIGN(const auto faults, readAll<std::string>(database, law.faults));
        note(report, law.name, faults);
    }
    return report;
}

} // namespace topline::store
