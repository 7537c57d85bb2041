#include "tests/bench/feed_bench_limits.h"

#include "ui/look/fonts.h"
#include "ui/look/tokens.h"

#include <QPainter>

#include <numeric>

namespace topline::bench {

BareModel::BareModel(int rows)
    : m_rows(static_cast<std::size_t>(rows))
{
    std::iota(m_rows.begin(), m_rows.end(), 0);
}

int BareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant BareModel::data(const QModelIndex &, int) const
{
    return {};
}

void BareModel::touch(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
}

void BareModel::insertAt(int row)
{
    beginInsertRows({}, row, row);
    m_rows.insert(m_rows.begin() + row, row);
    endInsertRows();
}

void BareModel::removeFirst(int rows)
{
    beginRemoveRows({}, 0, rows - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + rows);
    endRemoveRows();
}

void BareModel::replaceAll(int rows)
{
    removeFirst(rowCount());
    beginInsertRows({}, 0, rows - 1);
    m_rows.resize(static_cast<std::size_t>(rows));
    endInsertRows();
}

void BareDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->fillRect(option.rect.adjusted(8, 2, -8, -2),
                      index.row() % 2 ? QColor(240, 240, 242) : QColor(230, 230, 234));
}

QSize BareDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, look::height::card};
}

void paintPlainRows(QImage &image, const std::vector<QStringList> &rows)
{
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(look::font(look::Type::Body));
    painter.setPen(Qt::black);
    int top = 0;
    for (const QStringList &texts : rows) {
        if (top >= image.height())
            return;
        painter.fillRect(0, top, image.width(), look::height::card - 1, Qt::white);
        int x = 48;
        int line = 0;
        for (const QString &text : texts) {
            painter.drawText(x, top + 22 + 20 * (line % 3), text);
            x = line % 3 == 2 ? x + 160 : x;
            ++line;
        }
        top += look::height::card;
    }
}

} // namespace topline::bench
