// Weigh: the stage prior. How often closed deals that reached a stage were won, shrunk to the
// overall rate. Called by the engine (facts and counts) and by reads (probability). Pure, any
// thread, cannot fail.
#pragma once

#include "core/domain/records.h"
#include "core/domain/score.h"

#include <vector>

namespace topline::scoring {

// What a deal adds to the counts: the open stages it was in (history, its present stage, and every
// open stage of the same pipeline before the furthest one it reached), and its end. Deals that are
// open count as neither won nor lost.
domain::DealFact dealFact(const domain::Deal &deal, const std::vector<domain::StageChange> &changes,
                          const std::vector<domain::Stage> &stages);

// Beta shrinkage with K = 20: p = (won + 20 p0) / (closed + 20), p0 = allWon / allClosed (0.5 when
// nothing is closed).
domain::WinProbability stageWinProbability(const domain::StageCount &stage, std::int64_t allWon,
                                           std::int64_t allClosed);

} // namespace topline::scoring
