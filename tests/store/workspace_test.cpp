#include "core/store/file_header.h"
#include "core/store/private_file.h"
#include "core/store/query.h"
#include "core/store/schema.h"
#include "core/store/workspace.h"
#include "tests/store/test_workspace.h"

#include <functional>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::store {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;

const base::Uuid testId = base::Uuid::named("workspace", "test");

// Opens a file that must be refused; its bytes must be the same afterwards, and nothing may be
// waiting in a log to be moved into it.
base::Error refusal(const fs::path &path)
{
    const std::string before = readBytes(path);
    const auto opened = Workspace::open(path, testNowMs);
    EXPECT_FALSE(opened.ok());
    EXPECT_EQ(readBytes(path), before);
    EXPECT_EQ(readBytes(beside(path, "-wal")), "");
    return opened.ok() ? base::Error{} : opened.error();
}

// Every error says what was kept and what to do, and never advises to delete anything.
void expectHelpful(const base::Error &error)
{
    EXPECT_FALSE(error.message.empty());
    EXPECT_FALSE(error.kept.empty()) << error.message;
    EXPECT_FALSE(error.todo.empty()) << error.message;
    for (const char *word : {"delete", "Delete", "remove", "Remove"})
        EXPECT_EQ(error.text().find(word), std::string::npos) << error.text();
}

void executeForeign(const fs::path &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    char *message = nullptr;
    EXPECT_EQ(sqlite3_exec(handle, sql, nullptr, nullptr, &message), SQLITE_OK) << message;
    sqlite3_close(handle);
}

// What happens to `path` when nobody special opens or makes it; tests may run as root, for whom
// every folder is writable.
ErrorCode codeAsNobody(const std::function<base::Status()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0 && (::setegid(65534) != 0 || ::seteuid(65534) != 0))
            ::_exit(255);
        const auto status = work();
        ::_exit(status.ok() ? 254 : static_cast<int>(status.error().code));
    }
    int state = 0;
    EXPECT_EQ(::waitpid(child, &state, 0), child);
    EXPECT_TRUE(WIFEXITED(state));
    EXPECT_LT(WEXITSTATUS(state), 254);
    return static_cast<ErrorCode>(WEXITSTATUS(state));
}

TEST(WorkspaceTest, CreatedFilesAreOnlyForTheirOwnerWhateverTheUmask)
{
    const TempFolder folder;
    const mode_t before = ::umask(0);
    const auto path = folder / "new" / "deep" / "w.topline";
    const auto workspace = need(Workspace::create(path, testId, testNowMs));
    {
        auto transaction = need(workspace->begin());
        need(workspace->tables().settings.setValue("a", "b"));
        need(transaction.commit());
    }
    ::umask(before);
    EXPECT_EQ(modeOf(folder / "new"), 0700);
    EXPECT_EQ(modeOf(folder / "new" / "deep"), 0700);
    for (const char *ending : {"", "-wal", "-shm", ".lock"})
        EXPECT_EQ(modeOf(beside(path, ending)), 0600) << ending;
}

TEST(WorkspaceTest, AnOpenedFileLosesForeignPermissions)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    fs::permissions(path, fs::perms(0644));
    need(Workspace::open(path, testNowMs));
    EXPECT_EQ(modeOf(path), 0600);
}

TEST(WorkspaceTest, KnowsItselfAfterReopening)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    const auto workspace = need(Workspace::open(path, testNowMs + 5));
    const auto info = need(workspace->tables().settings.info());
    EXPECT_EQ(info.id, testId);
    EXPECT_EQ(info.createdMs, testNowMs);
    EXPECT_FALSE(workspace->wasUnclean());
    EXPECT_EQ(need(schemaNumber(workspace->database())),
              static_cast<int>(builtInMigrations().size()));
}

