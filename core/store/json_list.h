// Texts as one value that SQL takes apart again with json_each: a list of any length in a statement
// that stays the same. Used by the stores; never fails.
#pragma once

#include <string>
#include <vector>

namespace topline::store {

std::string jsonList(const std::vector<std::string> &texts);

} // namespace topline::store
