#include "core/scoring/fit.h"
#include "tests/scoring/history_parts.h"

#include <gtest/gtest.h>
#include <numeric>

namespace topline::scoring {

using domain::IcpField;
using domain::IcpPolicy;

namespace {

domain::AccountHistory perfectFit()
{
    auto out = historyWith({});
    out.account.industry = "Logistics";
    out.account.country = "DE";
    out.account.employees = 500;
    out.contacts = {contactOf(1, "Chief Financial Officer")};
    return out;
}

domain::Reason criterion(const std::string &profile, const std::string &name,
                         const std::string &value, std::int64_t weight)
{
    return {domain::ReasonCode::ScoreCriterion, {profile, name, value, weight}};
}

} // namespace

TEST(Fit, ByTheDefaultProfileIsIndustrySizeAndSeniority)
{
    const auto fit = fitScore(perfectFit(), {});
    EXPECT_EQ(fit.profileName, "default");
    EXPECT_EQ(fit.milli, 100'000);
    ASSERT_EQ(fit.rows.size(), 3u);
    EXPECT_EQ(fit.rows[0],
              (domain::ScoreRow{criterion("default", "industry", "Logistics", 40), 40'000}));
    EXPECT_EQ(fit.rows[1],
              (domain::ScoreRow{criterion("default", "employees", "500", 30), 30'000}));
    EXPECT_EQ(fit.rows[2].label, criterion("default", "seniority", "Chief Financial Officer", 30));
}

TEST(Fit, WhatIsNotKnownEarnsNothingAndSaysSo)
{
    const auto fit = fitScore(historyWith({}), {});
    EXPECT_EQ(fit.milli, 0);
    for (const auto &row : fit.rows) {
        EXPECT_EQ(row.milliPoints, 0);
        EXPECT_EQ(row.label.arguments[2], domain::ReasonArgument(std::string()));
    }
}

TEST(Fit, SizeCountsAtBothEndsOfItsRange)
{
    for (const auto &[employees, milli] : {std::pair<std::int64_t, std::int64_t>{49, 0},
                                           {50, 30'000},
                                           {5'000, 30'000},
                                           {5'001, 0}}) {
        auto history = historyWith({});
        history.account.employees = employees;
        EXPECT_EQ(fitScore(history, {}).milli, milli) << employees;
    }
}

TEST(Fit, SeniorityIsThatOfTheBestContactWhoIsStillThere)
{
    auto history = historyWith({});
    history.contacts = {contactOf(1, "Buyer"), contactOf(2, "Head of IT"), contactOf(3, "CEO")};
    history.contacts[2].deleted = true;
    EXPECT_EQ(fitScore(history, {}).milli, 24'000);
    history.contacts[1].title = "Fleet Manager";
    EXPECT_EQ(fitScore(history, {}).milli, 15'000);
    history.contacts[1].title = "";
    EXPECT_EQ(fitScore(history, {}).milli, 6'000);
}

TEST(Fit, TheBestProfileWinsAndNamesItself)
{
    IcpPolicy icp;
    icp.profiles = {{"Retail",
                     {{IcpField::Industry, 50, {"retail"}, {}, {}},
                      {IcpField::Employees, 25, {}, 1'000, {}},
                      {IcpField::Seniority, 25, {"chief"}, {}, {}}}},
                    {"Freight",
                     {{IcpField::Industry, 50, {"shipping", "LOGISTICS"}, {}, {}},
                      {IcpField::Country, 20, {"at", "de"}, {}, {}},
                      {IcpField::Department, 30, {"finance"}, {}, {}}}}};
    const auto fit = fitScore(perfectFit(), icp);
    EXPECT_EQ(fit.profileName, "Freight");
    EXPECT_EQ(fit.milli, 100'000);
    auto other = perfectFit();
    other.account.industry = "Retail";
    other.account.country = "US";
    EXPECT_EQ(fitScore(other, icp).profileName, "Retail");
    EXPECT_EQ(fitScore(other, icp).milli, 75'000);
    // The first of equals.
    EXPECT_EQ(fitScore(historyWith({}), icp).profileName, "Retail");
}

TEST(Fit, AListOfSenioritiesAsksForOneOfThem)
{
    IcpPolicy icp;
    icp.profiles = {{"Heads", {{IcpField::Seniority, 100, {"director", "chief"}, {}, {}}}}};
    auto history = historyWith({});
    history.contacts = {contactOf(1, "VP Sales")};
    EXPECT_EQ(fitScore(history, icp).milli, 0);
    history.contacts.push_back(contactOf(2, "Head of IT"));
    EXPECT_EQ(fitScore(history, icp).milli, 100'000);
}

TEST(Fit, RowsSumToTheFit)
{
    auto history = perfectFit();
    history.contacts = {contactOf(1, "Director")};
    const auto fit = fitScore(history, {});
    EXPECT_EQ(
        std::accumulate(fit.rows.begin(), fit.rows.end(), std::int64_t{0},
                        [](std::int64_t sum, const auto &row) { return sum + row.milliPoints; }),
        fit.milli);
}

} // namespace topline::scoring
