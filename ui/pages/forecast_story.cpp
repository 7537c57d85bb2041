#include "ui/pages/forecast_story.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace topline::pages {

using charts::LineChart;
using domain::ForecastReport;
using ui::text::ForecastText;

namespace {

constexpr std::size_t pointsMin = 4; // of a chart

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ForecastStory)
};

QString countOf(std::size_t n)
{
    return QStringLiteral("n %1").arg(n);
}

WaterfallRow totalRow(const QString &id, const QString &label, const QString &shown, double at)
{
    WaterfallRow row;
    row.id = id;
    row.kind = WaterfallRow::Kind::Total;
    row.label = label;
    row.shown = shown;
    row.from = row.to = at;
    return row;
}

std::int64_t forecastOf(const domain::BackTestOrigin &origin, domain::ForecastMethod method)
{
    switch (method) {
    case domain::ForecastMethod::Raw:
        return origin.rawMinor + origin.newMinor;
    case domain::ForecastMethod::StageWeighted:
        return origin.stageMinor + origin.newMinor;
    case domain::ForecastMethod::AgeHazard:
        return origin.ageHazardMinor + origin.newMinor;
    case domain::ForecastMethod::StageHazard:
        return origin.stageHazardMinor + origin.newMinor;
    case domain::ForecastMethod::SameAsLast:
        break;
    }
    return origin.lastMinor;
}

const domain::MethodScore *scoreOf(const std::vector<domain::MethodScore> &scores,
                                   domain::ForecastMethod method)
{
    const auto found = std::find_if(scores.begin(), scores.end(),
                                    [&](const auto &each) { return each.method == method; });
    return found == scores.end() ? nullptr : &*found;
}

QStringList scoreCells(const domain::MethodScore *score, const ForecastText &text)
{
    if (score == nullptr)
        return {ui::text::Format::missing(), ui::text::Format::missing(),
                ui::text::Format::missing()};
    return {text.percent(score->wape), text.signedPercent(score->bias),
            score->pinballMinor ? text.moneyShort(static_cast<std::int64_t>(*score->pinballMinor))
                                : ui::text::Format::missing()};
}

} // namespace

std::vector<WaterfallRow> expectedRows(const ForecastReport &report, const ForecastText &text)
{
    struct Part {
        const char *id;
        QString label;
        const domain::ForecastSum &sum;
    };

    const Part parts[] = {{"closed", Words::tr("Won so far"), report.closed},
                          {"hand", Words::tr("Deals in hand"), report.hand},
                          {"new", Words::tr("New business"), report.newBusiness}};
    std::vector<std::int64_t> minor;
    for (const Part &part : parts)
        minor.push_back(part.sum.minor);
    const auto shown = text.exact(minor, 0, report.expectedMinor);
    std::vector<WaterfallRow> out;
    double at = 0;
    for (std::size_t i = 0; i < std::size(parts); ++i) {
        const Part &part = parts[i];
        if (i == 0 && report.span != domain::ForecastSpan::Quarter)
            continue; // only a quarter has begun already
        WaterfallRow row;
        row.id = QLatin1String(part.id);
        row.label = part.label;
        row.aside = countOf(part.sum.deals.size());
        row.shown = text.format().money({shown[i], report.currency});
        row.from = at;
        row.to = at + static_cast<double>(part.sum.minor);
        row.deals = part.sum.deals;
        row.quiet = part.sum.deals.empty() && part.sum.minor == 0;
        at = row.to;
        out.push_back(std::move(row));
    }
    out.push_back(totalRow(QStringLiteral("total"), Words::tr("Expected"),
                           text.money(report.expectedMinor), at));
    return out;
}

std::vector<WaterfallRow> flowRows(const ForecastReport &report, const ForecastText &text)
{
    std::vector<WaterfallRow> out;
    if (!report.flow)
        return out;
    const domain::ForecastFlow &flow = *report.flow;
    std::vector<std::int64_t> minor;
    for (const domain::FlowRow &row : flow.rows)
        minor.push_back(row.minor);
    const auto shown = text.exact(minor, flow.startMinor, flow.endMinor);
    auto at = static_cast<double>(flow.startMinor);
    out.push_back(totalRow(QStringLiteral("start"),
                           Words::tr("On %1").arg(text.format().date(flow.fromMs)),
                           text.money(flow.startMinor), at));
    for (std::size_t i = 0; i < flow.rows.size(); ++i) {
        const domain::FlowRow &each = flow.rows[i];
        if (each.deals.empty() && each.minor == 0)
            continue;
        WaterfallRow row;
        row.id = QStringLiteral("flow %1").arg(static_cast<int>(each.kind));
        row.label = ForecastText::flow(each.kind);
        row.aside = countOf(each.deals.size());
        row.shown = text.signedMoney(shown[i]);
        row.from = at;
        row.to = at + static_cast<double>(each.minor);
        row.deals = each.deals;
        at = row.to;
        out.push_back(std::move(row));
    }
    out.push_back(totalRow(QStringLiteral("end"), Words::tr("Now"), text.money(flow.endMinor), at));
    return out;
}

