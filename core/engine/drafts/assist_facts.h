// What a language model may be told for one action: read from the tables, on the engine's thread.
// Anything that is not a member of assist::ModelFacts cannot leave.
#pragma once

#include "core/assist/model_request.h"
#include "core/base/result.h"
#include "core/engine/step/context.h"

#include <string>

namespace topline::engine {

base::Result<assist::ModelFacts> modelFacts(const Context &context, const domain::Action &action,
                                            const std::string &wish);

} // namespace topline::engine
