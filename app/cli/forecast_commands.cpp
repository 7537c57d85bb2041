#include "app/cli/commands.h"
#include "app/cli/forecast_json.h"
#include "app/cli/json_values.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "core/base/number_text.h"
#include "core/engine/reads/reads.h"
#include "ui/text/forecast_text.h"

#include <algorithm>
#include <charconv>

namespace topline::app {

namespace {

using domain::ForecastReport;
using ui::text::Format;
using ForecastWords = ui::text::ForecastText;

constexpr std::int64_t dealsShown = 15;

// The figures of one report as text, a dash for what is not known.
class ForecastText {
public:
    ForecastText(const ForecastReport &report, const Format &format)
        : m_report(report)
        , m_format(format)
    {
    }

    QString whole(std::int64_t dealsMax) const
    {
        return headline() + QLatin1Char('\n') + categories() + QLatin1Char('\n') + backTest() +
               flow() + QLatin1Char('\n') + deals(dealsMax);
    }

private:
    QString money(std::int64_t minor) const
    {
        // Nobody reads cents in a forecast.
        return m_format.money({(minor + (minor < 0 ? -50 : 50)) / 100 * 100, m_report.currency});
    }

    QString percent(const std::optional<double> &ratio) const
    {
        return ratio ? m_format.percent(*ratio) : Format::missing();
    }

    QString chance(const std::optional<std::int64_t> &ppm) const
    {
        return ppm ? m_format.percent(static_cast<double>(*ppm) / 1e6) : Format::missing();
    }

    QString range(const domain::ForecastRange &range) const
    {
        return QStringLiteral("%1 · %2 · %3")
            .arg(money(range.p10Minor), money(range.p50Minor), money(range.p90Minor));
    }

    QString band() const
    {
        if (!m_report.band)
            return QStringLiteral("not enough history (%1 of %2 back-tests)")
                .arg(m_report.backTest.origins.size())
                .arg(m_report.originsMin);
        return QStringLiteral("%1 to %2, by past errors (%3)")
            .arg(money(m_report.band->lowMinor), money(m_report.band->highMinor),
                 m_format.percent(m_report.band->level));
    }

    QString headline() const
    {
        return QStringLiteral("Forecast until %1\n").arg(m_format.date(m_report.endMs)) +
               textPairs({
                   {QStringLiteral("  Expected"), money(m_report.expectedMinor)},
                   {QStringLiteral("  Commit, likely, best"), range(m_report.range)},
                   {QStringLiteral("  without big deals"), range(m_report.withoutBig)},
                   {QStringLiteral("  Interval"), band()},
                   {QStringLiteral("  Won so far"), money(m_report.closed.minor)},
                   {QStringLiteral("  Deals in hand"), money(m_report.hand.minor)},
                   {QStringLiteral("  New business"), money(m_report.newBusiness.minor)},
                   {QStringLiteral("  Stage-weighted"), money(m_report.stageWeighted.minor)},
                   {QStringLiteral("  All open deals"), money(m_report.raw.minor)},
               });
    }

    QString categories() const
    {
        TextTable table({{QStringLiteral("Category")},
                         {QStringLiteral("Value"), true},
                         {QStringLiteral("Deals"), true}});
        const auto add = [&](const QString &name, const domain::ForecastSum &sum) {
            table.add({name, money(sum.minor), QString::number(sum.deals.size())});
        };
        for (std::size_t i = 0; i < m_report.categories.size(); ++i)
            add(ForecastWords::category(static_cast<domain::ForecastCategory>(i)),
                m_report.categories[i]);
        add(QStringLiteral("later or undated"), m_report.undated);
        add(QStringLiteral("zombies among them"), m_report.zombies);
        return table.text();
    }

    QString backTest() const
    {
        const domain::BackTest &test = m_report.backTest;
        if (test.origins.empty())
            return QStringLiteral("No back-test: the history is too short for this span.\n");
        TextTable table({{QStringLiteral("Back-test (%1 origins)").arg(test.origins.size())},
                         {QStringLiteral("WAPE in hand"), true},
                         {QStringLiteral("bias"), true},
                         {QStringLiteral("WAPE in all"), true},
                         {QStringLiteral("bias"), true}});
        for (const auto &total : test.total) {
            const auto hand =
                std::find_if(test.hand.begin(), test.hand.end(),
                             [&](const auto &score) { return score.method == total.method; });
            const bool isInHand = hand != test.hand.end();
            table.add({ForecastWords::method(total.method),
                       isInHand ? percent(hand->wape) : Format::missing(),
                       isInHand ? percent(hand->bias) : Format::missing(), percent(total.wape),
                       percent(total.bias)});
        }
        return table.text() +
               QStringLiteral("Used: %1; %2\n")
                   .arg(ForecastWords::method(test.chosen),
                        test.beatsNaive ? QStringLiteral("better than the same as last time.")
                                        : QStringLiteral("not better than the same as last time."));
    }

