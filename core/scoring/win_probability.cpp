#include "core/scoring/win_probability.h"

#include <algorithm>
#include <map>
#include <set>

namespace topline::scoring {

using domain::Stage;
using domain::StageKind;

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t shrinkage = 20;

// How far a stage says that a deal has come in its pipeline. A lost stage stands last without
// having been worked toward; a deal that is only known as lost still began somewhere.
int orderReached(const Stage &stage, const std::vector<Stage> &stages)
{
    if (stage.kind != StageKind::Lost)
        return stage.order;
    int first = -1;
    for (const auto &other : stages) {
        const bool isEarlier = first < 0 || other.order < first;
        if (other.pipeline == stage.pipeline && other.kind == StageKind::Open && isEarlier)
            first = other.order;
    }
    return first;
}

} // namespace

domain::DealFact dealFact(const domain::Deal &deal, const std::vector<domain::StageChange> &changes,
                          const std::vector<Stage> &stages)
{
    std::map<domain::StageId, const Stage *> byId;
    for (const auto &stage : stages)
        byId.emplace(stage.id, &stage);

    domain::DealFact out;
    out.deal = deal.id;
    std::set<const Stage *> touched;
    for (const auto &change : changes) {
        if (change.deal.id != deal.id)
            continue;
        if (const auto found = byId.find(change.stage.id); found != byId.end())
            touched.insert(found->second);
    }
    if (const auto found = byId.find(deal.stage.id); found != byId.end()) {
        touched.insert(found->second);
        out.won = found->second->kind == StageKind::Won;
        out.lost = found->second->kind == StageKind::Lost;
    }

    std::map<std::string, int> furthest; // by pipeline
    for (const Stage *stage : touched) {
        const int order = orderReached(*stage, stages);
        const auto [known, isNew] = furthest.try_emplace(stage->pipeline, order);
        if (!isNew)
            known->second = std::max(known->second, order);
    }
    for (const auto &stage : stages) {
        const auto found = furthest.find(stage.pipeline);
        if (found != furthest.end() && stage.kind == StageKind::Open &&
            stage.order <= found->second)
            out.reached.push_back(stage.id);
    }
    std::sort(out.reached.begin(), out.reached.end());
    return out;
}

domain::WinProbability stageWinProbability(const domain::StageCount &stage, std::int64_t allWon,
                                           std::int64_t allClosed)
{
    // p0 as a fraction, so that the only rounding is the last one.
    const Wide priorWon = allClosed > 0 ? allWon : 1;
    const Wide priorOf = allClosed > 0 ? allClosed : 2;
    const Wide numerator = stage.won * priorOf + shrinkage * priorWon;
    const Wide denominator = (stage.closed + shrinkage) * priorOf;
    domain::WinProbability out;
    out.ppm = static_cast<std::int64_t>((numerator * 2'000'000 + denominator) / (2 * denominator));
    out.won = stage.won;
    out.closed = stage.closed;
    return out;
}

} // namespace topline::scoring
