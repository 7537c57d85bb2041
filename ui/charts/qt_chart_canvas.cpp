#include "ui/charts/qt_chart_canvas.h"

#include <QAreaSeries>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QMouseEvent>
#include <QScatterSeries>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace topline::charts {

using namespace look;

namespace {

constexpr qreal seriesWidth = 2;
constexpr qreal lastDot = 4;
constexpr qreal rawDot = 3;
constexpr qreal axisBelow = 24;
constexpr qreal labelGap = 8;
constexpr double edgeAir = 0.25; // of the distance between two points

} // namespace

QtChartCanvas::QtChartCanvas(ChartView::Size size, QWidget *parent)
    : QChartView(parent)
    , m_size(size)
    , m_x(new QValueAxis)
    , m_y(new QValueAxis)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QChart *view = chart();
    view->setAnimationOptions(QChart::NoAnimation);
    view->setBackgroundVisible(false);
    view->setMargins(QMargins(0, 0, 0, 0));
    view->layout()->setContentsMargins(0, 0, 0, 0);
    view->legend()->hide();
    view->addAxis(m_x, Qt::AlignBottom);
    view->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setVisible(false);
}

void QtChartCanvas::setChartData(const LineChart *shown)
{
    m_data = shown;
    m_hovered = -1;
    m_text.clear();
    rebuild();
}

void QtChartCanvas::rebuild()
{
    chart()->removeAllSeries();
    if (m_data == nullptr || !m_data->tooFew.isEmpty() || m_data->values.isEmpty())
        return;
    const Tokens &t = tokensFor(palette());
    m_scale = scaleOf(*m_data);
    // A little air at both ends, so that the first and last dots are whole.
    const double air = m_data->dots.isEmpty() ? 0 : edgeAir;
    m_x->setRange(-air, std::max<double>(1, static_cast<double>(m_data->xLabels.size() - 1)) + air);
    m_y->setRange(m_scale.low, m_scale.high);
    if (m_data->band)
        addBand(t);
    if (!m_data->dots.isEmpty())
        addDots(m_data->dots, t.mute, rawDot);
    if (!m_data->context.isEmpty())
        addLines(m_data->context, t.mute, seriesWidth);
    addLines(m_data->values, t.series, seriesWidth);
    place();
    viewport()->update();
}

void QtChartCanvas::addBand(const Tokens &tokens)
{
    auto *low = new QLineSeries;
    auto *high = new QLineSeries;
    const Band &band = *m_data->band;
    for (qsizetype i = 0; i < band.low.size() && i < band.high.size(); ++i) {
        if (!band.low[i] || !band.high[i])
            continue;
        low->append(static_cast<double>(i), *band.low[i]);
        high->append(static_cast<double>(i), *band.high[i]);
    }
    auto *area = new QAreaSeries(high, low);
    low->setParent(area);
    high->setParent(area);
    area->setPen(Qt::NoPen);
    area->setBrush(tokens.band);
    chart()->addSeries(area);
    area->attachAxis(m_x);
    area->attachAxis(m_y);
}

// One series per unbroken run, so that a gap in the data is a gap in the line.
void QtChartCanvas::addLines(const Values &values, const QColor &colour, qreal width)
{
    QLineSeries *run = nullptr;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values[i]) {
            run = nullptr;
            continue;
        }
        if (run == nullptr) {
            run = new QLineSeries;
            run->setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            chart()->addSeries(run);
            run->attachAxis(m_x);
            run->attachAxis(m_y);
        }
        run->append(static_cast<double>(i), *values[i]);
    }
}

void QtChartCanvas::addDots(const Values &values, const QColor &colour, qreal size)
{
    auto *dots = new QScatterSeries;
    dots->setMarkerSize(size);
    dots->setPen(Qt::NoPen);
    dots->setBrush(colour);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values[i])
            dots->append(static_cast<double>(i), *values[i]);
    }
    chart()->addSeries(dots);
    dots->attachAxis(m_x);
    dots->attachAxis(m_y);
}

