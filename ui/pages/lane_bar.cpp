#include "ui/pages/lane_bar.h"

#include "ui/look/button.h"
#include "ui/text/names_text.h"

#include <QMouseEvent>
#include <QPainter>

namespace topline::pages {

using domain::Lane;
using look::Type;

namespace {

constexpr int laneCount = 5;
constexpr int tabGap = 16;
constexpr int countGap = 6;
constexpr int underline = 2;

QString countText(const domain::FeedCounts &counts, int lane)
{
    const auto count = counts.lanes[lane];
    return count > 0 ? QString::number(count) : QString();
}

} // namespace

LaneBar::LaneBar(QWidget *parent)
    : QWidget(parent)
    , m_pill(new look::Button(look::Button::Kind::Pill, QString(), this))
{
    setFixedHeight(look::height::laneBar);
    m_pill->setIconKind(look::Icon::ArrowUp);
    m_pill->setSmall(true);
    m_pill->hide();
    connect(m_pill, &QAbstractButton::clicked, this, &LaneBar::arrivalsWanted);
}

void LaneBar::setCounts(const domain::FeedCounts &counts)
{
    m_counts = counts;
    QStringList spoken;
    for (int lane = 0; lane < laneCount; ++lane)
        spoken += QStringLiteral("%1 %2")
                      .arg(ui::text::laneText(static_cast<Lane>(lane)))
                      .arg(counts.lanes[lane]);
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    update();
}

void LaneBar::setCurrent(Lane lane)
{
    m_current = lane;
    update();
}

void LaneBar::setArrivals(int count, const QString &key)
{
    m_pill->setText(tr("%n new, press", nullptr, count));
    m_pill->setKeyHint(key);
    m_pill->setVisible(count > 0);
    placePill();
}

void LaneBar::placePill()
{
    const QSize size = m_pill->sizeHint();
    m_pill->setGeometry(width() - look::space::l - size.width() + look::space::xs,
                        (height() - size.height()) / 2 - 1, size.width(), size.height());
}

std::vector<QRectF> LaneBar::tabs() const
{
    std::vector<QRectF> out;
    qreal left = look::space::l;
    for (int lane = 0; lane < laneCount; ++lane) {
        const QString count = countText(m_counts, lane);
        qreal width = look::textWidth(Type::BodyValue, ui::text::laneText(static_cast<Lane>(lane)));
        if (!count.isEmpty())
            width += countGap + look::textWidth(Type::Meta, count);
        out.emplace_back(left, 0, width, height());
        left += width + tabGap;
    }
    return out;
}

void LaneBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const look::Tokens &t = look::tokensFor(palette());
    painter.fillRect(rect(), t.surface);
    look::hLine(painter, 0, width(), height() - look::hairline(painter), t.line);
    const auto boxes = tabs();
    for (int lane = 0; lane < laneCount; ++lane) {
        const bool on = lane == static_cast<int>(m_current);
        const QRectF &box = boxes[static_cast<std::size_t>(lane)];
        const qreal used =
            m_text.draw(painter, box, ui::text::laneText(static_cast<Lane>(lane)),
                        {on ? Type::BodyName : Type::BodyValue, on ? t.text : t.text2});
        m_text.draw(painter, box.adjusted(used + countGap, 1, look::space::xl, 1),
                    countText(m_counts, lane), {Type::Meta, t.text3});
        if (on)
            look::fillCrisp(painter,
                            {box.left(), height() - underline * 1.0, box.width(), underline},
                            t.accent);
    }
}

void LaneBar::resizeEvent(QResizeEvent *)
{
    placePill();
}

void LaneBar::mouseReleaseEvent(QMouseEvent *event)
{
    const auto boxes = tabs();
    for (int lane = 0; lane < laneCount; ++lane) {
        if (boxes[static_cast<std::size_t>(lane)].adjusted(-8, 0, 8, 0).contains(event->position()))
            Q_EMIT laneChosen(static_cast<Lane>(lane));
    }
}

} // namespace topline::pages
