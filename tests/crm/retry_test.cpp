// Waits before a repeat: they grow to a cap, are spread over all of it, and never end before the
// time that the outside party named.
#include "core/crm/retry.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <vector>

namespace topline::crm {
namespace {

constexpr base::UtcMs nowMs = 784'111'777'000; // Sun, 06 Nov 1994 08:49:37 GMT
constexpr std::uint64_t seed = 11;

TEST(Backoff, DoublesItsBoundUpToTheCapAndUsesAllOfIt)
{
    SCOPED_TRACE(seed);
    base::Random random(seed);
    const Backoff backoff{.firstMs = 1'000, .capMs = 10'000};
    const std::vector<base::DurationMs> bounds = {1'000, 2'000, 4'000, 8'000, 10'000, 10'000};
    for (std::size_t retry = 1; retry <= bounds.size(); ++retry) {
        std::vector<base::DurationMs> waits;
        waits.reserve(2'000);
        for (int i = 0; i < 2'000; ++i)
            waits.push_back(backoffMs(backoff, static_cast<int>(retry), random));
        const auto [least, most] = std::minmax_element(waits.begin(), waits.end());
        const base::DurationMs bound = bounds[retry - 1];
        EXPECT_GE(*least, 0);
        EXPECT_LT(*least, bound / 50);
        EXPECT_LE(*most, bound);
        EXPECT_GT(*most, bound - bound / 50);
    }
}

TEST(Backoff, IsTheSameForTheSameSeed)
{
    base::Random one(seed);
    base::Random other(seed);
    for (int retry = 0; retry < 50; ++retry)
        EXPECT_EQ(backoffMs({}, retry, one), backoffMs({}, retry, other));
}

TEST(Backoff, StaysWithinTheCapForAnyNumberOfTries)
{
    base::Random random(seed);
    for (int retry : {-1, 0, 1, 60, 1'000, 2'000'000'000})
        EXPECT_LE(backoffMs({}, retry, random), base::minuteMs);
    EXPECT_LE(backoffMs({.firstMs = 0, .capMs = 0}, 5, random), 1);
}

TEST(RetryAfter, ReadsSecondsAndDates)
{
    EXPECT_EQ(retryAfterMs("0", nowMs), 0);
    EXPECT_EQ(retryAfterMs(" 120 ", nowMs), 120'000);
    EXPECT_EQ(retryAfterMs("Sun, 06 Nov 1994 08:50:37 GMT", nowMs), 60'000);
    EXPECT_EQ(retryAfterMs("Sunday, 06-Nov-94 08:49:38 GMT", nowMs), 1'000);
    EXPECT_EQ(retryAfterMs("Sat, 05 Nov 1994 08:50:37 GMT", nowMs), 0); // that is past
}

TEST(RetryAfter, ADayIsTheMost)
{
    EXPECT_EQ(retryAfterMs("86400", nowMs), retryAfterMaxMs);
    EXPECT_EQ(retryAfterMs("1000000000", nowMs), retryAfterMaxMs);
    EXPECT_EQ(retryAfterMs(std::string(500, '9'), nowMs), retryAfterMaxMs);
    EXPECT_EQ(retryAfterMs("Fri, 31 Dec 9999 23:59:59 GMT", nowMs), retryAfterMaxMs);
}

TEST(RetryAfter, GarbageIsNothing)
{
    for (const char *text : {"", " ", "-1", "1.5", "1e9", "soon", "0x10", "10 s",
                             "Sun, 99 Nov 1994 08:50:37 GMT", "12\n13"})
        EXPECT_FALSE(retryAfterMs(text, nowMs).has_value()) << text;
}

TEST(RetryAfter, ReadsADateAgainstTheServersOwnClock)
{
    HttpResponse response;
    response.headers = {{"Retry-After", "Sun, 06 Nov 1994 08:50:07 GMT"},
                        {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"}};
    EXPECT_EQ(retryAfterMs(response, nowMs + base::dayMs), 30'000);
    response.headers.pop_back();
    EXPECT_EQ(retryAfterMs(response, nowMs + 20'000), 10'000);
    response.headers.clear();
    EXPECT_FALSE(retryAfterMs(response, nowMs).has_value());
}

TEST(RetryDelay, NeverEndsBeforeTheTimeThatWasNamed)
{
    SCOPED_TRACE(seed);
    base::Random random(seed);
    bool isSpread = false;
    for (int i = 0; i < 1'000; ++i) {
        const base::DurationMs delay = retryDelayMs({}, 1, 30'000, random);
        EXPECT_GE(delay, 30'000);
        EXPECT_LE(delay, 31'000);
        isSpread = isSpread || delay > 30'500;
        EXPECT_LE(retryDelayMs({}, 1, std::nullopt, random), base::secondMs);
    }
    EXPECT_TRUE(isSpread);
}

TEST(RetryDelay, GrowsBehindTheTimeThatWasNamed)
{
    SCOPED_TRACE(seed);
    base::Random random(seed);
    base::DurationMs longest = 0;
    for (int i = 0; i < 1'000; ++i) {
        const base::DurationMs delay = retryDelayMs({}, 4, 30'000, random);
        EXPECT_GE(delay, 30'000);
        EXPECT_LE(delay, 38'000);
        longest = std::max(longest, delay);
        EXPECT_LE(retryDelayMs({}, 1, -5'000, random), base::secondMs); // it is past
    }
    EXPECT_GT(longest, 37'000);
}

} // namespace
} // namespace topline::crm
