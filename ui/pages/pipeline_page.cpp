#include "ui/pages/pipeline_page.h"

#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/deal_delegate.h"
#include "ui/pages/deal_inspector.h"
#include "ui/pages/deal_notices.h"
#include "ui/pages/forecast_view.h"
#include "ui/pages/hairline.h"
#include "ui/pages/kpi_tile.h"
#include "ui/pages/note_line.h"
#include "ui/pages/owner_choice.h"
#include "ui/pages/pipeline_side.h"
#include "ui/shell/page_header.h"

#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;
using ui::text::MetricText;

namespace {

constexpr int tileCount = 6;
constexpr int sideWide = 391;
constexpr int sideNarrow = 336;
constexpr int sideBreak = 1120; // page width below which the side is narrow

} // namespace

PipelinePage::PipelinePage(const shell::PageContext &context)
    : Page(context)
    , m_shown(&m_deals)
    , m_columns(DealDelegate::columns())
{
    build();
    addCommands();
    addForecastCommands();
    connect(&bridge(), &bridge::Bridge::recordsChanged, this, [this](const domain::ChangeSet &) {
        m_stale = true;
        m_forecastStale = true;
        loadIfShown();
    });
    connect(&bridge(), &bridge::Bridge::statusChanged, this, &PipelinePage::refreshFilterRow);
    connect(&m_shown, &QAbstractItemModel::rowsInserted, this, &PipelinePage::refreshFilterRow);
    connect(&m_shown, &QAbstractItemModel::rowsRemoved, this, &PipelinePage::refreshFilterRow);
}

void PipelinePage::build()
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_header = new shell::PageHeader(tr("Pipeline"), this);
    m_owner = new OwnerChoice(bridge(), this);
    connect(m_owner, &OwnerChoice::chosen, this, [this] {
        m_forecastStale = true;
        load();
    });
    all->addWidget(m_header);
    m_views = new QStackedWidget(this);
    all->addWidget(m_views, 1);
    buildDeals();
    buildForecast();
    m_header->addTool(m_owner);
}

void PipelinePage::buildDeals()
{
    auto *pane = new QWidget(m_views);
    auto *all = new QVBoxLayout(pane);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto *strip = new QHBoxLayout;
    strip->setSpacing(0);
    for (int i = 0; i < tileCount; ++i) {
        auto *tile = new KpiTile(this);
        tile->setLast(i + 1 == tileCount);
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { openTile(tile); });
        m_tiles.push_back(tile);
        strip->addWidget(tile, 1);
    }
    all->addLayout(strip);
    all->addWidget(new Hairline(Qt::Horizontal, this));

    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    m_side = new PipelineSide(this);
    connect(m_side, &PipelineSide::dealsWanted, this, &PipelinePage::filterBy);
    body->addWidget(m_side);
    body->addWidget(new Hairline(Qt::Vertical, this));
    body->addWidget(buildTable(), 1);
    all->addLayout(body, 1);
    m_views->addWidget(pane);
}

