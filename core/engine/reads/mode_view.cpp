#include "core/engine/reads/mode_view.h"

#include "core/engine/guards/mode_rules.h"

#include <algorithm>

namespace topline::engine {

namespace {

constexpr std::int64_t changesRead = 1'000; // of all plays
constexpr std::size_t changesShown = 20;    // of each

} // namespace

base::Result<std::vector<domain::ModeRow>> modeRows(const store::Tables &tables,
                                                    const std::vector<domain::Play> &plays,
                                                    const domain::GuardPolicy &policy)
{
    std::vector<domain::ModeRow> out;
    TRY_ASSIGN(const auto changes, tables.modes.modes());
    TRY_ASSIGN(const auto history, tables.modes.history(changesRead));
    TRY_ASSIGN(const auto conducts, tables.modes.conduct());
    for (const auto &play : plays) {
        auto &row = out.emplace_back();
        row.playId = row.conduct.playId = play.id;
        row.playName = play.name;
        const auto last = changes.find(play.id);
        if (last != changes.end())
            row.last = last->second;
        row.mode = modeInForce(play, row.last ? &*row.last : nullptr);
        for (const auto &change : history) {
            if (change.playId == play.id && row.history.size() < changesShown)
                row.history.push_back(change);
        }
        const auto conduct = std::find_if(conducts.begin(), conducts.end(),
                                          [&](const auto &each) { return each.playId == play.id; });
        if (conduct != conducts.end())
            row.conduct = *conduct;
        row.approvalsNeeded = policy.promoteApprovals;
        row.hasEarned = row.mode != domain::Mode::Auto && hasEarnedAuto(row.conduct, policy);
    }
    return out;
}

} // namespace topline::engine
