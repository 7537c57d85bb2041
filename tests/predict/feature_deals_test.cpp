#include "core/predict/feature_deals.h"
#include "core/predict/feature_guard.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using namespace topline::predict;

namespace {

constexpr base::UtcMs day(int n)
{
    return 14'000 * base::dayMs + n * base::dayMs; // a multiple of 14 days, so that looks are known
}

// One won deal from day 1 to day 30: Qualify, then from day 10 Proposal; one open deal.
DealRecords records()
{
    DealRecords out;
    out.now = day(40);
    const auto addStage = [&](int id, const char *name, domain::StageKind kind) {
        domain::Stage stage;
        stage.id = {id};
        stage.pipeline = "Sales";
        stage.name = name;
        stage.order = id;
        stage.kind = kind;
        out.stages.push_back(stage);
    };
    addStage(1, "Qualify", domain::StageKind::Open);
    addStage(2, "Proposal", domain::StageKind::Open);
    addStage(3, "Won", domain::StageKind::Won);
    domain::Account account;
    account.id = {7};
    account.industry = "Retail";
    account.employees = 120;
    out.accounts.push_back(account);
    for (const int id : {1, 2}) {
        domain::Deal deal;
        deal.id = {id};
        deal.account.id = {7};
        deal.source = "Fair";
        deal.createdMs = day(1);
        deal.stage.id = {id == 1 ? 3 : 1};
        out.deals.push_back(deal);
    }
    out.deals[0].closeMs = day(31); // typed in a day late
    const auto change = [&](int deal, int stage, base::UtcMs at) {
        domain::StageChange made;
        made.deal.id = {deal};
        made.stage.id = {stage};
        made.atMs = at;
        out.stageChanges.push_back(made);
    };
    change(1, 1, day(1));
    change(1, 2, day(10));
    change(1, 3, day(30));
    change(2, 1, day(1));
    for (const auto &[minor, at] : {std::pair{100'000, day(1)}, std::pair{150'000, day(20)}}) {
        domain::AmountChange made;
        made.deal.id = {1};
        made.amount = {minor, base::Currency::usd()};
        made.atMs = at;
        out.amountChanges.push_back(made);
    }
    return out;
}

void addEvent(DealRecords &records, domain::EventKind kind, base::UtcMs at, int deal = 0,
              int contact = 0)
{
    domain::Event event;
    event.id = {static_cast<std::int64_t>(records.events.size()) + 1};
    event.account.id = {7};
    event.deal.id = {deal};
    event.contact.id = {contact};
    event.kind = kind;
    event.atMs = at;
    records.events.push_back(event);
}

std::size_t columnOf(const FeatureTable &table, const std::string &name)
{
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].name == name)
            return c;
    }
    ADD_FAILURE() << "no column " << name;
    return 0;
}

double numberAt(const FeatureTable &table, const std::string &name, std::size_t row)
{
    return table.columns[columnOf(table, name)].numbers[row];
}

std::string textAt(const FeatureTable &table, const std::string &name, std::size_t row)
{
    return table.columns[columnOf(table, name)].texts[row];
}

} // namespace

TEST(FeatureDeals, ALookAtTheBeginningAndThenEveryFortnightWhileOpen)
{
    const auto table = closedDealLooks(records());
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[0].askedMs, day(1));
    EXPECT_EQ(table.rows[1].askedMs, day(14));
    EXPECT_EQ(table.rows[2].askedMs, day(28));
    for (const auto &row : table.rows) {
        EXPECT_EQ(row.unit, "1");
        EXPECT_EQ(row.label, 1);
        EXPECT_EQ(row.outcomeMs, day(30)) << "the closing stage came before the typed date";
    }
}