QWidget *PipelinePage::buildTable()
{
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(0);
    m_tableHead = new SectionHead(tr("Deals"), pane);
    auto *tools = new QHBoxLayout(m_tableHead);
    tools->setContentsMargins(m_tableHead->titleWidth() + space::m, 0, space::l, 0);
    tools->setSpacing(space::s);
    m_scope = new Segments(tr("Which deals"), {tr("All"), tr("At risk"), tr("Zombies"), tr("Mine")},
                           m_tableHead);
    connect(m_scope, &Segments::chosen, this, [this](int index) {
        m_shown.setScope(static_cast<DealFilter::Scope>(index),
                         fromUtf8(bridge().status().userName));
        refreshFilterRow();
    });
    m_chip = new Button(Button::Kind::Pill, QString(), m_tableHead);
    m_chip->setIconKind(Icon::X);
    m_chip->setSmall(true);
    m_chip->hide();
    connect(m_chip, &QAbstractButton::clicked, this, &PipelinePage::clearFilter);
    tools->addWidget(m_scope);
    tools->addWidget(m_chip);
    tools->addStretch(1);
    layout->addWidget(m_tableHead);
    layout->addSpacing(space::xs);

    auto *head = new TableHead(m_columns, tr("Columns of the deals"), pane);
    head->setSorting(DealModel::Risk, Qt::DescendingOrder);
    connect(head, &TableHead::sortWanted, this, [this](int column, Qt::SortOrder order) {
        m_shown.sortBy(column, order);
        m_list->scrollTo(m_list->currentIndex());
    });
    layout->addWidget(head);
    m_list = new RowList(tr("Deals"), pane);
    m_list->setModel(&m_shown);
    m_delegate = new DealDelegate(m_shown, m_columns, this);
    m_list->setItemDelegate(m_delegate);
    connect(m_list, &RowList::opened, this, &PipelinePage::openDeal);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (const auto deal = currentDeal(); deal && m_inspector != nullptr)
            m_inspector->showDeal(*deal);
    });
    m_notices = new DealNotices(tr("Findings and alerts"), pane);
    connect(m_notices, &DealNotices::dealsWanted, this, &PipelinePage::filterBy);
    layout->insertWidget(1, m_notices);
    m_empty = new NoteLine(Icon::Info, &Tokens::text3, pane);
    layout->addWidget(m_empty);
    layout->addWidget(m_list, 1);
    return pane;
}

QWidget *PipelinePage::makeInspector()
{
    m_inspector = new DealInspector(context());
    m_inspector->setRiskReport(m_risk);
    connect(m_inspector, &DealInspector::taskWanted, this, &PipelinePage::makeTask);
    connect(m_inspector, &DealInspector::editingEnded, m_list,
            [this] { activeList()->setFocus(); });
    return m_inspector;
}

void PipelinePage::activate()
{
    activeList()->setFocus();
    loadIfShown();
}

void PipelinePage::open(const shell::PageRequest &request)
{
    if (!request.deals.empty())
        filterBy(request.label, request.deals);
    if (request.deals.size() == 1)
        openDeal();
}

void PipelinePage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int side = width() < sideBreak ? sideNarrow : sideWide;
    m_side->setFixedWidth(side);
    m_forecastView->setSideWidth(side);
}

void PipelinePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    loadIfShown();
}

MetricText PipelinePage::text() const
{
    const auto zone = base::TimeZone::find(cockpit().zone());
    return MetricText(
        ui::text::Format(QLocale(), zone.ok() ? *zone : base::TimeZone(), cockpit().now()));
}

void PipelinePage::loadIfShown()
{
    if (m_stale && isVisible())
        load();
}

void PipelinePage::load()
{
    m_stale = false;
    const std::uint64_t question = ++m_asked;
    refreshMeta();
    cockpit().loadPipeline(m_owner->owner(), bridge().answer<domain::PipelineReport>(
                                                 this, [this, question](const auto &got) {
                                                     if (question != m_asked)
                                                         return;
                                                     if (!got.ok()) {
                                                         Q_EMIT bridge().failed(got.error());
                                                         return;
                                                     }
                                                     m_report = *got;
                                                     refresh();
                                                 }));
    loadRisk(question);
    if (isForecast() && m_forecastStale)
        loadForecast();
}

void PipelinePage::loadRisk(std::uint64_t question)
{
    cockpit().loadRisk(m_owner->owner(),
                       bridge().answer<domain::RiskReport>(this, [this, question](const auto &got) {
                           if (question != m_asked)
                               return;
                           if (!got.ok()) {
                               Q_EMIT bridge().failed(got.error());
                               return;
                           }
                           m_risk = std::make_shared<const domain::RiskReport>(*got);
                           if (m_inspector != nullptr)
                               m_inspector->setRiskReport(m_risk);
                           m_notices->setNotices(
                               dealNotices(*m_risk, ui::text::RiskText(text().format())));
                           if (m_report.asOfMs != 0)
                               refresh();
                       }));
}

