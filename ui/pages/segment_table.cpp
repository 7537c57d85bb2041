#include "ui/pages/segment_table.h"

#include "ui/look/marks.h"
#include "ui/look/segments.h"
#include "ui/pages/section_head.h"
#include "ui/text/rounding.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;
using domain::Segment;
using domain::SegmentRow;
using ui::text::MetricText;

namespace {

QVector<Column> columnsOf()
{
    using T = SegmentTable;
    const Qt::Alignment right = Qt::AlignRight;
    return {
        {T::Name, SegmentTable::tr("Segment"), Qt::AlignLeft, 156, 3},
        {T::WonOf, SegmentTable::tr("Won of closed"), right, 78, 1, 3, true, true},
        {T::WinRate, SegmentTable::tr("Win rate"), right, 52, 1, 2, true, true},
        {T::Cycle, SegmentTable::tr("Cycle"), right, 44, 1, 4, true, true},
        {T::Size, SegmentTable::tr("Deal size"), right, 56, 1, 5, true, true},
        {T::Pipeline, SegmentTable::tr("Pipeline per rep"), right, 88, 1, 6, true, true},
        {T::DragBar, QString(), Qt::AlignLeft, 96, 2, 0, false},
        {T::Drag, SegmentTable::tr("Drag"), right, 52, 0, 0},
    };
}

class SegmentDelegate final : public RowDelegate {
public:
    SegmentDelegate(const KeyedModel<SegmentItem> &model, const TableColumns &columns,
                    QObject *parent)
        : RowDelegate(parent)
        , m_model(model)
        , m_columns(columns)
    {
    }

protected:
    int rowHeight(const QModelIndex &) const override { return height::tableRow; }

    void paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                  const RowState &state) const override
    {
        const SegmentItem &item = m_model.row(index.row());
        const Tokens &t = tokens();
        const Type type = item.row.all ? Type::DenseHead : Type::Dense;
        for (const PlacedColumn &column : m_columns.placed()) {
            const QRectF cell = column.box(row);
            if (column.id == SegmentTable::Name)
                paintName(painter, cell, item);
            else if (column.id == SegmentTable::DragBar)
                paintDrag(painter, cell, item, state);
            else
                m_text.draw(
                    painter, cell, textOf(item, column.id),
                    {column.id == SegmentTable::Drag && !item.row.all ? Type::DenseValue : type,
                     t.text, Qt::AlignRight});
        }
    }

private:
    static QString textOf(const SegmentItem &item, int column)
    {
        switch (column) {
        case SegmentTable::WonOf:
            return item.wonOf;
        case SegmentTable::WinRate:
            return item.winRate;
        case SegmentTable::Cycle:
            return item.cycle;
        case SegmentTable::Size:
            return item.size;
        case SegmentTable::Pipeline:
            return item.pipeline;
        default:
            return item.drag;
        }
    }

    void paintName(QPainter &painter, const QRectF &cell, const SegmentItem &item) const
    {
        const Tokens &t = tokens();
        const Chip chip{SegmentTable::tr("low confidence"), Tone::Outline, Icon::None, true};
        const bool low = item.row.lowConfidence && !item.row.all;
        const qreal room = low ? chipSize(chip).width() + space::s : 0;
        const qreal taken =
            m_text.draw(painter, cell.adjusted(0, 0, -room, 0), item.name,
                        {item.row.all ? Type::DenseHead : Type::DenseValue, t.text});
        if (low)
            drawChip(painter, {cell.left() + taken + space::s, cell.center().y() - 8}, chip, t);
    }

    // Zero stands in the middle of the room that the largest drags need.
    void paintDrag(QPainter &painter, const QRectF &cell, const SegmentItem &item,
                   const RowState &state) const
    {
        if (item.row.all || !item.row.drag)
            return;
        const Tokens &t = tokens();
        Scale scale{0, 0};
        for (const SegmentItem &other : m_model.rows()) {
            if (other.row.all)
                continue;
            scale.low = std::min(scale.low, other.row.drag.value_or(0));
            scale.high = std::max(scale.high, other.row.drag.value_or(0));
        }
        const QRectF area(cell.left(), cell.center().y() - height::bar / 2.0, cell.width(),
                          height::bar);
        const double drag = *item.row.drag;
        const QColor fill = item.row.lowConfidence || drag < 0
                                ? (state.current && !item.row.lowConfidence ? t.text2 : t.mute)
                                : t.series;
        drawBar(painter, area, scale, 0, drag, fill);
        vLine(painter, scale.at(area, 0), area.top() - 4, area.bottom() + 4, t.lineStrong);
    }

    const KeyedModel<SegmentItem> &m_model;
    const TableColumns &m_columns;
};

SegmentItem itemOf(const SegmentRow &row, Segment segment, const base::Currency &currency,
                   const MetricText &text)
{
    SegmentItem item;
    item.row = row;
    item.name = MetricText::segmentRowName(segment, row);
    item.wonOf = SegmentTable::tr("%1 of %2").arg(row.wonN).arg(row.closedN);
    item.winRate = row.winRate ? text.format().percent(*row.winRate) : ui::text::Format::missing();
    item.cycle = text.days(row.cycleDays);
    item.size =
        row.dealMinor ? text.minorShort(*row.dealMinor, currency) : ui::text::Format::missing();
    item.pipeline = row.pipelineMinorPerRep ? text.minorShort(*row.pipelineMinorPerRep, currency)
                                            : ui::text::Format::missing();
    return item;
}

