#include "ui/pages/forecast_view.h"

#include "ui/charts/chart_view.h"
#include "ui/look/button.h"
#include "ui/look/segments.h"
#include "ui/pages/bar_rows.h"
#include "ui/pages/deal_notices.h"
#include "ui/pages/forecast_range.h"
#include "ui/pages/forecast_record.h"
#include "ui/pages/forecast_story.h"
#include "ui/pages/hairline.h"
#include "ui/pages/note_line.h"
#include "ui/pages/section_head.h"
#include "ui/pages/waterfall_rows.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace topline::pages {

using namespace look;
using ui::text::ForecastText;

ForecastView::ForecastView(QWidget *parent)
    : QWidget(parent)
    , m_columns(ForecastDelegate::columns())
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSide());
    layout->addWidget(new Hairline(Qt::Vertical, this));
    layout->addWidget(buildMain(), 1);
}

QWidget *ForecastView::buildSide()
{
    m_side = new QScrollArea(this);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setWidgetResizable(true);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_side->viewport()->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 6, 0, space::m);
    layout->setSpacing(0);
    m_expectedHead = new SectionHead(tr("Expected"));
    m_expected = new WaterfallRows(tr("Expected total in parts"));
    m_range = new ForecastRange;
    m_categoryHead = new SectionHead(tr("Categories"));
    m_categoryHead->setNote(tr("due in the span, in full"));
    m_categoryHead->setLineAbove(true);
    m_categories = new BarRows(tr("Categories"));
    m_flowHead = new SectionHead(tr("Flow"));
    m_flowHead->setLineAbove(true);
    m_flow = new WaterfallRows(tr("Flow since the last week"));
    m_flow->setFromZero(false);
    m_noFlow = new NoteLine(Icon::Info, &Tokens::text3);
    auto *leftOutHead = new SectionHead(tr("Counted apart"));
    leftOutHead->setLineAbove(true);
    m_leftOut = new DealNotices(tr("Counted apart"));
    for (QWidget *part :
         {static_cast<QWidget *>(m_expectedHead), static_cast<QWidget *>(m_expected),
          static_cast<QWidget *>(m_range), static_cast<QWidget *>(m_categoryHead),
          static_cast<QWidget *>(m_categories), static_cast<QWidget *>(m_flowHead),
          static_cast<QWidget *>(m_flow), static_cast<QWidget *>(m_noFlow),
          static_cast<QWidget *>(leftOutHead), static_cast<QWidget *>(m_leftOut)})
        layout->addWidget(part);
    layout->addStretch(1);
    m_side->setWidget(content);
    for (WaterfallRows *rows : {m_expected, m_flow})
        connect(rows, &WaterfallRows::rowOpened, this,
                [this](const WaterfallRow &row) { showDeals(row.label, row.deals); });
    connect(m_categories, &BarRows::itemOpened, this, &ForecastView::showDeals);
    connect(m_leftOut, &DealNotices::dealsWanted, this, &ForecastView::showDeals);
    return m_side;
}

QWidget *ForecastView::buildMain()
{
    auto *pane = new QWidget(this);
    auto *layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(0);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(space::l, 0, space::l, space::xs);
    tools->setSpacing(space::s);
    m_tabs =
        new Segments(tr("Deals or track record"), {tr("Open deals"), tr("Track record")}, pane);
    m_chip = new Button(Button::Kind::Pill, QString(), pane);
    m_chip->setIconKind(Icon::X);
    m_chip->setSmall(true);
    m_chip->hide();
    connect(m_chip, &QAbstractButton::clicked, this, &ForecastView::clearFilter);
    tools->addWidget(m_tabs);
    tools->addWidget(m_chip);
    tools->addStretch(1);
    //: A rep says in which category a deal is.
    m_call = new Button(Button::Kind::Secondary, tr("Call the deal"), pane);
    m_call->setSmall(true);
    m_call->setDropDown(true);
    connect(m_call, &QAbstractButton::clicked, this, &ForecastView::callWanted);
    tools->addWidget(m_call);
    layout->addLayout(tools);

    m_stack = new QStackedWidget(pane);
    auto *deals = new QWidget;
    auto *column = new QVBoxLayout(deals);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new TableHead(m_columns, tr("Columns of the forecast"), deals);
    head->setSorting(ForecastDeals::Expected, Qt::DescendingOrder);
    m_empty = new NoteLine(Icon::Info, &Tokens::text3, deals);
    m_list = new RowList(tr("Deals of the forecast"), deals);
    m_list->setUniformItemSizes(false); // big deals have a second line
    m_list->setModel(&m_deals);
    m_list->setItemDelegate(new ForecastDelegate(m_deals, m_columns, this));
    connect(head, &TableHead::sortWanted, this, [this](int by, Qt::SortOrder order) {
        m_deals.sortBy(by, order);
        m_list->scrollTo(m_list->currentIndex());
    });
    connect(m_list, &RowList::opened, this, &ForecastView::opened);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ForecastView::currentChanged);
    column->addWidget(head);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    m_record = new ForecastRecord;
    connect(m_record, &ForecastRecord::dealsWanted, this, &ForecastView::showDeals);
    m_stack->addWidget(deals);
    m_stack->addWidget(m_record);
    connect(m_tabs, &Segments::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_stack, &QStackedWidget::currentChanged, this,
            [this](int index) { m_call->setVisible(index == 0); });
    layout->addWidget(m_stack, 1);
    return pane;
}

