#include "core/base/calendar.h"
#include "core/engine/reads/reads.h"
#include "core/predict/commit_chance.h"
#include "core/predict/forecast_weeks.h"
#include "core/predict/win_train.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace topline::engine {

namespace {

constexpr base::DurationMs againMs = 10 * base::minuteMs;

// A model is learned anew on every new day, and within one when a tenth of the outcomes is new.
bool isModelDue(const std::optional<domain::LearnedModel> &before, std::int64_t closed,
                base::UtcMs now, const base::TimeZone &zone)
{
    if (closed == 0)
        return before.has_value() && before->closedDeals > 0;
    if (!before || zone.dateOf(now) != zone.dateOf(before->learnedMs))
        return true;
    return now - before->learnedMs >= againMs &&
           std::abs(closed - before->closedDeals) * 10 > closed;
}

// Only a model that has shown its worth out of time may move a forecast.
std::map<domain::DealId, std::int64_t>
signalMicros(const predict::WinModel &model, const std::vector<domain::WinEstimate> &estimates)
{
    std::map<domain::DealId, std::int64_t> out;
    if (model.verdict != domain::ModelVerdict::Usable)
        return out;
    for (const auto &estimate : estimates) {
        for (const auto &part : estimate.parts) {
            if (predict::isSignalFeature(part.feature))
                out[estimate.deal] += part.microLogOdds;
        }
    }
    return out;
}

base::Error stopped()
{
    return {.code = base::ErrorCode::Cancelled,
            .message = "Learning was broken off.",
            .kept = "What was learned before stays."};
}

} // namespace

base::Result<domain::LearningDue> Reads::learningDue()
{
    domain::LearningDue out;
    TRY_ASSIGN(const auto zone, base::TimeZone::find(m_policy.zone));
    TRY_ASSIGN(const auto before, m_tables.models.stamp());
    TRY_ASSIGN(const auto counts, m_tables.derived.stageCounts());
    out.model = isModelDue(before, counts.all.closed, m_now, zone);
    TRY_ASSIGN(const bool isRecorded, m_tables.forecasts.hasWeek(predict::weekStart(zone, m_now)));
    TRY_ASSIGN(const auto deals, m_tables.risk.count());
    out.week = !isRecorded && deals > 0;
    return out;
}

base::Result<domain::Learned> Reads::learn(const domain::LearningDue &due,
                                           const predict::StopAsked &isStopAsked)
{
    domain::Learned out;
    if (due.model) {
        TRY_ASSIGN(const auto records, dealRecords());
        TRY_ASSIGN(const auto counts, m_tables.derived.stageCounts());
        const auto training =
            predict::trainWinModel(predict::closedDealLooks(records), m_now, {}, isStopAsked);
        if (isStopAsked && isStopAsked())
            return stopped();
        out.model = domain::LearnedModel{m_now, counts.all.closed, records.currency,
                                         predict::toText(training.model)};
        const auto estimates = openEstimates(training.model, records);
        TRY_ASSIGN(out.outlooks, outlooks(signalMicros(training.model, estimates)));
    }
    if (isStopAsked && isStopAsked())
        return stopped();
    if (due.week) {
        TRY_ASSIGN(out.week, missingForecastWeek());
    }
    return out;
}

base::Result<std::vector<domain::DealOutlook>>
Reads::outlooks(const std::map<domain::DealId, std::int64_t> &signalMicros)
{
    TRY_ASSIGN(auto input, forecastInput(std::nullopt));
    for (auto &course : input.deals) {
        const auto found = signalMicros.find(course.deal);
        course.signalLogit =
            found == signalMicros.end() ? 0 : static_cast<double>(found->second) * 1e-6;
    }
    const auto chances = predict::commitChances(input);
    std::vector<domain::DealOutlook> out;
    for (const auto &course : input.deals) {
        if (course.kind != domain::StageKind::Open)
            continue;
        domain::DealOutlook each{course.deal, course.stage, course.closeMs, {}, 0};
        if (const auto found = signalMicros.find(course.deal); found != signalMicros.end())
            each.signalMicro = found->second;
        if (const auto found = chances.find(course.deal); found != chances.end())
            each.commit = found->second;
        out.push_back(each);
    }
    return out;
}

} // namespace topline::engine