std::optional<double> sortValue(const SegmentRow &row, int column)
{
    switch (column) {
    case SegmentTable::WonOf:
        return static_cast<double>(row.closedN);
    case SegmentTable::WinRate:
        return row.winRate;
    case SegmentTable::Cycle:
        return row.cycleDays;
    case SegmentTable::Size:
        return row.dealMinor;
    case SegmentTable::Pipeline:
        return row.pipelineMinorPerRep;
    default:
        return row.drag;
    }
}

// The total stays last, absent values before it.
bool comesBefore(const SegmentItem &a, const SegmentItem &b, int column, bool down)
{
    if (a.row.all != b.row.all)
        return b.row.all;
    if (column == SegmentTable::Name) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return down ? order > 0 : order < 0;
    }
    const auto left = sortValue(a.row, column);
    const auto right = sortValue(b.row, column);
    if (left.has_value() != right.has_value())
        return left.has_value();
    if (!left || *left == *right)
        return a.id < b.id;
    return down ? *left > *right : *left < *right;
}

} // namespace

bool SegmentItem::operator==(const SegmentItem &other) const
{
    return id == other.id && spoken == other.spoken && row.drag == other.row.drag &&
           row.deals == other.row.deals && row.lowConfidence == other.row.lowConfidence;
}

SegmentTable::SegmentTable(QWidget *parent)
    : QWidget(parent)
    , m_words(ui::text::Format(QLocale(), {}, 0))
    , m_columns(columnsOf())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(0);
    auto *head = new SectionHead(tr("Drag by segment"), this);
    head->setFigure(tr("13 weeks, index points against baseline"), false);
    QStringList names;
    for (const auto segment : {Segment::Source, Segment::Rep, Segment::Size, Segment::Industry})
        names << MetricText::segmentName(segment);
    m_choice = new Segments(tr("Segments by"), names, head);
    auto *tools = new QHBoxLayout(head);
    tools->setContentsMargins(head->titleWidth() + space::m, 0, space::l, 0);
    tools->addWidget(m_choice);
    tools->addStretch(1);
    head->setTitleRoom(m_choice->sizeHint().width() + space::m);
    connect(m_choice, &Segments::chosen, this,
            [this](int index) { setSegment(static_cast<Segment>(index)); });
    layout->addWidget(head);
    layout->addSpacing(space::xs);
    m_head = new TableHead(m_columns, tr("Columns of the segments"), this);
    m_head->setSorting(Drag, Qt::AscendingOrder);
    connect(m_head, &TableHead::sortWanted, this, &SegmentTable::refresh);
    layout->addWidget(m_head);
    m_list = new RowList(tr("Drag by segment"), this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new SegmentDelegate(m_model, m_columns, this));
    connect(m_list, &RowList::opened, this, [this](const QModelIndex &at) {
        const SegmentItem &item = m_model.row(at.row());
        Q_EMIT segmentOpened(item.name, item.row.deals);
    });
    layout->addWidget(m_list, 1);
}

void SegmentTable::setReport(const domain::VelocityReport &report, const MetricText &text)
{
    m_report = report;
    m_words = text;
    refresh();
}

void SegmentTable::setSegment(Segment segment)
{
    m_segment = segment;
    m_choice->setCurrent(static_cast<int>(segment));
    refresh();
}

void SegmentTable::refresh()
{
    const auto &rows = m_report.segments[static_cast<std::size_t>(m_segment)];
    QVector<double> drags;
    double total = 0;
    for (const SegmentRow &row : rows) {
        if (row.all)
            total = row.drag.value_or(0);
        else
            drags.push_back(row.drag.value_or(0));
    }
    m_columns.setTitle(Name, MetricText::segmentName(m_segment));
    m_head->update();
    const QVector<double> shown = ui::text::roundedToSum(drags, total, 1);
    std::vector<SegmentItem> items;
    int place = 0;
    for (const SegmentRow &row : rows) {
        SegmentItem item = itemOf(row, m_segment, m_report.currency, m_words);
        item.shownDrag = row.all ? total : shown[place];
        item.drag = row.drag ? m_words.points(item.shownDrag) : ui::text::Format::missing();
        // Two reps may share a name.
        item.id = QStringLiteral("%1/%2/%3")
                      .arg(static_cast<int>(m_segment))
                      .arg(item.name)
                      .arg(std::count_if(items.begin(), items.end(), [&](const SegmentItem &other) {
                          return other.name == item.name;
                      }));
        item.spoken = tr("%1: won %2 closed, win rate %3, cycle %4, deal size %5, pipeline per rep "
                         "%6, drag %7")
                          .arg(item.name, item.wonOf, item.winRate, item.cycle, item.size,
                               item.pipeline, item.drag);
        if (row.lowConfidence)
            item.spoken += QStringLiteral(", ") + tr("low confidence");
        items.push_back(std::move(item));
        place += row.all ? 0 : 1;
    }
    std::stable_sort(items.begin(), items.end(), [this](const auto &a, const auto &b) {
        return comesBefore(a, b, m_head->sortColumn(), m_head->sortOrder() == Qt::DescendingOrder);
    });
    m_model.apply(std::move(items));
    m_list->viewport()->update(); // the scale is shared
}

} // namespace topline::pages
