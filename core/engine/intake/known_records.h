// Finds in the workspace what rows of files refer to: records by name, mail address or domain, and
// whom an event is about. Used by import sources, on the engine's thread. A failing store is
// nothing found here and is reported by the write that follows.
#pragma once

#include "core/crm/record_builder.h"
#include "core/domain/event.h"
#include "core/store/tables.h"

#include <optional>
#include <string>

namespace topline::engine {

std::optional<std::string> findKnownRecord(store::Tables &tables, domain::RecordKind kind,
                                           crm::LookUp lookUp, const std::string &text);

// Sets account and contact of the event; a sentence when nobody is found.
std::optional<std::string> findWho(store::Tables &tables, domain::EventDraft &draft);

} // namespace topline::engine
