#include "app/cli/forecast_json.h"

#include "app/cli/json_values.h"

#include <QLatin1String>

#include <algorithm>

namespace topline::app {

namespace {

using Key = QLatin1String;

template <typename Enum> std::size_t place(Enum value)
{
    return static_cast<std::size_t>(value);
}

QJsonArray idsOf(const std::vector<domain::DealId> &deals)
{
    QJsonArray out;
    for (const auto deal : deals)
        out.append(jsonInteger(deal.value));
    return out;
}

QJsonObject sumDocument(const domain::ForecastSum &sum)
{
    return {{Key("minor"), jsonInteger(sum.minor)}, {Key("deals"), idsOf(sum.deals)}};
}

QJsonObject rangeDocument(const domain::ForecastRange &range)
{
    return {{Key("p10Minor"), jsonInteger(range.p10Minor)},
            {Key("p50Minor"), jsonInteger(range.p50Minor)},
            {Key("p90Minor"), jsonInteger(range.p90Minor)}};
}

QJsonValue chance(const std::optional<std::int64_t> &ppm)
{
    return ppm ? QJsonValue(static_cast<double>(*ppm) / 1e6) : QJsonValue();
}

QJsonObject dealDocument(const domain::ForecastDeal &deal)
{
    QJsonArray warnings;
    for (const auto warning : deal.warnings)
        warnings.append(Key(warningName(warning)));
    QJsonObject out{
        {Key("id"), jsonInteger(deal.deal.value)},
        {Key("name"), toQt(deal.name)},
        {Key("owner"), toQt(deal.ownerName)},
        {Key("stage"), toQt(deal.stageName)},
        {Key("minor"), jsonInteger(deal.minor)},
        {Key("closeDate"), jsonTime(deal.closeMs)},
        {Key("ageDays"), jsonNumber(deal.ageDays)},
        {Key("winProbability"), chance(deal.winPpm)},
        {Key("winInSpan"), chance(deal.soonPpm)},
        {Key("expectedMinor"), jsonInteger(deal.expectedMinor)},
        {Key("mapped"), Key(categoryName(deal.mapped))},
        {Key("called"), deal.called ? QJsonValue(Key(categoryName(*deal.called))) : QJsonValue()},
        {Key("big"), deal.big},
        {Key("warnings"), warnings},
        {Key("zombie"), deal.zombie}};
    if (deal.big) {
        out.insert(Key("ifLostMinor"), jsonInteger(deal.ifLostMinor));
        out.insert(Key("ifWonMinor"), jsonInteger(deal.ifWonMinor));
    }
    return out;
}

QJsonArray scoresDocument(const std::vector<domain::MethodScore> &scores)
{
    QJsonArray out;
    for (const auto &score : scores)
        out.append(QJsonObject{{Key("method"), Key(methodName(score.method))},
                               {Key("wape"), jsonNumber(score.wape)},
                               {Key("bias"), jsonNumber(score.bias)},
                               {Key("pinballMinor"), jsonNumber(score.pinballMinor)}});
    return out;
}

QJsonArray originsDocument(const std::vector<domain::BackTestOrigin> &origins)
{
    QJsonArray out;
    for (const auto &row : origins)
        out.append(QJsonObject{{Key("at"), jsonTime(row.atMs)},
                               {Key("rawMinor"), jsonInteger(row.rawMinor)},
                               {Key("stageWeightedMinor"), jsonInteger(row.stageMinor)},
                               {Key("ageHazardMinor"), jsonInteger(row.ageHazardMinor)},
                               {Key("stageHazardMinor"), jsonInteger(row.stageHazardMinor)},
                               {Key("handActualMinor"), jsonInteger(row.handActualMinor)},
                               {Key("newMinor"), jsonInteger(row.newMinor)},
                               {Key("lastMinor"), jsonInteger(row.lastMinor)},
                               {Key("actualMinor"), jsonInteger(row.actualMinor)}});
    return out;
}

QJsonObject backTestDocument(const domain::BackTest &test)
{
    QJsonArray reliability;
    for (const auto &bin : test.reliability)
        reliability.append(QJsonObject{{Key("promised"), bin.promised},
                                       {Key("rate"), bin.rate},
                                       {Key("low"), bin.low},
                                       {Key("high"), bin.high},
                                       {Key("n"), jsonInteger(bin.n)}});
    QJsonArray reps;
    for (const auto &rep : test.reps)
        reps.append(QJsonObject{{Key("owner"), toQt(rep.name)},
                                {Key("forecastMinor"), jsonInteger(rep.forecastMinor)},
                                {Key("actualMinor"), jsonInteger(rep.actualMinor)},
                                {Key("bias"), jsonNumber(rep.bias)},
                                {Key("accuracy"), jsonNumber(rep.accuracy)},
                                {Key("won"), idsOf(rep.won)}});
    return {{Key("origins"), originsDocument(test.origins)},
            {Key("hand"), scoresDocument(test.hand)},
            {Key("total"), scoresDocument(test.total)},
            {Key("chosen"), Key(methodName(test.chosen))},
            {Key("beatsNaive"), test.beatsNaive},
            {Key("independentCoverage"), jsonNumber(test.independentCoverage)},
            {Key("bandCoverage"), jsonNumber(test.bandCoverage)},
            {Key("pinball10Minor"), jsonNumber(test.pinball10Minor)},
            {Key("pinball90Minor"), jsonNumber(test.pinball90Minor)},
            {Key("reliability"), reliability},
            {Key("reps"), reps}};
}

QJsonObject flowDocument(const domain::ForecastFlow &flow)
{
    QJsonArray rows;
    for (const auto &row : flow.rows)
        rows.append(QJsonObject{{Key("id"), Key(flowName(row.kind))},
                                {Key("minor"), jsonInteger(row.minor)},
                                {Key("deals"), idsOf(row.deals)}});
    return {{Key("from"), jsonTime(flow.fromMs)},
            {Key("to"), jsonTime(flow.toMs)},
            {Key("startMinor"), jsonInteger(flow.startMinor)},
            {Key("endMinor"), jsonInteger(flow.endMinor)},
            {Key("rows"), rows}};
}

QJsonArray checksDocument(const std::vector<domain::ForecastCheck> &checks)
{
    QJsonArray out;
    for (const auto &check : checks)
        out.append(QJsonObject{{Key("week"), jsonTime(check.weekMs)},
                               {Key("end"), jsonTime(check.forecast.endMs)},
                               {Key("expectedMinor"), jsonInteger(check.forecast.expectedMinor)},
                               {Key("p10Minor"), jsonInteger(check.forecast.p10Minor)},
                               {Key("p90Minor"), jsonInteger(check.forecast.p90Minor)},
                               {Key("actualMinor"), jsonInteger(check.actualMinor)},
                               {Key("accuracy"), jsonNumber(check.accuracy)},
                               {Key("inside"), check.inside},
                               {Key("won"), idsOf(check.won)}});
    return out;
}

QJsonObject sumsDocument(const domain::ForecastReport &report)
{
    QJsonObject categories;
    for (std::size_t i = 0; i < report.categories.size(); ++i)
        categories.insert(Key(categoryName(static_cast<domain::ForecastCategory>(i))),
                          sumDocument(report.categories[i]));
    return {{Key("raw"), sumDocument(report.raw)},
            {Key("stageWeighted"), sumDocument(report.stageWeighted)},
            {Key("hand"), sumDocument(report.hand)},
            {Key("newBusiness"), sumDocument(report.newBusiness)},
            {Key("closed"), sumDocument(report.closed)},
            {Key("undated"), sumDocument(report.undated)},
            {Key("ageless"), sumDocument(report.ageless)},
            {Key("zombies"), sumDocument(report.zombies)},
            {Key("categories"), categories}};
}

} // namespace

const char *categoryName(domain::ForecastCategory category)
{
    static const char *const names[] = {"pipeline", "best", "commit", "closed", "omitted"};
    return names[place(category)];
}

const char *methodName(domain::ForecastMethod method)
{
    static const char *const names[] = {"raw", "stageWeighted", "ageHazard", "stageHazard",
                                        "sameAsLast"};
    return names[place(method)];
}

const char *flowName(domain::FlowKind kind)
{
    static const char *const names[] = {"new",  "pulledIn", "slipped", "up",
                                        "down", "won",      "lost",    "removed"};
    return names[place(kind)];
}

const char *warningName(domain::CommitWarning warning)
{
    static const char *const names[] = {"noTouch",       "closeDatePassed", "closeDateMissing",
                                        "amountMissing", "pushedOften",     "amountFell"};
    return names[place(warning)];
}

const char *spanName(domain::ForecastSpan span)
{
    static const char *const names[] = {"30", "60", "90", "quarter"};
    return names[place(span)];
}

QJsonObject forecastDocument(const domain::ForecastReport &report, std::size_t dealsMax)
{
    QJsonArray items;
    for (std::size_t i = 0; i < std::min(dealsMax, report.deals.size()); ++i)
        items.append(dealDocument(report.deals[i]));
    QJsonObject out{{Key("span"), Key(spanName(report.span))},
                    {Key("asOf"), jsonTime(report.asOfMs)},
                    {Key("end"), jsonTime(report.endMs)},
                    {Key("currency"), toQt(report.currency.text())},
                    {Key("expectedMinor"), jsonInteger(report.expectedMinor)},
                    {Key("range"), rangeDocument(report.range)},
                    {Key("withoutBig"), rangeDocument(report.withoutBig)},
                    {Key("sums"), sumsDocument(report)},
                    {Key("openInOtherCurrencies"), jsonInteger(report.otherCurrency)},
                    {Key("backTest"), backTestDocument(report.backTest)},
                    {Key("checks"), checksDocument(report.checks)},
                    {Key("items"), items}};
    out.insert(Key("band"),
               report.band
                   ? QJsonValue(QJsonObject{{Key("lowMinor"), jsonInteger(report.band->lowMinor)},
                                            {Key("highMinor"), jsonInteger(report.band->highMinor)},
                                            {Key("level"), report.band->level}})
                   : QJsonValue());
    out.insert(Key("flow"), report.flow ? QJsonValue(flowDocument(*report.flow)) : QJsonValue());
    return out;
}

} // namespace topline::app
