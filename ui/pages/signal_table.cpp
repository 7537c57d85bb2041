#include "ui/pages/signal_table.h"

#include "ui/look/marks.h"
#include "ui/text/names_text.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;

namespace {

constexpr qreal box = 16;
constexpr qreal trackWidth = 64;
constexpr qreal shareWidth = 40; // "100 %"
constexpr qreal groupLeast = 48; // room for the group's name after a detector's

// Columns of figures drop out before a name is cut.
int widestName()
{
    constexpr qreal most = 240;
    qreal widest = 0;
    for (const domain::SignalType type : domain::signalTypes())
        widest = std::max(widest, textWidth(Type::DenseValue, ui::text::signalTypeText(type)));
    return static_cast<int>(
        std::ceil(std::min(widest, most) + box + space::s + space::s + icon::chip));
}

} // namespace

Qt::ItemFlags SignalModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && row(index.row()).isGroup())
        return Qt::ItemNeverHasChildren;
    return KeyedModel::flags(index);
}

QModelIndex SignalModel::indexOf(domain::SignalType type) const
{
    for (int at = 0; at < rowCount(); ++at) {
        if (!row(at).isGroup() && row(at).type == type)
            return index(at);
    }
    return {};
}

SignalList::SignalList(SignalModel &model, const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, parent)
    , m_items(model)
{
    setModel(&model);
}

QModelIndex SignalList::detectorFrom(int row, int step) const
{
    for (int at = row; at >= 0 && at < m_items.rowCount(); at += step) {
        if (!m_items.row(at).isGroup())
            return m_items.index(at);
    }
    return {};
}

void SignalList::stepBy(int detectors)
{
    const int step = detectors < 0 ? -1 : 1;
    QModelIndex to = currentIndex().isValid() ? detectorFrom(currentIndex().row() + step, step)
                                              : detectorFrom(0, 1);
    if (!to.isValid())
        return;
    setCurrentIndex(to);
}

const SignalItem *SignalList::currentItem() const
{
    const QModelIndex at = currentIndex();
    if (!at.isValid() || m_items.row(at.row()).isGroup())
        return nullptr;
    return &m_items.row(at.row());
}

void SignalList::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->pos());
    RowList::mouseReleaseEvent(event);
    if (!at.isValid() || m_items.row(at.row()).isGroup())
        return;
    QRectF row(visualRect(at));
    const QPointF where = isRightToLeft()
                              ? QPointF(row.right() - event->position().x(), event->position().y())
                              : event->position();
    row.moveLeft(0);
    const qreal room = (height::tableRow - box) / 2;
    if (SignalDelegate::switchBox(row).adjusted(-room, -room, room, room).contains(where))
        Q_EMIT switchWanted(m_items.row(at.row()).type);
}

void SignalList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid())
        stepBy(1);
    RowList::focusInEvent(event);
}

// The name of a group is seen with its first detector.
void SignalList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowList::currentChanged(current, previous);
    if (current.isValid() && current.row() > 0 && m_items.row(current.row() - 1).isGroup())
        scrollTo(m_items.index(current.row() - 1));
}

QModelIndex SignalList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int row = currentIndex().row();
    switch (action) {
    case MoveUp:
    case MovePrevious:
        return detectorFrom(row - 1, -1);
    case MoveDown:
    case MoveNext:
        return detectorFrom(row + 1, 1);
    case MoveHome:
        return detectorFrom(0, 1);
    case MoveEnd:
        return detectorFrom(m_items.rowCount() - 1, -1);
    default:
        break;
    }
    const QModelIndex to = RowList::moveCursor(action, modifiers);
    return to.isValid() ? detectorFrom(to.row(), to.row() < row ? -1 : 1) : to;
}

SignalDelegate::SignalDelegate(const SignalModel &model, const TableColumns &columns,
                               QObject *parent)
    : RowDelegate(parent)
    , m_model(model)
    , m_columns(columns)
{
}

QVector<pages::Column> SignalDelegate::columns()
{
    // No narrower than its title with the arrow of the sorting.
    const auto count = [](int id, const QString &title, int least, int dropAt) {
        const int needed = static_cast<int>(std::ceil(textWidth(Type::MetaStrong, title)));
        return pages::Column{id, title,  Qt::AlignRight, std::max(least, needed + icon::chip + 2),
                             1,  dropAt, true,           true};
    };
    return {
        {Name, tr("Detector"), Qt::AlignLeft, widestName(), 3},
        count(Hits, tr("Hits, 90 d"), 58, 0),
        count(Accounts, tr("Accounts"), 54, 3),
        {Precision, tr("Precision"), Qt::AlignLeft, 168, 1, 0, true, true},
        count(Accepted, tr("Accepted"), 54, 4),
        count(Dismissed, tr("Dismissed"), 58, 5),
        count(HeldOut, tr("Held out"), 50, 6),
        count(Last, tr("Last hit"), 62, 7),
    };
}

QRectF SignalDelegate::switchBox(const QRectF &row)
{
    return {row.left() + space::l, row.center().y() - box / 2, box, box};
}

int SignalDelegate::rowHeight(const QModelIndex &) const
{
    return height::tableRow;
}

bool SignalDelegate::hasLine(const QModelIndex &index) const
{
    return RowDelegate::hasLine(index) && !m_model.row(index.row()).isGroup() &&
           !m_model.row(index.row() + 1).isGroup();
}