TEST(WorkspaceTest, WritesWithFullSyncAndAWriteAheadLog)
{
    const TempFolder folder;
    const auto workspace = need(Workspace::create(folder / "w", testId, testNowMs));
    auto &database = workspace->database();
    EXPECT_EQ(readBytes(folder / "w").substr(18, 2), "\2\2"); // the file format's mark of WAL
    EXPECT_EQ(need(readOne(database, "PRAGMA synchronous", 0)), 2);
    EXPECT_EQ(need(readOne(database, "PRAGMA foreign_keys", 0)), 1);
    EXPECT_EQ(need(readOne(database, "PRAGMA trusted_schema", 1)), 0);
    EXPECT_EQ(need(readOne(database, "PRAGMA cell_size_check", 0)), 1);
    const auto reader = need(WorkspaceReader::open(folder / "w"));
    EXPECT_EQ(need(readOne(reader->database(), "PRAGMA wal_autocheckpoint", -1)), 0);
}

TEST(WorkspaceTest, CreationLeavesWhatIsThereAlone)
{
    const TempFolder folder;
    writeBytes(folder / "notes.txt", "mine");
    const auto created = Workspace::create(folder / "notes.txt", testId, testNowMs);
    ASSERT_FALSE(created.ok());
    EXPECT_EQ(created.error().code, ErrorCode::Conflict);
    EXPECT_EQ(readBytes(folder / "notes.txt"), "mine");

    fs::create_symlink(folder / "elsewhere", folder / "link");
    EXPECT_FALSE(Workspace::create(folder / "link", testId, testNowMs).ok() &&
                 fs::is_symlink(folder / "link") == false);
}

TEST(WorkspaceTest, ASecondInstanceIsToldWhoHasTheFile)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    const auto first = need(Workspace::create(path, testId, testNowMs));
    const auto second = Workspace::open(path, testNowMs);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::Busy);
    EXPECT_NE(second.error().message.find(std::to_string(::getpid())), std::string::npos);
    expectHelpful(second.error());
}

TEST(WorkspaceTest, OneFileHasOneLockUnderAllItsNames)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    const auto first = need(Workspace::create(path, testId, testNowMs));
    fs::create_symlink(path, folder / "other-name");
    const auto second = Workspace::open(folder / "other-name", testNowMs);
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::Busy);
}

