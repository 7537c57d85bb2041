// Decide: the plays that are built into the program, from resources/plays. Called by the engine at
// start and by tests. Pure, any thread; parsing fails only if a shipped file is wrong (a test reads
// them all).
#pragma once

#include "core/base/result.h"
#include "core/domain/play.h"

#include <optional>
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

// What a text says that is one of the program's, byte by byte; null for any other text.
const domain::Play *playOfShippedText(std::string_view yaml);

// The program's text, with its comments, that says exactly this play.
std::optional<std::string_view> shippedTextOf(const domain::Play &play);

} // namespace topline::plays
