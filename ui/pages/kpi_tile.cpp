#include "ui/pages/kpi_tile.h"

#include "ui/look/marks.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr qreal sparkWidth = 72;
constexpr qreal sparkLeast = 32;
constexpr qreal sparkTall = 26;

} // namespace

KpiTile::KpiTile(QWidget *parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedHeight(height::kpiTile);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void KpiTile::setFigure(const domain::Figure &figure, const ui::text::MetricText &text)
{
    m_figure = figure;
    setText(text.title(figure));
    m_value = text.value(figure);
    m_change = text.change(figure);
    m_basis = text.basis(figure);
    m_basisShort = text.basisShort(figure);
    m_spark = QVector<double>(figure.spark.begin(), figure.spark.end());
    QStringList spoken{text.title(figure), m_value};
    if (!m_change.isEmpty())
        spoken << tr("%1 in 7 days").arg(m_change);
    spoken << m_basis;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setAccessibleDescription(text.definition(figure));
    setToolTip(text.definition(figure));
    update();
}

void KpiTile::setTaskKey(const QString &key)
{
    m_taskKey = key;
    update();
}

void KpiTile::setLast(bool last)
{
    m_last = last;
}

QSize KpiTile::sizeHint() const
{
    return {212, height::kpiTile};
}

QSize KpiTile::minimumSizeHint() const
{
    return {140, height::kpiTile};
}

bool KpiTile::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void KpiTile::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void KpiTile::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    painter.fillRect(rect(), t.surface);
    const QRectF inner = QRectF(rect()).adjusted(4, 4, m_last ? -4 : -5, -4);
    if (hasFocus())
        drawFocusedRow(painter, inner, t);
    else if (isChecked())
        fillRounded(painter, inner, radius::control, t.current);
    else if (isDown() || underMouse())
        fillRounded(painter, inner, radius::control, t.hover);
    if (!m_last)
        vLine(painter, width() - hairline(painter), 12, QWidget::height() - 12, t.line);
    paintFigure(painter, t);
    paintFoot(painter, t);
}

void KpiTile::paintFigure(QPainter &painter, const Tokens &t)
{
    const qreal left = space::l;
    const qreal right = width() - space::l;
    qreal titleRight = right;
    if (hasFocus() && !m_taskKey.isEmpty()) {
        const QString word = tr("task");
        titleRight = right - keyHintWidth(m_taskKey, word);
        drawKeyHint(painter, {titleRight, 12}, m_taskKey, word, CapPlace::Focused, t);
        titleRight -= space::s;
    }
    m_text.draw(painter, {left, 12, titleRight - left, 16}, text(), {Type::Dense, t.text2});
    const qreal words =
        m_text.draw(painter, {left, 32, right - left, 32}, m_value, {Type::FigureKpi, t.text});
    const qreal room = std::min(sparkWidth, right - left - words - space::m);
    if (room >= sparkLeast)
        drawSparkline(painter, {right - room, 34, room, sparkTall}, m_spark,
                      hasFocus() ? t.series : t.text3);
}

void KpiTile::paintFoot(QPainter &painter, const Tokens &t)
{
    const qreal left = space::l;
    const qreal right = width() - space::l;
    const qreal y = 64;
    qreal x = left;
    const QColor quiet = hasFocus() ? t.text2 : t.text3;
    if (!m_change.isEmpty()) {
        const double difference = *m_figure.value - *m_figure.weekAgo;
        if (difference != 0) {
            drawIcon(painter, {x, y + 2}, difference > 0 ? Icon::ArrowUp : Icon::ArrowDown, t.text2,
                     icon::chip);
            x += icon::chip + 2;
        }
        x += m_text.draw(painter, {x, y, right - x, 16}, m_change, {Type::MetaStrong, t.text2}) + 6;
        //: The period of a change: seven days.
        const QString period = tr("7 d");
        const qreal after = x + textWidth(Type::Meta, period) + space::m;
        if (after + textWidth(Type::Meta, m_basis) <= right)
            x +=
                m_text.draw(painter, {x, y, right - x, 16}, period, {Type::Meta, quiet}) + space::s;
        else
            x += 2;
    }
    const bool fits = x + textWidth(Type::Meta, m_basis) <= right;
    m_text.draw(painter, {x, y, right - x, 16}, fits ? m_basis : m_basisShort,
                {Type::Meta, quiet, Qt::AlignRight});
}

} // namespace topline::pages
