#include "core/store/backup.h"
#include "core/store/check_workspace.h"
#include "core/store/private_file.h"
#include "core/store/schema.h"
#include "core/store/statement_hook.h"
#include "tests/store/direct_sql.h"
#include "tests/store/test_workspace.h"

#include <sqlite3.h>

namespace topline::store {
namespace {

namespace fs = std::filesystem;

const base::Uuid testId = base::Uuid::named("workspace", "test");

std::vector<Migration> firstOnes(int count)
{
    auto out = builtInMigrations();
    out.resize(static_cast<std::size_t>(count));
    return out;
}

// A workspace as an older program left it, with rows in the tables that it had.
void makeOld(const fs::path &path, int number)
{
    const auto migrations = firstOnes(number);
    const auto workspace = need(Workspace::create(path, testId, testNowMs, {nullptr, &migrations}));
    auto &database = workspace->database();
    ASSERT_EQ(
        breach(database,
               "INSERT INTO account VALUES "
               "(1, 'a1', 'Grüne Wiese', 'wiese.example', 'Farming', 'DE', '', 9, NULL, NULL, "
               "NULL, NULL, 5, 0), "
               "(2, 'a2', 'Gone', '', '', '', '', NULL, NULL, NULL, NULL, NULL, 5, 1);"
               "INSERT INTO contact VALUES "
               "(1, 'c1', 1, 'Dana', 'Reyes', 'd@r.example', '', 'CFO', '', 0, 0, NULL, 5, 0);"
               "INSERT INTO deal (id, remote_id, name, account_id, source, next_step, "
               "updated_ms, deleted) VALUES (1, 'd1', 'Renewal', 1, '', 'call', 5, 0);"
               "INSERT INTO event VALUES (1, 77, 1, 1, NULL, 60, 5, 5, 0, 0);"
               "INSERT INTO event_text VALUES (1, 'Note', 'They want references');"),
        "");
    if (number >= 2) {
        ASSERT_EQ(breach(database, "INSERT INTO account_due (account_id, computed_ms, next_due_ms) "
                                   "VALUES (1, 5, 9)"),
                  "");
    }
    if (number >= 3) {
        ASSERT_EQ(breach(database, "INSERT INTO ledger VALUES (1, 5, 'engine', 1, NULL, NULL, 0, "
                                   "'{}', printf('%064d', 0), printf('%064d', 7))"),
                  "");
    }
    if (number >= 4) {
        ASSERT_EQ(breach(database, "INSERT INTO search (rowid, name, detail, note) VALUES "
                                   "(4, 'Grüne Wiese', '', ''), (5, 'Dana Reyes', '', ''), "
                                   "(6, 'Renewal', '', ''), (7, '', 'Note', 'references')"),
                  "");
    }
}

void expectRowsKept(Workspace &workspace)
{
    auto &tables = workspace.tables();
    EXPECT_EQ(need(tables.records.account({1}))->name, "Grüne Wiese");
    EXPECT_EQ(need(tables.events.event({1}))->body, "They want references");
    EXPECT_EQ(need(tables.search.find("grune", 5)).size(), 1U);
    EXPECT_EQ(need(tables.search.find("reyes", 5)).size(), 1U);
    EXPECT_EQ(need(tables.search.find("references", 5)).size(), 1U);
    EXPECT_TRUE(need(tables.search.find("gone", 5)).empty());
    EXPECT_EQ(need(tables.settings.info()).id, testId);
    const auto report = need(checkWorkspace(workspace.database(), Depth::Full));
    EXPECT_TRUE(report.sound()) << (report.sound() ? "" : report.findings.front());
}

TEST(MigrationTest, NumbersHaveNoGaps)
{
    int expected = 0;
    for (const auto &migration : builtInMigrations()) {
        EXPECT_EQ(migration.number, ++expected) << migration.name;
        EXPECT_FALSE(migration.sql.empty());
    }
    EXPECT_GE(expected, 5);
}

TEST(MigrationTest, EveryOlderFileIsBroughtUpToDateWithItsRows)
{
    const int newest = static_cast<int>(builtInMigrations().size());
    for (int number = 1; number < newest; ++number) {
        const TempFolder folder;
        const auto path = folder / "w.topline";
        makeOld(path, number);
        const auto workspace = need(Workspace::open(path, testNowMs));
        EXPECT_EQ(need(schemaNumber(workspace->database())), newest);
        expectRowsKept(*workspace);
        EXPECT_EQ(need(schemaText(workspace->database())), need(expectedSchemaText(newest)));

        const auto copy =
            beside(path, ".schema-" + std::to_string(number) + "-20260101T000000Z.backup");
        ASSERT_TRUE(fs::exists(copy)) << number;
        EXPECT_EQ(modeOf(copy), 0600);
        const auto old = firstOnes(number);
        const auto before = need(Workspace::open(copy, testNowMs, {nullptr, &old}));
        EXPECT_EQ(need(schemaNumber(before->database())), number);
    }
}

TEST(MigrationTest, AnOlderQueueIsRoutedByWhatItsWiresSay)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    const std::pair<const char *, const char *> wires[] = {
        {R"({"account":"hs:1","contact":"hs:2","deal":"sf:3"})", "'sf:'"},
        {R"({"account":"hs:1","contact":"sf:2","deal":""})", "'hs:'"},
        {R"({"account":"","contact":"xy:2","deal":""})", "'xy:'"},
        {R"({"account":"acct-1","contact":"","deal":""})", "''"},
        {R"({"account":"","contact":"","deal":""})", "NULL"},
        {R"({"kind":"task"})", "NULL"},
        {"not JSON", "NULL"},
    };
    {
        const auto migrations = firstOnes(7);
        const auto old = need(Workspace::create(path, testId, testNowMs, {nullptr, &migrations}));
        for (const auto &[wire, route] : wires) {
            auto transaction = need(old->begin());
            const std::string uuid = base::hex(base::sha256(wire)).substr(0, 32);
            EXPECT_EQ(
                breach(old->database(),
                       "INSERT INTO action SELECT NULL, x'" + uuid +
                           "', 3, 0, 2, 2, NULL, NULL, NULL, NULL, '', 1, 1, NULL, '" + uuid +
                           "', 'proposed', 1, 1, 0, 5, NULL, NULL, 0, 1, NULL, NULL, NULL, 1, "
                           "'', '', '', '', '', NULL, 0, '', ''"),
                "");
            EXPECT_EQ(breach(old->database(), "INSERT INTO effect SELECT NULL, x'" + uuid +
                                                  "', max(id), 1, 1, '" + wire + "', '" +
                                                  base::hex(base::sha256(wire)) +
                                                  "', 0, 0, 7, '', '', 5 FROM action"),
                      "");
            need(transaction.commit());
        }
    }
    const auto workspace = need(Workspace::open(path, testNowMs));
    for (const auto &[wire, route] : wires) {
        EXPECT_EQ(
            askDirectly(workspace->database(),
                        "SELECT quote(route) FROM effect WHERE wire = '" + std::string(wire) + "'"),
            route)
            << wire;
    }
    EXPECT_EQ(need(checkWorkspace(workspace->database(), Depth::Full)).findings,
              std::vector<std::string>());
    const auto due = need(workspace->tables().outbox.nextDue(7, {"hs:", false}));
    ASSERT_TRUE(due.has_value());
    EXPECT_EQ(due->wire, wires[1].first);
}

TEST(MigrationTest, TheModeThatAPersonSetMovesToWhereModesAreKept)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    {
        const auto migrations = firstOnes(19);
        const auto old = need(Workspace::create(path, testId, testNowMs, {nullptr, &migrations}));
        auto transaction = need(old->begin());
        auto &database = old->database();
        for (const char *id : {"asked", "earned", "plain"}) {
            const std::string play = id;
            EXPECT_EQ(breach(database, "INSERT INTO play_version VALUES ('" + play +
                                           "', 1, 0, '', '" + std::string(64, 'a') + "', '', 1)"),
                      "");
            EXPECT_EQ(breach(database, "INSERT INTO play_state VALUES ('" + play + "', 1, 1, " +
                                           (play == "plain" ? "NULL" : "1") + ", 7)"),
                      "");
        }
        EXPECT_EQ(breach(database, "INSERT INTO play_mode (play_id, mode, why, count, of, at_ms) "
                                   "VALUES ('earned', 2, 2, 19, 20, 5)"),
                  "");
        need(transaction.commit());
    }
    const auto workspace = need(Workspace::open(path, testNowMs));
    const auto modes = need(workspace->tables().modes.modes());
    ASSERT_EQ(modes.size(), 2U);
    EXPECT_EQ(modes.at("asked"),
              (domain::ModeChange{"asked", domain::Mode::Draft, domain::ModeWhy::ByHand, 0, 0, 7}));
    EXPECT_EQ(modes.at("earned").mode, domain::Mode::Auto); // what was decided won before, too
    EXPECT_NE(breach(workspace->database(), "UPDATE play_state SET mode = 1"), "");
}

