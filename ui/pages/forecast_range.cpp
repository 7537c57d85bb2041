#include "ui/pages/forecast_range.h"

#include "ui/look/marks.h"

#include <QPainter>

#include <algorithm>

namespace topline::pages {

using namespace look;

namespace {

constexpr int barTop = 4;
constexpr int barTall = 20;
constexpr int factsTop = 32;
constexpr int factTall = 20;
constexpr qreal bandTall = 16;

double asDouble(std::int64_t minor)
{
    return static_cast<double>(minor);
}

} // namespace

ForecastRange::ForecastRange(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

QSize ForecastRange::sizeHint() const
{
    return {320, factsTop + factTall * static_cast<int>(m_facts.size()) + space::s};
}

void ForecastRange::setReport(const domain::ForecastReport &report,
                              const ui::text::ForecastText &text)
{
    m_range = report.range;
    m_band = report.band;
    m_expected = report.expectedMinor;
    m_facts.clear();
    const auto add = [this](const QString &label, const QString &note, const QString &value,
                            Mark mark = Mark::None) {
        m_facts.push_back({label, note, value, mark == Mark::Cap || mark == Mark::Dot, mark});
    };
    add(tr("Commit"), tr("9 of 10 futures bring more"), text.money(m_range.p10Minor), Mark::Cap);
    add(tr("Likely"), tr("the middle of all futures"), text.money(m_range.p50Minor), Mark::Dot);
    add(tr("Best"), tr("1 of 10 brings more"), text.money(m_range.p90Minor), Mark::Cap);
    const auto n = static_cast<int>(report.backTest.origins.size());
    if (m_band)
        //: %1 is a share such as "80 %".
        add(tr("Band"),
            tr("n %2, %1 of past errors").arg(text.format().percent(m_band->level)).arg(n),
            tr("%1 to %2")
                .arg(text.moneyShort(m_band->lowMinor), text.moneyShort(m_band->highMinor)),
            Mark::Band);
    else
        add(tr("Band"), tr("not enough history"),
            n < report.originsMin ? tr("%1 of %2 back-tests").arg(n).arg(report.originsMin)
                                  : tr("too little was won"));
    const bool anyBig = std::any_of(report.deals.begin(), report.deals.end(),
                                    [](const auto &deal) { return deal.big; });
    if (anyBig)
        add(tr("Without big deals"), tr("commit, likely, best"),
            QStringLiteral("%1 · %2 · %3")
                .arg(text.moneyShort(report.withoutBig.p10Minor),
                     text.moneyShort(report.withoutBig.p50Minor),
                     text.moneyShort(report.withoutBig.p90Minor)));
    setAccessibleName(tr("Range of the forecast: %1").arg(lines().join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

QStringList ForecastRange::lines() const
{
    QStringList out;
    for (const Fact &fact : m_facts)
        out << QStringLiteral("%1: %2, %3").arg(fact.label, fact.value, fact.note);
    return out;
}

void ForecastRange::paintBar(QPainter &painter, const QRectF &area)
{
    const Tokens &t = tokensFor(palette());
    double high = std::max(asDouble(m_range.p90Minor), asDouble(m_expected));
    double low = std::min(asDouble(m_range.p10Minor), asDouble(m_expected));
    if (m_band) {
        high = std::max(high, asDouble(m_band->highMinor));
        low = std::min(low, asDouble(m_band->lowMinor));
    }
    // Zero is on the axis unless that would squeeze the range into a corner.
    const Scale scale{low > 0.6 * high ? low - 0.1 * (high - low) : std::min(0.0, low),
                      high > low ? high + 0.04 * (high - low) : low + 1};
    hLine(painter, area.left(), area.right(), area.bottom(), t.line);
    if (m_band) {
        const qreal from = scale.at(area, asDouble(m_band->lowMinor));
        const qreal to = scale.at(area, asDouble(m_band->highMinor));
        fillCrisp(painter, {from, area.center().y() - bandTall / 2, to - from, bandTall}, t.band);
    }
    const QRectF line(area.left(), area.center().y() - 4.5, area.width(), 9);
    drawWhisker(
        painter, line, scale,
        {asDouble(m_range.p10Minor), asDouble(m_range.p50Minor), asDouble(m_range.p90Minor)},
        t.series);
}

void ForecastRange::paintMark(QPainter &painter, const QPointF &middle, Mark mark)
{
    const Tokens &t = tokensFor(palette());
    const qreal size = mark == Mark::Cap ? 10 : 8;
    if (mark == Mark::Band)
        fillCrisp(painter, {middle.x() - 5, middle.y() - size / 2, 10, size}, t.band);
    else if (mark == Mark::Dot)
        fillRounded(painter, {middle.x() - size / 2, middle.y() - size / 2, size, size}, size / 2,
                    t.series);
    else if (mark == Mark::Cap)
        fillCrisp(painter, {middle.x() - 1, middle.y() - size / 2, 2, size}, t.series);
}

void ForecastRange::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const qreal left = space::l;
    const qreal wide = width() - 2.0 * space::l;
    constexpr qreal markWidth = 18;
    if (m_range.p90Minor > 0 || m_expected > 0)
        paintBar(painter, {left, barTop, wide, barTall});
    qreal y = factsTop;
    for (const Fact &fact : std::as_const(m_facts)) {
        const qreal valueWidth = textWidth(Type::DenseValue, fact.value) + 2;
        const qreal room = wide - valueWidth - space::m - markWidth;
        paintMark(painter, {left + 5, y + factTall / 2.0}, fact.mark);
        const qreal taken = m_text.draw(painter, {left + markWidth, y, room, factTall}, fact.label,
                                        {Type::Dense, t.text2});
        if (room - taken - space::s > 24)
            m_text.draw(painter,
                        {left + markWidth + taken + space::s, y, room - taken - space::s, factTall},
                        fact.note, {Type::Meta, t.text3});
        m_text.draw(painter, {left + wide - valueWidth, y, valueWidth, factTall}, fact.value,
                    {fact.strong ? Type::DenseValue : Type::Dense, t.text, Qt::AlignRight});
        y += factTall;
    }
    if (hasFocus())
        strokeRing(painter, QRectF(rect()).adjusted(4, 0, -4, 0), radius::ring, t.series);
}

} // namespace topline::pages
