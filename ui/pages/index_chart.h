// The line chart of the Revenue Velocity Index from a velocity report: its weeks, the baseline with
// its region, the start of the quarter; or the sentence that says what is missing. Made by the
// velocity page on the GUI thread; pure, cannot fail.
#pragma once

#include "core/domain/metric.h"
#include "ui/charts/line_chart.h"
#include "ui/text/metric_text.h"

namespace topline::pages {

charts::LineChart indexChart(const domain::VelocityReport &report,
                             const ui::text::MetricText &text);

} // namespace topline::pages
