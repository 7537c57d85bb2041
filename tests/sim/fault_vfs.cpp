#include "tests/sim/fault_vfs.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <sqlite3.h>
#include <utility>

namespace topline::sim {

namespace {

constexpr int sectorBytes = 512;
constexpr double julianDay = 2'461'285.0; // the clock that SQLite sees stands still

// What an open file is to SQLite; it lies in memory that SQLite gives.
struct OpenHandle {
    sqlite3_file base;
    FaultVfs *vfs;
    std::string *path; // null: a file without a name
    FaultDisk::File *file;
    std::shared_ptr<SharedFile> *shared;
    int level;
};

OpenHandle &of(sqlite3_file *file)
{
    return *reinterpret_cast<OpenHandle *>(file);
}

FaultVfs &of(sqlite3_vfs *vfs)
{
    return *static_cast<FaultVfs *>(vfs->pAppData);
}

FaultDisk &diskOf(OpenHandle &handle)
{
    return handle.vfs->disk();
}

int unlock(sqlite3_file *file, int level)
{
    OpenHandle &handle = of(file);
    SharedFile &shared = **handle.shared;
    if (level >= handle.level)
        return SQLITE_OK;
    if (shared.exclusive == file)
        shared.exclusive = nullptr;
    if (shared.reserved == file && level < SQLITE_LOCK_RESERVED)
        shared.reserved = nullptr;
    if (level == SQLITE_LOCK_NONE)
        --shared.readers;
    handle.level = level;
    return SQLITE_OK;
}

int lock(sqlite3_file *file, int level)
{
    OpenHandle &handle = of(file);
    SharedFile &shared = **handle.shared;
    const auto isOthers = [file](const void *owner) { return owner && owner != file; };
    if (level <= handle.level)
        return SQLITE_OK;
    if (isOthers(shared.exclusive))
        return SQLITE_BUSY;
    if (level > SQLITE_LOCK_SHARED && isOthers(shared.reserved))
        return SQLITE_BUSY;
    if (handle.level == SQLITE_LOCK_NONE)
        ++shared.readers;
    handle.level = std::max(handle.level, int{SQLITE_LOCK_SHARED});
    if (level == SQLITE_LOCK_SHARED)
        return SQLITE_OK;
    shared.reserved = file;
    if (level == SQLITE_LOCK_EXCLUSIVE) {
        if (shared.readers > 1)
            return SQLITE_BUSY;
        shared.exclusive = file;
    }
    handle.level = level;
    return SQLITE_OK;
}

int checkReserved(sqlite3_file *file, int *out)
{
    *out = (*of(file).shared)->reserved != nullptr;
    return SQLITE_OK;
}

int close(sqlite3_file *file)
{
    OpenHandle &handle = of(file);
    unlock(file, SQLITE_LOCK_NONE);
    delete handle.path;
    delete handle.file;
    delete handle.shared;
    return SQLITE_OK;
}

int read(sqlite3_file *file, void *to, int size, sqlite3_int64 at)
{
    OpenHandle &handle = of(file);
    if (diskOf(handle).isOff())
        return SQLITE_IOERR_READ;
    const std::string &bytes = (*handle.file)->now;
    const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
    const auto got = std::min(static_cast<std::size_t>(size), bytes.size() - from);
    std::memcpy(to, bytes.data() + from, got);
    std::memset(static_cast<char *>(to) + got, 0, static_cast<std::size_t>(size) - got);
    return got == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    OpenHandle &handle = of(file);
    FaultDisk &disk = diskOf(handle);
    const bool wasOff = disk.isOff();
    const bool isDone = disk.change();
    // The write during which the power goes off may have got anywhere.
    if (isDone || (disk.isOff() && !wasOff))
        (*handle.file)
            ->write(disk.nextNumber(), static_cast<std::size_t>(at),
                    {static_cast<const char *>(from), static_cast<std::size_t>(size)});
    return isDone ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    OpenHandle &handle = of(file);
    FaultDisk &disk = diskOf(handle);
    if (!disk.change())
        return SQLITE_IOERR_TRUNCATE;
    (*handle.file)->truncate(disk.nextNumber(), static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int sync(sqlite3_file *file, int)
{
    OpenHandle &handle = of(file);
    FaultDisk &disk = diskOf(handle);
    if (!disk.change())
        return SQLITE_IOERR_FSYNC;
    if (handle.path)
        disk.sync(*handle.path, **handle.file);
    else
        (*handle.file)->sync();
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *out)
{
    OpenHandle &handle = of(file);
    *out = static_cast<sqlite3_int64>((*handle.file)->now.size());
    return diskOf(handle).isOff() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int fileControl(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}

int sectorSize(sqlite3_file *)
{
    return sectorBytes;
}

int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int shmMap(sqlite3_file *file, int region, int size, int extend, volatile void **out)
{
    auto &memory = (*of(file).shared)->memory;
    *out = nullptr;
    const auto at = static_cast<std::size_t>(region);
    if (at >= memory.size() && extend == 0)
        return SQLITE_OK;
    while (memory.size() <= at)
        memory.push_back(std::make_unique<std::vector<char>>(static_cast<std::size_t>(size)));
    *out = memory[at]->data();
    return SQLITE_OK;
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    SharedFile &shared = **of(file).shared;
    const bool isExclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    const bool locks = (flags & SQLITE_SHM_LOCK) != 0;
    const auto first = static_cast<std::size_t>(offset);
    const auto end = first + static_cast<std::size_t>(count);
    for (std::size_t at = first; locks && at < end; ++at) {
        if ((shared.owned[at] && shared.owned[at] != file) ||
            (isExclusive && shared.shared[at] > 0))
            return SQLITE_BUSY;
    }
    for (std::size_t at = first; at < end; ++at) {
        if (isExclusive)
            shared.owned[at] = locks ? file : nullptr;
        else
            shared.shared[at] += locks ? 1 : -1;
    }
    return SQLITE_OK;
}

void shmBarrier(sqlite3_file *) {}

int shmUnmap(sqlite3_file *file, int isDeleted)
{
    if (isDeleted != 0)
        (*of(file).shared)->memory.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods methods = {
    2,        close,         read,        write,      truncate,        sync,   fileSize, lock,
    unlock,   checkReserved, fileControl, sectorSize, characteristics, shmMap, shmLock,  shmBarrier,
    shmUnmap, nullptr,       nullptr,
};

int openFile(sqlite3_vfs *given, const char *name, sqlite3_file *out, int flags, int *outFlags)
{
    FaultVfs &vfs = of(given);
    FaultDisk &disk = vfs.disk();
    out->pMethods = nullptr;
    FaultDisk::File file = name ? disk.find(name) : std::make_shared<DiskFile>();
    if (!file) {
        if ((flags & SQLITE_OPEN_CREATE) == 0 || !disk.change())
            return SQLITE_CANTOPEN;
        file = disk.create(name);
    }
    auto shared = name ? vfs.shared(name) : std::make_shared<SharedFile>();
    new (out) OpenHandle{{&methods},
                         &vfs,
                         name ? new std::string(name) : nullptr,
                         new FaultDisk::File(std::move(file)),
                         new std::shared_ptr<SharedFile>(std::move(shared)),
                         SQLITE_LOCK_NONE};
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *vfs, const char *name, int syncsFolder)
{
    FaultDisk &disk = of(vfs).disk();
    if (!disk.exists(name))
        return SQLITE_IOERR_DELETE_NOENT;
    if (!disk.change())
        return SQLITE_IOERR_DELETE;
    disk.remove(name, syncsFolder != 0);
    return SQLITE_OK;
}

int access(sqlite3_vfs *vfs, const char *name, int, int *out)
{
    *out = of(vfs).disk().exists(name);
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs *vfs, int size, char *out)
{
    for (int at = 0; at < size; ++at)
        out[at] = static_cast<char>(of(vfs).random().below(256));
    return size;
}

int waitFor(sqlite3_vfs *, int micros)
{
    return micros;
}

int currentTime(sqlite3_vfs *, double *out)
{
    *out = julianDay;
    return SQLITE_OK;
}

int currentTimeMs(sqlite3_vfs *, sqlite3_int64 *out)
{
    *out = static_cast<sqlite3_int64>(julianDay * 86'400'000.0);
    return SQLITE_OK;
}

int lastError(sqlite3_vfs *, int, char *)
{
    return SQLITE_OK;
}

} // namespace

FaultVfs::FaultVfs(FaultDisk &disk, std::uint64_t seed)
    : m_disk(disk)
    , m_random(seed)
    , m_name("topline-fault-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)))
    , m_vfs(std::make_unique<sqlite3_vfs>())
{
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = sizeof(OpenHandle);
    m_vfs->mxPathname = 1024;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = removeFile;
    m_vfs->xAccess = access;
    m_vfs->xFullPathname = fullPath;
    m_vfs->xRandomness = randomness;
    m_vfs->xSleep = waitFor;
    m_vfs->xCurrentTime = currentTime;
    m_vfs->xCurrentTimeInt64 = currentTimeMs;
    m_vfs->xGetLastError = lastError;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

std::shared_ptr<SharedFile> FaultVfs::shared(const std::string &path)
{
    auto &out = m_shared[path];
    if (!out)
        out = std::make_shared<SharedFile>();
    return out;
}

} // namespace topline::sim
