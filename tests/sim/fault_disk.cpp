#include "tests/sim/fault_disk.h"

#include "core/base/check.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace topline::sim {

namespace {

void put(std::string &file, std::size_t at, const char *bytes, std::size_t size)
{
    if (file.size() < at + size)
        file.resize(at + size, '\0');
    std::memcpy(file.data() + at, bytes, size);
}

// Some sectors of it arrive and the others do not.
void putTorn(std::string &file, const Unsynced &change, base::Random &random)
{
    const std::size_t sector = random.chance(0.5) ? 512 : 4096;
    const std::size_t end = change.at + change.bytes.size();
    for (std::size_t at = change.at; at < end;) {
        const std::size_t next = std::min(end, (at / sector + 1) * sector);
        if (random.chance(0.5))
            put(file, at, change.bytes.data() + (at - change.at), next - at);
        at = next;
    }
}

void applyWhole(std::string &file, const Unsynced &change)
{
    if (change.isTruncate)
        file.resize(change.at, '\0');
    else
        put(file, change.at, change.bytes.data(), change.bytes.size());
}

void settleAnyOrder(DiskFile &file, base::Random &random)
{
    // A loss of power that takes nearly everything is as likely as one that takes hardly anything.
    constexpr double chances[] = {0.0, 0.1, 0.5, 0.9, 1.0};
    const double keeps = random.pick(chances);
    for (const Unsynced &change : file.unsynced) {
        if (random.chance(keeps))
            applyWhole(file.durable, change);
        else if (!change.isTruncate && random.chance(0.3))
            putTorn(file.durable, change, random);
    }
}

void settleInOrder(DiskFile &file, std::int64_t last, base::Random &random)
{
    for (const Unsynced &change : file.unsynced) {
        if (change.number < last)
            applyWhole(file.durable, change);
        else if (change.number == last && !change.isTruncate)
            putTorn(file.durable, change, random);
    }
}

} // namespace

void DiskFile::write(std::int64_t number, std::size_t at, std::string bytes)
{
    put(now, at, bytes.data(), bytes.size());
    unsynced.push_back({number, false, at, std::move(bytes)});
}

void DiskFile::truncate(std::int64_t number, std::size_t size)
{
    now.resize(size, '\0');
    unsynced.push_back({number, true, size, {}});
}

void DiskFile::sync()
{
    for (const Unsynced &change : unsynced)
        applyWhole(durable, change);
    unsynced.clear();
}

void FaultDisk::load(const std::string &path, std::string bytes)
{
    auto file = std::make_shared<DiskFile>();
    file->durable = bytes;
    file->now = std::move(bytes);
    m_names[path] = {{std::move(file)}};
}

FaultDisk::File FaultDisk::find(const std::string &path) const
{
    const auto found = m_names.find(path);
    return found == m_names.end() ? nullptr : found->second.history.back();
}

bool FaultDisk::exists(const std::string &path) const
{
    return find(path) != nullptr;
}

const std::string &FaultDisk::bytes(const std::string &path) const
{
    const File file = find(path);
    CHECK(file != nullptr);
    return file->now;
}

bool FaultDisk::change()
{
    if (m_isOff)
        return false;
    ++m_changes;
    m_isOff = m_cutAt && m_changes >= *m_cutAt;
    const bool isFailing = m_changes >= m_failFrom && m_changes < m_failTo;
    m_hasFailed = m_hasFailed || isFailing;
    return !m_isOff && !isFailing;
}

FaultDisk::File FaultDisk::create(const std::string &path)
{
    auto &history = m_names[path].history;
    if (history.empty())
        history.push_back(nullptr);
    history.push_back(std::make_shared<DiskFile>());
    return history.back();
}

void FaultDisk::remove(const std::string &path, bool isSynced)
{
    auto &history = m_names[path].history;
    history.push_back(nullptr);
    if (isSynced)
        history.erase(history.begin(), history.end() - 1);
}

void FaultDisk::sync(const std::string &path, DiskFile &file)
{
    file.sync();
    // As SQLite's own VFS does it: with a new file its folder is synced as well.
    const auto found = m_names.find(path);
    if (found != m_names.end() && found->second.history.back().get() == &file)
        found->second.history.erase(found->second.history.begin(), found->second.history.end() - 1);
}

void FaultDisk::cutPowerAfter(std::int64_t changes)
{
    m_cutAt = changes > 0 ? std::optional(m_changes + changes) : std::nullopt;
}

void FaultDisk::failAfter(std::int64_t changes, std::int64_t times)
{
    m_failFrom = m_changes + changes;
    const bool isForEver = times > std::numeric_limits<std::int64_t>::max() - m_failFrom;
    m_failTo = isForEver ? std::numeric_limits<std::int64_t>::max() : m_failFrom + times;
}

void FaultDisk::powerOn(base::Random &random, CrashModel model)
{
    std::int64_t first = m_number + 1;
    for (const auto &[path, name] : m_names) {
        for (const File &file : name.history) {
            if (file && !file->unsynced.empty())
                first = std::min(first, file->unsynced.front().number);
        }
    }
    const std::int64_t last = random.between(first, m_number + 1);
    for (auto &[path, name] : m_names) {
        const File file = name.history[random.indexOf(name.history)];
        if (file) {
            if (model == CrashModel::AnyOrder)
                settleAnyOrder(*file, random);
            else
                settleInOrder(*file, last, random);
            file->unsynced.clear();
            file->now = file->durable;
        }
        name.history = {file};
    }
    switchOn();
}

void FaultDisk::switchOn()
{
    m_isOff = false;
    m_hasFailed = false;
    m_cutAt.reset();
    m_failFrom = m_failTo = 0;
}

} // namespace topline::sim