    QString flow() const
    {
        if (!m_report.flow)
            return {};
        TextTable table({{QStringLiteral("Since %1").arg(m_format.date(m_report.flow->fromMs))},
                         {QStringLiteral("Value"), true},
                         {QStringLiteral("Deals"), true}});
        table.add({QStringLiteral("start"), money(m_report.flow->startMinor), QString()});
        for (const auto &row : m_report.flow->rows)
            table.add({ForecastWords::flow(row.kind), money(row.minor),
                       QString::number(row.deals.size())});
        table.add({QStringLiteral("end"), money(m_report.flow->endMinor), QString()});
        return QLatin1Char('\n') + table.text();
    }

    QString notes(const domain::ForecastDeal &deal) const
    {
        QStringList out;
        if (deal.big)
            out << QStringLiteral("big: %1 to %2")
                       .arg(money(deal.ifLostMinor), money(deal.ifWonMinor));
        for (const auto warning : deal.warnings)
            out << ForecastWords::warning(warning);
        if (deal.zombie)
            out << QStringLiteral("zombie");
        return out.join(QStringLiteral(", "));
    }

    QString deals(std::int64_t dealsMax) const
    {
        TextTable table({{QStringLiteral("Deal"), true},
                         {QStringLiteral("Name")},
                         {QStringLiteral("Stage")},
                         {QStringLiteral("Value"), true},
                         {QStringLiteral("In time"), true},
                         {QStringLiteral("Ever"), true},
                         {QStringLiteral("Expected"), true},
                         {QStringLiteral("Category")},
                         {QString(), false, 60}});
        std::int64_t rows = 0;
        for (const auto &deal : m_report.deals) {
            if (rows++ == dealsMax)
                break;
            table.add({QString::number(deal.deal.value), toQt(deal.name), toQt(deal.stageName),
                       money(deal.minor), chance(deal.soonPpm), chance(deal.winPpm),
                       money(deal.expectedMinor),
                       ForecastWords::category(deal.category()) +
                           (deal.called ? QStringLiteral(" (called)") : QString()),
                       notes(deal)});
        }
        return table.text();
    }

    const ForecastReport &m_report;
    const Format &m_format;
};

std::optional<domain::ForecastSpan> spanOf(const std::string &name)
{
    for (std::size_t i = 0; i < domain::forecastSpanCount; ++i) {
        const auto span = static_cast<domain::ForecastSpan>(i);
        if (name == spanName(span))
            return span;
    }
    return std::nullopt;
}

} // namespace

base::Result<Reply> runForecast(const Invocation &invocation)
{
    engine::ForecastRequest request;
    const auto span = spanOf(invocation.option("span", spanName(request.span)));
    if (!span)
        return usageReply("--span is 30, 60, 90 or quarter.");
    request.span = *span;
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY_ASSIGN(request.owner, session->ownerAsked(invocation));
    TRY_ASSIGN(const auto report, session->engine().reads().forecast(request));
    Reply out;
    out.document = forecastDocument(
        report, static_cast<std::size_t>(invocation.number("limit", 1'000'000'000)));
    if (!invocation.json)
        out.text =
            ForecastText(report, session->format()).whole(invocation.number("limit", dealsShown));
    return out;
}

base::Result<Reply> runCall(const Invocation &invocation)
{
    const std::string &number = invocation.arguments[0];
    domain::DealId deal;
    const auto [end, fault] =
        std::from_chars(number.data(), number.data() + number.size(), deal.value);
    if (fault != std::errc() || end != number.data() + number.size())
        return usageReply("A deal is named by its number, as `forecast` and `deals` show it.");
    std::optional<domain::ForecastCategory> category;
    for (std::size_t i = 0; i < domain::forecastCategoryCount; ++i) {
        const auto each = static_cast<domain::ForecastCategory>(i);
        if (invocation.arguments[1] == categoryName(each))
            category = each;
    }
    if (!category && invocation.arguments[1] != "none")
        return usageReply("A category is pipeline, best, commit, omitted or none.");
    TRY_ASSIGN(const auto session, Session::open(invocation));
    TRY(session->engine().callDeal(deal, category));
    Reply out;
    out.document = {{QStringLiteral("deal"), jsonInteger(deal.value)},
                    {QStringLiteral("called"),
                     category ? QJsonValue(QLatin1String(categoryName(*category))) : QJsonValue()}};
    out.text = category ? QStringLiteral("Called %1.\n").arg(QLatin1String(categoryName(*category)))
                        : QStringLiteral("The call was taken back.\n");
    return out;
}

} // namespace topline::app
