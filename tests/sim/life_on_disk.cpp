#include "tests/sim/life_on_disk.h"

#include "core/store/check_workspace.h"
#include "core/store/database.h"
#include "tests/store/outbox_print.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

namespace topline::sim {

LifeOnDisk::LifeOnDisk(std::string folder, std::string fileBytes, std::vector<domain::Play> plays,
                       base::Clock &clock)
    : m_file(std::move(folder) + "/w.topline")
    , m_firstBytes(std::move(fileBytes))
    , m_plays(std::move(plays))
    , m_clock(clock)
{
    std::filesystem::create_directories(std::filesystem::path(m_file).parent_path());
    begin(1);
}

LifeOnDisk::~LifeOnDisk()
{
    end();
}

std::string LifeOnDisk::logBytes() const
{
    const std::string log = m_file + "-wal";
    return m_disk.exists(log) ? m_disk.bytes(log) : std::string();
}

void LifeOnDisk::replaceFile(std::string bytes, std::string log)
{
    for (const char *ending : {"", "-wal", "-shm", "-journal"}) {
        if (m_disk.exists(m_file + ending))
            m_disk.remove(m_file + ending, true);
    }
    m_disk.load(m_file, std::move(bytes));
    if (!log.empty())
        m_disk.load(m_file + "-wal", std::move(log));
    m_promised.clear();
    m_underWay.clear();
}

void LifeOnDisk::begin(std::uint64_t seed)
{
    end();
    m_disk.switchOn();
    replaceFile(m_firstBytes);
    m_vfs.reseed(seed);
    m_vfs.forgetProcesses();
    m_ids = std::make_unique<base::SeededIdSource>(seed);
    m_found = Found::Sound;
    std::ofstream(m_file + ".lock", std::ios::trunc) << "closed\n";
}

// Before SQLite sees it, the program looks at the file's first bytes and its length.
void LifeOnDisk::layStub()
{
    constexpr std::size_t headerBytes = 100;
    const std::string &bytes = m_disk.bytes(m_file);
    std::ofstream stub(m_file, std::ios::binary | std::ios::trunc);
    stub.write(bytes.data(), static_cast<std::streamsize>(std::min(bytes.size(), headerBytes)));
    stub.close();
    std::filesystem::resize_file(m_file, bytes.size());
    std::filesystem::remove(m_file + "-wal");
    if (m_disk.exists(m_file + "-wal"))
        std::ofstream(m_file + "-wal") << "x";
}

void LifeOnDisk::atPoint(std::string_view point)
{
    if (m_disk.isOff())
        return; // nothing more can be promised
    if (point.ends_with(":commit")) {
        m_underWay = store::outboxPrint(m_workspace->database());
    } else if (point.ends_with(":done")) {
        m_promised = std::exchange(m_underWay, {});
        ++m_commits;
    }
}

void LifeOnDisk::compare(store::Workspace &workspace)
{
    const std::string print = store::outboxPrint(workspace.database());
    const bool isPromised = m_promised.empty() || print == m_promised;
    if (!isPromised && print != m_underWay) {
        m_found = Found::Lost;
        m_foundText = "promised " + m_promised + "\nfound    " + print;
    }
    m_promised = print;
    m_underWay.clear();
}

base::Status LifeOnDisk::open(const Opening &opening)
{
    layStub();
    store::OpenOptions options;
    options.vfs = m_vfs.name().c_str();
    auto opened = store::Workspace::open(m_file, m_clock.now(), options);
    if (!opened.ok()) {
        if (!m_disk.isOff()) {
            m_found = Found::Damaged;
            m_foundText = opened.error().text();
        }
        return opened.error();
    }
    auto workspace = std::move(opened).value();
    m_workspace = workspace.get();
    if (!opening.synchronous.empty())
        store::setSynchronous(workspace->database(), opening.synchronous);
    store::setAutoCheckpoint(workspace->database(), opening.checkpointPages);
    if (!m_disk.isOff())
        compare(*workspace);
    engine::EngineParts parts{m_clock, *m_ids, std::move(workspace), m_plays};
    parts.marks = m_marks;
    parts.crashHook = [this](std::string_view point) { atPoint(point); };
    TRY_ASSIGN(m_engine, engine::Engine::open(std::move(parts)));
    return {};
}

void LifeOnDisk::close()
{
    m_engine.reset();
    m_workspace = nullptr;
}

void LifeOnDisk::end()
{
    // What a dying program would still write is not written.
    m_disk.cutPowerNow();
    close();
    m_vfs.forgetProcesses();
    std::ofstream(m_file + ".lock", std::ios::trunc) << "in use by process 1\n";
}

void LifeOnDisk::loseThePower(base::Random &random, CrashModel model)
{
    end();
    m_disk.powerOn(random, model);
}

void LifeOnDisk::killTheProgram()
{
    end();
    m_disk.switchOn();
}

} // namespace topline::sim
