#include "ui/pages/account_model.h"

#include "ui/text/account_names.h"
#include "ui/text/names_text.h"

#include <algorithm>
#include <tuple>

namespace topline::pages {

using domain::AccountRow;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

AccountItem itemOf(const AccountRow &row, const Format &format)
{
    AccountItem item;
    item.row = row;
    QStringList parts{fromUtf8(row.name)};
    parts << AccountModel::tr("score %1, %2")
                 .arg(format.points(row.totalMilli), ui::text::tierText(row.tier).toLower());
    parts << AccountModel::tr("fit %1, engagement %2")
                 .arg(format.points(row.fitMilli), format.points(row.engagementMilli));
    parts << ui::text::lifecycleLongText(row.stage);
    parts << (row.openDeals == 0
                  ? AccountModel::tr("no open deal")
                  : AccountModel::tr("%n open deal(s)", nullptr, static_cast<int>(row.openDeals)));
    if (row.openAmount)
        parts << format.money(*row.openAmount);
    parts << AccountModel::tr("%n signal(s) in 30 d", nullptr, static_cast<int>(row.signals));
    parts << (row.lastTwoWayMs
                  ? AccountModel::tr("last two-way touch %1").arg(format.ago(*row.lastTwoWayMs))
                  : AccountModel::tr("no two-way touch known"));
    parts << (row.ownerName.empty() ? AccountModel::tr("no owner") : fromUtf8(row.ownerName));
    item.spoken = parts.join(QStringLiteral(", "));
    item.needle = QStringList{fromUtf8(row.name), fromUtf8(row.domain), fromUtf8(row.industry),
                              fromUtf8(row.ownerName)}
                      .join(QLatin1Char('\n'))
                      .toLower();
    return item;
}

template <typename T> int compareValues(const T &a, const T &b)
{
    return a == b ? 0 : a < b ? -1 : 1;
}

// Absent values are last in both directions.
template <typename T>
int compareAbsentLast(const std::optional<T> &a, const std::optional<T> &b, Qt::SortOrder order)
{
    if (a.has_value() != b.has_value())
        return a.has_value() == (order == Qt::AscendingOrder) ? -1 : 1;
    return a ? compareValues(*a, *b) : 0;
}

int compareText(const std::string &a, const std::string &b, Qt::SortOrder order)
{
    if (a.empty() != b.empty())
        return !a.empty() == (order == Qt::AscendingOrder) ? -1 : 1;
    return QString::localeAwareCompare(fromUtf8(a), fromUtf8(b));
}

std::optional<std::int64_t> minorOf(const AccountRow &row)
{
    return row.openAmount ? std::optional(row.openAmount->amountMinor) : std::nullopt;
}

int compare(const AccountRow &a, const AccountRow &b, int column, Qt::SortOrder order)
{
    switch (column) {
    case AccountModel::Name:
        return compareText(a.name, b.name, order);
    case AccountModel::Tier:
        return compareValues(std::tuple(a.tier, a.totalMilli), std::tuple(b.tier, b.totalMilli));
    case AccountModel::Fit:
        return compareValues(a.fitMilli, b.fitMilli);
    case AccountModel::Engagement:
        return compareValues(a.engagementMilli, b.engagementMilli);
    case AccountModel::Stage:
        return compareValues(a.stage, b.stage);
    case AccountModel::Deals:
        return compareValues(a.openDeals, b.openDeals);
    case AccountModel::Amount:
        return compareAbsentLast(minorOf(a), minorOf(b), order);
    case AccountModel::Signals:
        return compareValues(a.signals, b.signals);
    case AccountModel::Touch:
        return compareAbsentLast(a.lastTwoWayMs, b.lastTwoWayMs, order);
    case AccountModel::Owner:
        return compareText(a.ownerName, b.ownerName, order);
    default:
        return compareValues(a.totalMilli, b.totalMilli);
    }
}

} // namespace

void AccountModel::setRows(const std::vector<AccountRow> &rows, const Format &format)
{
    std::vector<AccountItem> items;
    items.reserve(rows.size());
    for (const AccountRow &row : rows)
        items.push_back(itemOf(row, format));
    // By account: the order on the screen is the filter's, so that nothing has to be moved here.
    std::sort(items.begin(), items.end(),
              [](const AccountItem &a, const AccountItem &b) { return a.key() < b.key(); });
    apply(std::move(items));
}

AccountFilter::AccountFilter(AccountModel *accounts, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_accounts(accounts)
{
    setSourceModel(accounts);
    sort(0, Qt::DescendingOrder);
}

void AccountFilter::setText(const QString &text)
{
    m_words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void AccountFilter::setTier(std::optional<domain::Tier> tier)
{
    m_tier = tier;
    invalidateFilter();
}

void AccountFilter::setStage(std::optional<domain::LifecycleStage> stage)
{
    m_stage = stage;
    invalidateFilter();
}

void AccountFilter::sortBy(int column, Qt::SortOrder order)
{
    m_column = column;
    if (sortOrder() != order)
        sort(0, order);
    else
        invalidate();
}

const AccountItem &AccountFilter::item(const QModelIndex &index) const
{
    return m_accounts->row(mapToSource(index).row());
}

bool AccountFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const AccountItem &item = m_accounts->row(row);
    if ((m_tier && item.row.tier != *m_tier) || (m_stage && item.row.stage != *m_stage))
        return false;
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&item](const QString &word) { return item.needle.contains(word); });
}

bool AccountFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const AccountRow &a = m_accounts->row(left.row()).row;
    const AccountRow &b = m_accounts->row(right.row()).row;
    const int order = compare(a, b, m_column, sortOrder());
    if (order != 0)
        return order < 0;
    // The same values: by name from A to Z in both directions.
    const bool before = std::tie(a.name, a.account) < std::tie(b.name, b.account);
    return before == (sortOrder() == Qt::AscendingOrder) && a.account != b.account;
}

} // namespace topline::pages
