#include "app/cli/commands.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/calendar.h"
#include "core/base/number_text.h"
#include "ui/text/metric_text.h"

#include <algorithm>
#include <cmath>

namespace topline::app {

namespace {

using ui::text::Format;

QString unitName(domain::Unit unit)
{
    static const char *const names[] = {"count",         "money", "ratio", "days",
                                        "money_per_day", "index", "millis"};
    return QLatin1String(names[static_cast<int>(unit)]);
}

QString moneyOf(double minor, const base::Currency &currency, const Format &format)
{
    // Averages keep their cents, sums of whole dollars have none to show.
    return format.money({static_cast<std::int64_t>(std::llround(minor)), currency});
}

QString figureText(const domain::Figure &figure, std::optional<double> value, const Format &format)
{
    if (!value)
        return Format::missing();
    switch (figure.unit) {
    case domain::Unit::Count:
        return format.number(*value);
    case domain::Unit::Money:
        return moneyOf(*value, figure.currency, format);
    case domain::Unit::MoneyPerDay:
        return moneyOf(*value, figure.currency, format) + QStringLiteral(" a day");
    case domain::Unit::Ratio:
        return figure.id == "coverage" ? format.number(*value, 2) + QStringLiteral("×")
                                       : format.percent(*value, 2);
    case domain::Unit::Days:
        return format.number(*value, 2) + QStringLiteral(" d");
    case domain::Unit::Index:
        return format.number(*value, 2);
    case domain::Unit::Millis:
        return format.span(static_cast<base::DurationMs>(*value));
    }
    return {};
}

QJsonObject figureDocument(const domain::Figure &figure)
{
    return {{QStringLiteral("id"), toQt(figure.id)},
            {QStringLiteral("unit"), unitName(figure.unit)},
            {QStringLiteral("value"), jsonNumber(figure.value)},
            {QStringLiteral("weekAgo"), jsonNumber(figure.weekAgo)},
            {QStringLiteral("n"), jsonInteger(figure.n)},
            {QStringLiteral("of"), jsonInteger(figure.of)},
            {QStringLiteral("currency"), toQt(figure.currency.text())},
            {QStringLiteral("dealsInOtherCurrencies"), jsonInteger(figure.otherCurrency)}};
}

QJsonArray speedDocument(const std::vector<domain::Figure> &figures)
{
    QJsonArray out;
    for (const auto &figure : figures) {
        QJsonArray actions;
        for (const auto &action : figure.actions)
            actions.append(toQt(action.text()));
        auto one = figureDocument(figure);
        one.insert(QStringLiteral("actions"), actions);
        out.append(one);
    }
    return out;
}

QJsonObject velocityDocument(const domain::Velocity &velocity)
{
    return {{QStringLiteral("closed"), jsonInteger(velocity.closedN)},
            {QStringLiteral("won"), jsonInteger(velocity.wonN)},
            {QStringLiteral("winRate"), jsonNumber(velocity.winRate)},
            {QStringLiteral("dealMinorMean"), jsonNumber(velocity.dealMinorMean)},
            {QStringLiteral("cycleDaysMean"), jsonNumber(velocity.cycleDaysMean)},
            {QStringLiteral("minorPerDay"), jsonNumber(velocity.minorPerDay)}};
}

QJsonObject statsDocument(const domain::DealStats &stats)
{
    return {{QStringLiteral("deals"), jsonInteger(stats.deals)},
            {QStringLiteral("closed"), jsonInteger(stats.closed)},
            {QStringLiteral("won"), jsonInteger(stats.won)},
            {QStringLiteral("lost"), jsonInteger(stats.lost)},
            {QStringLiteral("winRate"), jsonNumber(stats.winRate)},
            {QStringLiteral("wonMinorSum"), jsonInteger(stats.wonMinorSum)},
            {QStringLiteral("wonMinorMean"), jsonNumber(stats.wonMinorMean)},
            {QStringLiteral("wonMinorMedian"), jsonNumber(stats.wonMinorMedian)},
            {QStringLiteral("wonCycleDaysMean"), jsonNumber(stats.wonCycleDaysMean)},
            {QStringLiteral("wonCycleDaysMedian"), jsonNumber(stats.wonCycleDaysMedian)},
            {QStringLiteral("lostCycleDaysMean"), jsonNumber(stats.lostCycleDaysMean)},
            {QStringLiteral("lostCycleDaysMedian"), jsonNumber(stats.lostCycleDaysMedian)},
            {QStringLiteral("velocity"), velocityDocument(stats.velocity)}};
}

QJsonArray funnelDocument(const std::vector<domain::FunnelRow> &funnel)
{
    QJsonArray out;
    for (const auto &row : funnel)
        out.append(QJsonObject{{QStringLiteral("id"), jsonInteger(row.stage.value)},
                               {QStringLiteral("stage"), toQt(row.name)},
                               {QStringLiteral("entered"), jsonInteger(row.entered)},
                               {QStringLiteral("wentOn"), jsonInteger(row.wentOn)},
                               {QStringLiteral("open"), jsonInteger(row.open)},
                               {QStringLiteral("openMinor"), jsonInteger(row.openMinor)},
                               {QStringLiteral("dwellMedianDays"), jsonNumber(row.dwellMedianDays)},
                               {QStringLiteral("dwellP80Days"), jsonNumber(row.dwellP80Days)}});
    return out;
}

// The figures of one report as text, a dash for what is not defined.
class FigureText {
public:
    FigureText(const domain::PipelineReport &report, const Format &format)
        : m_report(report)
        , m_format(format)
    {
    }