void ForecastView::setSideWidth(int width)
{
    m_side->setFixedWidth(width);
}

void ForecastView::setBackKey(const QString &key)
{
    m_backKey = key;
    refreshChip();
}

void ForecastView::setCallKey(const QString &key)
{
    m_call->setKeyHint(key);
}

void ForecastView::setReport(const domain::ForecastReport &report, const ForecastText &text,
                             const ForecastDeals::Accounts &accounts)
{
    const QString until = text.lastDay(report);
    m_expectedHead->setTitle(tr("Expected until %1").arg(until));
    m_expectedHead->setNote(tr("parts add up exactly"));
    m_expected->setRows(expectedRows(report, text));
    m_range->setReport(report, text);
    m_categories->setItems(categoryItems(report, text));
    auto flow = flowRows(report, text);
    const bool moved = flow.size() > 2; // more than the two sums
    m_noFlow->setText(
        moved ? QString()
        : report.flow
            ? tr("Nothing has moved since %1: %2.")
                  .arg(text.format().date(report.flow->fromMs), text.money(report.flow->endMinor))
            : tr("No earlier week is stored yet; one is written every week."));
    m_flowHead->setTitle(report.flow ? tr("Since %1").arg(text.format().date(report.flow->fromMs))
                                     : tr("Since last week"));
    m_flowHead->setNote(tr("open deals due in the span"));
    m_flow->setVisible(moved);
    m_flow->setRows(moved ? std::move(flow) : std::vector<WaterfallRow>());
    m_leftOut->setNotices(leftOutNotices(report, text));
    m_deals.setReport(report, text, accounts);
    m_record->setReport(report, text);
    if (!m_list->currentIndex().isValid())
        m_list->step(0);
    refreshChip();
}

std::optional<domain::DealId> ForecastView::currentDeal() const
{
    const QModelIndex at = m_list->currentIndex();
    if (!at.isValid() || m_stack->currentIndex() != 0)
        return std::nullopt;
    return domain::DealId{m_deals.item(at).id};
}

QString ForecastView::currentName() const
{
    const QModelIndex at = m_list->currentIndex();
    return at.isValid() ? m_deals.item(at).name : QString();
}

void ForecastView::toggleRecord()
{
    const int next = m_stack->currentIndex() == 0 ? 1 : 0;
    m_tabs->setCurrent(next);
    m_stack->setCurrentIndex(next);
    if (next == 0)
        m_list->setFocus();
    else
        m_record->methods()->list()->setFocus();
}

void ForecastView::copyChart()
{
    if (m_stack->currentIndex() == 0)
        toggleRecord();
    m_record->chart()->copyPicture();
}

bool ForecastView::filterBy(const QString &label, const std::vector<domain::DealId> &deals)
{
    if (!m_deals.hasAll(deals))
        return false;
    if (m_stack->currentIndex() != 0) {
        m_tabs->setCurrent(0);
        m_stack->setCurrentIndex(0);
    }
    m_filter = label;
    m_deals.setDeals(std::set<domain::DealId>(deals.begin(), deals.end()));
    m_list->setCurrentIndex(m_deals.index(0, 0));
    m_list->scrollToTop();
    refreshChip();
    return true;
}

void ForecastView::showDeals(const QString &label, const std::vector<domain::DealId> &deals)
{
    if (!deals.empty() && !filterBy(label, deals))
        Q_EMIT dealsWanted(label, deals);
}

void ForecastView::clearFilter()
{
    m_filter.clear();
    m_deals.setDeals(std::nullopt);
    refreshChip();
}

void ForecastView::refreshChip()
{
    m_tabs->setLabel(0, tr("Open deals %1").arg(m_deals.total()));
    m_chip->setVisible(isFiltered());
    m_call->setEnabled(m_deals.rowCount() > 0);
    m_chip->setText(tr("%1: %2").arg(m_filter, QString::number(m_deals.rowCount())));
    m_chip->setKeyHint(m_backKey);
    m_empty->setText(m_deals.rowCount() > 0 ? QString()
                     : isFiltered()         ? tr("None of these deals is open any more.")
                                            : tr("No open deals to forecast from."));
}

} // namespace topline::pages
