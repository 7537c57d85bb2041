#include "ui/charts/chart_view.h"
#include "ui/look/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QTableView>

#include <gtest/gtest.h>
#include <memory>

namespace topline::charts {

namespace {

LineChart sample()
{
    LineChart chart;
    chart.title = QStringLiteral("RVI by week");
    chart.xName = QStringLiteral("Week");
    chart.valueName = QStringLiteral("RVI, index");
    for (int week = 21; week <= 46; ++week) {
        chart.xLabels << QStringLiteral("W%1").arg(week);
        chart.values << 92.0 + (week - 21) * 0.5;
    }
    chart.values[3] = std::nullopt;
    chart.baseline = 100;
    return chart;
}

} // namespace

TEST(LineChart, CsvQuotesAndLeavesGapsEmpty)
{
    const QStringList lines = sample().csv().split(QStringLiteral("\r\n"));
    EXPECT_EQ(lines[0], QStringLiteral("Week,\"RVI, index\""));
    EXPECT_EQ(lines[1], QStringLiteral("W21,92"));
    EXPECT_EQ(lines[4], QStringLiteral("W24,"));
    EXPECT_EQ(lines.size(), 28);
}

TEST(LineChart, ScalesAreRoundAndHoldEverything)
{
    for (const auto &[low, high] : {std::pair{92.3, 104.4},
                                    {0.17, 0.31},
                                    {41.0, 43.0},
                                    {-3.2, 7.9},
                                    {5.0, 5.0},
                                    {0.0, 428000.0}}) {
        const ValueScale scale = niceScale(low, high, false);
        const double lines = (scale.high - scale.low) / scale.step + 1;
        EXPECT_LE(scale.low, low);
        EXPECT_GE(scale.high, high);
        EXPECT_GE(lines, 2.9) << low << " " << high;
        EXPECT_LE(lines, 6.1) << low << " " << high;
    }
    EXPECT_EQ(niceScale(3, 9, true).low, 0);
}

TEST(LineChart, EveryFourthWeekCountedBackFromNowIsLabelled)
{
    EXPECT_TRUE(isLabelled(25, 26));
    EXPECT_TRUE(isLabelled(21, 26));
    EXPECT_FALSE(isLabelled(22, 26));
}

TEST(ChartView, TableTwinShowsTheSameNumbersAndCopyWorks)
{
    const std::unique_ptr<ChartView> view(makeChartView(ChartView::Size::Full));
    view->resize(600, 300);
    view->setChart(sample());
    view->showTable(true);
    EXPECT_TRUE(view->isTableShown());
    const auto *model = view->findChild<QTableView *>()->model();
    EXPECT_EQ(model->rowCount(), 26);
    EXPECT_EQ(model->index(0, 1).data().toString(), QStringLiteral("92.0"));
    EXPECT_EQ(model->index(3, 1).data().toString(), QString(QChar(0x2013)));
    view->copyCsv();
    EXPECT_EQ(QApplication::clipboard()->text(), sample().csv());
}

TEST(ChartView, FollowsTheScheme)
{
    const std::unique_ptr<ChartView> view(makeChartView(ChartView::Size::Small));
    view->resize(300, 120);
    view->setChart(sample());
    view->show();
    const QImage light = view->picture().toImage();
    view->setPalette(look::paletteOf(look::Scheme::Dark));
    QApplication::processEvents();
    const QImage dark = view->picture().toImage();
    EXPECT_EQ(dark.pixelColor(0, 0), look::tokensOf(look::Scheme::Dark).surface);
    const QColor series = look::tokensOf(look::Scheme::Dark).series;
    int found = 0;
    for (int y = 0; y < dark.height(); ++y)
        for (int x = 0; x < dark.width(); ++x)
            found += dark.pixelColor(x, y) == series ? 1 : 0;
    EXPECT_GT(found, 50);
    EXPECT_NE(light, dark);
}

TEST(ChartView, SaysWhenThereIsTooLittleData)
{
    const std::unique_ptr<ChartView> view(makeChartView(ChartView::Size::Full));
    LineChart chart;
    chart.title = QStringLiteral("RVI");
    chart.tooFew = QStringLiteral("8 of 10 closed deals so far; RVI starts at 10.");
    view->resize(400, 200);
    view->setChart(chart);
    EXPECT_EQ(view->accessibleDescription(), chart.tooFew);
    view->show();
    const QImage image = view->picture().toImage();
    EXPECT_EQ(image.pixelColor(20, 20), look::tokensOf(look::Scheme::Light).panel);
}

} // namespace topline::charts
