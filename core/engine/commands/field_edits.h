// What a person changes in a record. An edit is an action like any other: approved at once, held
// for a moment, carried out by the outbox, taken back by Undo; it reaches the mirror when the CRM
// says so. Called by Engine, on its thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/connect.h"
#include "core/engine/step/step.h"

#include <vector>

namespace topline::engine {

// The new actions: one for fields, one where a deal's "stage" (by name) is among them. InvalidInput
// for a field that cannot be edited or a text that it cannot hold; Refused when nothing would
// change. A further edit begins from what those on their way will make of a field.
base::Result<std::vector<base::Uuid>> editFields(Context &context,
                                                 const domain::FieldEditRequest &request);

} // namespace topline::engine
