// One workspace on a disk whose power can go: opened, worked on by the program's own engine, cut
// off, opened again. Remembers after each commit what was promised to last, and during each one
// what it would become. Used by the power-loss tests and the simulation, on one thread.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/engine/engine.h"
#include "tests/sim/fault_vfs.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace topline::sim {

// How the workspace is opened; a test of the harness opens it wrongly.
struct Opening {
    std::string synchronous = {}; // empty: as the program does it
    int checkpointPages = 1'000;
};

// What was found after a loss of power.
enum class Found {
    Sound,   // all that was promised, and at most the commit that was under way
    Lost,    // something that was promised is missing
    Damaged, // it does not open or does not add up
};

class LifeOnDisk {
public:
    // Begins with this file, closed and synced. `folder` is a real one, for the lock.
    LifeOnDisk(std::string folder, std::string fileBytes, std::vector<domain::Play> plays,
               base::Clock &clock);
    ~LifeOnDisk();

    FaultDisk &disk() { return m_disk; }

    const std::string &file() const { return m_file; }

    engine::Engine &engine() { return *m_engine; }

    store::Database &database() { return m_workspace->database(); }

    bool isOpen() const { return m_engine != nullptr; }

    // Back to the first bytes, with another seed.
    void begin(std::uint64_t seed);

    // What tells copies of the file apart; null: nothing does.
    void keepMarks(store::InstallMarks *marks) { m_marks = marks; }

    // Another file in its place, while closed: a backup that was put back. With the log of one that
    // was open.
    void replaceFile(std::string bytes, std::string log = {});

    // As they are now, open or not: what a snapshot of the machine holds.
    std::string fileBytes() const { return m_disk.bytes(m_file); }

    std::string logBytes() const;

    // Opens workspace and engine. A failure while the power is on, or a missing promise, is kept
    // in found().
    base::Status open(const Opening &opening);
    // Ends well; the log goes into the file where the power allows it.
    void close();
    // The program and the power are gone; files hold what the model leaves.
    void loseThePower(base::Random &random, CrashModel model);
    // The program alone is gone; the system keeps what was written.
    void killTheProgram();

    Found found() const { return m_found; }

    const std::string &foundText() const { return m_foundText; }

    std::int64_t commits() const { return m_commits; }

private:
    void atPoint(std::string_view point);
    void compare(store::Workspace &workspace);
    void layStub();
    void end();

    std::string m_file;
    std::string m_firstBytes;
    std::vector<domain::Play> m_plays;
    base::Clock &m_clock;
    FaultDisk m_disk;
    FaultVfs m_vfs{m_disk};
    std::unique_ptr<base::SeededIdSource> m_ids;
    store::InstallMarks *m_marks = nullptr;
    store::Workspace *m_workspace = nullptr;
    std::unique_ptr<engine::Engine> m_engine;
    std::string m_promised; // the print of the last commit that was told to have succeeded
    std::string m_underWay; // the print that the commit under way leads to
    std::int64_t m_commits = 0;
    Found m_found = Found::Sound;
    std::string m_foundText;
};

} // namespace topline::sim
