#include "ui/pages/icp_rates.h"

#include "ui/text/names_text.h"

#include <QPainter>

#include <algorithm>

namespace topline::pages {

using namespace look;
using domain::TierVerdict;
using ui::text::Format;

namespace {

constexpr int headTall = 40;
constexpr int rowTall = 32;
constexpr qreal nameWide = 52;
constexpr qreal countWide = 88;
constexpr qreal rateWide = 48;
constexpr std::int64_t fewMoments = 30;

} // namespace

IcpRates::IcpRates(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(260);
    setWaiting();
}

void IcpRates::setWaiting()
{
    setTrouble(tr("Looking through a year of every account…"));
}

void IcpRates::setTrouble(const QString &text)
{
    m_rows.clear();
    m_words = text;
    setAccessibleName(text);
    update();
}

QString IcpRates::verdictText(const domain::TierReport &report, const Format &format)
{
    if (report.moments == 0)
        return tr("Nothing to measure yet: no account has a history of 14 days.");
    switch (report.verdict) {
    case TierVerdict::Collecting:
        return tr("Too little to judge: %1 of the %2 moments that it takes.")
            .arg(format.number(static_cast<double>(report.moments)),
                 format.number(static_cast<double>(report.moments + report.momentsNeeded)));
    case TierVerdict::Proven:
        return tr("Hot is proven: even its low end is at least three times the rate of all.");
    case TierVerdict::NotProven:
        return tr("Hot is not proven: its low end is below three times the rate of all. Other "
                  "criteria or weights may part accounts better.");
    }
    return {};
}

void IcpRates::setReport(const domain::TierReport &report, const Format &format)
{
    m_rows.clear();
    QStringList spoken;
    const auto count = [&format](std::int64_t met, std::int64_t moments) {
        return tr("%1 of %2")
            .arg(format.number(static_cast<double>(met)),
                 format.number(static_cast<double>(moments)));
    };
    for (const domain::TierRate &tier : report.tiers) {
        Row row;
        row.name = ui::text::tierText(tier.tier);
        row.count = count(tier.met, tier.moments);
        row.rate = tier.rate ? format.percent(*tier.rate) : Format::missing();
        row.low = !tier.low                   ? tr("never seen")
                  : tier.moments < fewMoments ? tr("few, n %1").arg(tier.moments)
                                              : tr("≥ %1").arg(format.percent(*tier.low));
        spoken << QStringLiteral("%1: %2, %3, %4").arg(row.name, row.count, row.rate, row.low);
        m_rows.push_back(row);
    }
    if (report.baseRate) {
        Row all;
        all.name = tr("All");
        all.count = count(report.met, report.moments);
        all.rate = format.percent(*report.baseRate);
        all.isBase = true;
        spoken << QStringLiteral("%1: %2, %3").arg(all.name, all.count, all.rate);
        m_rows.push_back(all);
    }
    m_words = verdictText(report, format);
    spoken << m_words;
    setAccessibleName(spoken.join(QStringLiteral("; ")));
    update();
}

void IcpRates::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    mirrorIfRightToLeft(painter, *this);
    const QRectF all = QRectF(rect()).adjusted(space::l, 0, -space::l, 0);
    m_text.draw(painter, {all.left(), 6, all.width(), 32}, tr("Measured"),
                {Type::DenseHead, t.text});
    m_text.draw(painter, {all.left(), headTall - 6, all.width(), 16},
                tr("A meeting within 14 d, of moments 14 d apart"), {Type::Meta, t.text3});
    qreal top = headTall + space::l;
    if (!m_rows.isEmpty()) {
        paintHeads(painter, {all.left(), top, all.width(), height::tableHead});
        top += height::tableHead;
        hLine(painter, all.left(), all.right(), top - 1, t.line);
    }
    for (const Row &row : m_rows) {
        paintRow(painter, {all.left(), top, all.width(), qreal(rowTall)}, row);
        top += rowTall;
        hLine(painter, all.left(), all.right(), top - 1, t.line);
    }
    const QRectF words(all.left(), top + space::m, all.width(), 120);
    const Upright upright(painter, words);
    painter.setFont(look::font(Type::Dense));
    painter.setPen(t.text2);
    painter.drawText(words, Qt::TextWordWrap | Qt::AlignTop, m_words);
}

void IcpRates::paintHeads(QPainter &painter, const QRectF &box)
{
    const Tokens &t = tokensFor(palette());
    const auto put = [&](qreal right, qreal wide, const QString &text) {
        m_text.draw(painter, {right - wide, box.top(), wide, box.height()}, text,
                    {Type::Meta, t.text3, Qt::AlignRight});
    };
    m_text.draw(painter, {box.left(), box.top(), nameWide, box.height()}, tr("Tier"),
                {Type::Meta, t.text3});
    put(box.left() + nameWide + countWide, countWide, tr("Met"));
    put(box.left() + nameWide + countWide + rateWide, rateWide, tr("Rate"));
    put(box.right(), box.width() - nameWide - countWide - rateWide - space::s, tr("Low end, 80 %"));
}

void IcpRates::paintRow(QPainter &painter, const QRectF &box, const Row &row)
{
    const Tokens &t = tokensFor(palette());
    qreal x = box.left();
    m_text.draw(painter, {x, box.top(), nameWide, box.height()}, row.name,
                {Type::DenseValue, row.isBase ? t.text2 : t.text});
    x += nameWide;
    m_text.draw(painter, {x, box.top(), countWide, box.height()}, row.count,
                {Type::Dense, t.text2, Qt::AlignRight});
    x += countWide;
    m_text.draw(painter, {x, box.top(), rateWide, box.height()}, row.rate,
                {Type::DenseValue, t.text, Qt::AlignRight});
    x += rateWide + space::s;
    m_text.draw(painter, {x, box.top(), box.right() - x, box.height()}, row.low,
                {Type::Dense, t.text2, Qt::AlignRight});
}

} // namespace topline::pages
