// What time and touched records bring: accounts that are due are derived in slices, then risk is
// gone through once a day, snoozes end, untouched cards expire. Called on every tick and after
// every page; on the engine's thread. Stops between slices at any moment without losing anything,
// since what is due is stored.
#pragma once

#include "core/base/result.h"
#include "core/engine/deals/risk_pass.h"
#include "core/engine/step/step.h"

namespace topline::engine {

class Upkeep {
public:
    explicit Upkeep(Context &context)
        : m_context(context)
        , m_riskPass(context)
    {
    }

    // One transaction of at most about 50 ms; true while more is due. The slice is measured in
    // rows, not in time, so that the same input gives the same transactions on every machine.
    base::Result<bool> deriveSlice();
    base::Status deriveAll();
    base::Status wakeAndExpire();

private:
    Context &m_context;
    RiskPass m_riskPass;
};

} // namespace topline::engine
