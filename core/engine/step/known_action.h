// An action that must be there, read by its id. Called wherever a command or a page names one, on
// the engine's thread or a reader's. An id that nobody stored is NotFound.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/action.h"
#include "core/store/tables.h"

namespace topline::engine {

base::Result<domain::Action> knownAction(const store::Tables &tables, const base::Uuid &id);

} // namespace topline::engine
