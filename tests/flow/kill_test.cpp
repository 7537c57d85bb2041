// The real thing: a process that empties the outbox is killed (SIGKILL) again and again, at random
// moments, while this process plays the CRM and counts. A repeated request would take hold again.
#include "core/base/random.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <csignal>
#include <map>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::flow {

namespace {

bool writeLine(int socket, const std::string &line)
{
    const std::string text = line + "\n";
    return ::send(socket, text.data(), text.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(text.size());
}

// Empty at the end of the stream.
std::string readLine(int socket)
{
    std::string out;
    char c = 0;
    while (::read(socket, &c, 1) == 1) {
        if (c == '\n')
            return out;
        out += c;
    }
    return {};
}

// In the process that will be killed: asks the parent over the socket.
class DistantCrm final : public crm::Connector {
public:
    explicit DistantCrm(int socket)
        : m_socket(socket)
    {
    }

    std::string system() const override { return "tiny"; }

    std::string title() const override { return "Distant CRM"; }

    base::Result<domain::SourceProfile> inspect(const crm::CancelToken &) override
    {
        return domain::SourceProfile{.system = "tiny", .orgId = "tiny-1"};
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
        return ask("push " + effect.id.text());
    }

    crm::PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override
    {
        return ask("look " + effect.id.text());
    }

private:
    crm::PushAnswer ask(const std::string &question)
    {
        writeLine(m_socket, question);
        const std::string answer = readLine(m_socket);
        if (answer == "yes")
            return {crm::PushState::Applied, "remote", {}};
        if (answer == "no")
            return {crm::PushState::Refused, {}, "not there"};
        return {};
    }

    int m_socket;
};

// The child's whole life: opens, empties the outbox, says "done". Every step is told, so that the
// parent can choose its moment.
[[noreturn]] void emptyTheOutbox(World &world, int socket)
{
    DistantCrm crm(socket);
    world.talkTo(crm);
    const auto opened =
        world.open(nullptr, [socket](std::string_view) { writeLine(socket, "step"); });
    if (opened.ok()) {
        const auto drained = world.engine().drainOutbox(crm, world.cancel);
        // What was proved absent more than once waits a while before it goes again.
        if (drained.ok() && drained->waiting == 0 && drained->unknown == 0)
            writeLine(socket, "done");
    }
    ::_exit(0);
}

struct Counts {
    std::map<std::string, int> tookHold;
    int kills = 0;
};

// Plays the CRM for one child and kills it at its n-th line. True when it came to its end.
bool serve(World &world, std::int64_t killAt, bool takesHoldBeforeTheKill, Counts &counts)
{
    int sockets[2] = {-1, -1};
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, sockets), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(sockets[0]);
        emptyTheOutbox(world, sockets[1]);
    }
    ::close(sockets[1]);
    bool isDone = false;
    for (std::int64_t lines = 1;; ++lines) {
        const std::string line = readLine(sockets[0]);
        const bool isLast = lines == killAt;
        const std::string id = line.size() > 5 ? line.substr(5) : std::string();
        if (line.starts_with("push ") && (!isLast || takesHoldBeforeTheKill))
            ++counts.tookHold[id];
        if (isLast && !line.empty() && line != "done") {
            ::kill(child, SIGKILL);
            ++counts.kills;
            break;
        }
        isDone = line == "done";
        if (line.empty() || isDone)
            break;
        if (line.starts_with("push "))
            writeLine(sockets[0], "yes");
        if (line.starts_with("look "))
            writeLine(sockets[0], counts.tookHold.contains(id) ? "yes" : "no");
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(sockets[0]);
    return isDone;
}

} // namespace

TEST(Kill, AProcessKilledAgainAndAgainSendsEachApprovedActionOnce)
{
    constexpr std::uint64_t seed = 4711;
    base::Random random(seed);
    int kills = 0;
    for (int trial = 0; trial < 12; ++trial) {
        base::FixedClock clock(birthMs);
        TinyCrm crm(birthMs, 12);
        World world(crm, clock);
        world.sync();
        const auto ids = approvable(need(world.engine().feed()));
        need(world.engine().approve(ids));
        clock.advance(world.engine().policy().feed.holdMs);
        world.close();

        Counts counts;
        bool isDone = false;
        for (int life = 0; life < 200 && !isDone; ++life) {
            const auto killAt = static_cast<std::int64_t>(random.below(30)) + 1;
            isDone = serve(world, killAt, random.chance(0.5), counts);
            clock.advance(base::hourMs); // so that no wait after a proof of absence counts
        }
        EXPECT_TRUE(isDone) << "seed " << seed << ", trial " << trial;
        EXPECT_EQ(counts.tookHold.size(), ids.size()) << "seed " << seed << ", trial " << trial;
        for (const auto &[effect, times] : counts.tookHold)
            EXPECT_EQ(times, 1) << "seed " << seed << ", trial " << trial << ", " << effect;
        kills += counts.kills;
        world.talkTo(crm);
        need(world.open());
        EXPECT_TRUE(need(world.engine().verifyLedger()).sound);
        EXPECT_EQ(need(world.engine().status()).effectsPending, 0);
        EXPECT_TRUE(need(world.engine().unknownEffects()).empty());
    }
    EXPECT_GT(kills, 12);
}

} // namespace topline::flow
