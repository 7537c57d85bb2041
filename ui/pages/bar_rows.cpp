#include "ui/pages/bar_rows.h"

#include "ui/look/marks.h"

#include <QPainter>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr qreal labelWidth = 144;
constexpr qreal amountWidth = 60;
constexpr qreal countLeast = 28;

class BarDelegate final : public RowDelegate {
public:
    BarDelegate(const KeyedModel<BarItem> &model, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::evidenceRow; }

    bool hasLine(const QModelIndex &) const override { return false; }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const BarItem &item = m_model.row(index.row());
        const qreal right = row.right() - space::l;
        const qreal bar = row.left() + space::l + labelWidth + space::m;
        const qreal countRight = right - amountWidth;
        const qreal countWidth = widestCount();
        m_text.draw(painter, {row.left() + space::l, row.top(), labelWidth, row.height()},
                    item.label, {Type::Dense, t.text2});
        const QRectF area(bar, row.center().y() - height::bar / 2.0,
                          countRight - countWidth - space::xs - bar, height::bar);
        drawBar(painter, area, scale(), item.from, item.to, item.accent ? t.series : t.mute);
        m_text.draw(painter, {countRight - countWidth, row.top(), countWidth, row.height()},
                    item.count, {Type::DenseValue, t.text, Qt::AlignRight});
        m_text.draw(painter, {countRight, row.top(), amountWidth, row.height()}, item.amount,
                    {Type::Dense, t.text2, Qt::AlignRight});
    }

private:
    qreal widestCount() const
    {
        qreal out = countLeast;
        for (const BarItem &item : m_model.rows())
            out = std::max(out, textWidth(Type::DenseValue, item.count) + 4);
        return out;
    }

    Scale scale() const
    {
        Scale out{0, 0};
        for (const BarItem &item : m_model.rows()) {
            out.low = std::min({out.low, item.from, item.to});
            out.high = std::max({out.high, item.from, item.to});
        }
        return out;
    }

    const KeyedModel<BarItem> &m_model;
};

} // namespace

BarRows::BarRows(const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, parent)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(new BarDelegate(m_model, this));
    const auto open = [this](const QModelIndex &at) {
        const BarItem &item = m_model.row(at.row());
        Q_EMIT itemOpened(item.label, item.deals);
    };
    connect(this, &RowList::opened, this, open);
    connect(this, &QListView::clicked, this, open);
}

void BarRows::setItems(std::vector<BarItem> items)
{
    m_model.apply(std::move(items));
    updateGeometry();
    viewport()->update(); // the scale is shared
}

} // namespace topline::pages
