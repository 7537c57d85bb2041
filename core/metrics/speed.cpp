#include "core/metrics/speed.h"

#include <algorithm>

namespace topline::metrics {

namespace {

constexpr base::DurationMs quickMs = 5 * base::minuteMs;
constexpr base::DurationMs weekMs = 7 * base::dayMs;

domain::SpeedFigures figuresOf(std::vector<base::DurationMs> waits)
{
    domain::SpeedFigures out;
    if (waits.empty())
        return out;
    std::sort(waits.begin(), waits.end());
    const auto rank = [&](std::size_t permille) {
        return waits[std::max<std::size_t>((waits.size() * permille + 999) / 1'000, 1) - 1];
    };
    out.medianMs = rank(500);
    out.p90Ms = rank(900);
    const auto quick =
        std::count_if(waits.begin(), waits.end(), [](auto wait) { return wait <= quickMs; });
    out.within5MinPermille = quick * 1'000 / static_cast<std::int64_t>(waits.size());
    return out;
}

// As it was known then: what was touched later still waited.
std::vector<LeadAnswer> asOf(const std::vector<LeadAnswer> &answers, base::UtcMs now)
{
    std::vector<LeadAnswer> out;
    for (LeadAnswer answer : answers) {
        if (answer.fromMs > now || answer.fromMs <= now - speedWindowMs)
            continue;
        if (answer.touchedMs && *answer.touchedMs > now)
            answer.touchedMs.reset();
        out.push_back(answer);
    }
    return out;
}

struct Row {
    const char *id;
    domain::Unit unit;
    double (*of)(const domain::SpeedReport &);
};

double millis(base::DurationMs span)
{
    return static_cast<double>(span);
}

double share(std::int64_t permille)
{
    return static_cast<double>(permille) / 1'000;
}

constexpr Row rows[] = {
    {"speed_median", domain::Unit::Millis,
     [](const domain::SpeedReport &report) { return millis(report.clock.medianMs); }},
    {"speed_p90", domain::Unit::Millis,
     [](const domain::SpeedReport &report) { return millis(report.clock.p90Ms); }},
    {"speed_within_5min", domain::Unit::Ratio,
     [](const domain::SpeedReport &report) { return share(report.clock.within5MinPermille); }},
    {"speed_work_median", domain::Unit::Millis,
     [](const domain::SpeedReport &report) { return millis(report.work.medianMs); }},
    {"speed_work_p90", domain::Unit::Millis,
     [](const domain::SpeedReport &report) { return millis(report.work.p90Ms); }},
    {"speed_work_within_5min", domain::Unit::Ratio,
     [](const domain::SpeedReport &report) { return share(report.work.within5MinPermille); }},
};

} // namespace

domain::SpeedReport speedReport(const std::vector<LeadAnswer> &answers)
{
    domain::SpeedReport out;
    std::vector<base::DurationMs> byClock;
    std::vector<base::DurationMs> byWork;
    for (const auto &answer : answers) {
        if (!answer.touchedMs) {
            ++out.waiting;
            continue;
        }
        byClock.push_back(std::max<base::DurationMs>(0, *answer.touchedMs - answer.fromMs));
        byWork.push_back(answer.workMs);
    }
    out.answered = static_cast<std::int64_t>(byClock.size());
    out.clock = figuresOf(std::move(byClock));
    out.work = figuresOf(std::move(byWork));
    return out;
}

std::vector<domain::Figure> speedFigures(const std::vector<LeadAnswer> &answers, base::UtcMs now)
{
    const auto present = asOf(answers, now);
    const auto report = speedReport(present);
    const auto before = speedReport(asOf(answers, now - weekMs));
    std::vector<domain::Figure> out;
    for (const Row &row : rows) {
        auto &figure = out.emplace_back();
        figure.id = row.id;
        figure.unit = row.unit;
        figure.n = report.answered;
        figure.of = report.answered + report.waiting;
        if (report.answered > 0)
            figure.value = row.of(report);
        if (before.answered > 0)
            figure.weekAgo = row.of(before);
        for (const auto &answer : present) {
            if (answer.touchedMs)
                figure.actions.push_back(answer.action);
        }
    }
    return out;
}

} // namespace topline::metrics
