#include "ui/pages/deal_task.h"

#include <QCoreApplication>

#include <algorithm>

namespace topline::pages {

using ui::text::fromUtf8;
using ui::text::MetricText;

namespace {

constexpr std::size_t listedMax = 10;

QString words(const char *sentence)
{
    return QCoreApplication::translate("DealTask", sentence);
}

QString nameOf(const DealItem &deal)
{
    const QString title = fromUtf8(deal.title());
    return deal.row.name == deal.title()
               ? title
               : QStringLiteral("%1, %2").arg(title, fromUtf8(deal.row.name));
}

QString lineOf(const DealItem &deal, const MetricText &text)
{
    QStringList parts{nameOf(deal)};
    if (deal.row.amount)
        parts << text.format().money(*deal.row.amount);
    parts << fromUtf8(deal.row.stageName);
    if (deal.hasWarning() || deal.row.kind != domain::StageKind::Open)
        parts << deal.warningText;
    parts << fromUtf8(deal.row.ownerName);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

engine::TaskRequest taskFromDeal(const DealItem &deal, const MetricText &text)
{
    engine::TaskRequest request;
    request.deals = {deal.row.deal};
    const QString reason = !deal.hasWarning()
                               ? words(QT_TRANSLATE_NOOP("DealTask", "take the next step"))
                               : deal.warningText;
    request.subject = QStringLiteral("%1: %2").arg(nameOf(deal), reason).toStdString();
    request.body = lineOf(deal, text).toStdString();
    return request;
}

engine::TaskRequest taskFromDeal(const DealItem &deal, const DealRiskStory &story,
                                 const MetricText &text)
{
    engine::TaskRequest request = taskFromDeal(deal, text);
    if (!story.risk || !story.fix)
        return request;
    const ui::text::RiskText risk(text.format());
    request.subject = QStringLiteral("%1: %2")
                          .arg(nameOf(deal), ui::text::RiskText::fixName(story.fix->kind))
                          .toStdString();
    QStringList lines{lineOf(deal, text), words(QT_TRANSLATE_NOOP("DealTask", "Risk %1 of 100"))
                                              .arg(text.format().points(story.risk->totalMilli))};
    for (const domain::RiskFactor &factor : story.risk->factors) {
        if (factor.fires)
            lines << QStringLiteral("%1, %2").arg(risk.measured(factor), risk.threshold(factor));
    }
    request.body = lines.join(QLatin1Char('\n')).toStdString();
    return request;
}

engine::TaskRequest taskFromDeals(const QString &what, const std::vector<domain::DealId> &deals,
                                  const DealModel &known, const MetricText &text)
{
    engine::TaskRequest request;
    request.subject = words(QT_TRANSLATE_NOOP("DealTask", "Look into %1")).arg(what).toStdString();
    std::vector<const DealItem *> items;
    for (const domain::DealId id : deals) {
        if (const DealItem *item = known.find(id))
            items.push_back(item);
    }
    std::stable_sort(items.begin(), items.end(), [](const DealItem *a, const DealItem *b) {
        const auto minor = [](const DealItem *item) {
            return item->row.amount ? item->row.amount->amountMinor : 0;
        };
        return minor(a) > minor(b);
    });
    QStringList lines;
    for (std::size_t i = 0; i < std::min(items.size(), listedMax); ++i)
        lines << lineOf(*items[i], text);
    if (items.size() > listedMax)
        lines << words(QT_TRANSLATE_NOOP("DealTask", "and %1 more")).arg(items.size() - listedMax);
    request.body = lines.join(QLatin1Char('\n')).toStdString();
    return request;
}

engine::TaskRequest taskFromFigure(const domain::Figure &figure, const DealModel &deals,
                                   const MetricText &text)
{
    const QString what = QStringLiteral("%1: %2, %3")
                             .arg(text.title(figure), text.value(figure), text.basis(figure));
    return taskFromDeals(what, figure.deals, deals, text);
}

} // namespace topline::pages
