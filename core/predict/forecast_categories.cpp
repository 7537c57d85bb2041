#include "core/predict/forecast_categories.h"

#include "core/stats/quantile.h"

#include <algorithm>

namespace topline::predict {

using domain::CommitWarning;

namespace {

constexpr base::DurationMs fallLookBackMs = 5 * 7 * base::dayMs;

struct Seen {
    std::optional<base::UtcMs> closeMs;
    DealPast past;
};

void see(Seen &seen, const std::optional<base::UtcMs> &closeMs)
{
    if (seen.closeMs && closeMs && *closeMs > *seen.closeMs)
        ++seen.past.pushes;
    if (closeMs)
        seen.closeMs = closeMs;
}

} // namespace

domain::ForecastCategory mappedCategory(const std::optional<double> &stageRate,
                                        const ForecastPolicy &policy)
{
    const double rate = stageRate.value_or(0);
    return rate >= policy.commitFrom ? domain::ForecastCategory::Commit
           : rate >= policy.bestFrom ? domain::ForecastCategory::Best
                                     : domain::ForecastCategory::Pipeline;
}

std::map<domain::DealId, DealPast> pastOf(const ForecastInput &input)
{
    std::map<domain::DealId, Seen> seen;
    for (const domain::ForecastWeek &week : input.weeks) {
        for (const domain::WeekDeal &deal : week.deals) {
            if (deal.kind != domain::StageKind::Open)
                continue;
            Seen &entry = seen[deal.deal];
            see(entry, deal.closeMs);
            if (week.currency == input.currency && week.atMs >= input.now - fallLookBackMs)
                entry.past.topMinor = std::max(entry.past.topMinor, deal.minor);
        }
    }
    std::map<domain::DealId, DealPast> out;
    for (const DealCourse &course : input.deals) {
        const auto found = seen.find(course.deal);
        if (found == seen.end())
            continue;
        see(found->second, course.closeMs);
        out[course.deal] = found->second.past;
    }
    return out;
}

std::map<domain::DealId, domain::ForecastCategory> callsOf(const ForecastInput &input)
{
    std::map<domain::DealId, domain::ForecastCategory> out;
    for (const domain::ForecastCall &call : input.calls) {
        if (call.category)
            out[call.deal] = *call.category;
        else
            out.erase(call.deal);
    }
    return out;
}

DealHealth::DealHealth(const ForecastInput &input)
    : m_input(input)
    , m_past(pastOf(input))
{
    std::vector<double> cycles;
    for (const DealCourse &course : input.deals) {
        if (course.kind == domain::StageKind::Won && course.closedMs && course.startMs &&
            *course.closedMs >= *course.startMs)
            cycles.push_back(daysOf(*course.closedMs - *course.startMs));
    }
    if (const auto p90 = stats::quantile(std::move(cycles), .9))
        m_oldDays = input.policy.zombieCycles * *p90;
}

DealPast DealHealth::past(const HandDeal &deal) const
{
    const auto found = m_past.find(deal.course->deal);
    return found == m_past.end() ? DealPast{} : found->second;
}

// Without any touch, since the deal began.
base::DurationMs DealHealth::quietMs(const HandDeal &deal) const
{
    const auto since = deal.course->lastTwoWayMs ? deal.course->lastTwoWayMs : deal.course->startMs;
    return since ? m_input.now - *since : 0;
}

std::vector<CommitWarning> DealHealth::warningsOf(const HandDeal &deal) const
{
    const DealCourse &course = *deal.course;
    const ForecastPolicy &policy = m_input.policy;
    const DealPast before = past(deal);
    std::vector<CommitWarning> out;
    if (quietMs(deal) >= policy.quietMs)
        out.push_back(CommitWarning::NoTouch);
    if (!course.closeMs)
        out.push_back(CommitWarning::CloseDateMissing);
    else if (*course.closeMs < m_input.now)
        out.push_back(CommitWarning::CloseDatePassed);
    if (course.amounts.empty())
        out.push_back(CommitWarning::AmountMissing);
    if (before.pushes >= policy.pushesWarn)
        out.push_back(CommitWarning::PushedOften);
    const double top = static_cast<double>(before.topMinor);
    if (top > 0 && static_cast<double>(deal.minor) <= (1 - policy.amountFall) * top)
        out.push_back(CommitWarning::AmountFell);
    return out;
}

bool DealHealth::isZombie(const HandDeal &deal) const
{
    const ForecastPolicy &policy = m_input.policy;
    const bool isOld = m_oldDays && deal.dealAgeDays && *deal.dealAgeDays > *m_oldDays;
    return isOld || quietMs(deal) >= policy.zombieQuietMs ||
           past(deal).pushes >= policy.zombiePushes;
}

} // namespace topline::predict
