#include "ui/pages/feed_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>
#include <random>

using namespace topline;
using domain::FeedCard;
using domain::Lane;
using pages::FeedModel;

namespace {

FeedCard card(int number, const std::string &key, Lane lane = Lane::Now, int band = 1)
{
    FeedCard out;
    out.action.id = base::Uuid::named("card", std::to_string(number));
    out.contactName = "Person " + std::to_string(number);
    out.sortKey = key + "/" + out.action.id.text();
    out.lane = lane;
    out.rank.band = band;
    return out;
}

engine::FeedUpdate changed(std::vector<FeedCard> cards)
{
    engine::FeedUpdate update;
    update.changed = std::move(cards);
    return update;
}

std::string names(const FeedModel &model)
{
    std::string out;
    for (int row = 0; row < model.rowCount(); ++row)
        out += model.card(row)->contactName.substr(7) + " ";
    return out;
}

struct Fixture {
    FeedModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
};

} // namespace

TEST(FeedModel, FirstUpdateFillsTheLaneInOrder)
{
    Fixture f;
    f.model.apply(changed({card(2, "b"), card(1, "a"), card(3, "c", Lane::Today)}));
    EXPECT_EQ(names(f.model), "1 2 ");
    EXPECT_EQ(f.model.arrivals(), 0);
    f.model.setLane(Lane::Today);
    EXPECT_EQ(names(f.model), "3 ");
    EXPECT_EQ(f.resets.count(), 0);
}

TEST(FeedModel, ArrivalsWaitUntilAskedFor)
{
    Fixture f;
    f.model.apply(changed({card(2, "b")}));
    f.model.apply(changed({card(1, "a")}));
    EXPECT_EQ(names(f.model), "2 ");
    EXPECT_EQ(f.model.arrivals(), 1);
    f.model.showArrivals();
    EXPECT_EQ(names(f.model), "1 2 ");
    EXPECT_EQ(f.model.arrivals(), 0);
}

TEST(FeedModel, AnEmptyLaneTakesAllThatComesTogether)
{
    Fixture f;
    f.model.apply(changed({card(9, "w", Lane::Waiting)})); // what a start tells first
    EXPECT_EQ(names(f.model), "");
    f.model.apply(changed({card(1, "a"), card(2, "b"), card(3, "c")}));
    EXPECT_EQ(names(f.model), "1 2 3 ");
    EXPECT_EQ(f.model.arrivals(), 0);
    f.model.apply(changed({card(4, "d")}));
    EXPECT_EQ(f.model.arrivals(), 1);
}

TEST(FeedModel, ABreachedInboundSlaComesInAbove)
{
    Fixture f;
    f.model.apply(changed({card(2, "b")}));
    f.model.apply(changed({card(1, "a", Lane::Now, 0)}));
    EXPECT_EQ(names(f.model), "1 2 ");
}

TEST(FeedModel, AChangedRankMovesNothingUntilAskedFor)
{
    Fixture f;
    f.model.apply(changed({card(1, "a"), card(2, "b"), card(3, "c")}));
    f.model.apply(changed({card(1, "z")}));
    EXPECT_EQ(names(f.model), "1 2 3 ");
    EXPECT_EQ(f.model.rowOf(card(1, "").action.id), 0);
    f.model.showArrivals();
    EXPECT_EQ(names(f.model), "2 3 1 ");
}

TEST(FeedModel, AnUndoneCardComesBackAtOnce)
{
    Fixture f;
    f.model.apply(changed({card(1, "a"), card(2, "b")}));
    f.model.apply(changed({card(1, "a", Lane::Later)}));
    EXPECT_EQ(names(f.model), "2 ");
    f.model.apply(changed({card(1, "a")}));
    EXPECT_EQ(names(f.model), "1 2 ");
    EXPECT_EQ(f.model.arrivals(), 0);
}

TEST(FeedModel, MarksFollowTheirCards)
{
    Fixture f;
    f.model.apply(changed({card(1, "a"), card(2, "b"), card(3, "c")}));
    f.model.setMarked(2, true);
    f.model.setMarked(0, true);
    EXPECT_EQ(f.model.marked().size(), 2U);
    engine::FeedUpdate gone;
    gone.removed = {card(1, "").action.id};
    f.model.apply(gone);
    ASSERT_EQ(f.model.marked().size(), 1U);
    EXPECT_TRUE(f.model.isMarked(1));
    f.model.clearMarks();
    EXPECT_TRUE(f.model.marked().empty());
}

TEST(FeedModel, RandomUpdatesKeepRowsSortedAndWhole)
{
    constexpr unsigned seed = 7'041;
    SCOPED_TRACE(seed);
    std::mt19937 random(seed);
    Fixture f;
    for (int round = 0; round < 400; ++round) {
        engine::FeedUpdate update;
        for (unsigned i = 0; i < random() % 90; ++i) {
            const int number = static_cast<int>(random() % 120);
            const auto lane = random() % 3 ? Lane::Now : Lane::Today;
            update.changed.push_back(
                card(number, std::to_string(random() % 50), lane, random() % 9 ? 1 : 0));
        }
        for (unsigned i = 0; i < random() % 10; ++i)
            update.removed.push_back(card(static_cast<int>(random() % 120), "").action.id);
        const QPersistentModelIndex kept(f.model.index(static_cast<int>(random() % 5), 0));
        const FeedCard *held = kept.isValid() ? f.model.card(kept.row()) : nullptr;
        const base::Uuid heldId = held ? held->action.id : base::Uuid();
        f.model.apply(update);
        if (random() % 4 == 0)
            f.model.showArrivals();
        if (kept.isValid()) {
            ASSERT_EQ(f.model.card(kept.row())->action.id, heldId);
        }
        for (int row = 0; row < f.model.rowCount(); ++row) {
            ASSERT_EQ(f.model.rowOf(f.model.card(row)->action.id), row);
            ASSERT_EQ(f.model.card(row)->lane, f.model.lane());
        }
        if (f.model.arrivals() == 0 && random() % 6 == 0)
            f.model.setLane(random() % 2 ? Lane::Now : Lane::Today);
    }
    f.model.showArrivals();
    for (int row = 1; row < f.model.rowCount(); ++row)
        EXPECT_LT(f.model.card(row - 1)->sortKey, f.model.card(row)->sortKey);
    EXPECT_EQ(f.resets.count(), 0);
}
