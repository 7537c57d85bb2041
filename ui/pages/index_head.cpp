#include "ui/pages/index_head.h"

#include "ui/look/marks.h"

#include <QPainter>

namespace topline::pages {

using namespace look;
using domain::Lever;

namespace {

constexpr int tall = 52;

} // namespace

IndexHead::IndexHead(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(tall);
}

void IndexHead::setWeek(const domain::RviWeek &week, const ui::text::MetricText &text)
{
    m_figure = week.rvi ? text.format().number(*week.rvi, 1) : ui::text::Format::missing();
    m_low = week.lowConfidence;
    if (week.rvi && week.change)
        m_sentence = tr("Revenue Velocity Index, %1 on last week and %2 on the baseline")
                         .arg(text.points(week.change), text.points(*week.rvi - 100));
    else
        m_sentence = tr("Revenue Velocity Index");
    const auto weight = [&](Lever lever) -> QString {
        return text.format().number(week.levers[static_cast<std::size_t>(lever)].weight * 100) +
               QStringLiteral(" %");
    };
    m_weights = tr("cycle %1, win %2, size %3, pipeline per rep %4")
                    .arg(weight(Lever::Cycle), weight(Lever::WinRate), weight(Lever::DealSize),
                         weight(Lever::PipelinePerRep));
    setAccessibleName(QStringLiteral("%1: %2. %3").arg(m_sentence, m_figure, m_weights));
    setToolTip(tr("100 times the product of the four levers' ratios to their baseline, each to the "
                  "power of its weight; a longer cycle counts against it."));
    update();
}

void IndexHead::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    qreal x = space::l;
    const qreal right = width() - space::l;
    x += m_text.draw(painter, {x, 8, 160, 36}, m_figure, {Type::FigureIndex, t.text}) + space::m;
    const qreal weightsWide = textWidth(Type::Meta, m_weights);
    const Chip chip{tr("low confidence"), Tone::Outline, Icon::None, true};
    const qreal chipWide = m_low ? chipSize(chip).width() + space::m : 0;
    const qreal sentence = textWidth(Type::Dense, m_sentence);
    const bool both = x + sentence + chipWide + space::xl + weightsWide <= right;
    const qreal room = (both ? right - weightsWide - space::xl : right) - x - chipWide;
    x += m_text.draw(painter, {x, 19, room, 16}, m_sentence, {Type::Dense, t.text2}) + space::s;
    if (m_low)
        drawChip(painter, {x, 19}, chip, t);
    if (both)
        m_text.draw(painter, {right - weightsWide - 1, 19, weightsWide + 1, 16}, m_weights,
                    {Type::Meta, t.text3, Qt::AlignRight});
}

} // namespace topline::pages
