#include "ui/pages/account_timeline_delegate.h"

#include "ui/look/marks.h"

#include <algorithm>
#include <cmath>

namespace topline::pages {

using namespace look;

namespace {

constexpr qreal timeWide = 40;
constexpr qreal actorWide = 52;
constexpr double bodyLinesMax = 10;
constexpr int bodyFoot = 8;
constexpr qreal detailMost = 0.42; // of the room, so that the deed stays readable

qreal deedLeft()
{
    return space::l + timeWide + space::s + actorWide + space::s + icon::dense + space::s;
}

} // namespace

MomentDelegate::MomentDelegate(const MomentModel &model, const RowList &list, QObject *parent)
    : RowDelegate(parent)
    , m_model(model)
    , m_list(list)
{
}

bool MomentDelegate::hasLine(const QModelIndex &) const
{
    return false;
}

QRectF MomentDelegate::bodyBox(const QRectF &row) const
{
    return row.adjusted(deedLeft(), height::timelineRow - 2, -space::l - space::s, -bodyFoot);
}

int MomentDelegate::rowHeight(const QModelIndex &index) const
{
    const MomentRow &row = m_model.row(index.row());
    if (row.isDay)
        return height::dayHead;
    if (row.body.isEmpty() || m_list.currentIndex() != index)
        return height::timelineRow;
    const QRectF box = bodyBox(QRectF(0, 0, m_list.width(), 0));
    const QRectF need =
        metrics(Type::Dense)
            .boundingRect(QRectF(0, 0, box.width(), 10'000), Qt::TextWordWrap, row.body);
    const qreal line = metrics(Type::Dense).lineSpacing();
    const double lines = std::clamp(std::round(need.height() / line), 1.0, bodyLinesMax);
    return height::timelineRow + static_cast<int>(std::ceil(lines * line)) + bodyFoot;
}

void MomentDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                              const RowState &) const
{
    const MomentRow &item = m_model.row(index.row());
    const Tokens &t = tokens();
    if (item.isDay) {
        m_text.draw(painter, row.adjusted(space::l, 6, -space::l, 0), item.title,
                    {Type::Meta, t.text2});
        return;
    }
    paintDeed(painter, {row.left(), row.top(), row.width(), qreal(height::timelineRow)}, item);
    if (row.height() > height::timelineRow)
        paintBody(painter, bodyBox(row), item.body);
}

void MomentDelegate::paintDeed(QPainter &painter, const QRectF &line, const MomentRow &row) const
{
    const Tokens &t = tokens();
    const bool isBuyer = row.actor == domain::TimelineActor::Buyer;
    qreal x = line.left() + space::l;
    m_text.draw(painter, {x, line.top(), timeWide, line.height()}, row.time,
                {Type::Dense, t.text2, Qt::AlignRight});
    x += timeWide + space::s;
    const QRectF chip(x, line.center().y() - height::inlineChip / 2.0, actorWide,
                      height::inlineChip);
    if (isBuyer)
        fillRounded(painter, chip, radius::control, t.accentSoft);
    else
        fillOutlined(painter, chip, {radius::control, t.lineStrong, t.surface});
    const qreal wide = textWidth(Type::MetaStrong, row.actorName);
    const qreal inset = std::max(4.0, (actorWide - wide) / 2);
    m_text.draw(painter, chip.adjusted(inset, 0, -2, 0), row.actorName,
                {Type::MetaStrong, isBuyer ? t.accentText : t.text2});
    x += actorWide + space::s;
    drawIcon(painter, {x, line.center().y() - icon::dense / 2.0}, row.icon, t.text3, icon::dense);
    x += icon::dense + space::s;
    const qreal right = line.right() - space::l;
    const qreal most = (right - x) * detailMost;
    const qreal detail =
        row.detail.isEmpty() ? 0 : std::min(most, textWidth(Type::Dense, row.detail) + 2);
    m_text.draw(painter, {right - detail, line.top(), detail, line.height()}, row.detail,
                {Type::Dense, t.text3, Qt::AlignRight});
    const QRectF words(x, line.top(), right - detail - (detail > 0 ? space::m : 0) - x,
                       line.height());
    const QColor ink = row.isMachine ? t.text3 : isBuyer ? t.text : t.text2;
    const qreal taken =
        m_text.draw(painter, words, row.title,
                    {isBuyer && !row.isMachine ? Type::DenseValue : Type::Dense, ink});
    if (row.isMachine)
        hLine(painter, words.left(), words.left() + taken, words.center().y(), t.text3);
}

// Somebody else's words: drawn as the plain text that they are.
void MomentDelegate::paintBody(QPainter &painter, const QRectF &box, const QString &text) const
{
    const Upright upright(painter, box);
    painter.save();
    painter.setFont(look::font(Type::Dense));
    painter.setPen(tokens().text2);
    painter.setClipRect(box.adjusted(0, 0, 0, 2));
    painter.drawText(box, Qt::TextWordWrap | Qt::AlignTop, text);
    painter.restore();
}

} // namespace topline::pages