QRectF QtChartCanvas::plot() const
{
    const QRectF all(0, 0, width(), height());
    if (m_data == nullptr)
        return all;
    if (m_size == ChartView::Size::Small)
        return all.adjusted(2, lastDot, -lastDot - 4, -20);
    qreal left = 0;
    for (double value = m_scale.low; value <= m_scale.high + m_scale.step / 2;
         value += m_scale.step)
        left = std::max(left, textWidth(Type::MetaStrong, m_data->writtenOnAxis(value)));
    const int last = lastIndex();
    const qreal right =
        last < 0 ? 0 : textWidth(Type::BodyName, m_data->written(*m_data->values[last]));
    return all.adjusted(std::ceil(left) + labelGap, 8, -std::ceil(right) - lastDot - 2 * labelGap,
                        -axisBelow);
}

void QtChartCanvas::place()
{
    chart()->setPlotArea(plot());
}

qreal QtChartCanvas::xAt(double index) const
{
    const QRectF area = plot();
    return area.left() + (index - m_x->min()) / (m_x->max() - m_x->min()) * area.width();
}

qreal QtChartCanvas::yAt(double value) const
{
    const QRectF area = plot();
    return area.bottom() - (value - m_scale.low) / (m_scale.high - m_scale.low) * area.height();
}

int QtChartCanvas::lastIndex() const
{
    for (qsizetype i = m_data->values.size() - 1; i >= 0; --i) {
        if (m_data->values[i])
            return static_cast<int>(i);
    }
    return -1;
}

void QtChartCanvas::drawGrid(QPainter &painter, const Tokens &t)
{
    const QRectF area = plot();
    if (m_data->region) {
        const Region &region = *m_data->region;
        const QRectF part(xAt(region.from), area.top(), xAt(region.to) - xAt(region.from),
                          area.height());
        fillCrisp(painter, part, t.panel);
        // At the bottom, or at the top where the line would run through the words.
        qreal lowest = area.top();
        for (int i = region.from; i <= region.to && i < m_data->values.size(); ++i) {
            if (m_data->values[i])
                lowest = std::max(lowest, yAt(*m_data->values[i]));
        }
        const qreal top = lowest > part.bottom() - 24 ? part.top() + 4 : part.bottom() - 20;
        m_text.draw(painter, QRectF(part.left() + labelGap, top, part.width() - 2 * labelGap, 16),
                    region.label, {Type::Meta, t.text2});
    }
    if (m_size == ChartView::Size::Full) {
        for (double value = m_scale.low; value <= m_scale.high + m_scale.step / 2;
             value += m_scale.step) {
            const bool base = m_data->baseline && std::abs(value - *m_data->baseline) < 1e-9;
            const qreal y = yAt(value);
            if (!base)
                hLine(painter, area.left(), area.right(), y, t.line);
            m_text.draw(
                painter, QRectF(0, y - 8, area.left() - labelGap, 16), m_data->writtenOnAxis(value),
                {base ? Type::MetaStrong : Type::Meta, base ? t.text2 : t.text3, Qt::AlignRight});
        }
    }
    if (m_data->baseline)
        hLine(painter, area.left(), area.right(), yAt(*m_data->baseline), t.lineStrong);
}

void QtChartCanvas::drawXLabels(QPainter &painter, const Tokens &t)
{
    const QRectF area = plot();
    const qsizetype count = m_data->xLabels.size();
    const bool small = m_size == ChartView::Size::Small;
    for (qsizetype i = 0; i < count; ++i) {
        const bool edge = i == 0 || i == count - 1;
        if (small ? !edge : !isLabelled(i, count))
            continue;
        const bool now = i == count - 1;
        const Type type = now ? Type::MetaStrong : Type::Meta;
        const qreal wide = std::ceil(textWidth(type, m_data->xLabels[i])) + 1;
        qreal left = xAt(static_cast<double>(i)) - wide / 2;
        if (small)
            left = i == 0 ? area.left() : area.right() + lastDot - wide;
        m_text.draw(painter, QRectF(left, area.bottom() + (small ? 4 : 8), wide, 16),
                    m_data->xLabels[i],
                    {type, now ? t.text2 : t.text3, small ? Qt::AlignLeft : Qt::AlignHCenter});
    }
}