std::vector<BarItem> categoryItems(const ForecastReport &report, const ForecastText &text)
{
    using domain::ForecastCategory;
    std::vector<BarItem> out;
    for (const ForecastCategory category :
         {ForecastCategory::Closed, ForecastCategory::Commit, ForecastCategory::Best,
          ForecastCategory::Pipeline, ForecastCategory::Omitted}) {
        const domain::ForecastSum &sum = report.categories[static_cast<std::size_t>(category)];
        const bool needed =
            category != ForecastCategory::Closed && category != ForecastCategory::Omitted;
        if (sum.deals.empty() && !needed)
            continue;
        BarItem item;
        item.id = QString::number(static_cast<int>(category));
        item.label = ForecastText::category(category);
        item.to = static_cast<double>(sum.minor);
        item.accent = category == ForecastCategory::Commit || category == ForecastCategory::Closed;
        item.count = QString::number(sum.deals.size());
        item.amount = text.moneyShort(sum.minor);
        item.deals = sum.deals;
        item.spoken = Words::tr("%1: %2 deals, %3").arg(item.label, item.count, item.amount);
        out.push_back(std::move(item));
    }
    return out;
}

std::vector<DealNotice> leftOutNotices(const ForecastReport &report, const ForecastText &text)
{
    std::vector<DealNotice> out;
    const auto add = [&](const char *id, const QString &label, const QString &words,
                         const domain::ForecastSum &sum) {
        if (sum.deals.empty())
            return;
        DealNotice notice;
        notice.id = QLatin1String(id);
        notice.label = label;
        notice.words = words.arg(text.moneyShort(sum.minor));
        notice.deals = sum.deals;
        out.push_back(std::move(notice));
    };
    const auto count = [](const domain::ForecastSum &sum) {
        return static_cast<int>(sum.deals.size());
    };
    add("undated", Words::tr("Later or undated"),
        Words::tr("%n deal(s) (%1) close later or have no date", nullptr, count(report.undated)),
        report.undated);
    add("ageless", Words::tr("Age not known"),
        Words::tr("%n deal(s) (%1) of unknown age: not in hand", nullptr, count(report.ageless)),
        report.ageless);
    add("zombies", Words::tr("Zombies"),
        Words::tr("%n zombie(s) (%1): not healthy pipeline", nullptr, count(report.zombies)),
        report.zombies);
    add("raw", Words::tr("All open"),
        Words::tr("%n open deal(s) (%1) in all", nullptr, count(report.raw)), report.raw);
    add("stage", Words::tr("Weighted by stage"),
        Words::tr("%n deal(s) weighted by stage would be %1", nullptr, count(report.stageWeighted)),
        report.stageWeighted);
    if (report.otherCurrency > 0) {
        DealNotice notice;
        notice.id = QStringLiteral("currency");
        notice.words = Words::tr("%n open deal(s) in other currencies: in no sum", nullptr,
                                 static_cast<int>(report.otherCurrency));
        out.push_back(std::move(notice));
    }
    return out;
}

LineChart recordChart(const ForecastReport &report, const ForecastText &text)
{
    LineChart chart;
    chart.title = Words::tr("Forecast against actual");
    chart.valueName = Words::tr("Won");
    chart.contextName = Words::tr("Forecast");
    chart.xName = Words::tr("Week");
    chart.fromZero = true;
    chart.format = [text](double value) {
        return text.moneyShort(static_cast<std::int64_t>(value));
    };
    if (report.checks.size() >= pointsMin) {
        charts::Band band;
        for (const domain::ForecastCheck &check : report.checks) {
            chart.xLabels << text.format().date(check.weekMs);
            chart.values << static_cast<double>(check.actualMinor);
            chart.context << static_cast<double>(check.forecast.expectedMinor);
            band.low << static_cast<double>(check.forecast.p10Minor);
            band.high << static_cast<double>(check.forecast.p90Minor);
            chart.notes << Words::tr("%n won", nullptr, static_cast<int>(check.won.size()));
        }
        chart.band = std::move(band);
    } else if (report.backTest.origins.size() >= pointsMin) {
        for (const domain::BackTestOrigin &origin : report.backTest.origins) {
            chart.xLabels << text.format().date(origin.atMs);
            chart.values << static_cast<double>(origin.actualMinor);
            chart.context << static_cast<double>(forecastOf(origin, report.backTest.chosen));
        }
    } else {
        chart.tooFew = Words::tr("Too little history: %1 stored forecasts are over and %2 earlier "
                                 "moments can be tried; %3 are needed.")
                           .arg(report.checks.size())
                           .arg(report.backTest.origins.size())
                           .arg(pointsMin);
    }
    const auto isNothing = [](const charts::Values &values) {
        return std::all_of(values.begin(), values.end(),
                           [](const auto &value) { return !value || *value == 0; });
    };
    if (chart.tooFew.isEmpty() && isNothing(chart.values) && isNothing(chart.context))
        chart.tooFew = Words::tr("Nothing was won or forecast at the %n moment(s) known.", nullptr,
                                 static_cast<int>(chart.values.size()));
    return chart;
}

