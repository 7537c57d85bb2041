#include "core/crm/demo_deals.h"
#include "core/crm/demo_words.h"

#include <algorithm>

namespace topline::crm {

namespace {

std::optional<int> stageAfter(const DemoDealChange &change, int current)
{
    if (change.stage)
        return *change.stage == current ? std::nullopt : change.stage;
    // A buyer's "yes" moves an open deal on, never over the line.
    return current < 3 ? std::optional(current + 1) : std::nullopt;
}

bool leadsOn(const DemoStep &planned, int current)
{
    return current < demoStageWon && planned.stage > current;
}

std::optional<base::Money> amountAt(const DemoDeal &deal, base::UtcMs atMs)
{
    std::optional<base::Money> out;
    for (const auto &amount : deal.amounts) {
        if (amount.atMs <= atMs)
            out = base::Money{amount.minor, base::Currency::usd()};
    }
    return out;
}

} // namespace

std::vector<DemoStep> mergeDemoSteps(const DemoDeal &deal,
                                     const std::vector<DemoDealChange> &changes)
{
    if (changes.empty())
        return deal.steps;
    std::vector<DemoStep> out{deal.steps.front()};
    std::size_t planned = 1;
    std::size_t changed = 0;
    while (planned < deal.steps.size() || changed < changes.size()) {
        const int current = out.back().stage;
        const bool takePlanned =
            changed == changes.size() ||
            (planned < deal.steps.size() && deal.steps[planned].atMs <= changes[changed].atMs);
        if (takePlanned) {
            if (leadsOn(deal.steps[planned], current))
                out.push_back(deal.steps[planned]);
            ++planned;
        } else {
            if (const auto stage = stageAfter(changes[changed], current))
                out.push_back({changes[changed].atMs, *stage});
            ++changed;
        }
    }
    return out;
}

domain::Deal demoDealRecord(const DemoCompany &company, const DemoDeal &deal,
                            const std::vector<DemoStep> &steps, base::UtcMs atMs)
{
    const DemoStep *last = &steps.front();
    for (const auto &step : steps) {
        if (step.atMs <= atMs)
            last = &step;
    }
    domain::Deal out;
    out.remoteId = deal.remoteId;
    out.name = deal.name;
    out.account.remoteId = company.accounts[deal.account].record.remoteId;
    out.contact.remoteId = company.contacts[deal.contact].remoteId;
    out.owner.remoteId = company.owners[deal.owner].remoteId;
    out.product.remoteId = company.products[deal.product].remoteId;
    out.stage.remoteId = company.stages[static_cast<std::size_t>(last->stage)].remoteId;
    out.amount = amountAt(deal, atMs);
    out.source = deal.source;
    out.createdMs = deal.createdMs();
    out.updatedMs = last->atMs;
    for (const auto &amount : deal.amounts) {
        if (amount.atMs <= atMs)
            out.updatedMs = std::max(out.updatedMs, amount.atMs);
    }
    if (last->stage >= demoStageWon) {
        out.closeMs = last->atMs;
        return out;
    }
    const auto choices = demoNextSteps(last->stage);
    base::Random random(base::mixSeeds(deal.seed, static_cast<std::uint64_t>(last->stage) + 77));
    out.nextStep = random.pick(choices);
    static constexpr std::int64_t typicalDaysLeft[] = {38, 31, 22, 10};
    out.closeMs =
        last->atMs + (typicalDaysLeft[last->stage] + random.between(-4, 16)) * base::dayMs;
    return out;
}

DemoSubscription demoSubscription(const DemoCompany &company, const DemoDeal &deal,
                                  base::UtcMs wonMs)
{
    DemoSubscription out;
    const auto amount = amountAt(deal, wonMs);
    if (!amount)
        return out;
    base::Random random(base::mixSeeds(deal.seed, "subscription"));
    out.record.remoteId = "sub-" + deal.remoteId.substr(5);
    out.record.account.remoteId = company.accounts[deal.account].record.remoteId;
    out.record.plan = demoProducts()[deal.product].name;
    out.record.startMs = wonMs + random.between(1, 12) * base::dayMs;
    std::int64_t monthly = amount->amountMinor / 12;
    const auto add = [&](domain::MovementKind kind, std::int64_t delta, base::UtcMs at) {
        domain::SubscriptionMovement movement;
        movement.remoteId = out.record.remoteId + "-" + std::to_string(out.movements.size());
        movement.subscription = out.record.remoteId;
        movement.kind = kind;
        movement.mrrDelta = {delta, base::Currency::usd()};
        movement.atMs = at;
        out.movements.push_back(std::move(movement));
        monthly += delta;
    };
    const std::int64_t first = monthly;
    monthly = 0;
    add(domain::MovementKind::New, first, out.record.startMs);
    for (int month = 2; month <= 30; ++month) {
        const base::UtcMs at = out.record.startMs + month * 30 * base::dayMs;
        const double roll = random.uniform();
        if (monthly == 0) {
            if (roll < 0.06)
                add(domain::MovementKind::Reactivation, first * 3 / 4, at);
        } else if (roll < 0.016) {
            add(domain::MovementKind::Churn, -monthly, at);
        } else if (roll < 0.035) {
            add(domain::MovementKind::Contraction, -(monthly * random.between(8, 30) / 100), at);
        } else if (roll < 0.085) {
            add(domain::MovementKind::Expansion, monthly * random.between(6, 35) / 100, at);
        }
    }
    return out;
}

} // namespace topline::crm
