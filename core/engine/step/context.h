// What every part of the engine works with: the clock, the ids, the tables, the plays, the policy,
// and what has changed since observers were last told. One per engine, on its thread.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/change_set.h"
#include "core/domain/play.h"
#include "core/domain/policy.h"
#include "core/domain/risk.h"
#include "core/engine/step/crash_hook.h"
#include "core/risk/norms.h"
#include "core/store/workspace.h"

#include <optional>
#include <string_view>
#include <vector>

namespace topline::engine {

class PlaySet;

// As the last nightly pass found it.
struct RiskNorms {
    risk::Norms norms;
    std::int64_t quarterMinor = 0;
};

struct Context {
    base::Clock &clock;
    base::IdSource &ids;
    store::Workspace &workspace;
    const std::vector<domain::Play> &plays; // by id
    domain::Policy policy;                  // as stored; kept in step by setPolicy
    CrashHook crashHook;
    domain::ChangeSet untold;                          // committed, observers not told yet
    domain::RiskPolicy riskPolicy = {};                // as stored; kept in step by setRiskPolicy
    std::optional<RiskNorms> riskNorms = std::nullopt; // absent: to be read
    PlaySet *playSet = nullptr;                        // older versions of plays; set at start

    store::Tables &tables() const { return workspace.tables(); }

    void crashPoint(std::string_view point) const
    {
        if (crashHook)
            crashHook(point);
    }
};

} // namespace topline::engine
