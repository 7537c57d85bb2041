#include "ui/pages/lever_story.h"

#include "ui/text/rounding.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using domain::Lever;
using domain::Segment;
using ui::text::fromUtf8;
using ui::text::MetricText;

namespace {

constexpr qsizetype rowsMax = 5;
constexpr std::int64_t stageEntriesMin = 5; // before a conversion is called the worst
constexpr double daysSlowerMin = 1;
constexpr double shareLostMin = 0.01;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LeverStory)
};

const domain::LeverValue &valueOf(const domain::VelocityReport &report, Lever lever)
{
    return report.weeks.back().levers[static_cast<std::size_t>(lever)];
}

std::optional<double> wentOnShare(std::int64_t wentOn, std::int64_t entered)
{
    if (entered == 0)
        return std::nullopt;
    return static_cast<double>(wentOn) / static_cast<double>(entered);
}

QString baselineNote(const QString &value)
{
    return Words::tr("baseline %1").arg(value);
}

// Marks the row that `loss` says is furthest behind its baseline; -1 when none is by at least
// `least`.
qsizetype markWorst(QVector<StoryRow> &rows, const QVector<double> &loss, double least = 0)
{
    const auto most = std::max_element(loss.cbegin(), loss.cend());
    if (most == loss.cend() || *most <= 0 || *most < least)
        return -1;
    const qsizetype at = most - loss.cbegin();
    rows[at].worst = true;
    return at;
}

void holdStage(LeverStory &story, const domain::FunnelRow &stage, const MetricText &text,
               const base::Currency &currency)
{
    if (stage.open == 0)
        return;
    story.holds = Words::tr("%1 open in %2").arg(stage.open).arg(fromUtf8(stage.name));
    story.holdsAmount = text.minorShort(static_cast<double>(stage.openMinor), currency);
    story.dealsLabel = fromUtf8(stage.name);
    story.deals = stage.openDeals;
}

void tellCycle(LeverStory &story, const domain::VelocityReport &report, const MetricText &text)
{
    const domain::LeverValue &lever = valueOf(report, Lever::Cycle);
    story.sentences << Words::tr("Won deals take %1; the baseline is %2.")
                           .arg(text.days(lever.value), text.days(lever.baseline));
    QVector<double> loss;
    std::vector<const domain::FunnelRow *> stages;
    for (const domain::FunnelRow &stage : report.stages) {
        if (stage.kind != domain::StageKind::Open || !stage.dwellMedianDays)
            continue;
        stages.push_back(&stage);
        story.rows.push_back({fromUtf8(stage.name), *stage.dwellMedianDays,
                              stage.baselineDwellMedianDays, text.days(stage.dwellMedianDays),
                              baselineNote(text.days(stage.baselineDwellMedianDays)), false});
        loss.push_back(stage.baselineDwellMedianDays
                           ? *stage.dwellMedianDays - *stage.baselineDwellMedianDays
                           : 0);
    }
    const qsizetype worst = markWorst(story.rows, loss, daysSlowerMin);
    if (worst < 0)
        return;
    const domain::FunnelRow &stage = *stages[static_cast<std::size_t>(worst)];
    story.sentences << Words::tr("%1 is where they wait: %2, not %3.")
                           .arg(fromUtf8(stage.name), text.days(stage.dwellMedianDays),
                                text.days(stage.baselineDwellMedianDays));
    holdStage(story, stage, text, report.currency);
}

void tellWinRate(LeverStory &story, const domain::VelocityReport &report, const MetricText &text)
{
    const domain::LeverValue &lever = valueOf(report, Lever::WinRate);
    const ui::text::Format &format = text.format();
    story.sentences << Words::tr("The win rate is %1; the baseline is %2.")
                           .arg(text.leverValue(Lever::WinRate, lever.value, report.currency),
                                text.leverValue(Lever::WinRate, lever.baseline, report.currency));
    QVector<double> loss;
    std::vector<const domain::FunnelRow *> stages;
    for (const domain::FunnelRow &stage : report.stages) {
        const auto share = wentOnShare(stage.wentOn, stage.entered);
        const auto before = wentOnShare(stage.baselineWentOn, stage.baselineEntered);
        if (stage.kind != domain::StageKind::Open || !share)
            continue;
        stages.push_back(&stage);
        story.rows.push_back({fromUtf8(stage.name), *share, before, format.percent(*share),
                              baselineNote(before ? format.percent(*before) : format.missing()),
                              false});
        loss.push_back(before && stage.entered >= stageEntriesMin ? *before - *share : 0);
    }
    const qsizetype worst = markWorst(story.rows, loss, shareLostMin);
    if (worst < 0)
        return;
    const StoryRow &row = story.rows[worst];
    story.sentences << Words::tr("%1 is where they leave: %2 go on, not %3.")
                           .arg(row.label, row.valueText, format.percent(*row.baseline));
    holdStage(story, *stages[static_cast<std::size_t>(worst)], text, report.currency);
}

