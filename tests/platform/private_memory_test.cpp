// After the call a crash would leave no core file, and a reporter none of our memory.
#include "core/platform/private_memory.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>

namespace topline::platform {
namespace {

TEST(PrivateMemory, IsKeptOutOfCoreFiles)
{
    keepMemoryOutOfCoreFiles();
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_CORE, &limit), 0);
    EXPECT_EQ(limit.rlim_cur, 0U);
    std::string filter;
    std::ifstream("/proc/self/coredump_filter") >> filter;
    EXPECT_EQ(filter, "00000010");
}

} // namespace
} // namespace topline::platform
