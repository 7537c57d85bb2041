#include "ui/pages/account_lists.h"

#include "ui/pages/card_face.h"
#include "ui/text/account_names.h"
#include "ui/text/names_text.h"
#include "ui/text/reason_text.h"

namespace topline::pages {

using namespace look;
using ui::text::Format;
using ui::text::fromUtf8;

namespace {

QString days(double value, const Format &format)
{
    return format.span(static_cast<base::DurationMs>(value * static_cast<double>(base::dayMs)));
}

PairItem paired(const QString &id, TwoLines face)
{
    PairItem item;
    item.id = id;
    QStringList spoken{face.name, face.after, face.right, face.below};
    spoken.removeAll(QString());
    item.spoken = spoken.join(QStringLiteral(", "));
    item.face = std::move(face);
    return item;
}

QString dealFacts(const domain::AccountDeal &deal, const Format &format)
{
    const domain::DealRow &row = deal.row;
    QStringList facts;
    if (row.kind != domain::StageKind::Open)
        return row.closeMs ? PairList::tr("closed %1").arg(format.date(*row.closeMs)) : QString();
    if (row.ageInStageDays)
        facts << PairList::tr("%1 in the stage").arg(days(*row.ageInStageDays, format));
    if (row.closeMs)
        facts << (row.closeDatePassed
                      ? PairList::tr("close date passed, %1").arg(format.date(*row.closeMs))
                      : PairList::tr("closes %1").arg(format.date(*row.closeMs)));
    facts << (row.nextStep.empty() ? PairList::tr("no next step")
                                   : PairList::tr("next: %1").arg(fromUtf8(row.nextStep)));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

std::vector<PairItem> cardItems(const domain::AccountView &view, const Format &format)
{
    std::vector<PairItem> out;
    for (const domain::FeedCard &card : view.cards) {
        TwoLines face;
        const CardFace shown = faceOf(card, format, 0);
        face.icon = shown.icon;
        face.name = ui::text::cardTitle(card);
        face.right = ui::text::laneText(card.lane);
        face.below = shown.sentence;
        out.push_back(paired(QString::fromStdString(card.action.id.text()), std::move(face)));
    }
    return out;
}

std::vector<PairItem> dealItems(const domain::AccountView &view, const Format &format)
{
    std::vector<PairItem> out;
    for (const domain::AccountDeal &deal : view.deals) {
        TwoLines face;
        face.icon = Icon::DollarCircle;
        face.name = fromUtf8(deal.row.name);
        face.after = fromUtf8(deal.row.stageName);
        face.right = deal.row.amount ? format.money(*deal.row.amount) : Format::missing();
        face.rightColour = &Tokens::text;
        face.below = dealFacts(deal, format);
        face.quiet = deal.row.kind != domain::StageKind::Open;
        out.push_back(paired(QString::number(deal.row.deal.value), std::move(face)));
    }
    return out;
}

std::vector<PairItem> signalItems(const domain::AccountView &view, std::size_t most,
                                  const Format &format)
{
    std::vector<PairItem> out;
    for (const domain::Signal &signal : view.signals) {
        if (out.size() == most)
            break;
        TwoLines face;
        face.icon = Icon::Zap;
        face.name = ui::text::signalTypeText(signal.type);
        face.right = format.when(signal.occurredMs);
        face.below = ui::text::sentence(signal.reason, format, signal.occurredMs);
        out.push_back(paired(QString::fromStdString(signal.id.text()), std::move(face)));
    }
    return out;
}

PairList::PairList(const QString &accessibleName, QWidget *parent)
    : RowList(accessibleName, parent)
{
    setGrowing(true);
    setModel(&m_model);
    setItemDelegate(new TwoLineDelegate([this](int row) { return m_model.row(row).face; }, this));
}

void PairList::setItems(std::vector<PairItem> items)
{
    m_model.apply(std::move(items));
    updateGeometry();
    viewport()->update();
}

} // namespace topline::pages
