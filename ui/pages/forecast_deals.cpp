#include "ui/pages/forecast_deals.h"

#include "ui/look/icons.h"
#include "ui/look/marks.h"

#include <QPainter>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::ForecastText;
using ui::text::fromUtf8;

namespace {

constexpr int bigRow = 48;

int rankOf(domain::ForecastCategory category)
{
    switch (category) {
    case domain::ForecastCategory::Closed:
        return 4;
    case domain::ForecastCategory::Commit:
        return 3;
    case domain::ForecastCategory::Best:
        return 2;
    case domain::ForecastCategory::Pipeline:
        return 1;
    case domain::ForecastCategory::Omitted:
        break;
    }
    return 0;
}

ForecastItem itemOf(const domain::ForecastDeal &deal, const QString &account,
                    const ForecastText &text)
{
    ForecastItem item;
    item.id = deal.deal.value;
    item.account = account;
    item.name = fromUtf8(deal.name);
    // Without an amount it counts as nothing, which is not an amount of nothing.
    item.amount = deal.minor != 0 ? text.money(deal.minor) : ui::text::Format::missing();
    item.category = ForecastText::category(deal.category());
    item.called = deal.called.has_value();
    item.win = text.chance(deal.winPpm);
    item.soon = text.chance(deal.soonPpm);
    item.expected = deal.soonPpm && deal.minor != 0 ? text.money(deal.expectedMinor)
                                                    : ui::text::Format::missing();
    item.close =
        deal.closeMs ? text.format().date(*deal.closeMs) : ForecastDeals::tr("none", "close date");
    item.notes = text.notes(deal);
    item.warns = !deal.warnings.empty();
    item.rep = fromUtf8(deal.ownerName);
    item.minor = deal.minor;
    item.expectedMinor = deal.expectedMinor;
    item.winPpm = deal.winPpm.value_or(-1);
    item.soonPpm = deal.soonPpm.value_or(-1);
    item.closeMs = deal.closeMs.value_or(-1);
    item.rank = rankOf(deal.category());
    item.warnings = static_cast<int>(deal.warnings.size()) + (deal.zombie ? 1 : 0);
    if (deal.big)
        //: The total of the forecast with a big deal lost and won.
        item.ifs = ForecastDeals::tr("Big deal: the total is %1 if lost, %2 if won")
                       .arg(text.moneyShort(deal.ifLostMinor), text.moneyShort(deal.ifWonMinor));
    QStringList parts{item.account,
                      item.name,
                      item.amount,
                      ForecastText::categoryOf(deal),
                      ForecastDeals::tr("win %1, in the span %2, expected %3")
                          .arg(item.win, item.soon, item.expected),
                      ForecastDeals::tr("close date %1").arg(item.close),
                      item.notes,
                      item.ifs,
                      item.rep};
    parts.removeAll(QString());
    item.spoken = parts.join(QStringLiteral(", "));
    return item;
}

} // namespace

ForecastDeals::ForecastDeals(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSourceModel(&m_model);
    sort(0, Qt::DescendingOrder);
}

void ForecastDeals::setReport(const domain::ForecastReport &report, const ForecastText &text,
                              const Accounts &accounts)
{
    std::vector<ForecastItem> items;
    items.reserve(report.deals.size());
    for (const domain::ForecastDeal &deal : report.deals) {
        const auto account = accounts.find(deal.deal);
        items.push_back(
            itemOf(deal, account == accounts.end() ? QString() : account->second, text));
    }
    std::sort(items.begin(), items.end(),
              [](const ForecastItem &a, const ForecastItem &b) { return a.id < b.id; });
    m_model.apply(std::move(items));
}

void ForecastDeals::setDeals(std::optional<std::set<domain::DealId>> deals)
{
    m_only = std::move(deals);
    invalidateFilter();
}

void ForecastDeals::sortBy(int column, Qt::SortOrder order)
{
    m_column = column;
    if (sortOrder() != order)
        sort(0, order);
    else
        invalidate();
}

bool ForecastDeals::hasAll(const std::vector<domain::DealId> &deals) const
{
    const auto &rows = m_model.rows();
    return std::all_of(deals.begin(), deals.end(), [&rows](domain::DealId deal) {
        const auto found =
            std::lower_bound(rows.begin(), rows.end(), deal.value,
                             [](const ForecastItem &a, std::int64_t id) { return a.id < id; });
        return found != rows.end() && found->id == deal.value;
    });
}

const ForecastItem &ForecastDeals::item(const QModelIndex &index) const
{
    return m_model.row(mapToSource(index).row());
}

bool ForecastDeals::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_only || m_only->contains({m_model.row(row).id});
}