void PipelinePage::refresh()
{
    const domain::PipelineReport &report = m_report;
    const MetricText words = text();
    m_delegate->setText(words);
    for (qsizetype i = 0; i < m_tiles.size(); ++i) {
        const bool there = static_cast<std::size_t>(i) < report.tiles.size();
        m_tiles[i]->setVisible(there);
        if (there)
            m_tiles[i]->setFigure(report.tiles[static_cast<std::size_t>(i)], words);
    }
    m_side->setReport(report, words, m_risk.get());
    m_deals.setReport(report, words, m_risk.get());
    refreshMeta();
    if (m_forecast)
        showForecastReport(); // with the names of accounts
    if (!m_list->currentIndex().isValid())
        m_list->step(0);
    refreshFilterRow();
}

void PipelinePage::openTile(KpiTile *tile)
{
    if (!tile->isChecked()) { // it was on: a second Enter shows all again
        clearFilter();
        return;
    }
    filterBy(tile->text(), tile->figure().deals);
    for (KpiTile *other : std::as_const(m_tiles))
        other->setChecked(other == tile);
}

void PipelinePage::filterBy(const QString &label, const std::vector<domain::DealId> &deals)
{
    for (KpiTile *tile : std::as_const(m_tiles))
        tile->setChecked(false);
    if (isForecast())
        showForecast(false);
    m_filterLabel = label;
    m_filterWanted = deals.size();
    m_shown.setDeals(std::set<domain::DealId>(deals.begin(), deals.end()));
    m_list->setCurrentIndex(m_shown.index(0, 0));
    m_list->scrollToTop();
    refreshFilterRow();
}

void PipelinePage::clearFilter()
{
    for (KpiTile *tile : std::as_const(m_tiles))
        tile->setChecked(false);
    m_filterLabel.clear();
    m_shown.setDeals(std::nullopt);
    refreshFilterRow();
}

void PipelinePage::refreshFilterRow()
{
    const std::string &user = bridge().status().userName;
    int risky = 0;
    int zombies = 0;
    int mine = 0;
    bool weighed = false;
    for (const DealItem &item : m_deals.rows()) {
        if (item.row.kind != domain::StageKind::Open)
            continue;
        weighed = weighed || item.row.riskMilli;
        risky += item.atRisk() ? 1 : 0;
        zombies += item.zombieText.isEmpty() ? 0 : 1;
        mine += !user.empty() && item.row.ownerName == user ? 1 : 0;
    }
    m_scope->setLabel(0, tr("All %1").arg(m_report.deals.size()));
    // The tile "At risk" is another figure: stalled, or past the close date.
    m_scope->setLabel(1, weighed ? tr("Risk 50+ %1").arg(risky) : tr("At risk %1").arg(risky));
    m_scope->setShown(2, zombies > 0 || m_scope->current() == 2);
    m_scope->setLabel(2, tr("Zombies %1").arg(zombies));
    m_scope->setShown(3, !user.empty());
    m_scope->setLabel(3, tr("Mine %1").arg(mine));
    const bool filtered = !m_filterLabel.isEmpty();
    const bool none = m_report.asOfMs != 0 && m_shown.rowCount() == 0;
    const std::size_t listed = static_cast<std::size_t>(m_shown.rowCount());
    const auto missing = static_cast<int>(m_filterWanted > listed ? m_filterWanted - listed : 0);
    m_empty->setText(
        !none      ? !filtered || missing == 0
                         ? QString()
                         : tr("%n more closed too long ago to be listed here.", nullptr, missing)
             : filtered ? tr("None of these deals is open or was closed lately.")
                   : tr("No open deals here."));
    m_scope->setVisible(!filtered);
    m_chip->setVisible(filtered);
    m_chip->setText(tr("%1: %2").arg(m_filterLabel, QString::number(m_shown.rowCount())));
    m_chip->setKeyHint(context().commands.keyText(QStringLiteral("pipeline.back")));
}

std::optional<domain::DealId> PipelinePage::currentDeal() const
{
    if (isForecast())
        return m_forecastView->currentDeal();
    const QModelIndex at = m_list->currentIndex();
    if (!at.isValid())
        return std::nullopt;
    return m_shown.item(at).row.deal;
}

RowList *PipelinePage::activeList() const
{
    return isForecast() ? m_forecastView->list() : m_list;
}

} // namespace topline::pages
