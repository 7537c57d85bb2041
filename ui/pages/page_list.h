// The list of pages in the order of the rail: one line per page. Called once by main on the GUI
// thread; making an entry makes no page yet.
#pragma once

#include "ui/shell/page.h"

#include <vector>

namespace topline::pages {

std::vector<shell::PageEntry> pageList();

} // namespace topline::pages
