#include "core/platform/private_memory.h"

#include <fstream>
#include <sys/resource.h>

namespace topline::platform {

void keepMemoryOutOfCoreFiles()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // The limit does not hold where cores are piped to a program. Only ELF headers are left in: no
    // heap, no stack, no data.
    std::ofstream("/proc/self/coredump_filter") << "0x10";
}

} // namespace topline::platform
