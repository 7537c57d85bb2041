#include "core/scoring/forward_sum.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace topline::scoring {
namespace {

constexpr base::UtcMs now = 1'763'460'840'000;

struct Part {
    double points;
    base::UtcMs atMs;
};

long double direct(const std::vector<Part> &parts, base::DurationMs halfLifeMs, base::UtcMs at)
{
    long double out = 0;
    for (const auto &part : parts)
        out += static_cast<long double>(part.points) *
               std::exp2(-static_cast<long double>(at - part.atMs) /
                         static_cast<long double>(halfLifeMs));
    return out;
}

std::vector<Part> randomParts(std::mt19937 &random, std::int64_t spanDays)
{
    std::vector<Part> out;
    for (auto left = random() % 40; left > 0; --left)
        out.push_back(
            {static_cast<double>(static_cast<int>(random() % 60) - 15),
             now - static_cast<std::int64_t>(random() % 1'000'000) * spanDays * 864 / 10});
    return out;
}

} // namespace

TEST(ForwardSum, EqualsTheDirectSumToTheThousandth)
{
    constexpr std::uint32_t seed = 11;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 10'000; ++round) {
        const auto halfLife = static_cast<base::DurationMs>(1 + random() % 30) * base::dayMs;
        const auto parts = randomParts(random, 90);
        ForwardSum sum(halfLife);
        for (const auto &part : parts)
            sum.add(part.points, part.atMs);
        const auto wanted = direct(parts, halfLife, now) * 1'000;
        ASSERT_LE(std::abs(static_cast<long double>(sum.milliAt(now)) - wanted), 0.5L + 1e-6L);
    }
}

TEST(ForwardSum, TheOrderOfArrivalDoesNotMatter)
{
    constexpr std::uint32_t seed = 12;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        auto parts = randomParts(random, 60);
        ForwardSum one(7 * base::dayMs);
        for (const auto &part : parts)
            one.add(part.points, part.atMs);
        std::shuffle(parts.begin(), parts.end(), random);
        ForwardSum other(7 * base::dayMs);
        for (const auto &part : parts)
            other.add(part.points, part.atMs);
        ASSERT_NEAR(one.at(now), other.at(now), 1e-9);
        ASSERT_EQ(one.milliAt(now), other.milliAt(now));
    }
}

// 5,000 half-lives lie between the first part and the last: without a new landmark the weights
// would leave what a double can hold.
TEST(ForwardSum, TheLandmarkMovesOnBeforeWeightsOverflow)
{
    ForwardSum sum(base::dayMs);
    for (std::int64_t day = 5'000; day >= 0; --day)
        sum.add(1, now - day * base::dayMs);
    EXPECT_NEAR(sum.at(now), 2.0, 1e-12);
    EXPECT_EQ(sum.milliAt(now), 2'000);
    sum.add(64, now - 6 * base::dayMs); // a late one is just added
    EXPECT_EQ(sum.milliAt(now), 3'000);
    sum.add(1e6, now - 4'000 * base::dayMs);
    EXPECT_EQ(sum.milliAt(now), 3'000);
}

TEST(ForwardSum, HalfAThousandthRoundsAwayFromNoughtWhereverTheLandmarkLies)
{
    for (const std::int64_t first : {0, 1, 3, 13, 200}) {
        ForwardSum sum(7 * base::dayMs);
        sum.add(0, now - first * base::dayMs);
        sum.add(25, now - 28 * base::dayMs); // 1.5625
        EXPECT_EQ(sum.milliAt(now), 1'563) << first;
        ForwardSum minus(7 * base::dayMs);
        minus.add(0, now - first * base::dayMs);
        minus.add(-25, now - 28 * base::dayMs);
        EXPECT_EQ(minus.milliAt(now), -1'563) << first;
    }
}

TEST(ForwardSum, UnderOneHalfLifeTimeAloneNeverChangesTheOrder)
{
    constexpr std::uint32_t seed = 13;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        ForwardSum a(14 * base::dayMs);
        ForwardSum b(14 * base::dayMs);
        for (const auto &part : randomParts(random, 60))
            a.add(std::abs(part.points), part.atMs);
        for (const auto &part : randomParts(random, 60))
            b.add(std::abs(part.points), part.atMs);
        const bool isAhead = a.at(now) > b.at(now);
        for (std::int64_t day = 1; day < 200; day += 13) {
            const auto later = now + day * base::dayMs;
            ASSERT_TRUE(isAhead ? a.milliAt(later) >= b.milliAt(later)
                                : a.milliAt(later) <= b.milliAt(later));
        }
    }
}

} // namespace topline::scoring
