#include "ui/pages/deal_sheet.h"

#include <QPainter>

namespace topline::pages {

using namespace look;
using ui::text::fromUtf8;

namespace {

constexpr int stagesTop = 64;
constexpr int stagesTall = 32;
constexpr int factsTop = 108;
constexpr int factTall = 24;
constexpr int labelWidth = 112;

} // namespace

DealSheet::DealSheet(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

QSize DealSheet::sizeHint() const
{
    return {400, factsTop + factTall * static_cast<int>(m_facts.size()) + space::s};
}

void DealSheet::clear()
{
    m_name.clear();
    m_meta.clear();
    m_stages.clear();
    m_facts.clear();
    updateGeometry();
    update();
}

void DealSheet::setDeal(const domain::DealStrip &deal, const ui::text::MetricText &text)
{
    const domain::DealRow &row = deal.row;
    const ui::text::Format &format = text.format();
    m_name = fromUtf8(row.name);
    QStringList meta{fromUtf8(row.accountName), fromUtf8(row.ownerName)};
    meta.removeAll(QString());
    m_meta = meta.join(QStringLiteral(" · "));
    m_stages.clear();
    for (const domain::Stage &stage : deal.stages)
        m_stages.push_back(fromUtf8(stage.name));
    m_stage = deal.stageIndex;
    m_closed = row.kind != domain::StageKind::Open;

    m_facts.clear();
    const auto add = [this](const QString &label, const QString &value, const QString &note = {},
                            bool warns = false) {
        m_facts.push_back({label, value, note, warns});
    };
    add(tr("Amount"), row.amount ? format.money(*row.amount) : format.missing());
    if (row.probability)
        //: Of n deals that reached the stage and were closed, so many were won.
        add(tr("Won from this stage"), format.probability(*row.probability),
            tr("%1 of %2 deals").arg(row.probability->won).arg(row.probability->closed));
    if (row.ageInStageDays)
        add(tr("In the stage"), text.days(row.ageInStageDays),
            row.wonP80Days ? tr("80 % of won deals: %1 or less").arg(text.days(row.wonP80Days))
                           : tr("too few won deals to compare"),
            row.stalled);
    if (m_closed && row.cycleDays)
        add(tr("Cycle"), text.days(row.cycleDays));
    else if (deal.ageDays)
        add(tr("Open for"), text.days(deal.ageDays));
    if (row.closeMs)
        add(m_closed ? tr("Closed") : tr("Close date"), format.date(*row.closeMs),
            row.closeDatePassed ? format.ago(*row.closeMs) : QString(), row.closeDatePassed);
    add(tr("Next step"), row.nextStep.empty() ? tr("none set") : fromUtf8(row.nextStep));
    add(tr("Last two-way touch"), row.lastTwoWayMs ? format.when(*row.lastTwoWayMs) : tr("none"));
    if (deal.contacts > 0)
        add(tr("People"),
            tr("%1 of %2 engaged in 30 d").arg(deal.contactsEngaged).arg(deal.contacts));
    QStringList spoken{m_name, m_meta};
    for (const Fact &fact : std::as_const(m_facts))
        spoken << fact.label + QStringLiteral(": ") + fact.value + QLatin1Char(' ') + fact.note;
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void DealSheet::paintStages(QPainter &painter, const QRectF &box)
{
    const Tokens &t = tokensFor(palette());
    if (m_stages.empty())
        return;
    const qreal gap = 2;
    const auto count = static_cast<qreal>(m_stages.size());
    const qreal each = (box.width() - gap * (count - 1)) / count;
    for (std::size_t i = 0; i < m_stages.size(); ++i) {
        const qreal x = box.left() + static_cast<qreal>(i) * (each + gap);
        const bool here = i == m_stage;
        fillCrisp(painter, {x, box.top(), each, 4},
                  here          ? t.series
                  : i < m_stage ? t.mute
                                : t.well);
        m_text.draw(painter, {x, box.top() + 8, each - 4, 16}, m_stages[i],
                    {here ? Type::MetaStrong : Type::Meta, here ? t.text : t.text3});
    }
}

void DealSheet::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokensFor(palette());
    QPainter painter(this);
    mirrorIfRightToLeft(painter, *this);
    const qreal left = space::l;
    const qreal wide = width() - 2 * space::l;
    m_text.draw(painter, {left, 14, wide, 20}, m_name, {Type::Title, t.text});
    m_text.draw(painter, {left, 36, wide, 16}, m_meta, {Type::Dense, t.text2});
    paintStages(painter, {left, stagesTop, wide, stagesTall});
    qreal y = factsTop;
    for (const Fact &fact : std::as_const(m_facts)) {
        m_text.draw(painter, {left, y, labelWidth, factTall}, fact.label, {Type::Dense, t.text3});
        const qreal x = left + labelWidth + space::s;
        const qreal taken = m_text.draw(painter, {x, y, left + wide - x, factTall}, fact.value,
                                        {Type::DenseValue, fact.warns ? t.amberText : t.text});
        const qreal noteX = x + taken + space::s;
        if (!fact.note.isEmpty() && left + wide - noteX > 24)
            m_text.draw(painter, {noteX, y, left + wide - noteX, factTall}, fact.note,
                        {Type::Dense, t.text2});
        y += factTall;
    }
    if (hasFocus())
        strokeRing(painter, QRectF(rect()).adjusted(4, 4, -4, -4), radius::ring, t.series);
}

} // namespace topline::pages
