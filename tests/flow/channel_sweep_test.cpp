// The outbox by its real connectors while the store fails at every statement in turn, and after
// older files were put back: what was approved takes hold at most once, and the program says so.
#include "core/calendar/caldav_connector.h"
#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"
#include "core/mail/mail_connector.h"
#include "core/platform/curl_http_client.h"
#include "core/platform/curl_imap_wire.h"
#include "core/platform/curl_smtp_sender.h"
#include "core/platform/install_mark_files.h"
#include "core/plays/shipped_plays.h"
#include "core/store/backup.h"
#include "tests/fakes/open_access.h"
#include "tests/flow/channel_trial.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <sqlite3.h>

namespace topline::flow {

namespace fs = std::filesystem;

namespace {

bool takesAll()
{
    const char *told = std::getenv("TOPLINE_KILLS");
    return told && std::string_view(told) == "all";
}

// A CRM with keys, whose writes are in the journal.
class JournalCrm final : public crm::Connector {
public:
    explicit JournalCrm(ChannelJournal &journal)
        : m_journal(journal)
    {
    }

    std::string system() const override { return "hubspot"; }

    std::string title() const override { return "HubSpot"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override
    {
        return domain::SourceProfile{.system = "hubspot", .orgId = "journal"};
    }

    base::Result<std::map<std::string, std::int64_t>> count(const crm::CancelToken &) override
    {
        return std::map<std::string, std::int64_t>{};
    }

    base::Result<crm::Page> pull(const std::string &, const crm::CancelToken &) override
    {
        return crm::Page{};
    }

    crm::PushAnswer push(const domain::Effect &effect, const crm::CancelToken &) override
    {
        const bool isNew = m_keys.insert(effect.id).second;
        if (isNew)
            m_journal.note("crm " + effect.action.text());
        return {isNew ? crm::PushState::Applied : crm::PushState::AlreadyApplied, "remote", {}};
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override
    {
        return {m_keys.contains(effect.id) ? crm::PushState::Applied : crm::PushState::Refused,
                "remote",
                {}};
    }

private:
    ChannelJournal &m_journal;
    std::set<base::Uuid> m_keys;
};

// All that lies outside, and the program in this process.
class Desk {
public:
    explicit Desk(std::uint64_t seed, ServerHabits habits, base::UtcMs nowMs)
        : m_journal(folder() + "/journal")
        , m_servers(seed, habits, m_journal)
        , m_clock(nowMs)
        , m_sender(server(m_servers.smtpPort()), ChannelServers::caFile(), limits)
        , m_dialer(server(m_servers.imapPort()), ChannelServers::caFile(), limits)
        , m_crm(m_journal)
        , m_ids(seed)
        , m_marks(folder() + "/installs")
    {
    }

    std::string folder() const { return m_folder.path().toStdString(); }

    std::string file() const { return folder() + "/w.topline"; }

    base::FixedClock &clock() { return m_clock; }

    ChannelJournal &journal() { return m_journal; }

    engine::Engine &engine() { return *m_engine; }

    base::Status open(store::StatementHook *hook = nullptr)
    {
        static const auto plays = need(plays::loadShippedPlays());
        m_engine.reset();
        store::OpenOptions options;
        options.hook = hook;
        TRY_ASSIGN(auto workspace, store::Workspace::open(file(), m_clock.now(), options));
        engine::EngineParts parts{m_clock, m_ids, std::move(workspace), plays};
        parts.marks = &m_marks;
        TRY_ASSIGN(m_engine, engine::Engine::open(std::move(parts)));
        return {};
    }

    void close() { m_engine.reset(); }

    base::Status drain()
    {
        TRY_ASSIGN(const auto mailbox, m_engine->mail().account());
        TRY_ASSIGN(auto calendar, m_engine->calendar().account());
        calendar->url = m_servers.davUrl();
        fakes::OpenAccess access("secret", {});
        calendar::CalDavConnector dav({m_http, access, m_clock, *calendar});
        mail::MailConnector mail(*mailbox, {m_sender, m_dialer, access, m_clock});
        const crm::CancelToken cancel;
        TRY(m_engine->drainOutbox(dav, cancel, false));
        TRY(m_engine->drainOutbox(mail, cancel, false));
        TRY(m_engine->drainOutbox(m_crm, cancel, true));
        return {};
    }

private:
    static constexpr platform::CurlMailOptions limits{10'000, 10'000, 10'000};

    static domain::MailServer server(int port)
    {
        return {"localhost", port, domain::WireSafety::StartTls};
    }

    QTemporaryDir m_folder;
    ChannelJournal m_journal;
    ChannelServers m_servers;
    base::FixedClock m_clock;
    platform::CurlHttpClient m_http;
    platform::CurlSmtpSender m_sender;
    platform::CurlImapDialer m_dialer;
    JournalCrm m_crm;
    base::SeededIdSource m_ids;
    platform::InstallMarkFiles m_marks;
    std::unique_ptr<engine::Engine> m_engine;
};

class BadStatements final : public store::StatementHook {
public:
    BadStatements(std::int64_t at, bool sticks)
        : m_at(at)
        , m_sticks(sticks)
    {
    }

    int beforeRun(std::string_view) override
    {
        ++m_count;
        const bool isHit = m_sticks ? m_count >= m_at : m_count == m_at;
        return isHit ? SQLITE_IOERR_WRITE : SQLITE_OK;
    }

    bool wasReached() const { return m_count >= m_at; }

private:
    std::int64_t m_at;
    bool m_sticks;
    std::int64_t m_count = 0;
};

// One of each kind leaves, while a statement fails; then without faults.
void sweep(bool sticks)
{
    const ChannelBeginning beginning(1);
    const std::int64_t stride = takesAll() ? 1 : 149;
    std::int64_t statements = 0;
    std::int64_t tries = 0;
    JudgeCounts counts;
    bool isReached = true;
    for (std::int64_t at = 1; isReached && counts.wrongs() == 0; at += stride, ++tries) {
        Desk desk(1, {.unfiled = 0}, beginning.nowMs());
        fs::copy_file(beginning.file(), desk.file());
        BadStatements bad(at, sticks);
        if (desk.open(&bad).ok())
            static_cast<void>(desk.drain().ok());
        isReached = bad.wasReached();
        statements = isReached ? at : statements;
        for (int life = 0; life < 2; ++life) {
            desk.clock().advance(base::hourMs);
            need(desk.open());
            need(desk.drain());
        }
        const auto unknown = ChannelVerdict(desk.engine(), desk.journal().read(), counts)
                                 .judge(beginning.approved());
        if (unknown > 1) // what was marked and did not leave
            counts.blame(counts.lies, std::to_string(unknown) + " are in doubt");
        EXPECT_EQ(counts.wrongs(), 0) << "statement " << at << ": " << counts.first;
    }
    EXPECT_FALSE(isReached);
    EXPECT_GT(statements, 300);
    std::cout << tries - 1 << " of about " << statements << " statements failed, "
              << counts.approved << " effects, " << counts.took << " took hold, " << counts.unknown
              << " in doubt\n";
}

// Days of sending with backups in between, one of which is put back.
class Restore {
public:
    Restore(std::uint64_t seed, const std::string &file, const std::vector<base::Uuid> &ids,
            JudgeCounts &counts)
        : m_seed(seed)
        , m_random(seed)
        , m_desk(seed, {0.05, 0.05, 0.05, 3}, birthMs)
        , m_ids(ids)
        , m_counts(counts)
    {
        fs::copy_file(file, m_desk.file());
        need(m_desk.open());
    }

    // False when nothing had left since that backup: it is not older in anything that counts.
    bool tryOne()
    {
        for (int round = 0; round < 4; ++round)
            work(round);
        const auto took = m_desk.journal().read();
        m_desk.close();
        const std::size_t chosen = m_random.indexOf(m_backups);
        if (m_tookBefore[chosen] == took.size())
            return false;
        putBack(m_backups[chosen]);
        need(m_desk.open());
        EXPECT_NE(need(m_desk.engine().status()).frozen, domain::FreezeReason::None);
        need(m_desk.drain());
        EXPECT_EQ(m_desk.journal().read(), took) << "seed " << m_seed;
        need(m_desk.engine().thaw());
        for (int round = 0; round < 3; ++round) {
            m_desk.clock().advance(8 * base::hourMs);
            need(m_desk.drain());
        }
        judge(took);
        return true;
    }

private:
    void work(int round)
    {
        auto &engine = m_desk.engine();
        for (std::size_t at = m_random.below(3); at < m_ids.size(); at += 3)
            static_cast<void>(engine.approve({m_ids[at]}).ok()); // some are on their way
        need(engine.bookMeeting({m_ids.front(),
                                 birthMs + 20 * base::dayMs + round * 2 * base::hourMs, 45,
                                 "Talk " + std::to_string(round), "Agenda"}));
        m_backups.push_back(m_desk.folder() + "/backup" + std::to_string(round));
        need(engine.backUp(m_backups.back()));
        m_tookBefore.push_back(m_desk.journal().read().size());
        m_desk.clock().advance(base::hourMs);
        need(m_desk.drain());
    }

    // By the program, or by hand.
    void putBack(const std::string &backup)
    {
        if (m_random.chance(0.5)) {
            need(store::restore(backup, m_desk.file(), m_desk.clock().now()));
            return;
        }
        for (const char *end : {"-wal", "-shm"})
            fs::remove(m_desk.file() + end);
        fs::copy_file(backup, m_desk.file(), fs::copy_options::overwrite_existing);
    }

    void judge(const std::map<Deed, std::vector<std::string>> &before)
    {
        const std::string where = ", seed " + std::to_string(m_seed);
        for (const auto &[deed, contents] : m_desk.journal().read()) {
            ++m_counts.took;
            if (contents.size() > 1)
                m_counts.blame(m_counts.twice, deed + where);
            // From a file that is older than the world no mail leaves for the first time, but the
            // invitation to what is found in the calendar.
            const bool isNewMail = deed.starts_with("mail ") && !before.contains(deed);
            if (isNewMail && deed.find("Talk ") == std::string::npos)
                m_counts.blame(m_counts.ghosts, deed + where);
        }
        m_counts.unknown +=
            static_cast<std::int64_t>(need(m_desk.engine().unknownEffects()).size());
    }

    std::uint64_t m_seed;
    base::Random m_random;
    Desk m_desk;
    const std::vector<base::Uuid> &m_ids;
    JudgeCounts &m_counts;
    std::vector<std::string> m_backups;
    std::vector<std::size_t> m_tookBefore;
};

} // namespace

TEST(ChannelSweep, EveryStatementFailsOnceWhileThingsLeave)
{
    sweep(false);
}

TEST(ChannelSweep, EveryStatementFailsAndAllAfterIt)
{
    sweep(true);
}

TEST(ChannelSweep, OldBackupsPutBackSendNothingAgain)
{
    const int wanted = takesAll() ? 60 : 3;
    base::FixedClock birth(birthMs);
    TinyCrm tiny(birthMs, 16);
    PrefixedCrm crm(tiny);
    World world(crm, birth);
    world.sync();
    connectChannels(world.engine());
    const auto ids = approvable(need(world.engine().feed()));
    world.close();
    int restores = 0;
    JudgeCounts counts;
    for (std::uint64_t seed = 1; restores < wanted; ++seed)
        restores += Restore(seed, world.file(), ids, counts).tryOne();
    std::cout << restores << " restores, " << counts.took << " took hold, " << counts.unknown
              << " in doubt\n";
    EXPECT_EQ(counts.wrongs(), 0) << counts.first;
}

} // namespace topline::flow
