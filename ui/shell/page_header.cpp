#include "ui/shell/page_header.h"

#include "ui/look/marks.h"

#include <QHBoxLayout>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace topline::shell {

using namespace look;

namespace {

constexpr int trackWidth = 96;

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_tools(new QHBoxLayout(this))
{
    setFixedHeight(height::pageHeader);
    setAccessibleName(title);
    m_tools->setContentsMargins(space::l, 0, space::l, 0);
    m_tools->setSpacing(space::m);
    m_tools->addStretch(1);
}

void PageHeader::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void PageHeader::setMeta(const QString &meta)
{
    if (m_meta == meta)
        return;
    m_meta = meta;
    setAccessibleDescription(meta);
    refreshToolTip();
    update();
}

void PageHeader::setTrack(std::optional<double> share)
{
    m_track = share;
    update();
}

void PageHeader::setLine(bool line)
{
    m_line = line;
    update();
}

void PageHeader::addTool(QWidget *tool)
{
    m_tools->addWidget(tool, 0, Qt::AlignVCenter);
}

qreal PageHeader::metaRight() const
{
    qreal right = width() - space::l;
    for (int i = 0; i < m_tools->count(); ++i) {
        const QWidget *tool = m_tools->itemAt(i)->widget();
        if (tool != nullptr && tool->isVisibleTo(this))
            right = std::min<qreal>(
                right,
                QStyle::visualRect(layoutDirection(), rect(), tool->geometry()).left() - space::s);
    }
    return right;
}

void PageHeader::refreshToolTip()
{
    const qreal left = space::l + textWidth(Type::Title, m_title) + space::m;
    setToolTip(TextPainter::isElided(m_meta, Type::Dense, metaRight() - left) ? m_meta : QString());
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    refreshToolTip();
}

void PageHeader::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    painter.fillRect(rect(), t.surface);
    const qreal right = metaRight();
    const qreal tall = height::pageHeader;
    qreal x = space::l;
    x += m_text.draw(painter, QRectF(x, 0, right - x, tall), m_title, {Type::Title, t.text});
    x += space::m;
    const qreal room = right - x - (m_track ? trackWidth + space::m : 0);
    x += m_text.draw(painter, QRectF(x, 1, room, tall), m_meta, {Type::Dense, t.text2});
    if (m_track && room > 0)
        drawTrack(painter, QRectF(x + space::m, tall / 2 - 2, trackWidth, look::height::track),
                  *m_track, t.series, t.line);
    if (m_line)
        hLine(painter, 0, width(), tall - hairline(painter), t.line);
}

} // namespace topline::shell
