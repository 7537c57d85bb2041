#include "ui/pages/deal_delegate.h"

#include "ui/look/marks.h"

#include <QLocale>

#include <algorithm>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr qreal whiskerWidth = 48;
constexpr qreal whiskerTall = 4;

// "Maya Okafor" is MO; the whole name is in the row's tooltip.
QString initials(const std::string &name)
{
    QString out;
    const QStringList words = fromUtf8(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!words.isEmpty())
        out += words.first().left(1);
    if (words.size() > 1)
        out += words.last().left(1);
    return out.toUpper();
}

} // namespace

DealDelegate::DealDelegate(const DealFilter &deals, const TableColumns &columns, QObject *parent)
    : RowDelegate(parent)
    , m_deals(deals)
    , m_columns(columns)
    , m_words(ui::text::Format(QLocale(), {}, 0))
{
}

QVector<Column> DealDelegate::columns()
{
    const Qt::Alignment right = Qt::AlignRight;
    using M = DealModel;
    return {
        {M::Name, tr("Deal"), Qt::AlignLeft, 96, 4},
        {M::Amount, tr("Amount"), right, 62, 0, 0, true, true},
        {M::Stage, tr("Stage"), Qt::AlignLeft, 72, 1, 3, true, true},
        {M::Age, tr("Age, p80 of won"), right, 104, 0, 2, true, true},
        {M::Win, tr("Stage win"), right, 56, 0, 7, true, true},
        {M::Risk, tr("Risk"), right, 48, 0, 0, true, true},
        {M::Warning, tr("Top warning"), Qt::AlignLeft, 172, 5, 0, true, true},
        {M::NextStep, tr("Next step"), Qt::AlignLeft, 88, 3, 6},
        {M::Close, tr("Close"), right, 54, 0, 8},
        {M::Touch, tr("Last touch"), right, 62, 0, 4, true, true},
        {M::Rep, tr("Rep"), right, 24, 0, 5},
    };
}

int DealDelegate::rowHeight(const QModelIndex &) const
{
    return height::tableRow;
}

void DealDelegate::paintRow(QPainter &painter, const QRectF &row, const QModelIndex &index,
                            const RowState &) const
{
    const DealItem &item = m_deals.item(index);
    for (const PlacedColumn &column : m_columns.placed())
        paintCell(painter, column.box(row), column.id, item);
}

void DealDelegate::paintCell(QPainter &painter, const QRectF &cell, int column,
                             const DealItem &item) const
{
    const Tokens &t = tokens();
    const domain::DealRow &row = item.row;
    const ui::text::Format &format = m_words.format();
    const QString missing = ui::text::Format::missing();
    const auto put = [&](const QString &text, const TextLook &look) {
        m_text.draw(painter, cell, text, look);
    };
    const TextLook quiet{Type::Dense, t.text2, Qt::AlignRight};
    switch (column) {
    case DealModel::Name:
        return paintName(painter, cell, item);
    case DealModel::Amount:
        return put(row.amount ? format.money(*row.amount) : missing,
                   {Type::DenseValue, t.text, Qt::AlignRight});
    case DealModel::Stage:
        return put(fromUtf8(row.stageName), {Type::Dense, t.text2});
    case DealModel::Age:
        return paintAge(painter, cell, item);
    case DealModel::Win:
        return put(row.probability ? format.probability(*row.probability) : missing, quiet);
    case DealModel::Risk:
        return paintRisk(painter, cell, item);
    case DealModel::Warning:
        return paintWarning(painter, cell, item);
    case DealModel::NextStep:
        return put(row.nextStep.empty() ? tr("none set") : fromUtf8(row.nextStep),
                   {Type::Dense, row.nextStep.empty() ? t.text3 : t.text2});
    case DealModel::Close:
        return put(row.closeMs ? format.date(*row.closeMs) : missing, quiet);
    case DealModel::Touch:
        return put(row.lastTwoWayMs ? format.when(*row.lastTwoWayMs) : missing, quiet);
    case DealModel::Rep:
        return put(initials(row.ownerName), {Type::Dense, t.text3, Qt::AlignRight});
    default:
        return;
    }
}

