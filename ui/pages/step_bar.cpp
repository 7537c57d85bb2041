#include "ui/pages/step_bar.h"

namespace topline::pages {

using namespace look;

namespace {

constexpr int barHeight = 56;
constexpr int circle = 20;

} // namespace

StepBar::StepBar(const QStringList &titles, QWidget *parent)
    : QWidget(parent)
{
    for (const QString &title : titles)
        m_steps.push_back({title, {}});
    setFixedHeight(barHeight);
    setCurrent(0);
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(
        tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step).title));
    update();
}

void StepBar::setNote(int step, const QString &note)
{
    m_steps[step].note = note;
    update();
}

void StepBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    const qreal each = static_cast<qreal>(width()) / static_cast<qreal>(m_steps.size());
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const qreal x = each * static_cast<qreal>(i);
        const QRectF spot(x, 6, circle, circle);
        const bool done = i < m_current;
        const bool now = i == m_current;
        fillRounded(painter, spot, circle / 2.0, now ? t.accent : done ? t.accentSoft : t.well);
        if (done)
            drawIcon(painter, spot.topLeft() + QPointF(4, 4), Icon::Check, t.accentText,
                     icon::chip);
        else
            m_text.draw(painter, spot, QString::number(i + 1),
                        {Type::MetaStrong, now ? t.onAccent : t.text2, Qt::AlignHCenter});
        const QRectF words(x + circle + space::s, 0, each - circle - 2 * space::s, 16);
        m_text.draw(painter, words, m_steps[i].title,
                    {Type::DenseValue, done || now ? t.text : t.text2});
        m_text.draw(painter, words.translated(0, 16), m_steps[i].note, {Type::Meta, t.text3});
    }
    hLine(painter, 0, width(), barHeight - hairline(painter), t.line);
}

} // namespace topline::pages