bool ForecastDeals::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const ForecastItem &a = m_model.row(left.row());
    const ForecastItem &b = m_model.row(right.row());
    // Big deals stand apart at the top, whichever way the rest is sorted.
    if (a.big() != b.big())
        return a.big() == (sortOrder() == Qt::AscendingOrder);
    const auto order = [&](const auto &x, const auto &y) {
        return x != y                               ? x < y
               : a.expectedMinor != b.expectedMinor ? a.expectedMinor < b.expectedMinor
                                                    : a.id < b.id;
    };
    switch (m_column) {
    case Name:
        return QString::localeAwareCompare(a.account + a.name, b.account + b.name) < 0;
    case Amount:
        return order(a.minor, b.minor);
    case Category:
        return order(a.rank, b.rank);
    case Win:
        return order(a.winPpm, b.winPpm);
    case Soon:
        return order(a.soonPpm, b.soonPpm);
    case Close:
        return order(a.closeMs, b.closeMs);
    case Notes:
        return order(a.warnings, b.warnings);
    case Rep:
        return QString::localeAwareCompare(a.rep, b.rep) < 0;
    default:
        return order(a.expectedMinor, b.expectedMinor);
    }
}

ForecastDelegate::ForecastDelegate(const ForecastDeals &deals, const TableColumns &columns,
                                   QObject *parent)
    : RowDelegate(parent)
    , m_deals(deals)
    , m_columns(columns)
{
}

QVector<Column> ForecastDelegate::columns()
{
    const Qt::Alignment right = Qt::AlignRight;
    using F = ForecastDeals;
    return {
        {F::Name, tr("Deal"), Qt::AlignLeft, 128, 6},
        {F::Amount, tr("Amount"), right, 64, 0, 2, true, true},
        {F::Category, tr("Category"), Qt::AlignLeft, 108, 0, 0, true, true},
        {F::Win, tr("Win"), right, 44, 0, 5, true, true},
        {F::Soon, tr("In span"), right, 48, 0, 0, true, true},
        {F::Expected, tr("Expected"), right, 68, 0, 0, true, true},
        {F::Close, tr("Close"), right, 78, 0, 3},
        {F::Notes, tr("Warnings"), Qt::AlignLeft, 128, 4, 1, true, true},
        {F::Rep, tr("Rep"), Qt::AlignLeft, 72, 1, 4},
    };
}

int ForecastDelegate::rowHeight(const QModelIndex &index) const
{
    return m_deals.item(index).big() ? bigRow : height::tableRow;
}

void ForecastDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                                const RowState &) const
{
    const ForecastItem &item = m_deals.item(index);
    QRectF line = row;
    if (item.big()) {
        line.setHeight(height::tableRow - 2);
        m_text.draw(painter,
                    {row.left() + space::l, row.top() + 27, row.width() - 2 * space::l, 16},
                    item.ifs, {Type::Meta, tokens().text3});
    }
    for (const PlacedColumn &column : m_columns.placed())
        paintCell(painter, column.box(line), column.id, item);
}

// The account in ink, then the deal's own name as far as there is room.
void ForecastDelegate::paintName(QPainter &painter, const QRectF &cell,
                                 const ForecastItem &item) const
{
    constexpr qreal worthIt = 48;
    const Tokens &t = tokens();
    const bool both = !item.account.isEmpty() && item.account != item.name;
    const qreal taken =
        m_text.draw(painter, cell, both ? item.account : item.name, {Type::DenseValue, t.text}) +
        space::s;
    if (both && cell.width() - taken >= worthIt)
        m_text.draw(painter, cell.adjusted(taken, 0, 0, 0), item.name, {Type::Dense, t.text3});
}

void ForecastDelegate::paintCell(QPainter &painter, const QRectF &cell, int column,
                                 const ForecastItem &item) const
{
    const Tokens &t = tokens();
    const auto put = [&](const QString &text, const TextLook &look) {
        return m_text.draw(painter, cell, text, look);
    };
    const TextLook quiet{Type::Dense, t.text2, Qt::AlignRight};
    switch (column) {
    case ForecastDeals::Name:
        return paintName(painter, cell, item);
    case ForecastDeals::Amount:
        put(item.amount, quiet);
        return;
    case ForecastDeals::Category: {
        const qreal taken = put(item.category, {item.called ? Type::DenseValue : Type::Dense,
                                                item.called ? t.text : t.text2});
        if (item.called)
            drawChip(painter, {cell.left() + taken + 6, cell.center().y() - 8},
                     //: A rep said which category a deal is in.
                     {tr("called"), Tone::Outline, Icon::None, true}, t);
        return;
    }
    case ForecastDeals::Win:
        put(item.win, quiet);
        return;
    case ForecastDeals::Soon:
        put(item.soon, quiet);
        return;
    case ForecastDeals::Expected:
        put(item.expected, {Type::DenseValue, t.text, Qt::AlignRight});
        return;
    case ForecastDeals::Close:
        put(item.close, quiet);
        return;
    case ForecastDeals::Notes: {
        QRectF words = cell;
        if (item.warns) {
            drawIcon(painter, {cell.left(), cell.center().y() - icon::chip / 2.0},
                     Icon::AlertTriangle, t.amber, icon::chip);
            words.setLeft(words.left() + icon::chip + 6);
        }
        m_text.draw(painter, words, item.notes.isEmpty() ? tr("none") : item.notes,
                    {Type::Dense, item.notes.isEmpty() ? t.text3 : t.text2});
        return;
    }
    default:
        put(item.rep, {Type::Dense, t.text3});
    }
}

} // namespace topline::pages
