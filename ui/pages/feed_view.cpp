#include "ui/pages/feed_view.h"

#include "ui/look/marks.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace topline::pages {

using look::Type;

namespace {

constexpr int textLeft = 48;
constexpr int emptyTop = 96;
constexpr qreal emptyRingWidth = 480;

} // namespace

FeedView::FeedView(QWidget *parent)
    : QListView(parent)
    , m_second(new QTimer(this))
{
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    // Room below the last card for the line that says what is next.
    setViewportMargins(0, 0, 0, 0);
    m_second->setInterval(1'000);
    connect(m_second, &QTimer::timeout, this, [this] {
        Q_EMIT secondPassed();
        viewport()->update();
    });
    m_second->start();
}

void FeedView::setEnd(const QString &text, const QString &key)
{
    m_endText = text;
    m_endKey = key;
    viewport()->update();
}

void FeedView::setEmpty(const QString &title, const QString &sentence)
{
    m_emptyTitle = title;
    m_emptySentence = sentence;
    viewport()->update();
}

void FeedView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    look::mirrorIfRightToLeft(painter, *viewport());
    if (!model() || model()->rowCount() == 0)
        paintEmpty(painter);
    else
        paintEnd(painter);
}

void FeedView::paintEmpty(QPainter &painter)
{
    const look::Tokens &t = look::tokensFor(palette());
    const qreal width = viewport()->width();
    if (hasFocus()) {
        const qreal wide = std::min(width - 2 * look::space::l, emptyRingWidth);
        look::drawRing(painter, QRectF((width - wide) / 2, emptyTop - 16, wide, 112), t, t.surface);
    }
    m_text.draw(painter, QRectF(look::space::l, emptyTop, width - 2 * look::space::l, 28),
                m_emptyTitle, {Type::Title, t.text, Qt::AlignHCenter});
    m_text.draw(painter, QRectF(look::space::l, emptyTop + 32, width - 2 * look::space::l, 20),
                m_emptySentence, {Type::Body, t.text2, Qt::AlignHCenter});
    if (!m_endText.isEmpty()) {
        const qreal textWidth = look::textWidth(Type::Meta, m_endText);
        const qreal capWidth =
            m_endKey.isEmpty() ? 0 : look::keyCapWidth(m_endKey) + look::space::s;
        const qreal left = (width - textWidth - capWidth) / 2;
        m_text.draw(painter, QRectF(left, emptyTop + 64, textWidth + 2, 16), m_endText,
                    {Type::Meta, t.text3});
        if (!m_endKey.isEmpty())
            look::drawKeyCap(painter, {left + textWidth + look::space::s, emptyTop + 64.0},
                             m_endKey, look::CapPlace::Row, t);
    }
}

void FeedView::paintEnd(QPainter &painter)
{
    if (m_endText.isEmpty())
        return;
    const QRect last = visualRect(model()->index(model()->rowCount() - 1, 0));
    const int top = last.bottom() + 1 + look::space::s;
    if (top + 16 > viewport()->height())
        return;
    const look::Tokens &t = look::tokensFor(palette());
    const qreal used = m_text.draw(
        painter, QRectF(textLeft, top, viewport()->width() - textLeft - look::space::l, 16),
        m_endText, {Type::Meta, t.text3});
    if (!m_endKey.isEmpty())
        look::drawKeyCap(painter, {textLeft + used + look::space::s, static_cast<qreal>(top)},
                         m_endKey, look::CapPlace::Row, t);
}

void FeedView::keyPressEvent(QKeyEvent *event)
{
    // Letters are commands here, not a search by first letter.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

bool FeedView::focusNextPrevChild(bool)
{
    // Tab changes the lane (a command of the page); F6 and the mouse leave the list.
    return false;
}

void FeedView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // Separators above and below the focused card are hidden, so its neighbours change too.
    viewport()->update();
    Q_EMIT currentMoved();
}

void FeedView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    viewport()->update();
}

void FeedView::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    viewport()->update();
}

void FeedView::resizeEvent(QResizeEvent *event)
{
    m_text.clear();
    QListView::resizeEvent(event);
    if (currentIndex().isValid())
        scrollTo(currentIndex()); // the strip of a batch takes room below
}

} // namespace topline::pages
