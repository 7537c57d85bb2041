// Real waiting: not shorter than asked, and over at once when told so.
#include "core/platform/system_pace.h"

#include <gtest/gtest.h>
#include <thread>

namespace topline::platform {
namespace {

TEST(SystemPace, WaitsUntilTheTimeAndNotShorter)
{
    SystemPace pace;
    const crm::CancelToken cancel;
    const std::int64_t untilMs = pace.monotonicMs() + 60;
    EXPECT_TRUE(pace.waitUntil(untilMs, cancel));
    EXPECT_GE(pace.monotonicMs(), untilMs);
    EXPECT_TRUE(pace.waitUntil(untilMs, cancel)); // that is past
}

TEST(SystemPace, StopsWaitingWhenTold)
{
    SystemPace pace;
    crm::CancelToken cancel;
    const std::int64_t beganMs = pace.monotonicMs();
    bool came = true;
    std::thread courier([&] { came = pace.waitUntil(beganMs + 600'000, cancel); });
    cancel.cancelled = true;
    courier.join();
    EXPECT_FALSE(came);
    EXPECT_LT(pace.monotonicMs() - beganMs, 10'000);
}

} // namespace
} // namespace topline::platform
