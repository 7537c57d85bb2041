#include "tests/flow/lives.h"

#include "core/base/uuid.h"
#include "core/engine/engine.h"
#include "core/sync/field_texts.h"
#include "tests/fakes/sample_company.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <map>
#include <spawn.h>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace topline::flow {

namespace fs = std::filesystem;

namespace {

using fakes::Response;

constexpr int accounts = 2;
constexpr int finishMax = 4;

QString folderTemplate()
{
    const bool isThere = fs::is_directory("/dev/shm"); // memory, where there is some
    return (isThere ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
           QStringLiteral("/topline-XXXXXX");
}

base::UtcMs timeOf(std::size_t phase)
{
    return birthMs + static_cast<base::DurationMs>(phase) * 2 * base::hourMs;
}

std::string allOf(int descriptor)
{
    std::string out;
    char buffer[512];
    for (ssize_t got = 0; (got = read(descriptor, buffer, sizeof buffer)) > 0;)
        out.append(buffer, static_cast<std::size_t>(got));
    close(descriptor);
    return out;
}

// The process, and where its output can be read.
std::pair<pid_t, int> start(std::vector<std::string> words)
{
    int ends[2] = {};
    if (pipe(ends) != 0)
        std::abort();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    pid_t process = 0;
    if (posix_spawn(&process, argv[0], &actions, nullptr, argv.data(), environ) != 0)
        std::abort();
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    return {process, ends[0]};
}

template <typename Record> void tell(const std::vector<Record> &records, std::ostream &out)
{
    for (const auto &record : records) {
        out << record.remoteId;
        for (const auto &[field, text] : sync::textsOf(record))
            out << ' ' << field << '=' << text;
        out << '\n';
    }
}

} // namespace

std::string Kill::text() const
{
    if (step != 0)
        return "step " + std::to_string(step);
    return "request " + std::to_string(request) + (isHandled ? ", handled" : ", not handled");
}

const std::vector<std::string> &Lives::phases()
{
    static const std::vector<std::string> all = {"pull", "pull",      "edit-one", "push",
                                                 "pull", "edit-many", "push",     "pull"};
    return all;
}

Lives::Lives(base::FixedClock &clock, Options options)
    : m_clock(clock)
    , m_options(std::move(options))
    , m_hub(clock)
    , m_sales(clock)
    , m_folder(folderTemplate())
    , m_file(m_folder.path().toStdString() + "/w.topline")
    , m_hubServer([this](const auto &request) { return serve(request, m_hub.handler()); })
    , m_salesServer([this](const auto &request) { return serve(request, m_sales.handler()); })
{
    m_clock.set(timeOf(0));
    fakes::fill(m_hub, accounts, timeOf(0) - base::dayMs);
    fakes::fill(m_sales, accounts, timeOf(0) - base::dayMs);
    if (m_options.isKeyed)
        m_hub.defineProperty("tasks", {"topline_id", false, true});
    base::SeededIdSource ids(0);
    need(store::Workspace::create(m_file, ids.next(), timeOf(0))).reset();
}

Lives::Lives(const Lives &other)
    : m_clock(other.m_clock)
    , m_options(other.m_options)
    , m_hub(other.m_hub)
    , m_sales(other.m_sales)
    , m_folder(folderTemplate())
    , m_file(m_folder.path().toStdString() + "/w.topline")
    , m_phase(other.m_phase)
    , m_seed(other.m_seed)
    , m_hubServer([this](const auto &request) { return serve(request, m_hub.handler()); })
    , m_salesServer([this](const auto &request) { return serve(request, m_sales.handler()); })
{
    m_clock.set(timeOf(m_phase));
    for (const char *part : {"", "-wal"}) {
        if (fs::exists(other.m_file + part))
            fs::copy_file(other.m_file + part, m_file + part);
    }
}

// The dead ask nothing: what was still on its way is not handled.
Response Lives::serve(const fakes::Request &request, const fakes::Handler &fake)
{
    const std::lock_guard lock(m_mutex);
    Response lost;
    lost.wire = Response::Wire::CloseBefore;
    if (m_process == 0)
        return lost;
    const bool isTurn = ++m_requests == m_kill.request;
    if (isTurn && m_kill.isHandled)
        static_cast<void>(fake(request));
    if (!isTurn)
        return fake(request);
    kill(m_process, SIGKILL);
    m_process = 0;
    return lost;
}

Ended Lives::live(const Kill &how)
{
    m_clock.set(timeOf(m_phase));
    int output = 0;
    pid_t process = 0;
    {
        const std::lock_guard lock(m_mutex); // the first request waits for this
        m_kill = how;
        m_requests = 0;
        std::tie(process, output) =
            start({TOPLINE_LIFE_PROGRAM, m_file, phase(), std::to_string(m_clock.now()),
                   std::to_string(m_seed++), m_hubServer.baseUrl(), m_salesServer.baseUrl(),
                   std::to_string(how.step), m_options.fault});
        m_process = process;
    }
    std::istringstream said(allOf(output));
    int status = 0;
    waitpid(process, &status, 0);
    const std::lock_guard lock(m_mutex);
    m_process = 0;
    Ended out;
    out.requests = m_requests;
    out.isKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    std::string word;
    said >> word;
    if (word == "at")
        said >> out.point;
    else if (word == "steps")
        said >> out.steps;
    else if (!out.isKilled)
        out.error = said.str() + " (status " + std::to_string(status) + ")";
    return out;
}

std::string Lives::finish()
{
    std::string error;
    for (int i = 0; i < finishMax; ++i) {
        const Ended ended = live();
        error = ended.error;
        // What was in doubt is looked up by the next life, or goes again then.
        if (error.empty() && inDoubt() == 0)
            return {};
    }
    return error.empty() ? "something stays in doubt\n" : error + "\n";
}

bool Lives::pass()
{
    if (m_phase + 1 >= phases().size())
        return false;
    ++m_phase;
    m_clock.set(timeOf(m_phase) - base::hourMs);
    if (m_phase == 1)
        change();
    m_clock.set(timeOf(m_phase));
    return true;
}

// Something of each kind: changed, new, gone, and merged.
void Lives::change()
{
    const std::string deal = m_hub.firstWith("deals", "pipeline", "default");
    m_hub.edit("deals", deal, {{"amount", "4711"}});
    m_hub.add("contacts", {{"firstname", "New"}, {"email", "new@c0.example"}});
    const std::string lost = m_hub.add("contacts", {{"firstname", "Lost"}});
    m_hub.archive("contacts", lost);
    m_hub.archive("contacts", m_hub.firstWith("contacts", "firstname", "Ada"));
    const std::string contact = m_sales.firstWith("Contact", "FirstName", "Ada");
    if (!contact.empty())
        m_sales.edit("Contact", contact, {{QStringLiteral("Title"), QStringLiteral("Changed")}});
    m_sales.add("Account", {{QStringLiteral("Name"), QStringLiteral("Newcomer")}});
}

std::size_t Lives::hubSpotTasks() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<std::size_t>(
        std::count_if(m_hub.journal.begin(), m_hub.journal.end(), [](const auto &write) {
            return write.what != "update" && write.type == "tasks";
        }));
}

