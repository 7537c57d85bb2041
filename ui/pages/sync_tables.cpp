#include "ui/pages/sync_tables.h"

#include "ui/look/marks.h"

namespace topline::pages {

using namespace look;
using domain::ObjectState;
using ui::text::fromUtf8;

ObjectDelegate::ObjectDelegate(const KeyedModel<ObjectItem> &model, const TableColumns &columns,
                               QObject *parent)
    : RowDelegate(parent)
    , m_model(model)
    , m_columns(columns)
{
}

QVector<Column> ObjectDelegate::columns()
{
    const Qt::Alignment right = Qt::AlignRight;
    return {
        {Name, tr("Record"), Qt::AlignLeft, 104, 2, 0, false},
        {State, tr("State"), Qt::AlignLeft, 104, 1, 0, false},
        {Through, tr("Complete through"), right, 100, 0, 1, false},
        {Amount, tr("Pulled"), right, 108, 0, 4, false},
        {Remote, tr("In the CRM"), right, 64, 0, 2, false},
        {Local, tr("Here"), right, 56, 0, 2, false},
        {Note, tr("Note"), Qt::AlignLeft, 88, 5, 3, false},
    };
}

QVector<Column> ObjectDelegate::firstSyncColumns()
{
    return {
        {Name, tr("Record"), Qt::AlignLeft, 160, 0, 0, false},
        {State, tr("State"), Qt::AlignLeft, 128, 0, 0, false},
        {Amount, tr("Pulled"), Qt::AlignRight, 128, 0, 0, false},
        {Note, tr("Note"), Qt::AlignLeft, 88, 1, 0, false},
    };
}

int ObjectDelegate::rowHeight(const QModelIndex &) const
{
    return height::tableRow;
}

void ObjectDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                              const RowState &) const
{
    const ObjectItem &item = m_model.row(index.row());
    const Tokens &t = tokens();
    const TextLook figure{Type::Dense, t.text, Qt::AlignRight};
    for (const PlacedColumn &column : m_columns.placed()) {
        const QRectF cell = column.box(row);
        switch (column.id) {
        case Name:
            m_text.draw(painter, cell, item.name, {Type::DenseValue, t.text});
            break;
        case State:
            paintState(painter, cell, item);
            break;
        case Through:
            m_text.draw(painter, cell, item.through, {Type::Dense, t.text2, Qt::AlignRight});
            break;
        case Amount:
            m_text.draw(painter, cell, item.amount, figure);
            break;
        case Remote:
            m_text.draw(painter, cell, item.remote, figure);
            break;
        case Local:
            m_text.draw(painter, cell, item.local,
                        {item.isShort() ? Type::DenseValue : Type::Dense,
                         item.isShort() ? t.amberText : t.text, Qt::AlignRight});
            break;
        default:
            m_text.draw(painter, cell, item.note, {Type::Dense, t.text2});
        }
    }
}

void ObjectDelegate::paintState(QPainter &painter, const QRectF &cell, const ObjectItem &item) const
{
    constexpr qreal trackWide = 64;
    const Tokens &t = tokens();
    const ObjectState state = item.progress.state;
    if (state == ObjectState::Working) {
        const QRectF track(cell.left(), cell.center().y() - height::track / 2.0, trackWide,
                           height::track);
        if (const auto share = item.share()) {
            drawTrack(painter, track, *share, t.series, t.well);
            m_text.draw(painter, cell.adjusted(trackWide + space::s, 0, 0, 0),
                        QStringLiteral("%1\u00a0%").arg(static_cast<int>(*share * 100)),
                        {Type::Dense, t.text2});
            return;
        }
    }
    const bool fresh = state == ObjectState::Fresh && !item.isShort();
    const bool working = state == ObjectState::Working;
    const Icon sign = fresh                               ? Icon::Check
                      : working                           ? Icon::Refresh
                      : state == ObjectState::Denied      ? Icon::Lock
                      : state == ObjectState::Unavailable ? Icon::Ban
                                                          : Icon::AlertTriangle;
    drawIcon(painter, {cell.left(), cell.center().y() - icon::chip / 2.0}, sign,
             fresh     ? t.green
             : working ? t.text3
                       : t.amber,
             icon::chip);
    m_text.draw(painter, cell.adjusted(icon::chip + 6, 0, 0, 0),
                item.isShort() && state == ObjectState::Fresh ? tr("Records short") : item.state,
                {Type::Dense, fresh || working ? t.text2 : t.amberText});
}

RequestDelegate::RequestDelegate(const KeyedModel<RequestItem> &model, const TableColumns &columns,
                                 QObject *parent)
    : RowDelegate(parent)
    , m_model(model)
    , m_columns(columns)
{
}

QVector<Column> RequestDelegate::columns()
{
    const Qt::Alignment right = Qt::AlignRight;
    return {
        {Time, tr("Time"), Qt::AlignLeft, 60, 0, 0, false},
        {Method, tr("Method"), Qt::AlignLeft, 48, 0, 0, false},
        {Host, tr("Host"), Qt::AlignLeft, 100, 0, 2, false},
        {Path, tr("Path"), Qt::AlignLeft, 160, 5, 0, false},
        {Status, tr("Status"), right, 44, 0, 0, false},
        {Took, tr("Took"), right, 64, 0, 0, false},
        {Bytes, tr("Bytes"), right, 60, 0, 1, false},
        {Outcome, tr("Outcome"), Qt::AlignLeft, 96, 1, 3, false},
    };
}

int RequestDelegate::rowHeight(const QModelIndex &) const
{
    return height::evidenceRow;
}

void RequestDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                               const RowState &) const
{
    const RequestItem &item = m_model.row(index.row());
    const Tokens &t = tokens();
    const bool failed = item.hasFailed();
    for (const PlacedColumn &column : m_columns.placed()) {
        const QRectF cell = column.box(row);
        const auto put = [&](const QString &text, const TextLook &look) {
            m_text.draw(painter, cell, text, look);
        };
        switch (column.id) {
        case Time:
            put(item.time, {Type::Dense, t.text2});
            break;
        case Method:
            put(fromUtf8(item.row.method), {Type::DenseValue, t.text});
            break;
        case Host:
            put(fromUtf8(item.row.host), {Type::Dense, t.text2, Qt::AlignLeft, Qt::ElideMiddle});
            break;
        case Path:
            put(fromUtf8(item.row.path), {Type::Dense, t.text, Qt::AlignLeft, Qt::ElideMiddle});
            break;
        case Status:
            put(item.status, {failed ? Type::DenseValue : Type::Dense, failed ? t.redText : t.text,
                              Qt::AlignRight});
            break;
        case Took:
            put(item.duration, {Type::Dense, t.text2, Qt::AlignRight});
            break;
        case Bytes:
            put(item.bytes, {Type::Dense, t.text2, Qt::AlignRight});
            break;
        default:
            put(fromUtf8(item.row.outcome), {Type::Dense, failed ? t.redText : t.text2});
        }
    }
}

} // namespace topline::pages
