#include "core/engine/deals/forecast_input.h"

#include "core/base/random.h"
#include "core/metrics/deal_book.h"
#include "core/predict/forecast_weeks.h"

#include <map>

namespace topline::engine {

namespace {

void addAmounts(predict::DealCourse &out, const metrics::DealTrack &track,
                const metrics::MetricsInput &records)
{
    const auto &newest = track.deal->amount;
    out.otherCurrency = newest && newest->currency != records.currency;
    for (const domain::AmountChange *change : track.amounts) {
        if (change->amount.currency == records.currency)
            out.amounts.push_back({change->atMs, change->amount.amountMinor});
    }
    if (!newest || out.otherCurrency)
        return;
    // The record itself is the newest word; when it came to that is only known of the changes.
    if (out.amounts.empty())
        out.amounts.push_back({track.startMs.value_or(records.now), newest->amountMinor});
    else
        out.amounts.back().minor = newest->amountMinor;
}

predict::DealCourse courseOf(const metrics::DealBook &book, const metrics::DealTrack &track)
{
    const metrics::MetricsInput &records = book.input();
    predict::DealCourse out;
    out.deal = track.deal->id;
    out.name = track.deal->name;
    out.owner = track.deal->owner.id;
    out.stage = track.deal->stage.id;
    // The cycle begins where the source says so; a history that goes back further knows better.
    out.startMs = track.startMs;
    for (const metrics::Visit &visit : book.visits(track, records.now))
        out.stays.push_back({visit.stage->id, visit.enteredMs, visit.leftMs});
    if (track.closed) {
        out.kind = track.stage->kind;
        out.closedMs = track.closedMs;
    } else if (!out.stays.empty() && track.stage && out.stays.back().stage != track.stage->id) {
        // A move that no change tells of: when it came is not known, so that stay is of no use.
        out.stays.back().leftMs = out.stays.back().enteredMs;
    }
    addAmounts(out, track, records);
    out.closeMs = track.deal->closeMs;
    return out;
}

} // namespace

predict::ForecastInput forecastInput(const metrics::MetricsInput &records)
{
    predict::ForecastInput out;
    const metrics::DealBook book(records);
    std::map<domain::DealId, base::UtcMs> touches;
    for (const metrics::DealTouch &touch : records.touches)
        touches[touch.deal] = touch.lastTwoWayMs;
    for (const metrics::DealTrack &track : book.tracks()) {
        predict::DealCourse &course = out.deals.emplace_back(courseOf(book, track));
        if (const auto touch = touches.find(course.deal); touch != touches.end())
            course.lastTwoWayMs = touch->second;
    }
    out.stages = records.stages;
    out.owners = records.owners;
    out.currency = records.currency;
    out.zone = records.zone;
    out.owner = records.owner;
    out.now = records.now;
    out.seed = base::mixSeeds(
        static_cast<std::uint64_t>(predict::weekStart(records.zone, records.now)), "forecast");
    return out;
}

} // namespace topline::engine
