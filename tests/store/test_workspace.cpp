#include "tests/store/test_workspace.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

namespace topline::store {

namespace fs = std::filesystem;

namespace {

// Memory where there is some, unless told otherwise: random tests commit hundreds of thousands of
// times, and none of them is about what a disk keeps.
fs::path folderOfTests()
{
    const fs::path memory = "/dev/shm";
    const bool isTold = std::getenv("TMPDIR") != nullptr;
    return !isTold && fs::is_directory(memory) ? memory : fs::temp_directory_path();
}

} // namespace

TempFolder::TempFolder()
{
    std::string name = (folderOfTests() / "topline-store-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        ADD_FAILURE() << "no temporary folder";
        std::abort();
    }
    m_path = name;
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

StoreTest::StoreTest()
    : m_workspace(need(Workspace::create(m_folder / "test.topline",
                                         base::Uuid::named("workspace", "test"), testNowMs)))
{
}

void StoreTest::reopen()
{
    m_workspace.reset();
    m_workspace = need(Workspace::open(m_folder / "test.topline", testNowMs));
}

domain::AccountId StoreTest::addAccount(const std::string &remoteId, const std::string &name)
{
    return inTransaction(
        [&] { return need(tables().records.put(account(remoteId, name), m_changes)).id; });
}

domain::ContactId StoreTest::addContact(const std::string &remoteId, const std::string &owner)
{
    return inTransaction(
        [&] { return need(tables().records.put(contact(remoteId, owner), m_changes)).id; });
}

domain::StageId StoreTest::addStage(const std::string &remoteId, int order, domain::StageKind kind)
{
    return inTransaction([&] {
        const domain::Stage stage{{}, remoteId, "Sales", "Stage " + remoteId, order, kind};
        return need(tables().catalogue.put(stage, m_changes)).id;
    });
}

domain::DealId StoreTest::addDeal(const std::string &remoteId, const std::string &owner,
                                  const std::string &stage)
{
    return inTransaction(
        [&] { return need(tables().records.put(deal(remoteId, owner, stage), m_changes)).id; });
}

domain::Account account(const std::string &remoteId, const std::string &name)
{
    domain::Account out;
    out.remoteId = remoteId;
    out.name = name;
    out.domain = remoteId + ".example";
    out.industry = "Software";
    out.updatedMs = testNowMs;
    return out;
}

domain::Contact contact(const std::string &remoteId, const std::string &account)
{
    domain::Contact out;
    out.remoteId = remoteId;
    out.account.remoteId = account;
    out.firstName = "Dana";
    out.lastName = "Reyes";
    out.email = remoteId + "@mail.example";
    out.title = "CFO";
    out.timeZone = "Europe/Berlin";
    out.updatedMs = testNowMs;
    return out;
}

domain::Deal deal(const std::string &remoteId, const std::string &account, const std::string &stage)
{
    domain::Deal out;
    out.remoteId = remoteId;
    out.name = "Renewal " + remoteId;
    out.account.remoteId = account;
    out.stage.remoteId = stage;
    out.amount = base::Money{4'800'000, base::Currency::usd()};
    out.updatedMs = testNowMs;
    return out;
}

domain::Event event(const std::string &key, domain::EventKind kind, base::UtcMs atMs)
{
    domain::Event out;
    out.sourceKey = base::key63("test\n" + key);
    out.kind = kind;
    out.atMs = atMs;
    out.receivedMs = atMs;
    return out;
}

domain::Action action(const std::string &name, domain::AccountId account)
{
    domain::Action out;
    out.id = base::Uuid::named("action", name);
    out.account = account;
    out.dedupeKey = name;
    out.createdMs = testNowMs;
    out.changedMs = testNowMs;
    out.whyNow = {domain::ReasonCode::Silence, {domain::Span{5}, domain::Span{3}}};
    out.draft = {"dana@mail.example", "Hello", "A body", {"contact.first_name: Dana", "odd:7:x"}};
    return out;
}

domain::Effect effectOf(const domain::Action &action, std::int64_t ordinal)
{
    domain::Effect out;
    out.id = base::Uuid::named("effect", action.id.text() + std::to_string(ordinal));
    out.action = action.id;
    out.ordinal = ordinal;
    out.wire = R"({"kind":"task","n":)" + std::to_string(ordinal) + '}';
    out.wireSha256 = base::hex(base::sha256(out.wire));
    out.changedMs = testNowMs;
    return out;
}

domain::LedgerEntry chainForTest(domain::LedgerEntry entry, const std::string &prevHash)
{
    entry.prevHash = prevHash;
    entry.hash = base::hex(base::sha256(prevHash + std::to_string(entry.seq) + entry.payload));
    return entry;
}

std::string readBytes(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

void writeBytes(const fs::path &path, const std::string &bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

int modeOf(const fs::path &path)
{
    struct stat state = {};
    return ::stat(path.c_str(), &state) == 0 ? static_cast<int>(state.st_mode & 0777) : -1;
}

} // namespace topline::store
