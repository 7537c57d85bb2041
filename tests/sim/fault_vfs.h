// SQLite's way to a FaultDisk: a VFS with a name of its own, with shared memory for WAL and with
// its own clock and randomness, so that the same seed gives the same bytes. Registered for as long
// as it lives; connections are closed before. One thread.
#pragma once

#include "tests/sim/fault_disk.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace topline::sim {

// Locks and shared memory of one path; they end with the processes, not with the disk.
struct SharedFile {
    static constexpr int slots = 8;
    int readers = 0;
    const void *reserved = nullptr;
    const void *exclusive = nullptr;
    std::vector<std::unique_ptr<std::vector<char>>> memory;
    std::array<int, slots> shared{};
    std::array<const void *, slots> owned{};
};

class FaultVfs {
public:
    explicit FaultVfs(FaultDisk &disk, std::uint64_t seed = 1);
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    const std::string &name() const { return m_name; }

    FaultDisk &disk() { return m_disk; }

    base::Random &random() { return m_random; }

    // All processes have ended: nothing is locked any more and shared memory is gone.
    void forgetProcesses() { m_shared.clear(); }

    void reseed(std::uint64_t seed) { m_random = base::Random(seed); }

    std::shared_ptr<SharedFile> shared(const std::string &path);

    void forgetShared(const std::string &path) { m_shared.erase(path); }

private:
    FaultDisk &m_disk;
    base::Random m_random;
    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::map<std::string, std::shared_ptr<SharedFile>> m_shared;
};

} // namespace topline::sim
