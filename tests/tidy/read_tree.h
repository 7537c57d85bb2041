// Reads the repository into memory for the tree test, from the folders that hold our own text.
// Called once at the start; throws std::filesystem's errors, which fail the test that asked.
#pragma once

#include "tests/tidy/source_file.h"

#include <string>

namespace topline::tidy {

// Sorted by path. Leaves out binary files, hidden folders below the top, and what tools leave
// behind.
Tree readTree(const std::string &root);

} // namespace topline::tidy
