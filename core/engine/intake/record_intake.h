// Takes records in: mirror, deal facts and the mark on every touched account, in the caller's
// transaction. Used by sync and by imports, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/step.h"
#include "core/sync/apply_page.h"

#include <string>

namespace topline::engine {

// `system` is the connection that the page came from; "" for imports from files. `missing`: so many
// records are known to be gone, of which the page may name some.
base::Result<sync::Applied> takeIn(Step &step, const crm::Page &page,
                                   const std::string &system = {}, std::int64_t missing = 0);

} // namespace topline::engine
