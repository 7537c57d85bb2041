#include "ui/pages/forecast_record.h"

#include "ui/charts/chart_view.h"
#include "ui/pages/forecast_story.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"

#include <QVBoxLayout>

namespace topline::pages {

using namespace look;
using ui::text::ForecastText;

namespace {

constexpr int chartTall = 208;
constexpr int smallSample = 12; // moments below which figures are said to be thin

} // namespace

ForecastRecord::ForecastRecord(QWidget *parent)
    : QScrollArea(parent)
    , m_chartHead(new SectionHead(tr("Forecast against actual")))
    , m_chart(charts::makeChartView(charts::ChartView::Size::Full))
    , m_good(new NoteLine(Icon::CheckCircle, &Tokens::green))
    , m_bad(new NoteLine(Icon::AlertTriangle, &Tokens::amber))
    , m_coverage(new NoteLine(Icon::Info, &Tokens::text3))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // the tables in it have it
    setAccessibleName(tr("Track record"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, space::m);
    layout->setSpacing(0);
    setWidget(content);
    layout->addWidget(m_chartHead);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(space::m, 0, space::m, space::s);
    m_chart->setFixedHeight(chartTall);
    inset->addWidget(m_chart);
    layout->addLayout(inset);
    const QString error = tr("Error");
    m_methods = addTable(tr("Back-test"), &m_methodHead,
                         {tr("Method"), error, tr("Bias"), tr("Pinball"), tr("Error, in hand"),
                          tr("Bias, in hand"), tr("Pinball, in hand")});
    for (NoteLine *line : {m_good, m_bad, m_coverage})
        layout->addWidget(line);
    m_reps = addTable(tr("Bias by rep"), &m_repHead,
                      {tr("Rep"), tr("Bias"), tr("Accuracy"), tr("Forecast"), tr("Won"), tr("n")});
    m_checks =
        addTable(tr("Stored forecasts that are over"), &m_checkHead,
                 {tr("Week"), tr("Forecast"), tr("Won"), tr("Accuracy"), tr("Range"), tr("n")});
    m_reliability = addTable(tr("Promised against what came"), &m_reliabilityHead,
                             {tr("Promised"), tr("Came"), tr("95 % interval"), tr("n")});
    layout->addStretch(1);
}

ForecastTable *ForecastRecord::addTable(const QString &title, SectionHead **head,
                                        const QStringList &titles)
{
    *head = new SectionHead(title);
    (*head)->setLineAbove(true);
    auto *table = new ForecastTable(title, titles);
    widget()->layout()->addWidget(*head);
    widget()->layout()->addWidget(table);
    connect(table, &ForecastTable::rowOpened, this, [this](const TableRow &row) {
        Q_EMIT dealsWanted(tr("Won, %1").arg(row.cells.value(0)), row.deals);
    });
    return table;
}

void ForecastRecord::setHead(SectionHead *head, bool shown, const QString &note)
{
    head->setVisible(shown);
    head->setNote(note);
}

QString ForecastRecord::verdict() const
{
    return m_good->isHidden() ? m_bad->accessibleName() : m_good->accessibleName();
}

void ForecastRecord::setReport(const domain::ForecastReport &report, const ForecastText &text)
{
    const auto chart = recordChart(report, text);
    const domain::BackTest &test = report.backTest;
    const auto moments = static_cast<int>(test.origins.size());
    m_chartHead->setNote(!chart.tooFew.isEmpty() ? QString()
                         : chart.band
                             ? tr("won in the span after each week; grey: the forecast; band: "
                                  "commit to best")
                             : tr("won in the span after each date; grey: what this method would "
                                  "have said"));
    m_chart->setChart(chart);
    m_methods->setRows(methodRows(report, text));
    setHead(m_methodHead, true,
            moments == 0 ? QString()
            : moments < smallSample
                ? tr("only %n moment(s): a small sample", nullptr, moments)
                : tr("%n moment(s); weighted absolute error", nullptr, moments));
    const QString verdict = methodVerdict(report, text);
    m_good->setText(test.beatsNaive ? verdict : QString());
    m_bad->setText(test.beatsNaive ? QString() : verdict);
    m_coverage->setText(test.bandCoverage
                            ? tr("With each moment left out, the band held %1 of what came.")
                                  .arg(text.percent(test.bandCoverage))
                            : QString());
    m_reps->setRows(repRows(report, text));
    setHead(m_repHead, !test.reps.empty(), tr("deals in hand; above 0: promised too much"));
    m_checks->setRows(checkRows(report, text));
    setHead(m_checkHead, !report.checks.empty(), tr("range: commit to best"));
    m_reliability->setRows(reliabilityRows(report, text));
    setHead(m_reliabilityHead, !test.reliability.empty(), tr("chances of deals in hand"));
}

} // namespace topline::pages
