#include "core/scoring/win_probability.h"

#include <cmath>
#include <gtest/gtest.h>

using namespace topline;
using domain::StageId;
using domain::StageKind;

namespace {

domain::Stage stage(std::int64_t id, int order, StageKind kind, const char *pipeline = "Sales")
{
    domain::Stage out;
    out.id = StageId{id};
    out.pipeline = pipeline;
    out.order = order;
    out.kind = kind;
    return out;
}

const std::vector<domain::Stage> stages = {
    stage(1, 0, StageKind::Open),
    stage(2, 1, StageKind::Open),
    stage(3, 2, StageKind::Open),
    stage(4, 3, StageKind::Won),
    stage(5, 4, StageKind::Lost),
    stage(6, 0, StageKind::Open, "Renewals"),
    stage(7, 1, StageKind::Won, "Renewals"),
};

domain::Deal dealIn(std::int64_t stageId)
{
    domain::Deal out;
    out.id = domain::DealId{9};
    out.stage.id = StageId{stageId};
    return out;
}

domain::StageChange changeTo(std::int64_t stageId, std::int64_t deal = 9)
{
    domain::StageChange out;
    out.deal.id = domain::DealId{deal};
    out.stage.id = StageId{stageId};
    return out;
}

std::vector<std::int64_t> reached(const domain::DealFact &fact)
{
    std::vector<std::int64_t> out;
    for (const auto id : fact.reached)
        out.push_back(id.value);
    return out;
}

using Ids = std::vector<std::int64_t>;

} // namespace

TEST(DealFact, AnOpenDealReachedEveryStageUpToItsFurthest)
{
    const auto fact = scoring::dealFact(dealIn(2), {}, stages);
    EXPECT_EQ(reached(fact), (Ids{1, 2}));
    EXPECT_FALSE(fact.won || fact.lost);
    // It went back: the furthest one still counts.
    EXPECT_EQ(reached(scoring::dealFact(dealIn(1), {changeTo(3)}, stages)), (Ids{1, 2, 3}));
}

TEST(DealFact, AWonDealReachedAllAndALostOneWhatItsHistorySays)
{
    const auto won = scoring::dealFact(dealIn(4), {}, stages);
    EXPECT_TRUE(won.won);
    EXPECT_EQ(reached(won), (Ids{1, 2, 3}));
    const auto lost = scoring::dealFact(dealIn(5), {changeTo(1), changeTo(2), changeTo(5)}, stages);
    EXPECT_TRUE(lost.lost);
    EXPECT_EQ(reached(lost), (Ids{1, 2}));
    EXPECT_EQ(reached(scoring::dealFact(dealIn(5), {}, stages)), (Ids{1}));
}

TEST(DealFact, OtherDealsOtherPipelinesAndUnknownStagesPlayNoPart)
{
    EXPECT_EQ(reached(scoring::dealFact(dealIn(1), {changeTo(3, 8)}, stages)), (Ids{1}));
    EXPECT_EQ(reached(scoring::dealFact(dealIn(7), {}, stages)), (Ids{6}));
    EXPECT_TRUE(scoring::dealFact(dealIn(99), {}, stages).reached.empty());
}

TEST(WinProbability, ShrinksToTheOverallRate)
{
    // (30 + 20 * 0.25) / (40 + 20)
    EXPECT_EQ(scoring::stageWinProbability({StageId{1}, 30, 40}, 50, 200).ppm, 583'333);
    // No deal reached the stage: the overall rate.
    EXPECT_EQ(scoring::stageWinProbability({StageId{1}, 0, 0}, 50, 200).ppm, 250'000);
    // Nothing is closed at all: one half.
    EXPECT_EQ(scoring::stageWinProbability({}, 0, 0).ppm, 500'000);
    const auto shown = scoring::stageWinProbability({StageId{1}, 30, 40}, 50, 200);
    EXPECT_EQ(shown.won, 30);
    EXPECT_EQ(shown.closed, 40);
}

TEST(WinProbability, AgreesWithTheFormulaInFloatingPoint)
{
    for (std::int64_t closed = 0; closed < 60; closed += 7) {
        for (std::int64_t won = 0; won <= closed; won += 3) {
            const double p0 = 61.0 / 187.0;
            const double p =
                (static_cast<double>(won) + 20 * p0) / (static_cast<double>(closed) + 20);
            EXPECT_NEAR(static_cast<double>(
                            scoring::stageWinProbability({StageId{1}, won, closed}, 61, 187).ppm),
                        p * 1e6, 0.5000001);
        }
    }
}
