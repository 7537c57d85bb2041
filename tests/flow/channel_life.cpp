#include "tests/flow/channel_life.h"

#include "core/platform/install_mark_files.h"
#include "core/plays/shipped_plays.h"

#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace topline::flow {

namespace {

using crm::PushAnswer;
using crm::PushState;

// Waits until the judge has heard it, so that an end at a line is an end at that very place.
std::string tell(int socket, const std::string &line)
{
    writeLine(socket, line);
    return readLine(socket);
}

class Channels final : public crm::Connector {
public:
    Channels(int socket, Fault fault)
        : m_socket(socket)
        , m_fault(fault)
    {
    }

    std::string system() const override { return "tiny"; }

    std::string title() const override { return "Channels"; }

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

    PushAnswer push(const domain::Effect &effect, const crm::CancelToken &) override
    {
        return dot(effect);
    }

    std::vector<PushAnswer> pushGated(std::span<const domain::Effect> effects, crm::PushGate &gate,
                                      const crm::CancelToken &) override
    {
        std::vector<PushAnswer> out;
        for (const domain::Effect &effect : effects)
            out.push_back(sendOne(effect, gate));
        return out;
    }

    PushAnswer lookUp(const domain::Effect &effect, const crm::CancelToken &) override
    {
        const std::string answer = ask("look", effect);
        if (answer == "yes")
            return {PushState::Applied, "remote", {}};
        const bool isForced = m_fault == Fault::RetriesOnDoubt || m_fault == Fault::NewIdOnRetry;
        if (answer == "no" || (answer == "unknown" && isForced))
            return {PushState::Refused, {}, "not there"};
        return {};
    }

private:
    static std::string channelOf(const domain::Effect &effect)
    {
        constexpr const char *channels[] = {"mail", "mail", "calendar", "crm"};
        return channels[effect.id.bytes[3] % 4];
    }

    std::string ask(const std::string &what, const domain::Effect &effect)
    {
        std::string message = effect.id.text();
        if (m_fault == Fault::NewIdOnRetry)
            message += "-" + std::to_string(effect.attempts);
        return tell(m_socket,
                    what + " " + channelOf(effect) + " " + message + " " + effect.action.text());
    }

    // Mailbox, calendar and CRM alike: what comes before the point of no return leaves no trace.
    PushAnswer sendOne(const domain::Effect &effect, crm::PushGate &gate)
    {
        for (const char *step : {"connect", "starttls", "rcpt", "data"})
            tell(m_socket, step);
        if (m_fault == Fault::SendsThenMarks) {
            auto answer = dot(effect);
            const bool isMarked = gate.pass({&effect, 1}).ok();
            return isMarked ? answer : PushAnswer{PushState::NotSent, {}, "no mark"};
        }
        tell(m_socket, "before-mark");
        if (!gate.pass({&effect, 1}).ok())
            return {PushState::NotSent, {}, "no mark"};
        return dot(effect);
    }

    PushAnswer dot(const domain::Effect &effect)
    {
        const std::string answer = ask("dot", effect);
        tell(m_socket, "after-reply");
        const bool isLie = m_fault == Fault::LiesAboutRefusals && answer == "refused";
        if (answer == "yes" || isLie)
            return {PushState::Applied, "remote", {}};
        if (answer == "refused")
            return {PushState::Refused, {}, "550 no"};
        return {PushState::Unknown, {}, "the answer was lost"};
    }

    int m_socket;
    Fault m_fault;
};

base::Status live(World &world, int socket, Fault fault)
{
    platform::InstallMarkFiles marks(markFolderOf(world));
    base::SeededIdSource ids(static_cast<std::uint64_t>(::getpid()));
    TRY_ASSIGN(auto workspace, store::Workspace::open(world.file(), world.clock.now()));
    TRY_ASSIGN(auto plays, plays::loadShippedPlays());
    engine::EngineParts parts{world.clock, ids, std::move(workspace), std::move(plays)};
    parts.marks = &marks;
    parts.crashHook = [socket](std::string_view point) { tell(socket, std::string(point)); };
    TRY_ASSIGN(const auto engine, engine::Engine::open(std::move(parts)));
    tell(socket, "opened");
    Channels channels(socket, fault);
    const crm::CancelToken cancel;
    TRY_ASSIGN(const auto drained, engine->drainOutbox(channels, cancel));
    TRY_ASSIGN(const auto status, engine->status());
    if (status.frozen != domain::FreezeReason::None)
        writeLine(socket, "frozen");
    else if (drained.waiting == 0)
        writeLine(socket, "done");
    return {};
}

} // namespace

bool writeLine(int socket, const std::string &line)
{
    const std::string text = line + "\n";
    return ::send(socket, text.data(), text.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(text.size());
}

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

std::string markFolderOf(const World &world)
{
    return world.folder() + "/state/installs";
}

void liveByChannels(World &world, int socket, Fault fault)
{
    const auto lived = live(world, socket, fault);
    if (!lived.ok())
        writeLine(socket, "failed");
    ::_exit(0);
}

} // namespace topline::flow
