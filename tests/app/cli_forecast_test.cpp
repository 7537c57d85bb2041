// The forecast in the terminal, on the demo company.
#include "tests/app/cli_process.h"

#include <gtest/gtest.h>

namespace topline::app {

namespace {

class CliForecast : public testing::Test {
protected:
    void SetUp() override
    {
        m_terminal.setAsOf("2025-11-18T11:14:00Z");
        const Ran made = m_terminal.run({"new", "--demo", "--seed", "1"});
        ASSERT_EQ(made.status, 0) << made.err;
    }

    QJsonObject forecast(const std::string &span)
    {
        return m_terminal.json({"forecast", "--span", span}).document();
    }

    Terminal m_terminal;
};

double minorOf(const QJsonObject &sum)
{
    return sum.value(QLatin1String("minor")).toDouble();
}

} // namespace

TEST_F(CliForecast, TheTotalIsItsPartsAndTheSameEveryTime)
{
    const QJsonObject once = forecast("quarter");
    const QJsonObject sums = once.value(QLatin1String("sums")).toObject();
    const double parts = minorOf(sums.value(QLatin1String("closed")).toObject()) +
                         minorOf(sums.value(QLatin1String("hand")).toObject()) +
                         minorOf(sums.value(QLatin1String("newBusiness")).toObject());
    EXPECT_GT(parts, 0);
    EXPECT_EQ(once.value(QLatin1String("expectedMinor")).toDouble(), parts);
    EXPECT_GT(once.value(QLatin1String("items")).toArray().size(), 20);
    EXPECT_EQ(once, forecast("quarter"));
    const QJsonObject range = once.value(QLatin1String("range")).toObject();
    EXPECT_LE(range.value(QLatin1String("p10Minor")).toDouble(),
              range.value(QLatin1String("p90Minor")).toDouble());
}

TEST_F(CliForecast, ANewWorkspaceHasItsFirstWeekAndAllIsStillSound)
{
    const QJsonObject flow = forecast("90").value(QLatin1String("flow")).toObject();
    EXPECT_EQ(flow.value(QLatin1String("startMinor")), flow.value(QLatin1String("endMinor")));
    EXPECT_EQ(m_terminal.run({"check"}).status, 0);
}

TEST_F(CliForecast, ACallIsShownAndTakenBack)
{
    const auto first = forecast("30").value(QLatin1String("items")).toArray().first().toObject();
    const auto id = std::to_string(first.value(QLatin1String("id")).toInteger());
    EXPECT_EQ(m_terminal.run({"call", id, "omitted"}).status, 0);
    const auto called = [&] {
        return forecast("30")
            .value(QLatin1String("items"))
            .toArray()
            .first()
            .toObject()
            .value(QLatin1String("called"));
    };
    EXPECT_EQ(called().toString(), QLatin1String("omitted"));
    EXPECT_EQ(m_terminal.run({"call", id, "none"}).status, 0);
    EXPECT_TRUE(called().isNull());
}

TEST_F(CliForecast, WhatMakesNoSenseIsSaidSo)
{
    EXPECT_EQ(m_terminal.run({"forecast", "--span", "45"}).status, 2);
    EXPECT_EQ(m_terminal.run({"call", "x", "best"}).status, 2);
    EXPECT_EQ(m_terminal.run({"call", "1", "hopeful"}).status, 2);
    EXPECT_EQ(m_terminal.run({"call", "99999", "best"}).status, 1);
    EXPECT_EQ(m_terminal.run({"forecast", "--owner", "Nobody"}).status, 1);
    EXPECT_NE(m_terminal.run({"forecast"}).out.find("Commit, likely, best"), std::string::npos);
}

} // namespace topline::app
