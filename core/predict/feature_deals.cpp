#include "core/predict/feature_deals.h"

#include "core/predict/deal_story.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace topline::predict {

namespace {

// Texts come first; every look has the same columns. Numbers are durations, counts and money.
void append(FeatureTable &table, FeatureRow row, const Look &look)
{
    if (table.columns.empty()) {
        for (const auto &[name, value] : look.texts)
            table.columns.push_back({.name = name, .isText = true, .numbers = {}, .texts = {}});
        for (const auto &[name, value] : look.numbers)
            table.columns.push_back(
                {.name = name, .isLongTailed = true, .numbers = {}, .texts = {}});
        table.knownMs.resize(table.columns.size());
    }
    std::size_t column = 0;
    for (const auto &[name, text] : look.texts) {
        table.columns[column].texts.push_back(text.value);
        table.knownMs[column++].push_back(text.knownMs);
    }
    for (const auto &[name, number] : look.numbers) {
        table.columns[column].numbers.push_back(number.value);
        table.knownMs[column++].push_back(number.knownMs);
    }
    table.rows.push_back(std::move(row));
}

FeatureRow rowOf(const DealStory &story, base::UtcMs at)
{
    FeatureRow out;
    out.unit = std::to_string(story.deal->id.value);
    out.group =
        story.account ? "account " + std::to_string(story.account->id.value) : "deal " + out.unit;
    out.askedMs = at;
    if (story.closed && story.closedMs) {
        out.outcomeMs = *story.closedMs;
        out.label = story.won ? 1 : 0;
    }
    return out;
}

// The first multiple of the step after the time.
base::UtcMs lookAfter(base::UtcMs time, base::DurationMs stepMs)
{
    const base::UtcMs rest = ((time % stepMs) + stepMs) % stepMs;
    return time - rest + stepMs;
}

} // namespace

FeatureTable closedDealLooks(const DealRecords &records, const LookPolicy &policy)
{
    const DealLibrary library(records);
    const LookQuestion question{records, policy, library};
    FeatureTable out;
    for (const DealStory &story : library.stories()) {
        if (!story.closed || !story.closedMs || !story.startMs || *story.closedMs > records.now ||
            *story.closedMs - *story.startMs < policy.livedMinMs)
            continue;
        for (base::UtcMs at = *story.startMs; at < *story.closedMs;
             at = lookAfter(at, policy.everyMs))
            append(out, rowOf(story, at), lookAt(story, at, question));
    }
    return sorted(out);
}

FeatureTable openDealsNow(const DealRecords &records, const LookPolicy &policy)
{
    const DealLibrary library(records);
    const LookQuestion question{records, policy, library};
    FeatureTable out;
    for (const DealStory &story : library.stories()) {
        const auto *stage = library.stage(story.deal->stage.id);
        if (stage && stage->kind == domain::StageKind::Open)
            append(out, rowOf(story, records.now), lookAt(story, records.now, question));
    }
    return out;
}

} // namespace topline::predict
