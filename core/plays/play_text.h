// Decide: a play written as YAML, so that reading it again gives the same play. Called for plays
// that have no text of their own yet, by the editor and by exports. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/play.h"

#include <string>
#include <string_view>

namespace topline::plays {

std::string playText(const domain::Play &play);

// The same text with another number in its `version:` line; comments and all else stay.
std::string withVersion(std::string_view yaml, std::int64_t version);

} // namespace topline::plays
