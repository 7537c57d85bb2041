// What is left when things fail: at every statement, with every kind of failure, and when the world
// stops there.
#include "core/store/check_workspace.h"
#include "core/store/private_file.h"
#include "core/store/statement.h"
#include "core/store/statement_hook.h"
#include "tests/store/direct_sql.h"
#include "tests/store/scenario.h"
#include "tests/store/test_workspace.h"

#include <functional>
#include <sqlite3.h>

namespace topline::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;

const base::Uuid testId = base::Uuid::named("workspace", "test");

// Lets the n-th statement fail, counting from 1, or calls back there.
class NthStatement final : public StatementHook {
public:
    int beforeRun(std::string_view) override
    {
        ++m_seen;
        if (m_seen == m_at && m_before)
            m_before();
        return m_seen == m_at ? m_code : SQLITE_OK;
    }

    void failAt(std::int64_t at, int code)
    {
        m_seen = 0;
        m_at = at;
        m_code = code;
        m_before = nullptr;
    }

    void callAt(std::int64_t at, std::function<void()> before)
    {
        failAt(at, SQLITE_OK);
        m_before = std::move(before);
    }

    std::int64_t seen() const { return m_seen; }

private:
    std::int64_t m_seen = 0;
    std::int64_t m_at = 0;
    int m_code = SQLITE_OK;
    std::function<void()> m_before;
};

base::Status runStep(Workspace &workspace, int round)
{
    TRY_ASSIGN(auto transaction, workspace.begin());
    TRY(writeEverywhere(workspace.tables(), round));
    return transaction.commit();
}

class FailureTest : public testing::Test {
protected:
    FailureTest() { need(Workspace::create(path(), testId, testNowMs)); }

    fs::path path() const { return m_folder / "w.topline"; }

    std::unique_ptr<Workspace> open()
    {
        return need(Workspace::open(path(), testNowMs, {&m_hook, nullptr}));
    }

    TempFolder m_folder;
    NthStatement m_hook;
};

TEST_F(FailureTest, AFailingStatementLeavesNoHalfStep)
{
    const std::pair<int, ErrorCode> failures[] = {
        {SQLITE_FULL, ErrorCode::DiskFull},     {SQLITE_IOERR_WRITE, ErrorCode::Io},
        {SQLITE_IOERR_FSYNC, ErrorCode::Io},    {SQLITE_BUSY, ErrorCode::Busy},
        {SQLITE_NOMEM, ErrorCode::Io},          {SQLITE_CORRUPT, ErrorCode::Corrupt},
        {SQLITE_READONLY, ErrorCode::ReadOnly},
    };
    auto workspace = open();
    need(runStep(*workspace, 0));
    const std::string before = contentOf(workspace->database());
    std::int64_t statements = 0;
    for (const auto &[code, expected] : failures) {
        for (std::int64_t at = 1;; ++at) {
            m_hook.failAt(at, code);
            const auto status = runStep(*workspace, 1);
            const bool reached = m_hook.seen() >= at;
            m_hook.failAt(0, SQLITE_OK);
            ASSERT_EQ(reached, !status.ok()) << "statement " << at << ", code " << code;
            if (!reached) {
                statements = at - 1;
                break;
            }
            EXPECT_EQ(status.error().code, expected);
            ASSERT_EQ(contentOf(workspace->database()), before) << at << ", code " << code;
            if (workspace->database().isBroken()) {
                EXPECT_FALSE(workspace->begin().ok()) << "nothing more is written until reopened";
                workspace.reset();
                workspace = open();
                EXPECT_TRUE(workspace->wasUnclean());
            }
        }
        // The same step done at last; taken back by opening a copy made before would cost more than
        // comparing with a step of another number.
        EXPECT_NE(contentOf(workspace->database()), before);
        workspace.reset();
        for (const char *ending : {"", "-wal", "-shm", ".lock"})
            fs::remove(beside(path(), ending));
        need(Workspace::create(path(), testId, testNowMs));
        workspace = open();
        need(runStep(*workspace, 0));
        ASSERT_EQ(contentOf(workspace->database()), before);
    }
    EXPECT_GT(statements, 80);
    RecordProperty("statements", static_cast<int>(statements));
}

// The files as they are in the middle of a step are what a killed process leaves behind.
TEST_F(FailureTest, AStopAnywhereLeavesTheStepUndoneOrDone)
{
    const auto workspace = open();
    need(runStep(*workspace, 0));
    const std::string before = contentOf(workspace->database());
    std::int64_t stops = 0;
    for (int round = 1; round < 400; ++round) {
        const auto copy = m_folder / ("stop" + std::to_string(round));
        bool stopped = false;
        // A step that is rolled back in the end, so that each stop starts from the same rows.
        {
            auto transaction = need(workspace->begin());
            m_hook.callAt(round, [&] {
                stopped = true;
                need(copyPrivately(path(), copy));
                need(copyPrivately(beside(path(), "-wal"), beside(copy, "-wal")));
                writeBytes(beside(copy, ".lock"), "in use by process 1\n");
            });
            need(writeEverywhere(workspace->tables(), 1));
        }
        m_hook.failAt(0, SQLITE_OK);
        if (!stopped)
            break;
        ++stops;
        const auto reopened = need(Workspace::open(copy, testNowMs));
        EXPECT_TRUE(reopened->wasUnclean());
        ASSERT_EQ(contentOf(reopened->database()), before) << "stopped before statement " << round;
    }
    EXPECT_GT(stops, 80);

    need(runStep(*workspace, 1));
    const auto copy = m_folder / "committed";
    need(copyPrivately(path(), copy));
    need(copyPrivately(beside(path(), "-wal"), beside(copy, "-wal")));
    const auto reopened = need(Workspace::open(copy, testNowMs));
    EXPECT_EQ(contentOf(reopened->database()), contentOf(workspace->database()));
    EXPECT_NE(contentOf(reopened->database()), before);
    EXPECT_TRUE(need(checkWorkspace(reopened->database(), Depth::Full)).sound());
}