void QtChartCanvas::drawEvents(QPainter &painter, const Tokens &t)
{
    const QRectF area = plot();
    for (const Event &event : m_data->events) {
        const qreal x = xAt(event.at);
        vLine(painter, x, area.top(), area.bottom(),
              event.colour != nullptr ? t.*event.colour : t.lineStrong);
        m_text.draw(painter, QRectF(x + 5, area.top(), area.right() - x - 5, 16), event.label,
                    {Type::Meta, event.colour != nullptr ? t.*event.colour : t.text3});
    }
}

void QtChartCanvas::drawBackground(QPainter *painter, const QRectF &)
{
    if (m_data == nullptr)
        return;
    const Tokens &t = tokensFor(palette());
    painter->save();
    painter->resetTransform();
    if (!m_data->tooFew.isEmpty() || m_data->values.isEmpty()) {
        const QRectF box(0, 0, width(), height());
        fillCrisp(*painter, box, t.panel);
        painter->setFont(look::font(Type::Dense));
        painter->setPen(t.text2);
        painter->drawText(box.adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          m_data->tooFew);
    } else {
        drawGrid(*painter, t);
        drawXLabels(*painter, t);
        drawEvents(*painter, t);
    }
    painter->restore();
}

void QtChartCanvas::drawForeground(QPainter *painter, const QRectF &)
{
    if (m_data == nullptr || !m_data->tooFew.isEmpty())
        return;
    const int last = lastIndex();
    if (last < 0)
        return;
    const Tokens &t = tokensFor(palette());
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto dot = [&](int index, qreal radius) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.series);
        painter->drawEllipse(QPointF(xAt(index), yAt(*m_data->values[index])), radius, radius);
    };
    dot(last, m_size == ChartView::Size::Small ? 3 : lastDot);
    if (m_hovered >= 0 && m_hovered != last && m_data->values.value(m_hovered))
        dot(m_hovered, 3);
    if (m_size == ChartView::Size::Full) {
        const QPointF at(xAt(last), yAt(*m_data->values[last]));
        m_text.draw(*painter,
                    QRectF(at.x() + lastDot + labelGap, at.y() - 10, width() - at.x(), 20),
                    m_data->written(*m_data->values[last]), {Type::BodyName, t.text});
    }
    painter->restore();
}

void QtChartCanvas::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    place();
}

void QtChartCanvas::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

QString QtChartCanvas::readout(int index) const
{
    QStringList parts{m_data->xLabels.value(index)};
    if (m_data->values.value(index))
        parts << m_data->written(*m_data->values[index]);
    if (const QString note = m_data->notes.value(index); !note.isEmpty())
        parts << note;
    return parts.join(QStringLiteral(" · "));
}

void QtChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    if (m_data == nullptr || !m_data->tooFew.isEmpty() || m_data->values.isEmpty())
        return;
    const QRectF area = plot();
    const double share = (event->position().x() - area.left()) / std::max(area.width(), 1.0);
    const int count = static_cast<int>(m_data->xLabels.size());
    const int index = std::clamp(static_cast<int>(std::lround(share * (count - 1))), 0, count - 1);
    if (index == m_hovered)
        return;
    m_hovered = index;
    viewport()->update();
    QToolTip::showText(event->globalPosition().toPoint(), readout(index), this);
}

void QtChartCanvas::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_hovered = -1;
    viewport()->update();
}

} // namespace topline::charts