std::string Lives::writes() const
{
    std::map<std::string, int> counts;
    for (const auto &write : m_hub.journal)
        ++counts["hubspot " + write.what + ' ' + write.type +
                 (write.what == "update" ? ' ' + write.id : std::string())];
    for (const auto &write : m_sales.journal)
        ++counts["salesforce " + write.verb + ' ' + write.object +
                 (write.verb == "update" ? ' ' + write.id : std::string())];
    std::ostringstream out;
    for (const auto &[write, count] : counts)
        out << write << ": " << count << '\n';
    return out.str();
}

std::int64_t Lives::inDoubt()
{
    const auto reader = need(store::WorkspaceReader::open(m_file));
    std::int64_t out = 0;
    for (const auto state : {domain::EffectState::OnWire, domain::EffectState::Unknown})
        out += static_cast<std::int64_t>(need(reader->tables().outbox.inState(state)).size());
    return out;
}

std::string Lives::digest()
{
    std::ostringstream out;
    const auto reader = need(store::WorkspaceReader::open(m_file));
    auto &tables = reader->tables();
    tell(need(tables.catalogue.owners()), out);
    const auto all = need(tables.records.accounts());
    tell(all, out);
    tell(need(tables.records.contacts()), out);
    tell(need(tables.records.deals()), out);
    out << "stage changes " << need(tables.records.stageChanges()).size() << '\n';
    for (const auto &account : all) {
        std::multiset<std::string> events;
        for (const auto &event : need(tables.events.timeline(account.id, birthMs * 2, 1'000)))
            events.insert(std::to_string(event.atMs) + ' ' + event.title);
        for (const auto &event : events)
            out << account.remoteId << ' ' << event << '\n';
    }
    std::map<std::string, int> ends;
    for (const auto &action : need(tables.actions.all())) {
        for (const auto &effect : need(tables.outbox.effectsOf(action.id)))
            ++ends[std::string(domain::actionKindName(effect.kind)) + ' ' +
                   std::to_string(static_cast<int>(effect.state)) + " of an action in " +
                   std::to_string(static_cast<int>(action.state))];
    }
    for (const auto &[end, count] : ends)
        out << end << ": " << count << '\n';
    out << "conflicts " << need(tables.conflicts.openCount()) << '\n';
    const std::lock_guard lock(m_mutex);
    return out.str() + writes();
}

std::string Lives::faults()
{
    std::string out;
    {
        base::SeededIdSource ids(m_seed++);
        auto workspace = need(store::Workspace::open(m_file, m_clock.now()));
        const auto engine =
            need(engine::Engine::open({m_clock, ids, std::move(workspace), {}, {}, {}}));
        const auto verdict = need(engine->verifyLedger());
        if (!verdict.sound)
            out += "ledger: " + verdict.fault + '\n';
        for (const auto &finding : need(engine->check()).findings)
            out += "check: " + finding + '\n';
    }
    const std::lock_guard lock(m_mutex);
    std::istringstream lines(writes());
    for (std::string line; std::getline(lines, line);) {
        const bool isCreate = line.find(" create ") != std::string::npos;
        const int count = std::stoi(line.substr(line.rfind(' ') + 1));
        if (count > (isCreate ? 2 : 1))
            out += "repeated: " + line + '\n';
    }
    return out;
}

} // namespace topline::flow