TEST_F(FailureTest, AFullDiskKeepsWhatWasThereAndGoesOnAfterwards)
{
    const auto workspace = open();
    need(runStep(*workspace, 0));
    auto &database = workspace->database();
    const std::string before = contentOf(database);
    const auto pages = askDirectly(database, "PRAGMA page_count");
    ASSERT_EQ(breach(database, "PRAGMA max_page_count = " + pages), "");
    std::vector<domain::Event> events;
    for (int i = 0; i < 2'000; ++i)
        events.push_back(event("full" + std::to_string(i), domain::EventKind::PageView, i));
    domain::ChangeSet changes;
    {
        auto transaction = need(workspace->begin());
        const auto added = workspace->tables().events.add(events, changes);
        ASSERT_FALSE(added.ok());
        EXPECT_EQ(added.error().code, ErrorCode::DiskFull);
        EXPECT_FALSE(added.error().kept.empty());
        EXPECT_FALSE(added.error().todo.empty());
        // SQLite may have rolled back by itself; going on must not commit half of the step.
        const auto next = workspace->tables().settings.setValue("after", "failure");
        const bool committed = next.ok() && transaction.commit().ok();
        EXPECT_TRUE(!committed || contentOf(database) != before);
    }
    ASSERT_EQ(breach(database, "PRAGMA max_page_count = 1073741823"), "");
    auto transaction = need(workspace->begin());
    EXPECT_EQ(need(workspace->tables().events.add(events, changes)).added, 2'000);
    need(transaction.commit());
}

TEST_F(FailureTest, AStepThatSqliteRolledBackCannotBeCommitted)
{
    const auto workspace = open();
    auto &database = workspace->database();
    auto transaction = need(workspace->begin());
    need(workspace->tables().settings.setValue("first", "half"));
    ASSERT_EQ(breach(database, "ROLLBACK"), ""); // what SQLite does after some failures
    EXPECT_FALSE(workspace->tables().settings.setValue("second", "half").ok());
    EXPECT_FALSE(transaction.commit().ok());
    EXPECT_FALSE(need(workspace->tables().settings.value("first")).has_value());
    EXPECT_FALSE(need(workspace->tables().settings.value("second")).has_value());
}

TEST_F(FailureTest, AnotherProgramsWriteLockIsSaid)
{
    const auto workspace = open();
    ASSERT_EQ(breach(workspace->database(), "PRAGMA busy_timeout = 0"), "");
    sqlite3 *other = nullptr;
    ASSERT_EQ(sqlite3_open(path().c_str(), &other), SQLITE_OK);
    sqlite3_db_config(other, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto begun = workspace->begin();
    ASSERT_FALSE(begun.ok());
    EXPECT_EQ(begun.error().code, ErrorCode::Busy);
    sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(other);
    EXPECT_TRUE(workspace->begin().ok());
}

TEST_F(FailureTest, AHookThatThrowsLeavesNothingBehind)
{
    auto workspace = open();
    need(runStep(*workspace, 0));
    const std::string before = contentOf(workspace->database());
    for (const std::int64_t at : {1, 2, 17, 60, 100}) {
        m_hook.callAt(at, [] { throw 1; });
        EXPECT_ANY_THROW(static_cast<void>(runStep(*workspace, 1)));
        m_hook.failAt(0, SQLITE_OK);
        EXPECT_EQ(contentOf(workspace->database()), before) << at;
    }
}

TEST_F(FailureTest, ACreationThatFailsAnywhereLeavesNoFile)
{
    const auto target = m_folder / "new.topline";
    for (std::int64_t at = 1;; at += 5) {
        m_hook.failAt(at, at % 2 == 0 ? SQLITE_FULL : SQLITE_IOERR_WRITE);
        const auto created = Workspace::create(target, testId, testNowMs, {&m_hook, nullptr});
        if (created.ok()) {
            EXPECT_GT(at, 50);
            break;
        }
        if (fs::exists(target)) {
            // The file was whole by then; opening it is what failed.
            m_hook.failAt(0, SQLITE_OK);
            EXPECT_TRUE(Workspace::open(target, testNowMs).ok()) << at;
            fs::remove(target);
        }
        EXPECT_FALSE(fs::exists(beside(target, ".new"))) << at;
        EXPECT_FALSE(fs::exists(beside(target, ".new-wal"))) << at;
    }
}

} // namespace
} // namespace topline::store
