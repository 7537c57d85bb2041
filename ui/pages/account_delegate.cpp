#include "ui/pages/account_delegate.h"

#include "ui/look/marks.h"
#include "ui/text/account_names.h"
#include "ui/text/names_text.h"

namespace topline::pages {

using namespace look;
using ui::text::Format;
using ui::text::fromUtf8;

AccountDelegate::AccountDelegate(const AccountFilter &accounts, const TableColumns &columns,
                                 QObject *parent)
    : RowDelegate(parent)
    , m_accounts(accounts)
    , m_columns(columns)
    , m_format(QLocale(), {}, 0)
{
}

QVector<Column> AccountDelegate::columns()
{
    const Qt::Alignment right = Qt::AlignRight;
    using M = AccountModel;
    return {
        {M::Name, tr("Account"), Qt::AlignLeft, 168, 6},
        {M::Total, tr("Score"), right, 52, 0, 0, true, true},
        {M::Tier, tr("Tier"), Qt::AlignLeft, 48, 0, 0, true, true},
        {M::Fit, tr("Fit"), right, 48, 0, 6, true, true},
        {M::Engagement, tr("Engagement"), right, 78, 0, 7, true, true},
        {M::Stage, tr("Stage"), Qt::AlignLeft, 84, 0, 2, true, true},
        {M::Deals, tr("Deals"), right, 58, 0, 5, true, true},
        {M::Amount, tr("Open amount"), right, 90, 0, 1, true, true},
        {M::Signals, tr("Signals, 30 d"), right, 82, 0, 4, true, true},
        {M::Touch, tr("Two-way touch"), right, 90, 0, 3, true, true},
        {M::Owner, tr("Owner"), Qt::AlignLeft, 104, 1, 8},
    };
}

int AccountDelegate::rowHeight(const QModelIndex &) const
{
    return height::tableRow;
}

void AccountDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                               const RowState &state) const
{
    const domain::AccountRow &account = m_accounts.item(index).row;
    for (const PlacedColumn &column : m_columns.placed()) {
        const QRectF cell = column.box(row);
        if (column.id == AccountModel::Tier)
            drawTier(painter, {cell.left(), cell.center().y() - 8, 44, height::inlineChip},
                     ui::text::tierText(account.tier), account.tier == domain::Tier::Hot,
                     state.focused, tokens());
        else
            paintCell(painter, cell, column.id, account);
    }
}

void AccountDelegate::paintCell(QPainter &painter, const QRectF &cell, int column,
                                const domain::AccountRow &row) const
{
    const Tokens &t = tokens();
    const auto put = [&](const QString &text, const TextLook &look) {
        m_text.draw(painter, cell, text, look);
    };
    const TextLook quiet{Type::Dense, t.text2, Qt::AlignRight};
    const TextLook none{Type::Dense, t.text3, Qt::AlignRight};
    switch (column) {
    case AccountModel::Name:
        return paintName(painter, cell, row);
    case AccountModel::Total:
        return put(m_format.points(row.totalMilli), {Type::DenseValue, t.text, Qt::AlignRight});
    case AccountModel::Fit:
        return put(m_format.points(row.fitMilli), quiet);
    case AccountModel::Engagement:
        return put(m_format.points(row.engagementMilli), quiet);
    case AccountModel::Stage:
        return put(ui::text::lifecycleText(row.stage), {Type::Dense, t.text2});
    case AccountModel::Deals:
        return row.openDeals > 0 ? put(m_format.number(static_cast<double>(row.openDeals)), quiet)
                                 : put(tr("none"), none);
    case AccountModel::Amount:
        return row.openAmount ? put(m_format.money(*row.openAmount),
                                    {Type::DenseValue, t.text, Qt::AlignRight})
                              : put(amountText(row), none);
    case AccountModel::Signals:
        return row.signals > 0 ? put(m_format.number(static_cast<double>(row.signals)), quiet)
                               : put(tr("none"), none);
    case AccountModel::Touch:
        return row.lastTwoWayMs ? put(m_format.when(*row.lastTwoWayMs), quiet)
                                : put(Format::missing(), none);
    case AccountModel::Owner:
        return put(row.ownerName.empty() ? tr("no owner") : fromUtf8(row.ownerName),
                   {Type::Dense, row.ownerName.empty() ? t.text3 : t.text2});
    default:
        return;
    }
}

// Several currencies have no sum; deals without an amount have none either.
QString AccountDelegate::amountText(const domain::AccountRow &row) const
{
    return row.openDeals > 1 ? tr("no one sum") : Format::missing();
}

// The name in ink, then what the account is as far as there is room.
void AccountDelegate::paintName(QPainter &painter, const QRectF &cell,
                                const domain::AccountRow &row) const
{
    constexpr qreal worthIt = 56;
    const Tokens &t = tokens();
    const QString name = row.name.empty() ? tr("(no name)") : fromUtf8(row.name);
    const qreal taken = m_text.draw(painter, cell, name,
                                    {Type::DenseValue, t.text, Qt::AlignLeft, Qt::ElideMiddle}) +
                        space::s;
    QStringList what;
    if (!row.industry.empty())
        what << fromUtf8(row.industry);
    if (row.employees)
        what << tr("%Ln people", nullptr, static_cast<int>(*row.employees));
    if (!what.isEmpty() && cell.width() - taken >= worthIt)
        m_text.draw(painter, cell.adjusted(taken, 0, 0, 0), what.join(tr(", ")),
                    {Type::Dense, t.text3});
}

} // namespace topline::pages
