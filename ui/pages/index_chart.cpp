#include "ui/pages/index_chart.h"

#include <QCoreApplication>

namespace topline::pages {

using charts::LineChart;
using ui::text::MetricText;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IndexChart)
};

} // namespace

LineChart indexChart(const domain::VelocityReport &report, const MetricText &words)
{
    LineChart chart;
    chart.title = Words::tr("Revenue Velocity Index by week");
    chart.valueName = Words::tr("RVI");
    chart.xName = Words::tr("Week");
    chart.baseline = 100;
    const auto &weeks = report.weeks;
    int known = 0;
    int first = -1;
    int last = -1;
    for (int i = 0; i < static_cast<int>(weeks.size()); ++i) {
        const domain::RviWeek &week = weeks[static_cast<std::size_t>(i)];
        chart.xLabels << Words::tr("W%1").arg(week.isoWeek);
        chart.values << week.rvi;
        chart.notes << Words::tr("%1 of %2 closed").arg(week.wonN).arg(week.closedN);
        known += week.rvi ? 1 : 0;
        if (week.weekStartMs >= report.baselineStartMs && week.weekStartMs < report.baselineEndMs) {
            first = first < 0 ? i : first;
            last = i;
        }
        if (week.weekStartMs == report.baselineEndMs) {
            // The quarter begins within this week.
            const int month =
                words.format().zone().dateOf(week.weekStartMs + 6 * base::dayMs).month;
            //: The start of a calendar quarter, e.g. "Q4 starts".
            chart.events.push_back({i, Words::tr("Q%1 starts").arg((month - 1) / 3 + 1)});
        }
    }
    if (first >= 0)
        chart.region = charts::Region{
            first, last,
            Words::tr("baseline, %1 to %2 = 100").arg(chart.xLabels[first], chart.xLabels[last])};
    chart.format = [words](double value) { return words.format().number(value, 1); };
    chart.axisFormat = [words](double value) { return words.format().number(value); };
    if (known < 2)
        chart.tooFew =
            Words::tr("No index yet: it needs won deals with amount and dates, and an open "
                      "pipeline, both lately and in the 13 weeks before this quarter.");
    return chart;
}

} // namespace topline::pages