TEST(FeatureDeals, ValuesAreThoseOfTheMoment)
{
    const auto table = closedDealLooks(records());
    EXPECT_EQ(textAt(table, "stage", 0), "Sales / Qualify");
    EXPECT_EQ(textAt(table, "stage", 1), "Sales / Proposal");
    EXPECT_DOUBLE_EQ(numberAt(table, "time in stage", 1), 4);
    EXPECT_DOUBLE_EQ(numberAt(table, "age", 1), 13);
    EXPECT_DOUBLE_EQ(numberAt(table, "amount", 1), 1'000);
    EXPECT_DOUBLE_EQ(numberAt(table, "amount", 2), 1'500);
    EXPECT_DOUBLE_EQ(numberAt(table, "amount change", 2), 1.5);
    EXPECT_DOUBLE_EQ(numberAt(table, "stage moves", 2), 1);
    EXPECT_EQ(textAt(table, "company size", 0), "51-200");
    EXPECT_EQ(textAt(table, "source", 0), "Fair");
}

TEST(FeatureDeals, NothingIsKnownBeforeItHappened)
{
    auto input = records();
    addEvent(input, domain::EventKind::MeetingHeld, day(5), 1, 11);
    addEvent(input, domain::EventKind::EmailReplied, day(20), 0, 12); // of the account
    addEvent(input, domain::EventKind::CallMade, day(21), 1);
    const auto table = closedDealLooks(input);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        for (std::size_t r = 0; r < table.rows.size(); ++r)
            EXPECT_LE(table.knownMs[c][r], table.rows[r].askedMs) << table.columns[c].name;
    }
    EXPECT_TRUE(std::isnan(numberAt(table, "time since two-way touch", 0)));
    EXPECT_DOUBLE_EQ(numberAt(table, "time since two-way touch", 1), 9);
    EXPECT_DOUBLE_EQ(numberAt(table, "time since two-way touch", 2), 8);
    EXPECT_DOUBLE_EQ(numberAt(table, "people engaged", 1), 1);
    EXPECT_DOUBLE_EQ(numberAt(table, "people engaged", 2), 2);
    EXPECT_DOUBLE_EQ(numberAt(table, "meetings held", 2), 1);
    EXPECT_DOUBLE_EQ(numberAt(table, "touches unanswered", 2), 1);
}

TEST(FeatureDeals, WhatHappensLaterDoesNotChangeALook)
{
    const auto before = closedDealLooks(records());
    auto input = records();
    addEvent(input, domain::EventKind::MeetingHeld, day(29), 1, 11);
    input.amountChanges.back().amount.amountMinor = 9'900'000; // of day 20
    const auto after = closedDealLooks(input);
    for (std::size_t c = 0; c < before.columns.size(); ++c) {
        if (before.columns[c].isText) {
            EXPECT_EQ(before.columns[c].texts[1], after.columns[c].texts[1]);
        } else {
            const double a = before.columns[c].numbers[1];
            const double b = after.columns[c].numbers[1];
            EXPECT_TRUE(a == b || (std::isnan(a) && std::isnan(b))) << before.columns[c].name;
        }
    }
}

TEST(FeatureDeals, BotsAndOtherDealsEventsDoNotCount)
{
    auto input = records();
    addEvent(input, domain::EventKind::EmailReplied, day(5), 2, 11);
    addEvent(input, domain::EventKind::EmailReplied, day(6), 1, 11);
    input.events.back().suspectBot = true;
    const auto table = closedDealLooks(input);
    EXPECT_TRUE(std::isnan(numberAt(table, "time since two-way touch", 1)));
    EXPECT_EQ(numberAt(table, "buyer events", 1), 0);
}

TEST(FeatureDeals, ShortLivesDeletedDealsAndTheFutureAreLeftOut)
{
    auto input = records();
    input.deals[0].createdMs = day(28) + base::dayMs / 2;
    input.stageChanges.erase(input.stageChanges.begin(), input.stageChanges.begin() + 2);
    EXPECT_TRUE(closedDealLooks(input).rows.empty()) << "lived a day and a half";
    EXPECT_EQ(closedDealLooks(input, {.livedMinMs = 0}).rows.size(), 1U);
    input = records();
    input.deals[0].deleted = true;
    EXPECT_TRUE(closedDealLooks(input).rows.empty());
    input = records();
    input.now = day(20);
    EXPECT_TRUE(closedDealLooks(input).rows.empty()) << "not closed yet";
}

TEST(FeatureDeals, OpenDealsAreAskedAboutNow)
{
    const auto table = openDealsNow(records());
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].unit, "2");
    EXPECT_EQ(table.rows[0].askedMs, day(40));
    EXPECT_EQ(table.rows[0].outcomeMs, notYet);
    EXPECT_DOUBLE_EQ(numberAt(table, "time in stage", 0), 39);
}

TEST(FeatureDeals, AnAmountWithoutHistoryWasNotKnown)
{
    auto input = records();
    input.amountChanges.clear();
    input.deals[0].amount = base::Money{150'000, base::Currency::usd()}; // as it is now
    const auto table = closedDealLooks(input);
    EXPECT_TRUE(std::isnan(numberAt(table, "amount", 2)));
    const auto guarded = guardColumns(table);
    EXPECT_TRUE(std::any_of(guarded.refused.begin(), guarded.refused.end(),
                            [](const auto &one) { return one.name == "amount"; }));
}

TEST(FeatureDeals, TheOrderOfRecordsDoesNotMatter)
{
    auto input = records();
    addEvent(input, domain::EventKind::MeetingHeld, day(5), 1, 11);
    addEvent(input, domain::EventKind::EmailReplied, day(20), 0, 12);
    const auto one = closedDealLooks(input);
    std::reverse(input.deals.begin(), input.deals.end());
    std::reverse(input.stageChanges.begin(), input.stageChanges.end());
    std::reverse(input.amountChanges.begin(), input.amountChanges.end());
    std::reverse(input.events.begin(), input.events.end());
    const auto other = closedDealLooks(input);
    EXPECT_EQ(one.rows, other.rows);
    EXPECT_EQ(one.knownMs, other.knownMs);
    for (std::size_t c = 0; c < one.columns.size(); ++c)
        EXPECT_EQ(one.columns[c].texts, other.columns[c].texts);
}
