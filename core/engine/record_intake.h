// Takes records in: mirror, deal facts and the mark on every touched account, in the caller's
// transaction. Used by sync and by imports, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/step.h"
#include "core/sync/apply_page.h"

namespace topline::engine {

base::Result<sync::Applied> takeIn(Step &step, const crm::Page &page);

} // namespace topline::engine
