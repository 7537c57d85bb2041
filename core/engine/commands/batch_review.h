// What would become of a batch if a person approved it now. Asked by the desk before a batch is
// approved, on the engine's thread: the approval and the guards of the last moment are gone through
// in a step that is never committed, so that the answer is theirs. Keeps nothing; tells nobody.
#pragma once

#include "core/base/result.h"
#include "core/domain/batch_review.h"
#include "core/engine/step/context.h"

#include <vector>

namespace topline::engine {

// In this order, as each takes room from those after it. NotFound for an id that is not there.
base::Result<domain::BatchReview> reviewBatch(Context &context, const std::vector<base::Uuid> &ids);

} // namespace topline::engine