    QString money(std::optional<double> minor) const
    {
        return minor ? moneyOf(*minor, m_report.currency, m_format) : Format::missing();
    }

    // Whole units: nobody reads cents in a rate.
    QString perDay(std::optional<double> minor) const
    {
        return minor ? money(std::round(*minor / 100) * 100) + QStringLiteral(" a day")
                     : Format::missing();
    }

    QString days(std::optional<double> value, int decimals = 2) const
    {
        return value ? m_format.number(*value, decimals) + QStringLiteral(" d") : Format::missing();
    }

    QString percent(std::optional<double> ratio) const
    {
        return ratio ? m_format.percent(*ratio, 2) : Format::missing();
    }

    QString count(std::int64_t value) const { return m_format.number(static_cast<double>(value)); }

private:
    const domain::PipelineReport &m_report;
    const Format &m_format;
};

QString allTimeText(const domain::PipelineReport &report, const FigureText &text)
{
    const domain::DealStats &all = report.all;
    const auto cycle = [&](std::optional<double> mean, std::optional<double> median) {
        return QStringLiteral("%1 mean, %2 median").arg(text.days(mean), text.days(median));
    };
    return QStringLiteral("\nAll deals (%1, %2 closed)\n")
               .arg(text.count(all.deals), text.count(all.closed)) +
           textPairs({
               {QStringLiteral("  Win rate"), text.percent(all.winRate)},
               {QStringLiteral("  Won revenue"), text.money(static_cast<double>(all.wonMinorSum))},
               {QStringLiteral("  Average won deal"), text.money(all.wonMinorMean)},
               {QStringLiteral("  Median won deal"), text.money(all.wonMinorMedian)},
               {QStringLiteral("  Won cycle"), cycle(all.wonCycleDaysMean, all.wonCycleDaysMedian)},
               {QStringLiteral("  Lost cycle"),
                cycle(all.lostCycleDaysMean, all.lostCycleDaysMedian)},
               {QStringLiteral("  Velocity"), text.perDay(all.velocity.minorPerDay)},
           });
}

QString velocityText(const domain::PipelineReport &report, const FigureText &text)
{
    const domain::Velocity &v = report.velocity;
    return QStringLiteral("\nVelocity, 90 days: %1 = %2 closed × %3 won × %4 ÷ %5\n")
        .arg(text.perDay(v.minorPerDay), text.count(v.closedN), text.percent(v.winRate),
             text.money(v.dealMinorMean), text.days(v.cycleDaysMean));
}

QString metricsText(const domain::PipelineReport &report, const Format &format)
{
    TextTable tiles({{QStringLiteral("Figure")},
                     {QStringLiteral("Value"), true},
                     {QStringLiteral("A week ago"), true},
                     {QStringLiteral("n"), true},
                     {QStringLiteral("of"), true}});
    for (const auto *figures : {&report.tiles, &report.speed}) {
        for (const auto &figure : *figures)
            tiles.add({toQt(figure.id), figureText(figure, figure.value, format),
                       figureText(figure, figure.weekAgo, format),
                       format.number(static_cast<double>(figure.n)),
                       figure.of ? format.number(static_cast<double>(figure.of)) : QString()});
    }
    TextTable funnel({{QStringLiteral("Stage")},
                      {QStringLiteral("Entered"), true},
                      {QStringLiteral("Went on"), true},
                      {QStringLiteral("Open"), true},
                      {QStringLiteral("Value"), true},
                      {QStringLiteral("p50"), true},
                      {QStringLiteral("p80"), true}});
    const FigureText text(report, format);
    for (const auto &row : report.funnel)
        funnel.add({toQt(row.name), text.count(row.entered), text.count(row.wentOn),
                    text.count(row.open), text.money(static_cast<double>(row.openMinor)),
                    text.days(row.dwellMedianDays, 1), text.days(row.dwellP80Days, 1)});
    return tiles.text() + velocityText(report, text) +
           QStringLiteral("\nFunnel, entered in the last 90 days\n") + funnel.text() +
           allTimeText(report, text);
}

const char *leverName(std::size_t lever)
{
    static const char *const names[] = {"winRate", "cycle", "dealSize", "pipelinePerRep"};
    return names[lever];
}

QJsonObject weekDocument(const domain::RviWeek &week)
{
    QJsonArray levers;
    for (std::size_t i = 0; i < week.levers.size(); ++i) {
        const domain::LeverValue &lever = week.levers[i];
        levers.append(QJsonObject{{QStringLiteral("id"), QLatin1String(leverName(i))},
                                  {QStringLiteral("value"), jsonNumber(lever.value)},
                                  {QStringLiteral("baseline"), jsonNumber(lever.baseline)},
                                  {QStringLiteral("weight"), lever.weight},
                                  {QStringLiteral("logPoints"), lever.logPoints},
                                  {QStringLiteral("indexPoints"), lever.indexPoints},
                                  {QStringLiteral("n"), jsonInteger(lever.n)}});
    }
    return {{QStringLiteral("id"), toQt(base::utcText(week.weekStartMs)).left(10)},
            {QStringLiteral("isoWeek"), week.isoWeek},
            {QStringLiteral("rvi"), jsonNumber(week.rvi)},
            {QStringLiteral("change"), jsonNumber(week.change)},
            {QStringLiteral("won"), jsonInteger(week.wonN)},
            {QStringLiteral("closed"), jsonInteger(week.closedN)},
            {QStringLiteral("reps"), jsonInteger(week.reps)},
            {QStringLiteral("lowConfidence"), week.lowConfidence},
            {QStringLiteral("drivers"), levers}};
}

QString rviText(const domain::VelocityReport &report, const Format &format)
{
    TextTable table({{QStringLiteral("Week of")},
                     {QStringLiteral("RVI"), true},
                     {QStringLiteral("Change"), true},
                     {QStringLiteral("Win rate"), true},
                     {QStringLiteral("Cycle"), true},
                     {QStringLiteral("Deal size"), true},
                     {QStringLiteral("Pipeline/rep"), true},
                     {QStringLiteral("Closed"), true},
                     {QStringLiteral("")}});
    for (const auto &week : report.weeks) {
        const auto driver = [&](domain::Lever lever) {
            return week.change ? format.signedNumber(
                                     week.levers[static_cast<std::size_t>(lever)].indexPoints, 2)
                               : Format::missing();
        };
        table.add({format.date(week.weekStartMs),
                   week.rvi ? format.number(*week.rvi, 1) : Format::missing(),
                   week.change ? format.signedNumber(*week.change, 2) : Format::missing(),
                   driver(domain::Lever::WinRate), driver(domain::Lever::Cycle),
                   driver(domain::Lever::DealSize), driver(domain::Lever::PipelinePerRep),
                   format.number(static_cast<double>(week.closedN)),
                   week.lowConfidence ? QStringLiteral("low confidence") : QString()});
    }
    QString out =
        table.text() + QStringLiteral("\nThe four drivers add up to each week's change.\n");
    if (report.weakest)
        out += QStringLiteral("Weakest lever: %1.\n")
                   .arg(ui::text::MetricText::leverName(*report.weakest));
    return out;
}

} // namespace

base::Result<Reply> runMetrics(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    std::optional<domain::OwnerId> owner;
    if (invocation.has("owner")) {
        TRY_ASSIGN(const auto owners, session->engine().owners());
        for (const auto &known : owners) {
            if (base::lowerAscii(known.name) == base::lowerAscii(invocation.option("owner")))
                owner = known.id;
        }
        if (!owner)
            return base::Error{base::ErrorCode::NotFound,
                               "There is no owner \"" + invocation.option("owner") + "\"."};
    }
    TRY_ASSIGN(const auto report, session->engine().pipeline(owner));
    Reply out;
    QJsonArray items;
    for (const auto &figure : report.tiles)
        items.append(figureDocument(figure));
    out.document = {{QStringLiteral("asOf"), jsonTime(report.asOfMs)},
                    {QStringLiteral("currency"), toQt(report.currency.text())},
                    {QStringLiteral("items"), items},
                    {QStringLiteral("speedToLead"), speedDocument(report.speed)},
                    {QStringLiteral("velocity90d"), velocityDocument(report.velocity)},
                    {QStringLiteral("all"), statsDocument(report.all)},
                    {QStringLiteral("funnel"), funnelDocument(report.funnel)}};
    if (!invocation.json)
        out.text = metricsText(report, session->format());
    return out;
}

base::Result<Reply> runRvi(const Invocation &invocation)
{
    TRY_ASSIGN(const auto session, Session::open(invocation));
    engine::VelocityRequest request;
    request.weeks =
        static_cast<int>(std::clamp<std::int64_t>(invocation.number("weeks", 13), 1, 520));
    TRY_ASSIGN(const auto report, session->engine().velocity(request));
    Reply out;
    QJsonArray items;
    for (const auto &week : report.weeks)
        items.append(weekDocument(week));
    out.document = {{QStringLiteral("items"), items},
                    {QStringLiteral("currency"), toQt(report.currency.text())},
                    {QStringLiteral("baselineFrom"), jsonTime(report.baselineStartMs)},
                    {QStringLiteral("baselineTo"), jsonTime(report.baselineEndMs)},
                    {QStringLiteral("weakest"),
                     report.weakest ? QJsonValue(QLatin1String(
                                          leverName(static_cast<std::size_t>(*report.weakest))))
                                    : QJsonValue()}};
    if (!invocation.json)
        out.text = rviText(report, session->format());
    return out;
}

} // namespace topline::app