// The account in ink, then the deal's own name as far as there is room.
void DealDelegate::paintName(QPainter &painter, const QRectF &cell, const DealItem &item) const
{
    constexpr qreal worthIt = 48;
    const Tokens &t = tokens();
    const qreal taken =
        m_text.draw(painter, cell, fromUtf8(item.title()), {Type::DenseValue, t.text}) + space::s;
    if (item.row.name != item.title() && cell.width() - taken >= worthIt)
        m_text.draw(painter, cell.adjusted(taken, 0, 0, 0), fromUtf8(item.row.name),
                    {Type::Dense, t.text3});
}

// The track ends at twice p80, so that the tick stands in the middle of every row.
void DealDelegate::paintAge(QPainter &painter, const QRectF &cell, const DealItem &item) const
{
    const Tokens &t = tokens();
    const domain::DealRow &row = item.row;
    const QRectF words = cell.adjusted(0, 0, -whiskerWidth - space::s, 0);
    m_text.draw(painter, words, m_words.days(row.ageInStageDays),
                {item.row.stalled ? Type::DenseValue : Type::Dense,
                 item.row.stalled ? t.text : t.text2, Qt::AlignRight});
    if (!row.ageInStageDays || !row.wonP80Days || *row.wonP80Days <= 0)
        return;
    const QRectF track(cell.right() - whiskerWidth, cell.center().y() - whiskerTall / 2,
                       whiskerWidth, whiskerTall);
    const Scale scale{0, 2 * *row.wonP80Days};
    drawTrack(painter, track, std::min(1.0, *row.ageInStageDays / scale.high),
              item.row.stalled ? t.text2 : t.mute, t.well);
    drawTick(painter, track.adjusted(0, -2, 0, 2), scale, *row.wonP80Days, t.text);
}

// The number in ink, then three steps that tell its size by shape and colour.
void DealDelegate::paintRisk(QPainter &painter, const QRectF &cell, const DealItem &item) const
{
    constexpr qreal stepsWidth = 16;
    constexpr qreal stepsTall = 12;
    const Tokens &t = tokens();
    const QRectF number = cell.adjusted(0, 0, -stepsWidth - 6, 0);
    if (!item.row.riskMilli) {
        m_text.draw(painter, number, ui::text::Format::missing(),
                    {Type::Dense, t.text3, Qt::AlignRight});
        return;
    }
    m_text.draw(painter, number, m_words.format().points(*item.row.riskMilli),
                {item.atRisk() ? Type::DenseHead : Type::Dense, t.text, Qt::AlignRight});
    drawRiskSteps(painter, {cell.right() - stepsWidth, cell.center().y() - stepsTall / 2},
                  static_cast<int>(*item.row.riskMilli / 1'000), t);
}

void DealDelegate::paintWarning(QPainter &painter, const QRectF &cell, const DealItem &item) const
{
    const Tokens &t = tokens();
    QRectF words = cell;
    if (m_deals.scope() == DealFilter::Scope::Zombies && !item.zombieText.isEmpty()) {
        m_text.draw(painter, words, item.zombieText, {Type::Dense, t.text});
        return;
    }
    if (item.atRisk() && !item.row.riskMilli) {
        drawIcon(painter, {cell.left(), cell.center().y() - icon::chip / 2.0},
                 item.row.closeDatePassed ? Icon::CalendarX : Icon::Hourglass,
                 item.row.closeDatePassed ? t.red : t.amber, icon::chip);
        words.setLeft(words.left() + icon::chip + 6);
    }
    const bool none = !item.hasWarning() && item.row.kind == domain::StageKind::Open;
    m_text.draw(painter, words, item.warningText,
                {Type::Dense, none            ? t.text3
                              : item.atRisk() ? t.text
                                              : t.text2});
}

} // namespace topline::pages
