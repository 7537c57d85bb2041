// What the weakest lever of the index says: one or two plain sentences, the rows that show where it
// sits (stages, sources or reps against the baseline), and the deals to open. Made from the
// velocity report; used by the lever pane on the GUI thread. Pure, cannot fail.
#pragma once

#include "core/domain/metric.h"
#include "ui/text/metric_text.h"

#include <QStringList>
#include <QVector>

#include <vector>

namespace topline::pages {

struct StoryRow {
    QString label;
    double value = 0;
    std::optional<double> baseline; // a tick
    QString valueText;
    QString note; // "baseline 13 d", "9 won"
    bool worst = false;
};

struct LeverStory {
    QString title;
    QString points;        // "-1.5 pts"
    QStringList sentences; // one per line
    QVector<StoryRow> rows;
    QString holds; // "15 open in Proposal"; empty: nothing to open
    QString holdsAmount;
    QString dealsLabel; // what the deals are, for the filter
    std::vector<domain::DealId> deals;
};

// The last week of the report; empty title when there is no index.
LeverStory leverStory(const domain::VelocityReport &report, const ui::text::MetricText &text);

} // namespace topline::pages
