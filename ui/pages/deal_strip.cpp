#include "ui/pages/deal_strip.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace topline::pages {

using look::Type;

namespace {

constexpr int pad = look::space::l;
constexpr int labelWidthMin = 80;
constexpr int rowHeight = 20;
constexpr int stripHeight = 128;

QString days(const ui::text::Format &format, double value)
{
    return format.span(static_cast<base::DurationMs>(value * static_cast<double>(base::dayMs)));
}

} // namespace

DealStripView::DealStripView(QWidget *parent)
    : QWidget(parent)
    , m_format(QLocale(), base::TimeZone(), 0)
{
    setFixedHeight(stripHeight);
}

void DealStripView::setDeal(const std::optional<domain::DealStrip> &deal,
                            const ui::text::Format &format)
{
    m_deal = deal;
    m_format = format;
    setVisible(deal.has_value());
    if (deal)
        setAccessibleName(
            tr("Deal %1, %2")
                .arg(ui::text::fromUtf8(deal->row.name), ui::text::fromUtf8(deal->row.stageName)));
    update();
}

QString DealStripView::ageText() const
{
    QStringList parts;
    if (m_deal->row.ageInStageDays)
        parts += tr("%1 in %2")
                     .arg(days(m_format, *m_deal->row.ageInStageDays),
                          ui::text::fromUtf8(m_deal->row.stageName));
    if (m_deal->ageDays)
        parts += tr("%1 in all").arg(days(m_format, *m_deal->ageDays));
    return parts.isEmpty() ? ui::text::Format::missing() : parts.join(QStringLiteral(", "));
}

void DealStripView::paintEvent(QPaintEvent *)
{
    if (!m_deal)
        return;
    QPainter painter(this);
    look::mirrorIfRightToLeft(painter, *this);
    const look::Tokens &t = look::tokensFor(palette());
    const domain::DealRow &row = m_deal->row;
    look::hLine(painter, 0, width(), 0, t.line);
    const QString amount = row.amount ? m_format.money(*row.amount) : ui::text::Format::missing();
    const qreal right = width() - pad;
    const qreal amountWidth = look::textWidth(Type::DenseHead, amount) + 2;
    m_text.draw(painter, {right - amountWidth, 12, amountWidth, 16}, amount,
                {Type::DenseHead, t.text, Qt::AlignRight});
    m_text.draw(painter, {1.0 * pad, 12, right - amountWidth - look::space::m - pad, 16},
                ui::text::fromUtf8(row.name),
                {Type::DenseHead, t.text, Qt::AlignLeft, Qt::ElideMiddle});
    paintStages(painter, 34);
    qreal top = 62;
    const QString p80 = row.wonP80Days
                            ? tr("80 % of won deals: %1").arg(days(m_format, *row.wonP80Days))
                            : QString();
    paintRow(painter, top, tr("Age"), ageText(), p80);
    top += rowHeight;
    const QString close = row.closeMs ? m_format.date(*row.closeMs) : QString();
    paintRow(painter, top, tr("Next step"),
             row.nextStep.empty() ? tr("none set") : ui::text::fromUtf8(row.nextStep),
             close.isEmpty() ? QString()
                             : (row.closeDatePassed ? tr("close date passed, %1").arg(close)
                                                    : tr("closes %1").arg(close)));
    top += rowHeight;
    paintRow(painter, top, tr("People"),
             tr("%1 of %2 active in 30 d").arg(m_deal->contactsEngaged).arg(m_deal->contacts),
             row.probability ? tr("%1 won, n %2")
                                   .arg(m_format.probability(*row.probability))
                                   .arg(row.probability->closed)
                             : QString());
}

void DealStripView::paintStages(QPainter &painter, qreal top)
{
    const look::Tokens &t = look::tokensFor(palette());
    const std::size_t count = m_deal->stages.size();
    if (count == 0)
        return;
    const qreal gap = 2;
    const qreal each =
        (width() - 2.0 * pad - gap * static_cast<qreal>(count - 1)) / static_cast<qreal>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const qreal left = pad + static_cast<qreal>(i) * (each + gap);
        look::fillCrisp(painter, {left, top, each, 1.0 * look::height::track},
                        i <= m_deal->stageIndex ? t.series : t.well);
        const bool here = i == m_deal->stageIndex;
        m_text.draw(painter, {left, top + 6, each - look::space::xs, 16},
                    ui::text::fromUtf8(m_deal->stages[i].name),
                    {here ? Type::MetaStrong : Type::Meta, here ? t.text : t.text3});
    }
}

qreal DealStripView::labelRoom() const
{
    qreal out = labelWidthMin;
    for (const QString &label : {tr("Age"), tr("Next step"), tr("People")})
        out = std::max(out, std::ceil(look::textWidth(Type::Dense, label)) + look::space::m);
    return out;
}

void DealStripView::paintRow(QPainter &painter, qreal top, const QString &label,
                             const QString &value, const QString &rightText)
{
    const look::Tokens &t = look::tokensFor(palette());
    const qreal right = width() - pad;
    const qreal rightWidth = rightText.isEmpty() ? 0 : look::textWidth(Type::Dense, rightText) + 2;
    const qreal labelWidth = labelRoom();
    m_text.draw(painter, {1.0 * pad, top, labelWidth, 16}, label, {Type::Dense, t.text2});
    m_text.draw(painter, {right - rightWidth, top, rightWidth, 16}, rightText,
                {Type::Dense, t.text2, Qt::AlignRight});
    m_text.draw(painter,
                {pad + labelWidth, top, right - rightWidth - look::space::m - pad - labelWidth, 16},
                value, {Type::Dense, t.text});
}

} // namespace topline::pages
