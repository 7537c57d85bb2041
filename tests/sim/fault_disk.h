// A disk in memory that can lose its power: bytes that were synced stay, what was only written is
// kept, dropped or torn. SQLite works on it through FaultVfs. Used by one test on one thread at a
// time; it knows nothing of databases and cannot fail by itself.
#pragma once

#include "core/base/random.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::sim {

// What a disk may have done with writes that nobody synced.
enum class CrashModel {
    AnyOrder, // each kept, dropped or torn by itself
    InOrder,  // a prefix of them, the last one perhaps torn
};

// One change of a file's bytes that was not synced yet.
struct Unsynced {
    std::int64_t number = 0; // over all files
    bool isTruncate = false;
    std::size_t at = 0; // or the new size
    std::string bytes;
};

struct DiskFile {
    std::string now;     // what a running program sees
    std::string durable; // what is certain after a loss of power
    std::vector<Unsynced> unsynced;

    void write(std::int64_t number, std::size_t at, std::string bytes);
    void truncate(std::int64_t number, std::size_t size);
    void sync();
};

class FaultDisk {
public:
    using File = std::shared_ptr<DiskFile>;

    // A file that has been there, synced, for long.
    void load(const std::string &path, std::string bytes);
    bool exists(const std::string &path) const;
    const std::string &bytes(const std::string &path) const; // must exist

    // What VFS methods do. `change` counts one, and is false when the power is off or the failure
    // that was asked for is due.
    bool change();
    File find(const std::string &path) const; // null: no such file
    File create(const std::string &path);
    void remove(const std::string &path, bool isSynced);
    void sync(const std::string &path, DiskFile &file);

    std::int64_t nextNumber() { return ++m_number; }

    // The power goes off at the n-th change from now; 0: never.
    void cutPowerAfter(std::int64_t changes);

    void cutPowerNow() { m_isOff = true; }

    // From the n-th change on `times` changes fail and change nothing, the power stays on.
    void failAfter(std::int64_t changes, std::int64_t times = 1);

    bool isOff() const { return m_isOff; }

    // A change failed since the power came on.
    bool hasFailed() const { return m_hasFailed; }

    std::int64_t changes() const { return m_changes; }

    // Power is back: files hold what the model leaves of them.
    void powerOn(base::Random &random, CrashModel model);
    // As if it had never been off: files hold everything that was written.
    void switchOn();

private:
    // Names and what they stand for; the last one is what a running program sees.
    struct Name {
        std::vector<File> history; // [0] is durable; null: no file of this name
    };

    std::map<std::string, Name> m_names;
    std::int64_t m_number = 0;
    std::int64_t m_changes = 0;
    std::optional<std::int64_t> m_cutAt;
    std::int64_t m_failFrom = 0;
    std::int64_t m_failTo = 0;
    bool m_isOff = false;
    bool m_hasFailed = false;
};

} // namespace topline::sim