TEST(MigrationTest, AFileThatIsUpToDateIsNotCopied)
{
    const TempFolder folder;
    need(Workspace::create(folder / "w", testId, testNowMs));
    need(Workspace::open(folder / "w", testNowMs));
    int files = 0;
    for ([[maybe_unused]] const auto &entry : fs::directory_iterator(folder.path()))
        ++files;
    EXPECT_EQ(files, 2) << "the workspace and its lock";
}

TEST(MigrationTest, AFailingMigrationLeavesTheFileAsItWas)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    makeOld(path, 1);
    auto broken = firstOnes(2);
    broken.push_back({3, "0003_broken.sql",
                      "CREATE TABLE half (a INTEGER) STRICT; DELETE FROM event_text; "
                      "INSERT INTO nowhere VALUES (1);"});
    const auto opened = Workspace::open(path, testNowMs, {nullptr, &broken});
    ASSERT_FALSE(opened.ok());
    EXPECT_NE(opened.error().kept.find(".backup"), std::string::npos);
    const auto workspace = need(Workspace::open(path, testNowMs + 1'000));
    expectRowsKept(*workspace);
    EXPECT_EQ(askDirectly(workspace->database(),
                          "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"),
              "0");
}

class FailAt final : public StatementHook {
public:
    explicit FailAt(int at)
        : m_left(at)
    {
    }

    int beforeRun(std::string_view) override { return --m_left == 0 ? SQLITE_FULL : SQLITE_OK; }

    bool reached() const { return m_left <= 0; }

private:
    int m_left;
};

TEST(MigrationTest, AnUpgradeThatFailsAnywhereCanBeTriedAgain)
{
    int tried = 0;
    for (int at = 1;; at += 9) {
        const TempFolder folder;
        const auto path = folder / "w.topline";
        makeOld(path, 1);
        FailAt hook(at);
        const auto opened = Workspace::open(path, testNowMs, {&hook, nullptr});
        if (!hook.reached())
            break;
        ++tried;
        EXPECT_FALSE(opened.ok()) << at;
        expectRowsKept(*need(Workspace::open(path, testNowMs + 1'000)));
    }
    EXPECT_GT(tried, 8);
}

} // namespace
} // namespace topline::store
