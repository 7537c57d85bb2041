#include "tests/ui/account_sample.h"
#include "ui/pages/account_model.h"
#include "ui/pages/account_scores.h"
#include "ui/pages/account_timeline_rows.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using pages::AccountFilter;
using pages::AccountModel;

namespace {

constexpr base::UtcMs now = 1'763'464'440'000;

ui::text::Format format()
{
    return {QLocale(QLocale::English, QLocale::UnitedStates), {}, now};
}

struct Accounts {
    AccountModel model;
    AccountFilter shown{&model};
    QAbstractItemModelTester first{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester second{&shown, QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit Accounts(int count) { model.setRows(test::sampleAccounts(count, now), format()); }

    std::string nameAt(int row) const { return shown.item(shown.index(row, 0)).row.name; }
};

} // namespace

TEST(AccountModel, BestScoreFirstAndAnyColumnBothWays)
{
    Accounts accounts(20);
    EXPECT_EQ(accounts.nameAt(0), "Northwind Logistics");
    accounts.shown.sortBy(AccountModel::Total, Qt::AscendingOrder);
    EXPECT_EQ(accounts.nameAt(0), "Company 19");
    for (int column = AccountModel::Name; column <= AccountModel::Owner; ++column) {
        accounts.shown.sortBy(column, Qt::DescendingOrder);
        accounts.shown.sortBy(column, Qt::AscendingOrder);
        EXPECT_EQ(accounts.shown.rowCount(), 20);
    }
}

TEST(AccountModel, WhatIsNotKnownComesLastInBothDirections)
{
    Accounts accounts(20);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        accounts.shown.sortBy(AccountModel::Touch, order);
        const auto &last = accounts.shown.item(accounts.shown.index(19, 0)).row;
        EXPECT_FALSE(last.lastTwoWayMs.has_value());
        EXPECT_TRUE(accounts.shown.item(accounts.shown.index(0, 0)).row.lastTwoWayMs.has_value());
    }
}

TEST(AccountModel, TypingNarrowsByEveryWordInAnyField)
{
    Accounts accounts(20);
    accounts.shown.setText(QStringLiteral("maya LOGIS"));
    for (int row = 0; row < accounts.shown.rowCount(); ++row) {
        const auto &account = accounts.shown.item(accounts.shown.index(row, 0)).row;
        EXPECT_EQ(account.ownerName, "Maya Okafor");
        EXPECT_EQ(account.industry, "logistics");
    }
    EXPECT_GT(accounts.shown.rowCount(), 0);
    EXPECT_LT(accounts.shown.rowCount(), 20);
    accounts.shown.setText(QStringLiteral("nobody like that"));
    EXPECT_EQ(accounts.shown.rowCount(), 0);
}

TEST(AccountModel, TierAndStageNarrowTogether)
{
    Accounts accounts(40);
    accounts.shown.setTier(domain::Tier::Hot);
    const int hot = accounts.shown.rowCount();
    accounts.shown.setStage(domain::LifecycleStage::Opportunity);
    EXPECT_GT(hot, accounts.shown.rowCount());
    EXPECT_GT(accounts.shown.rowCount(), 0);
    EXPECT_TRUE(accounts.shown.isFiltering());
}

TEST(AccountModel, FiveThousandRowsComeAgainWithoutAResetAndQuickly)
{
    Accounts accounts(50);
    const QSignalSpy resets(&accounts.model, &QAbstractItemModel::modelReset);
    accounts.model.setRows(test::sampleAccounts(5'000, now), format());
    QElapsedTimer timer;
    timer.start();
    accounts.model.setRows(test::sampleAccounts(5'000, now), format());
    accounts.shown.sortBy(AccountModel::Name, Qt::AscendingOrder);
    EXPECT_LT(timer.elapsed(), 2'000); // a ceiling for slow machines under a tester
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(accounts.shown.rowCount(), 5'000);
}

TEST(AccountScores, TheRowsShownSumToTheScoreShown)
{
    auto view = test::sampleAccount(now);
    // Each would be rounded down by itself: 20.3 four times is not 81.4.
    view.score.totalMilli = 0;
    for (auto &row : view.score.rows) {
        row.milliPoints = 20'349;
        view.score.totalMilli += row.milliPoints;
    }
    const auto items = pages::scoreItems(view.score, format());
    const auto value = [](QString text) {
        return text.replace(QChar(0x2212), QLatin1Char('-')).toDouble();
    };
    double parts = 0;
    double heads = 0;
    for (const auto &item : items) {
        if (item.kind == pages::ScoreItem::Kind::Part)
            parts += value(item.value);
        else if (item.kind == pages::ScoreItem::Kind::Head)
            heads += value(item.value);
    }
    EXPECT_EQ(items.back().kind, pages::ScoreItem::Kind::Total);
    EXPECT_NEAR(parts, value(items.back().value), 1e-9);
    EXPECT_NEAR(heads, value(items.back().value), 1e-9);
}

TEST(AccountTimeline, EachDayHasAHeadAndAFilterKeepsOnlyItsGroup)
{
    const auto view = test::sampleAccount(now);
    const auto rows = pages::momentRows(view, std::nullopt, {}, format());
    EXPECT_EQ(std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.isDay; }),
              3);
    EXPECT_EQ(rows.front().title, QStringLiteral("Today"));
    const auto mails = pages::momentRows(view, domain::TimelineGroup::Mail, {}, format());
    EXPECT_EQ(mails.size(), 3U); // a day and two mails
}

TEST(AccountTimeline, AMachinesEventSaysWhyAndATrustedOneSaysWhoSaidSo)
{
    auto view = test::sampleAccount(now);
    const auto find = [](const std::vector<pages::MomentRow> &rows) {
        return *std::find_if(rows.begin(), rows.end(),
                             [](const auto &row) { return row.event == test::botClick; });
    };
    const auto bot = find(pages::momentRows(view, std::nullopt, {}, format()));
    EXPECT_TRUE(bot.isMachine);
    EXPECT_FALSE(bot.body.isEmpty());
    EXPECT_TRUE(bot.spoken.contains(QStringLiteral("machine")));
    view.timeline[2].machine.reset();
    const auto person = find(pages::momentRows(view, std::nullopt, {test::botClick}, format()));
    EXPECT_FALSE(person.isMachine);
    EXPECT_TRUE(person.isTrusted);
}

TEST(AccountTimeline, PlaysHeldBackInARowFoldIntoOneThatNamesEach)
{
    auto view = test::sampleAccount(now);
    for (int i = 0; i < 5; ++i) {
        domain::TimelineItem item;
        item.atMs = now;
        item.actor = domain::TimelineActor::Engine;
        item.group = domain::TimelineGroup::Engine;
        item.playName = "Surge " + std::to_string(i);
        item.reason = domain::Reason{domain::ReasonCode::NoContact, {}};
        view.timeline.insert(view.timeline.begin(), item);
    }
    const auto before = pages::momentRows(test::sampleAccount(now), std::nullopt, {}, format());
    const auto rows = pages::momentRows(view, std::nullopt, {}, format());
    EXPECT_EQ(rows.size(), before.size() + 1);
    for (int i = 0; i < 5; ++i)
        EXPECT_TRUE(rows[1].body.contains(QStringLiteral("Surge %1").arg(i)));
}

TEST(AccountTimeline, KeysOfRowsAreDifferentEvenForEqualMoments)
{
    auto view = test::sampleAccount(now);
    view.timeline.push_back(view.timeline.back());
    const auto rows = pages::momentRows(view, std::nullopt, {}, format());
    std::set<QString> keys;
    for (const auto &row : rows)
        EXPECT_TRUE(keys.insert(row.id).second) << row.id.toStdString();
}
