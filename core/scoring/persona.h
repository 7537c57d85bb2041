// Weigh: what a job title says about its holder: rank and department, from a dictionary of English,
// German, French and Spanish words. Called by fit, committee and qualification. Pure, any thread,
// cannot fail.
#pragma once

#include "core/domain/icp.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::scoring {

// The words of a text in lower case, Latin letters with marks too.
std::vector<std::string> titleWords(std::string_view text);

// A person's own rules come first, in their order; what a rule leaves open the dictionary says. A
// title without a word of rank is an individual's; one without words is unknown.
domain::Persona personaOf(std::string_view title, const std::vector<domain::PersonaRule> &rules);

} // namespace topline::scoring