std::vector<TableRow> methodRows(const ForecastReport &report, const ForecastText &text)
{
    std::vector<TableRow> out;
    for (const domain::MethodScore &total : report.backTest.total) {
        TableRow row;
        row.id = QString::number(static_cast<int>(total.method));
        row.cells << ForecastText::method(total.method);
        row.cells << scoreCells(&total, text);
        row.cells << scoreCells(scoreOf(report.backTest.hand, total.method), text);
        row.strong = total.method == report.backTest.chosen;
        if (row.strong)
            //: The method whose figures are shown.
            row.mark = Words::tr("used");
        out.push_back(std::move(row));
    }
    return out;
}

QString methodVerdict(const ForecastReport &report, const ForecastText &text)
{
    const domain::BackTest &test = report.backTest;
    if (test.origins.empty())
        return Words::tr("No back-test: the history is too short for this span.");
    const auto *chosen = scoreOf(test.total, test.chosen);
    const auto *naive = scoreOf(test.total, domain::ForecastMethod::SameAsLast);
    if (chosen == nullptr || !chosen->wape)
        return Words::tr(
            "Nothing was won at the %n moment(s) that were tried: no error to measure.", nullptr,
            static_cast<int>(test.origins.size()));
    const QString used = text.percent(chosen->wape);
    const QString last = naive != nullptr ? text.percent(naive->wape) : text.percent({});
    if (test.beatsNaive)
        return Words::tr("Beats the naive forecast: error %1 against %2, over %n moment(s).",
                         nullptr, static_cast<int>(test.origins.size()))
            .arg(used, last);
    return Words::tr("Does not beat the naive forecast (the same as last period): error %1 "
                     "against %2, over %n moment(s).",
                     nullptr, static_cast<int>(test.origins.size()))
        .arg(used, last);
}

std::vector<TableRow> repRows(const ForecastReport &report, const ForecastText &text)
{
    std::vector<TableRow> out;
    for (const domain::RepBias &rep : report.backTest.reps) {
        TableRow row;
        row.id = QString::number(rep.owner.value);
        row.cells << (rep.name.empty() ? Words::tr("no owner") : ui::text::fromUtf8(rep.name))
                  << text.signedPercent(rep.bias) << text.percent(rep.accuracy)
                  << text.moneyShort(rep.forecastMinor) << text.moneyShort(rep.actualMinor)
                  << QString::number(rep.won.size());
        row.deals = rep.won;
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<TableRow> checkRows(const ForecastReport &report, const ForecastText &text)
{
    std::vector<TableRow> out;
    for (auto check = report.checks.rbegin(); check != report.checks.rend(); ++check) {
        TableRow row;
        row.id = QString::number(check->weekMs);
        row.cells << text.format().date(check->weekMs)
                  << text.moneyShort(check->forecast.expectedMinor)
                  << text.moneyShort(check->actualMinor) << text.percent(check->accuracy)
                  << (check->inside ? Words::tr("inside") : Words::tr("outside"))
                  << QString::number(check->won.size());
        row.deals = check->won;
        out.push_back(std::move(row));
    }
    return out;
}

std::vector<TableRow> reliabilityRows(const ForecastReport &report, const ForecastText &text)
{
    std::vector<TableRow> out;
    int place = 0;
    for (const domain::ReliabilityBin &bin : report.backTest.reliability) {
        TableRow row;
        row.id = QString::number(place++);
        row.cells << text.percent(bin.promised) << text.percent(bin.rate)
                  << Words::tr("%1 to %2").arg(text.percent(bin.low), text.percent(bin.high))
                  << QString::number(bin.n);
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace topline::pages
