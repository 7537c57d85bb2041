#include "core/metrics/pipeline.h"

#include "core/metrics/closed_deals.h"
#include "core/metrics/deal_stats.h"
#include "core/metrics/funnel.h"
#include "core/metrics/stage_odds.h"
#include "core/metrics/tiles.h"

#include <algorithm>
#include <limits>
#include <map>

namespace topline::metrics {

namespace {

// Names that rows show, by id.
struct Names {
    std::map<domain::AccountId, const std::string *> accounts;
    std::map<domain::OwnerId, const std::string *> owners;
    std::map<domain::DealId, base::UtcMs> touches;
};

Names namesOf(const MetricsInput &input)
{
    Names out;
    for (const domain::Account &account : input.accounts)
        out.accounts[account.id] = &account.name;
    for (const domain::Owner &owner : input.owners)
        out.owners[owner.id] = &owner.name;
    for (const DealTouch &touch : input.touches) {
        base::UtcMs &last = out.touches[touch.deal];
        last = std::max(last, touch.lastTwoWayMs);
    }
    return out;
}

// What open and closed deals show alike.
domain::DealRow rowOf(const domain::Deal &deal, const Names &names)
{
    domain::DealRow row;
    row.deal = deal.id;
    row.name = deal.name;
    if (const auto account = names.accounts.find(deal.account.id); account != names.accounts.end())
        row.accountName = *account->second;
    if (const auto owner = names.owners.find(deal.owner.id); owner != names.owners.end())
        row.ownerName = *owner->second;
    row.nextStep = deal.nextStep;
    row.amount = deal.amount;
    row.closeMs = deal.closeMs;
    if (const auto touch = names.touches.find(deal.id); touch != names.touches.end())
        row.lastTwoWayMs = touch->second;
    return row;
}

domain::DealRow openRow(const OpenDeal &open, const StageOdds &odds, const Names &names)
{
    domain::DealRow row = rowOf(*open.track->deal, names);
    if (open.stage)
        row.stageName = open.stage->name;
    row.probability = odds.of(open.stage);
    row.ageInStageDays = open.ageDays;
    row.wonP80Days = open.p80Days;
    row.stalled = open.stalled;
    row.closeDatePassed = open.closeDatePassed;
    return row;
}

domain::DealRow closedRow(const ClosedDeal &closed, const Names &names)
{
    domain::DealRow row = rowOf(*closed.track->deal, names);
    row.kind = closed.won ? domain::StageKind::Won : domain::StageKind::Lost;
    if (closed.track->stage)
        row.stageName = closed.track->stage->name;
    row.closeMs = closed.closedMs;
    row.cycleDays = closed.cycleDays;
    return row;
}

} // namespace

std::optional<domain::DealRow> dealRow(const MetricsInput &input, domain::DealId deal)
{
    const DealBook book(input);
    const WonDwell dwell(book);
    for (const OpenDeal &open : openDealsAt(book, dwell, input.now)) {
        if (open.track->deal->id == deal)
            return openRow(open, StageOdds(book), namesOf(input));
    }
    const AfterUntil ever{std::numeric_limits<base::UtcMs>::min(), input.now};
    for (const ClosedDeal &closed : closedWithin(book, ever)) {
        if (closed.track->deal->id == deal)
            return closedRow(closed, namesOf(input));
    }
    return std::nullopt;
}

domain::PipelineReport pipelineReport(const MetricsInput &input)
{
    const DealBook book(input);
    const WonDwell dwell(book);
    const StageOdds odds(book);
    const std::vector<OpenDeal> open = openDealsAt(book, dwell, input.now);
    const Names names = namesOf(input);
    const AfterUntil window{input.now - windowMs, input.now};

    domain::PipelineReport out;
    out.asOfMs = input.now;
    out.currency = input.currency;
    out.tiles = tiles(book, dwell, odds);
    out.funnel = funnelRows(book, open, {window, {window.afterMs - windowMs, window.afterMs}});
    for (const OpenDeal &deal : open)
        out.deals.push_back(openRow(deal, odds, names));
    // One week more than the window: the velocity page's weeks end before now.
    const base::UtcMs closedAfter = window.afterMs - 7 * base::dayMs;
    for (const ClosedDeal &deal : closedWithin(book, {closedAfter, input.now}))
        out.closed.push_back(closedRow(deal, names));
    out.moves = movesOfWeek(book);
    out.velocity = velocityOf(closedWithin(book, window));
    out.all = dealStats(book);
    return out;
}

} // namespace topline::metrics
