// Puts together the one view of guardrails. Asked on the engine's thread or a reader's; changes
// nothing.
#pragma once

#include "core/base/result.h"
#include "core/domain/guard_view.h"
#include "core/domain/play.h"
#include "core/store/tables.h"

#include <vector>

namespace topline::engine {

base::Result<domain::GuardView> guardView(const store::Tables &tables,
                                          const std::vector<domain::Play> &plays,
                                          const domain::Policy &policy, base::UtcMs now);

} // namespace topline::engine
