#include "ui/pages/page_list.h"

namespace topline::pages {

std::vector<shell::PageEntry> pageList()
{
    std::vector<shell::PageEntry> pages;
    return pages;
}

} // namespace topline::pages
