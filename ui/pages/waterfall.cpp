#include "ui/pages/waterfall.h"

#include "ui/look/marks.h"
#include "ui/text/rounding.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace topline::pages {

using namespace look;
using domain::Lever;

namespace {

constexpr int beforeId = -1;
constexpr int afterId = 9;
constexpr qreal totalTick = 3;
constexpr qreal labelWidth = 100;

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

class WaterfallDelegate final : public RowDelegate {
public:
    WaterfallDelegate(const KeyedModel<WaterfallItem> &model, const int &tall, QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
        , m_tall(tall)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return m_tall; }

    // Only above the total.
    bool hasLine(const QModelIndex &index) const override
    {
        return index.row() + 2 == m_model.rowCount();
    }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &) const override
    {
        const Tokens &t = tokens();
        const WaterfallItem &item = m_model.row(index.row());
        const qreal left = row.left() + space::l;
        const qreal right = row.right() - space::l;
        const qreal fromToRight = left + (right - left) * 0.57;
        const Type type = item.total ? Type::DenseHead : Type::Dense;
        m_text.draw(painter, {left, row.top(), labelWidth, row.height()}, item.label,
                    {type, t.text});
        m_text.draw(painter,
                    {left + labelWidth, row.top(), fromToRight - left - labelWidth, row.height()},
                    item.fromTo, {Type::Dense, t.text2, Qt::AlignRight});
        m_text.draw(painter, {right - 48, row.top(), 48, row.height()}, item.shown,
                    {item.total ? Type::DenseHead : Type::DenseValue, t.text, Qt::AlignRight});
        const QRectF area(fromToRight + space::xl, row.center().y() - height::funnelBar / 2.0,
                          right - 56 - fromToRight - space::xl, height::funnelBar);
        paintBar(painter, row, area, item);
    }

private:
    void paintBar(QPainter &painter, const QRectF &row, const QRectF &area,
                  const WaterfallItem &item) const
    {
        const Tokens &t = tokens();
        const Scale scale = this->scale();
        const bool last = item.id == afterId;
        if (item.total) {
            fillCrisp(
                painter,
                {scale.at(area, item.to) - totalTick / 2, row.center().y() - 12, totalTick, 24},
                t.text2);
            if (!last)
                vLine(painter, scale.at(area, item.to), row.center().y() + 12, row.bottom(),
                      t.lineStrong);
            return;
        }
        vLine(painter, scale.at(area, item.from), row.top(), area.top(), t.lineStrong);
        drawBar(painter, area, scale, item.from, item.to, item.to >= item.from ? t.series : t.mute);
        vLine(painter, scale.at(area, item.to), area.bottom(), row.bottom(), t.lineStrong);
    }

    Scale scale() const
    {
        Scale out{1e300, -1e300};
        for (const WaterfallItem &item : m_model.rows()) {
            out.low = std::min({out.low, item.from, item.to});
            out.high = std::max({out.high, item.from, item.to});
        }
        const double room = std::max(0.05 * (out.high - out.low), 0.01);
        return {out.low - room, out.high + room};
    }

    const KeyedModel<WaterfallItem> &m_model;
    const int &m_tall;
};

WaterfallItem totalItem(int id, const domain::RviWeek &week, const ui::text::MetricText &text)
{
    WaterfallItem item;
    item.id = id;
    item.total = true;
    item.label = Waterfall::tr("W%1").arg(week.isoWeek);
    item.from = item.to = *week.rvi;
    item.shown = text.format().number(*week.rvi, 1);
    item.spoken = Waterfall::tr("Week %1: %2").arg(week.isoWeek).arg(item.shown);
    return item;
}

} // namespace

std::vector<WaterfallItem> waterfallItems(const domain::VelocityReport &report,
                                          const ui::text::MetricText &text)
{
    std::vector<WaterfallItem> out;
    if (report.weeks.size() < 2 || !report.weeks.back().change)
        return out;
    const domain::RviWeek &before = report.weeks[report.weeks.size() - 2];
    const domain::RviWeek &after = report.weeks.back();
    QVector<double> parts;
    for (const domain::LeverValue &lever : after.levers)
        parts.push_back(lever.indexPoints);
    const QVector<double> shown =
        ui::text::roundedToSum(parts, rounded(*after.rvi) - rounded(*before.rvi), 1);
    std::array<int, domain::leverCount> order{0, 1, 2, 3};
    std::stable_sort(order.begin(), order.end(),
                     [&parts](int a, int b) { return parts[a] > parts[b]; });
    out.push_back(totalItem(beforeId, before, text));
    double at = *before.rvi;
    for (const int i : order) {
        const auto lever = static_cast<Lever>(i);
        const auto place = static_cast<std::size_t>(i);
        WaterfallItem item;
        item.id = i;
        item.lever = lever;
        item.label = text.leverName(lever);
        //: From one value to another.
        item.fromTo = Waterfall::tr("%1 to %2")
                          .arg(text.leverValue(lever, before.levers[place].value, report.currency),
                               text.leverValue(lever, after.levers[place].value, report.currency));
        item.from = at;
        item.to = at + parts[i];
        item.shown = text.points(shown[i]);
        item.spoken = QStringLiteral("%1, %2: %3").arg(item.label, item.fromTo, item.shown);
        at = item.to;
        out.push_back(std::move(item));
    }
    out.push_back(totalItem(afterId, after, text));
    return out;
}

Waterfall::Waterfall(QWidget *parent)
    : RowList(tr("What moved it this week"), parent)
    , m_rowHeight(height::tableRow)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(new WaterfallDelegate(m_model, m_rowHeight, this));
    const auto open = [this](const QModelIndex &at) {
        if (const auto &lever = m_model.row(at.row()).lever)
            Q_EMIT leverOpened(*lever);
    };
    connect(this, &RowList::opened, this, open);
    connect(this, &QListView::clicked, this, open);
}

void Waterfall::setRowHeight(int tall)
{
    if (tall == m_rowHeight)
        return;
    m_rowHeight = tall;
    scheduleDelayedItemsLayout();
    updateGeometry();
}

void Waterfall::setReport(const domain::VelocityReport &report, const ui::text::MetricText &text)
{
    m_model.apply(waterfallItems(report, text));
    updateGeometry();
    viewport()->update(); // the scale is shared
}

} // namespace topline::pages
