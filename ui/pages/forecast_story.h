// What the forecast view shows beside its deals, made from a report: the expected total and the
// flow as exact waterfalls, categories as bars, what is left out, the chart of forecast against
// actual, and the rows of the back-test. Pure functions, GUI thread, cannot fail.
#pragma once

#include "ui/charts/line_chart.h"
#include "ui/pages/bar_rows.h"
#include "ui/pages/deal_notices.h"
#include "ui/pages/forecast_table.h"
#include "ui/pages/waterfall_rows.h"
#include "ui/text/forecast_text.h"

namespace topline::pages {

// Won so far, in hand, new business, and their total.
std::vector<WaterfallRow> expectedRows(const domain::ForecastReport &report,
                                       const ui::text::ForecastText &text);

// The sum at the last stored week, every kind of move that happened, the sum now. Empty without a
// stored week.
std::vector<WaterfallRow> flowRows(const domain::ForecastReport &report,
                                   const ui::text::ForecastText &text);

// Won, commit, best case, pipeline, omitted: what is due in the span, in full.
std::vector<BarItem> categoryItems(const domain::ForecastReport &report,
                                   const ui::text::ForecastText &text);

// What no sum or not every sum has in it, counted in words.
std::vector<DealNotice> leftOutNotices(const domain::ForecastReport &report,
                                       const ui::text::ForecastText &text);

// Stored forecasts against what was won, where enough of them are over; else what the method would
// have said at earlier moments; else one sentence.
charts::LineChart recordChart(const domain::ForecastReport &report,
                              const ui::text::ForecastText &text);

// By method: weighted error, bias and pinball loss of deals in hand and of all.
std::vector<TableRow> methodRows(const domain::ForecastReport &report,
                                 const ui::text::ForecastText &text);
// "Beats …" or "Does not beat the naive forecast …", with both figures; why there is no back-test.
QString methodVerdict(const domain::ForecastReport &report, const ui::text::ForecastText &text);

std::vector<TableRow> repRows(const domain::ForecastReport &report,
                              const ui::text::ForecastText &text);
std::vector<TableRow> checkRows(const domain::ForecastReport &report,
                                const ui::text::ForecastText &text);
std::vector<TableRow> reliabilityRows(const domain::ForecastReport &report,
                                      const ui::text::ForecastText &text);

} // namespace topline::pages
