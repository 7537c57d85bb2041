// An action's changeable part as one line of JSON, for the undo log: state, times, reason, outcome,
// failure and draft. Pure, any thread; decoding gives nullopt for text that is not ours.
#pragma once

#include "core/domain/action.h"

#include <optional>
#include <string>

namespace topline::engine {

std::string encodeImage(const domain::Action &action);
std::optional<domain::Action> decodeImage(const base::Uuid &id, const std::string &text);

} // namespace topline::engine
