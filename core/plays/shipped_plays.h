// Decide: the plays that are built into the program, from resources/plays. Called by the engine at
// start and by tests. Pure, any thread; parsing fails only if a shipped file is wrong (a test reads
// them all).
#pragma once

#include "core/base/result.h"
#include "core/domain/play.h"

#include <span>
#include <string_view>
#include <vector>

namespace topline::plays {

struct ShippedPlay {
    std::string_view fileName; // "pricing-revisit.yaml"
    std::string_view yaml;
};

// By file name.
std::span<const ShippedPlay> shippedPlays();

// All of them parsed, by id.
base::Result<std::vector<domain::Play>> loadShippedPlays();

} // namespace topline::plays