// Sources for the deal size, reps for the pipeline: largest first, against the baseline of all.
void tellBySegment(LeverStory &story, const domain::VelocityReport &report, Lever lever,
                   const MetricText &text)
{
    const bool size = lever == Lever::DealSize;
    const Segment segment = size ? Segment::Source : Segment::Rep;
    const auto baseline = valueOf(report, lever).baseline;
    for (const domain::SegmentRow &row : report.segments[static_cast<std::size_t>(segment)]) {
        const auto value = size ? row.dealMinor : row.pipelineMinorPerRep;
        if (row.all || !value)
            continue;
        story.rows.push_back(
            {MetricText::segmentRowName(segment, row), *value, baseline,
             text.minorShort(*value, report.currency),
             size ? Words::tr("%n won", nullptr, static_cast<int>(row.wonN)) : QString(), false});
    }
    std::stable_sort(story.rows.begin(), story.rows.end(),
                     [](const StoryRow &a, const StoryRow &b) { return a.value > b.value; });
    if (story.rows.size() > rowsMax)
        story.rows.erase(story.rows.begin() + rowsMax - 1, story.rows.end() - 1);
    QVector<double> loss;
    for (const StoryRow &row : std::as_const(story.rows))
        loss.push_back(baseline ? *baseline - row.value : 0);
    markWorst(story.rows, loss);
}

void tellMoney(LeverStory &story, const domain::VelocityReport &report, Lever lever,
               const MetricText &text)
{
    const domain::LeverValue &value = valueOf(report, lever);
    const QString now = text.leverValue(lever, value.value, report.currency);
    const QString before = text.leverValue(lever, value.baseline, report.currency);
    story.sentences
        << (lever == Lever::DealSize
                ? Words::tr("A won deal is worth %1 at the median; the baseline is %2.")
                      .arg(now, before)
                : Words::tr("Each rep has %1 open; the baseline is %2.").arg(now, before));
    tellBySegment(story, report, lever, text);
}

// Where no stage stands out, the deals of the lever itself.
void holdLever(LeverStory &story, const domain::VelocityReport &report, Lever lever)
{
    story.deals = report.leverDeals[static_cast<std::size_t>(lever)];
    story.dealsLabel = MetricText::leverTitle(lever);
    const int count = static_cast<int>(story.deals.size());
    if (count == 0)
        return;
    story.holds = lever == Lever::PipelinePerRep ? Words::tr("%n open", nullptr, count)
                  : lever == Lever::WinRate ? Words::tr("%n closed in 13 weeks", nullptr, count)
                                            : Words::tr("%n won in 13 weeks", nullptr, count);
}

} // namespace

LeverStory leverStory(const domain::VelocityReport &report, const MetricText &text)
{
    LeverStory story;
    if (report.weeks.empty() || !report.weakest)
        return story;
    const Lever weakest = *report.weakest;
    const domain::RviWeek &week = report.weeks.back();
    QVector<double> points;
    for (const domain::LeverValue &lever : week.levers)
        points.push_back(lever.basePoints);
    const double shown =
        ui::text::roundedToSum(points, *week.rvi - 100, 1)[static_cast<int>(weakest)];
    story.points = text.pointsUnit(shown);
    story.title = shown < 0 ? Words::tr("Weakest lever: %1").arg(MetricText::leverName(weakest))
                            : Words::tr("Every lever holds its baseline; least: %1")
                                  .arg(MetricText::leverName(weakest));
    if (weakest == Lever::Cycle)
        tellCycle(story, report, text);
    else if (weakest == Lever::WinRate)
        tellWinRate(story, report, text);
    else
        tellMoney(story, report, weakest, text);
    if (story.deals.empty())
        holdLever(story, report, weakest);
    if (story.rows.size() > rowsMax)
        story.rows.resize(rowsMax);
    return story;
}

} // namespace topline::pages
