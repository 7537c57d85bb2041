#include "core/engine/learning.h"

#include "core/base/calendar.h"
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

risk::CommitOdds oddsOf(const domain::CommitChance &chance)
{
    return {static_cast<double>(chance.ppm) * 1e-6, static_cast<double>(chance.medianPpm) * 1e-6};
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

base::Result<std::optional<risk::CommitOdds>> commitOdds(store::Tables &tables,
                                                         const domain::RiskFacts &facts)
{
    TRY_ASSIGN(const auto known, tables.models.outlook(facts.deal));
    if (!known || !known->commit || known->stage != facts.stage || known->dueMs != facts.dueMs)
        return std::optional<risk::CommitOdds>();
    return std::optional(oddsOf(*known->commit));
}

base::Status keepLearned(Context &context, const domain::Learned &learned)
{
    if (!learned.model && !learned.week)
        return {};
    TRY_ASSIGN(Step step, Step::begin(context, "learn"));
    auto &tables = step.tables();
    if (learned.week) {
        TRY_ASSIGN(const bool isThere, tables.forecasts.hasWeek(learned.week->weekMs));
        if (!isThere)
            TRY(tables.forecasts.add(*learned.week));
    }
    if (learned.model) {
        TRY(tables.models.replace(*learned.model, learned.outlooks));
        for (const auto &outlook : learned.outlooks) {
            TRY(tables.risk.setCommitRisk(
                outlook,
                outlook.commit ? risk::commitRiskPermille(oddsOf(*outlook.commit)) : std::nullopt));
            step.changes().deals.insert(outlook.deal);
        }
    }
    return step.commit();
}

base::Status forgetLearned(Step &step)
{
    return step.tables().models.clear();
}

} // namespace topline::engine
