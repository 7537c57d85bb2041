#include "ui/pages/waterfall_rows.h"

#include "ui/look/marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;

namespace {

constexpr int oneLine = height::evidenceRow;
constexpr int twoLines = 40;
constexpr qreal barShare = 0.24; // of the width
constexpr qreal barLeast = 56;
constexpr qreal barMost = 200;
constexpr qreal totalTick = 3;

class WaterfallRowsDelegate final : public RowDelegate {
public:
    WaterfallRowsDelegate(const KeyedModel<WaterfallRow> &model, const bool &fromZero,
                          const int &padding, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
        , m_fromZero(fromZero)
        , m_padding(padding)
    {
    }

protected:
    int rowHeight(const QModelIndex &index) const override
    {
        return m_model.row(index.row()).note.isEmpty() ? oneLine : twoLines;
    }

    // Only above a total that is not the first row.
    bool hasLine(const QModelIndex &index) const override
    {
        return index.row() + 1 < m_model.rowCount() &&
               m_model.row(index.row() + 1).kind == WaterfallRow::Kind::Total;
    }

    QRectF fillRect(const QRectF &row, const QModelIndex &) const override
    {
        const qreal inset = std::max(0, m_padding - space::s);
        return row.adjusted(inset, 0, -inset, 0);
    }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const WaterfallRow &item = m_model.row(index.row());
        const bool total = item.kind == WaterfallRow::Kind::Total;
        const qreal inset = std::max(m_padding, int(space::xs));
        const QRectF line(row.left() + inset, row.top() + (item.note.isEmpty() ? 0 : 2),
                          row.width() - 2 * inset, oneLine - (item.note.isEmpty() ? 0 : 4));
        const qreal valueWidth = widest(&WaterfallRow::shown);
        const qreal asideWidth = widest(&WaterfallRow::aside);
        const qreal barWidth = std::clamp(line.width() * barShare, barLeast, barMost);
        qreal right = line.right();
        m_text.draw(painter, {right - valueWidth, line.top(), valueWidth, line.height()},
                    item.shown,
                    {total ? Type::DenseHead : Type::DenseValue, item.quiet ? t.text3 : t.text,
                     Qt::AlignRight});
        right -= valueWidth + space::s;
        if (asideWidth > 0) {
            m_text.draw(painter, {right - asideWidth, line.top(), asideWidth, line.height()},
                        item.aside, {Type::Dense, t.text2, Qt::AlignRight});
            right -= asideWidth + space::s;
        }
        const QRectF area(right - barWidth, line.center().y() - height::bar / 2.0, barWidth,
                          height::bar);
        paintBar(painter, row, area, item);
        const qreal labelRight = area.left() - space::m;
        m_text.draw(painter, {line.left(), line.top(), labelRight - line.left(), line.height()},
                    item.label,
                    {total ? Type::DenseHead : Type::Dense, item.quiet ? t.text3
                                                            : total    ? t.text
                                                                       : t.text2});
        if (!item.note.isEmpty())
            m_text.draw(painter, {line.left(), line.bottom() - 1, line.width(), 16}, item.note,
                        {Type::Meta, t.text3});
    }

private:
    void paintBar(QPainter &painter, const QRectF &row, const QRectF &area,
                  const WaterfallRow &item) const
    {
        const Tokens &t = tokens();
        const Scale scale = this->scale();
        if (item.kind == WaterfallRow::Kind::Total) {
            if (m_fromZero)
                drawBar(painter, area, scale, 0, item.to, t.text2);
            else
                fillCrisp(
                    painter,
                    {scale.at(area, item.to) - totalTick / 2, area.center().y() - 8, totalTick, 16},
                    t.text2);
            return;
        }
        if (item.quiet || item.from == item.to)
            return;
        drawBar(painter, area, scale, item.from, item.to, item.to >= item.from ? t.series : t.mute);
        if (item.note.isEmpty()) // a line through the words would strike them out
            vLine(painter, scale.at(area, item.to), area.bottom(), row.bottom(), t.lineStrong);
    }

    qreal widest(QString WaterfallRow::*member) const
    {
        qreal out = 0;
        for (const WaterfallRow &item : m_model.rows())
            out = std::max(out, std::ceil(textWidth(Type::DenseHead, item.*member)));
        return out;
    }

    Scale scale() const
    {
        Scale out{1e300, -1e300};
        if (m_fromZero)
            out = {0, 0};
        for (const WaterfallRow &item : m_model.rows()) {
            out.low = std::min({out.low, item.from, item.to});
            out.high = std::max({out.high, item.from, item.to});
        }
        const double room = m_fromZero ? 0 : 0.05 * (out.high - out.low);
        return out.high > out.low ? Scale{out.low - room, out.high + room}
                                  : Scale{out.low - 1, out.low + 1};
    }

    const KeyedModel<WaterfallRow> &m_model;
    const bool &m_fromZero;
    const int &m_padding;
};

} // namespace

WaterfallRows::WaterfallRows(const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, parent)
    , m_padding(space::l)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(new WaterfallRowsDelegate(m_model, m_fromZero, m_padding, this));
    viewport()->setAutoFillBackground(false);
    const auto open = [this](const QModelIndex &at) { Q_EMIT rowOpened(m_model.row(at.row())); };
    connect(this, &RowList::opened, this, open);
    connect(this, &QListView::clicked, this, open);
}

void WaterfallRows::setRows(std::vector<WaterfallRow> rows)
{
    for (WaterfallRow &row : rows) {
        if (!row.spoken.isEmpty())
            continue;
        QStringList parts{row.label, row.aside, row.shown, row.note};
        parts.removeAll(QString());
        row.spoken = parts.join(QStringLiteral(", "));
    }
    m_model.apply(std::move(rows));
    scheduleDelayedItemsLayout(); // a row may have gained its second line
    updateGeometry();
    viewport()->update(); // the scale is shared
}

void WaterfallRows::setFromZero(bool fromZero)
{
    m_fromZero = fromZero;
    viewport()->update();
}

void WaterfallRows::setSidePadding(int padding)
{
    m_padding = padding;
    viewport()->update();
}

} // namespace topline::pages