// The name of a group is not acted on: nothing lights up below the pointer.
QRectF SignalDelegate::fillRect(const QRectF &row, const QModelIndex &index) const
{
    return m_model.row(index.row()).isGroup() ? QRectF() : RowDelegate::fillRect(row, index);
}

void SignalDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                              const RowState &) const
{
    const SignalItem &item = m_model.row(index.row());
    if (item.isGroup())
        return paintGroup(painter, row, item);
    for (const PlacedColumn &column : m_columns.placed())
        paintCell(painter, column.box(row), column.id, item);
    paintSwitch(painter, switchBox(row), item.isOn);
}

// Without the accent: a column of filled boxes would shout above everything else.
void SignalDelegate::paintSwitch(QPainter &painter, const QRectF &where, bool isOn) const
{
    const Tokens &t = tokens();
    fillOutlined(painter, where, {radius::keyCap, t.text3, t.surface, 1});
    if (isOn)
        drawIcon(painter, {where.left() + 2, where.top() + 2}, Icon::Check, t.text, icon::chip);
}

// Stands low in its row: nearer to what it names.
void SignalDelegate::paintGroup(QPainter &painter, const QRectF &row, const SignalItem &item) const
{
    constexpr qreal low = 4;
    m_text.draw(painter, row.adjusted(space::l, low, -space::l, low / 2), item.name,
                {Type::MetaStrong, tokens().text3});
}

void SignalDelegate::paintCell(QPainter &painter, const QRectF &cell, int column,
                               const SignalItem &item) const
{
    const Tokens &t = tokens();
    const auto count = [&](std::int64_t value, const QString &text, bool strong) {
        m_text.draw(painter, cell, text,
                    {strong && value > 0 ? Type::DenseValue : Type::Dense,
                     value == 0 ? t.text3
                     : strong   ? t.text
                                : t.text2,
                     Qt::AlignRight});
    };
    switch (column) {
    case Name:
        return paintName(painter, cell.adjusted(box + space::s, 0, 0, 0), item);
    case Hits:
        return count(item.hits, item.hitsText, true);
    case Accounts:
        return count(item.accounts, item.accountsText, false);
    case Precision:
        return paintPrecision(painter, cell, item);
    case Accepted:
        return count(item.accepted, item.acceptedText, false);
    case Dismissed:
        return count(item.dismissed, item.dismissedText, false);
    case HeldOut:
        return count(item.heldOut, item.heldOutText, false);
    default:
        return count(item.lastMs, item.lastText, false);
    }
}

void SignalDelegate::paintName(QPainter &painter, const QRectF &cell, const SignalItem &item) const
{
    const Tokens &t = tokens();
    QRectF words = cell;
    // What stands after the name: a pencil while it is changed and not saved, or that it is off.
    const Chip off{tr("off"), Tone::Outline, Icon::None, true};
    const qreal mark = item.isChanged ? icon::chip : item.isOn ? 0 : chipSize(off).width();
    words.setRight(words.right() - (mark > 0 ? mark + space::s : 0));
    const qreal taken =
        m_text.draw(painter, words, item.name, {Type::DenseValue, item.isOn ? t.text : t.text3});
    const QPointF after(words.left() + taken + space::s, cell.center().y());
    if (item.isChanged)
        drawIcon(painter, {after.x(), after.y() - icon::chip / 2.0}, Icon::Pencil, t.accentText,
                 icon::chip);
    else if (!item.isOn)
        drawChip(painter, {after.x(), after.y() - height::inlineChip / 2.0}, off, t);
    const QRectF rest = words.adjusted(taken + space::s, 0, 0, 0);
    const bool marked = item.isChanged || !item.isOn;
    if (!marked && !item.group.isEmpty() && rest.width() >= groupLeast)
        m_text.draw(painter, rest, item.group, {Type::Dense, t.text3});
}

// The whole scale is 0 to 100 %; the bar is the interval, the tick the share itself.
void SignalDelegate::paintPrecision(QPainter &painter, const QRectF &cell,
                                    const SignalItem &item) const
{
    const Tokens &t = tokens();
    if (item.hits == 0)
        return; // nothing to judge
    if (!item.hasShare() || !item.low || !item.high) {
        m_text.draw(painter, cell, item.precisionText,
                    {Type::Dense, item.judged == 0 ? t.text3 : t.text2});
        return;
    }
    const QRectF track(cell.left(), cell.center().y() - height::bar / 2.0, trackWidth, height::bar);
    const Scale scale{0, 1};
    hLine(painter, track.left(), track.right(), track.center().y(), t.lineStrong);
    drawBar(painter, track, scale, *item.low, *item.high, t.mute);
    drawTick(painter, track, scale, *item.precision, t.text);
    const QRectF share(track.right() + space::s, cell.top(), shareWidth, cell.height());
    m_text.draw(painter, share, item.precisionText, {Type::DenseValue, t.text, Qt::AlignRight});
    const QRectF rest(share.right() + space::s, cell.top(), cell.right() - share.right() - space::s,
                      cell.height());
    const QString n = tr("of %1").arg(item.judgedText);
    const QString full = n + QStringLiteral(" · ") + item.rangeText;
    m_text.draw(painter, rest, textWidth(Type::Dense, full) <= rest.width() ? full : n,
                {Type::Dense, t.text3});
}

} // namespace topline::pages
