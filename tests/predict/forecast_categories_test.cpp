#include "core/predict/forecast_categories.h"
#include "tests/predict/forecast_world.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::predict;
using domain::CommitWarning;
using domain::ForecastCategory;
using predict_test::course;
using predict_test::day;
using predict_test::noon;

namespace {

struct Case {
    ForecastInput input;

    Case()
    {
        input.now = noon;
        input.deals = {course(1, -30, 100'000)};
    }

    DealCourse &deal() { return input.deals.front(); }

    void week(double atDay, double closeDay, std::int64_t minor = 100'000)
    {
        domain::ForecastWeek out;
        out.atMs = day(atDay);
        domain::WeekDeal then;
        then.deal = {1};
        then.minor = minor;
        then.closeMs = day(closeDay);
        out.deals = {then};
        input.weeks.push_back(out);
    }

    bool warns(CommitWarning warning) const
    {
        const auto found = DealHealth(input).warningsOf(handAt(input, noon).at(0));
        return std::count(found.begin(), found.end(), warning) == 1;
    }

    bool isZombie() const { return DealHealth(input).isZombie(handAt(input, noon).at(0)); }
};

} // namespace

TEST(Categories, ComeFromTheWinRateOfTheStage)
{
    const ForecastPolicy policy;
    EXPECT_EQ(mappedCategory(.71, policy), ForecastCategory::Commit);
    EXPECT_EQ(mappedCategory(.7, policy), ForecastCategory::Commit);
    EXPECT_EQ(mappedCategory(.5, policy), ForecastCategory::Best);
    EXPECT_EQ(mappedCategory(.39, policy), ForecastCategory::Pipeline);
    EXPECT_EQ(mappedCategory(std::nullopt, policy), ForecastCategory::Pipeline);
}

TEST(Categories, ACallCanBeTakenBack)
{
    Case c;
    c.input.calls = {{{1}, ForecastCategory::Commit, "rep", day(-3)},
                     {{2}, ForecastCategory::Omitted, "rep", day(-3)},
                     {{1}, std::nullopt, "rep", day(-1)}};
    const auto calls = callsOf(c.input);
    EXPECT_EQ(calls.count({1}), 0U);
    EXPECT_EQ(calls.at({2}), ForecastCategory::Omitted);
}

TEST(CommitWarnings, ATouchInTheLastWeekIsEnough)
{
    Case c;
    c.deal().lastTwoWayMs = day(-6.9);
    EXPECT_FALSE(c.warns(CommitWarning::NoTouch));
    c.deal().lastTwoWayMs = day(-7);
    EXPECT_TRUE(c.warns(CommitWarning::NoTouch));
    c.deal().lastTwoWayMs.reset(); // never: since it began
    EXPECT_TRUE(c.warns(CommitWarning::NoTouch));
}

TEST(CommitWarnings, CloseDateAndAmount)
{
    Case c;
    EXPECT_FALSE(c.warns(CommitWarning::CloseDatePassed));
    EXPECT_FALSE(c.warns(CommitWarning::AmountMissing));
    c.deal().closeMs = day(-1);
    EXPECT_TRUE(c.warns(CommitWarning::CloseDatePassed));
    c.deal().closeMs.reset();
    EXPECT_TRUE(c.warns(CommitWarning::CloseDateMissing));
    EXPECT_FALSE(c.warns(CommitWarning::CloseDatePassed));
    c.deal().amounts.clear();
    EXPECT_TRUE(c.warns(CommitWarning::AmountMissing));
}

TEST(CommitWarnings, TwoPushesWarnAndPullingInIsNone)
{
    Case c;
    c.week(-21, 5);
    c.week(-14, 12); // pushed once
    c.week(-7, 9);   // pulled in
    c.deal().closeMs = day(9);
    EXPECT_FALSE(c.warns(CommitWarning::PushedOften));
    c.deal().closeMs = day(20); // pushed now
    EXPECT_TRUE(c.warns(CommitWarning::PushedOften));
    EXPECT_FALSE(c.isZombie());
}

TEST(CommitWarnings, AFifthLessThanInTheLastFiveWeeks)
{
    Case c;
    c.week(-40, 20, 500'000); // too long ago
    c.week(-14, 20, 120'000);
    EXPECT_FALSE(c.warns(CommitWarning::AmountFell));
    c.week(-7, 20, 125'000); // 100,000 is exactly a fifth less
    EXPECT_TRUE(c.warns(CommitWarning::AmountFell));
}

TEST(Zombies, AreSilentOldOrPushedThreeTimes)
{
    Case quiet;
    EXPECT_FALSE(quiet.isZombie());
    quiet.deal().lastTwoWayMs = day(-45);
    EXPECT_TRUE(quiet.isZombie());

    Case old;
    auto won = course(2, -60, 1);
    predict_test::close(won, true, -46); // a cycle of 14 days; the deal is 30 days old
    old.input.deals.push_back(won);
    EXPECT_TRUE(old.isZombie());
    old.input.deals[1].startMs = day(-62); // 16 days
    EXPECT_FALSE(old.isZombie());

    Case pushed;
    pushed.week(-21, 5);
    pushed.week(-14, 12);
    pushed.week(-7, 15);
    EXPECT_TRUE(pushed.isZombie()); // the third is today's, day 20
}