TEST(WorkspaceTest, RefusesWhatIsNotAWorkspace)
{
    const TempFolder folder;
    writeBytes(folder / "empty", "");
    writeBytes(folder / "garbage", std::string(5'000, '\x7f'));
    writeBytes(folder / "short", "SQLite format 3");
    executeForeign(folder / "other", "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    fs::create_directory(folder / "folder");
    for (const char *name : {"empty", "garbage", "short", "other"}) {
        const auto error = refusal(folder / name);
        EXPECT_EQ(error.code, ErrorCode::NotAWorkspace) << name;
        expectHelpful(error);
        EXPECT_FALSE(fs::exists(folder / (std::string(name) + ".lock"))) << name;
    }
    const auto directory = Workspace::open(folder / "folder", testNowMs);
    ASSERT_FALSE(directory.ok());
    EXPECT_EQ(directory.error().code, ErrorCode::NotAWorkspace);
    const auto missing = Workspace::open(folder / "missing", testNowMs);
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    expectHelpful(missing.error());
    EXPECT_FALSE(fs::exists(folder / "missing"));
}

TEST(WorkspaceTest, RefusesANewerSchemaAndLeavesItAlone)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    executeForeign(path, "PRAGMA user_version = 9999");
    const auto error = refusal(path);
    EXPECT_EQ(error.code, ErrorCode::NewerSchema);
    expectHelpful(error);
}

TEST(WorkspaceTest, RefusesANewerSchemaThatIsStillInTheLog)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    sqlite3 *handle = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_exec(handle, "PRAGMA user_version = 9999", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    const std::string file = readBytes(path);
    const std::string log = readBytes(beside(path, "-wal"));
    ASSERT_FALSE(log.empty());
    const auto opened = Workspace::open(path, testNowMs);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::NewerSchema);
    EXPECT_EQ(readBytes(path), file);
    EXPECT_EQ(readBytes(beside(path, "-wal")), log);
}

TEST(WorkspaceTest, RefusesATruncatedFileAtAnyLength)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    const std::string whole = readBytes(path);
    ASSERT_GT(whole.size(), 20'000U);
    for (std::size_t cut = 1; cut < whole.size(); cut += whole.size() / 7) {
        const auto copy = folder / ("cut" + std::to_string(cut));
        writeBytes(copy, whole.substr(0, whole.size() - cut));
        const auto error = refusal(copy);
        const bool headerLeft = whole.size() - cut >= 100;
        EXPECT_EQ(error.code, headerLeft ? ErrorCode::Corrupt : ErrorCode::NotAWorkspace) << cut;
        expectHelpful(error);
    }
}

TEST(WorkspaceTest, ChecksTheFileAfterAnUncleanExit)
{
    const TempFolder folder;
    const auto path = folder / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    writeBytes(beside(path, ".lock"), "in use by process 1\n");
    EXPECT_TRUE(need(Workspace::open(path, testNowMs))->wasUnclean());
    EXPECT_FALSE(need(Workspace::open(path, testNowMs))->wasUnclean());

    // A page in the middle is overwritten: only a check finds this.
    std::string bytes = readBytes(path);
    bytes.replace(4'096 * 5, 4'096, std::string(4'096, '\x55'));
    writeBytes(path, bytes);
    writeBytes(beside(path, ".lock"), "in use by process 1\n");
    const auto error = refusal(path);
    EXPECT_EQ(error.code, ErrorCode::Corrupt);
    expectHelpful(error);
    EXPECT_FALSE(Workspace::open(path, testNowMs).ok()) << "the finding must not be forgotten";
}

TEST(WorkspaceTest, SaysWhenTheFolderOrFileCannotBeWritten)
{
    const TempFolder folder;
    fs::create_directory(folder / "locked");
    fs::permissions(folder.path(), fs::perms(0755));
    const auto path = folder / "locked" / "w.topline";
    need(Workspace::create(path, testId, testNowMs));
    const std::string before = readBytes(path);
    fs::permissions(folder / "locked", fs::perms(0555));
    if (::geteuid() != 0)
        fs::permissions(path, fs::perms(0400));

    const auto make = [&]() -> base::Status {
        TRY(Workspace::create(folder / "locked" / "new.topline", testId, testNowMs));
        return {};
    };
    EXPECT_EQ(codeAsNobody(make), ErrorCode::PermissionDenied);
    const auto open = [&]() -> base::Status {
        TRY(Workspace::open(path, testNowMs));
        return {};
    };
    EXPECT_EQ(codeAsNobody(open), ErrorCode::PermissionDenied);
    EXPECT_EQ(readBytes(path), before);
    fs::permissions(folder / "locked", fs::perms(0755));
}

TEST(WorkspaceTest, ReadersSeeCommittedStepsAndCannotWrite)
{
    const TempFolder folder;
    const auto workspace = need(Workspace::create(folder / "w", testId, testNowMs));
    const auto reader = need(WorkspaceReader::open(folder / "w"));
    auto transaction = need(workspace->begin());
    need(workspace->tables().settings.setValue("key", "value"));
    EXPECT_FALSE(need(reader->tables().settings.value("key")).has_value());
    need(transaction.commit());
    EXPECT_EQ(need(reader->tables().settings.value("key")), "value");

    auto reading = need(reader->begin());
    const auto written = reader->tables().settings.setValue("key", "other");
    ASSERT_FALSE(written.ok());
    EXPECT_EQ(written.error().code, ErrorCode::ReadOnly);
}

TEST(WorkspaceTest, ACutOffCreationDoesNotStandInTheWay)
{
    const TempFolder folder;
    writeBytes(folder / "w.new", "half a workspace");
    writeBytes(folder / "w.new-wal", "half a log");
    need(Workspace::create(folder / "w", testId, testNowMs));
    EXPECT_FALSE(fs::exists(folder / "w.new"));
    EXPECT_FALSE(fs::exists(folder / "w.new-wal"));
}

} // namespace
} // namespace topline::store
