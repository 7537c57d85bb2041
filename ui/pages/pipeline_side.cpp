#include "ui/pages/pipeline_side.h"

#include "ui/pages/deal_model.h"
#include "ui/pages/note_line.h"
#include "ui/text/risk_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace topline::pages {

using namespace look;

namespace {

constexpr std::array shownWarnings = {DealWarning::Stalled, DealWarning::CloseDatePassed,
                                      DealWarning::NoTouch, DealWarning::NoNextStep};

QString warningName(DealWarning warning)
{
    switch (warning) {
    case DealWarning::Stalled:
        return PipelineSide::tr("Stalled past p80");
    case DealWarning::CloseDatePassed:
        return PipelineSide::tr("Close date passed");
    case DealWarning::NoTouch:
        return PipelineSide::tr("No two-way touch, 14 d");
    case DealWarning::NoNextStep:
        return PipelineSide::tr("No next step");
    case DealWarning::None:
        break;
    }
    return {};
}

} // namespace

PipelineSide::PipelineSide(QWidget *parent)
    : QScrollArea(parent)
    , m_funnel(new FunnelView)
    , m_note(new NoteLine(Icon::AlertTriangle, &Tokens::amber))
    , m_warningHead(new SectionHead(tr("Warnings")))
    , m_warnings(new BarRows(tr("Warnings")))
    , m_moveHead(new SectionHead(tr("Moved in 7 d")))
    , m_moves(new BarRows(tr("Moved in 7 d")))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 6, 0, space::m);
    layout->setSpacing(0);
    auto *funnelHead = new SectionHead(tr("Funnel"));
    funnelHead->setNote(tr("entered in 13 weeks, with days per stage"));
    m_warningHead->setNote(tr("open one to filter the deals"));
    m_warningHead->setLineAbove(true);
    m_moveHead->setLineAbove(true);
    layout->addWidget(funnelHead);
    layout->addSpacing(space::xs);
    layout->addWidget(m_funnel);
    layout->addWidget(m_note);
    for (QWidget *part : {static_cast<QWidget *>(m_warningHead), static_cast<QWidget *>(m_warnings),
                          static_cast<QWidget *>(m_moveHead), static_cast<QWidget *>(m_moves)})
        layout->addWidget(part);
    layout->addStretch(1);
    setWidget(content);
    connect(m_funnel, &FunnelView::stageOpened, this, &PipelineSide::dealsWanted);
    connect(m_warnings, &BarRows::itemOpened, this, &PipelineSide::dealsWanted);
    connect(m_moves, &BarRows::itemOpened, this, &PipelineSide::dealsWanted);
}

void PipelineSide::setReport(const domain::PipelineReport &report, const ui::text::MetricText &text,
                             const domain::RiskReport *risk)
{
    m_funnel->setRows(report.funnel, report.currency, text);
    m_note->setText(m_funnel->note());
    if (risk != nullptr && !risk->deals.empty())
        setRisks(*risk, text);
    else
        setWarnings(report, text);
    setMoves(report, text);
}

void PipelineSide::setWarnings(const domain::PipelineReport &report,
                               const ui::text::MetricText &text)
{
    const DealFacts facts = factsOf(report);
    std::vector<BarItem> items;
    for (const DealWarning warning : shownWarnings) {
        BarItem item;
        double minor = 0;
        for (const domain::DealRow &row : report.deals) {
            const auto holds = warningsOf(row, facts, text.format().now());
            if (std::find(holds.begin(), holds.end(), warning) == holds.end())
                continue;
            item.deals.push_back(row.deal);
            if (row.amount && row.amount->currency == report.currency)
                minor += static_cast<double>(row.amount->amountMinor);
        }
        if (item.deals.empty())
            continue;
        item.label = warningName(warning);
        item.id = QString::number(static_cast<int>(warning));
        item.to = static_cast<double>(item.deals.size());
        item.count = QString::number(item.deals.size());
        item.amount = text.minorShort(minor, report.currency);
        item.spoken = tr("%1: %2 deals, %3").arg(item.label, item.count, item.amount);
        items.push_back(std::move(item));
    }
    showWarnings(std::move(items));
}

// By number of deals, most first.
void PipelineSide::setRisks(const domain::RiskReport &risk, const ui::text::MetricText &text)
{
    std::vector<BarItem> items;
    for (const domain::RiskRule rule : domain::riskWarnings()) {
        BarItem item;
        double minor = 0;
        for (const domain::RiskRow &row : risk.deals) {
            const bool holds = std::any_of(
                row.risk.factors.begin(), row.risk.factors.end(),
                [rule](const auto &factor) { return factor.rule == rule && factor.fires; });
            if (!holds)
                continue;
            item.deals.push_back(row.risk.deal);
            if (row.row.amount && row.row.amount->currency == risk.currency)
                minor += static_cast<double>(row.row.amount->amountMinor);
        }
        if (item.deals.empty())
            continue;
        item.label = ui::text::RiskText::ruleName(rule);
        item.id = QStringLiteral("risk %1").arg(static_cast<int>(rule));
        item.to = static_cast<double>(item.deals.size());
        item.count = QString::number(item.deals.size());
        item.amount = text.minorShort(minor, risk.currency);
        item.spoken = tr("%1: %2 deals, %3").arg(item.label, item.count, item.amount);
        items.push_back(std::move(item));
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const BarItem &a, const BarItem &b) { return a.to > b.to; });
    showWarnings(std::move(items));
}

void PipelineSide::showWarnings(std::vector<BarItem> items)
{
    m_warningHead->setVisible(!items.empty());
    m_warnings->setVisible(!items.empty());
    m_warnings->setItems(std::move(items));
}

void PipelineSide::setMoves(const domain::PipelineReport &report, const ui::text::MetricText &text)
{
    std::vector<BarItem> items;
    double at = 0;
    for (const domain::PipelineMove &move : report.moves) {
        const auto minor = static_cast<double>(move.amountMinor);
        BarItem item;
        item.label = text.moveName(move.kind);
        item.id = QString::number(static_cast<int>(move.kind));
        item.from = at;
        item.to = at + minor;
        item.accent = minor > 0;
        item.count = QString::number(move.n);
        item.amount = text.signedMinorShort(minor, report.currency);
        item.deals = move.deals;
        item.spoken = tr("%1: %2 deals, %3").arg(item.label, item.count, item.amount);
        items.push_back(std::move(item));
        at += minor;
    }
    m_moveHead->setFigure(text.signedMinorShort(at, report.currency));
    m_moveHead->setVisible(!items.empty());
    m_moves->setVisible(!items.empty());
    m_moves->setItems(std::move(items));
}

} // namespace topline::pages
