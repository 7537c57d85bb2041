// What people made of a detector's hits as rows of bars: accepted, dismissed by reason, and what
// nobody judged. Pure, GUI thread, cannot fail. Shares are of the judged ones and add up to 100 %.
#pragma once

#include "core/domain/detector_view.h"
#include "ui/pages/bar_rows.h"
#include "ui/text/format.h"

#include <vector>

namespace topline::pages {

std::vector<BarItem> judgedBars(const domain::DetectorRow &row, const ui::text::Format &format);

} // namespace topline::pages
