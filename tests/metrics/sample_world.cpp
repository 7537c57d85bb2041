#include "tests/metrics/sample_world.h"

#include <algorithm>

namespace topline::metrics_test {

using namespace topline::domain;

World::World()
{
    const char *names[] = {"Qualified", "Discovery", "Proposal", "Negotiation", "Won", "Lost"};
    for (int i = 0; i < 6; ++i) {
        Stage stage;
        stage.id = {i + 1};
        stage.pipeline = "Sales";
        stage.name = names[i];
        stage.order = i;
        stage.kind = i == 4 ? StageKind::Won : i == 5 ? StageKind::Lost : StageKind::Open;
        input.stages.push_back(stage);
    }
    Owner owner;
    owner.id = {1};
    owner.name = "Rep 1";
    input.owners.push_back(owner);
    Account account;
    account.id = {1};
    account.name = "Northwind";
    account.industry = "Retail";
    account.employees = 120;
    input.accounts.push_back(account);
    input.now = noon;
}

Deal &World::add(std::int64_t id, double createdDay, std::int64_t dollars)
{
    Deal deal;
    deal.id = {id};
    deal.name = "Deal " + std::to_string(id);
    deal.account.id = {1};
    deal.owner.id = {1};
    deal.stage.id = {1};
    deal.amount = base::Money{dollars * 100, base::Currency::usd()};
    deal.createdMs = day(createdDay);
    input.deals.push_back(deal);
    return input.deals.back();
}

void World::enter(std::int64_t id, std::int64_t stage, double atDay)
{
    StageChange change;
    change.deal.id = {id};
    change.stage.id = {stage};
    change.atMs = day(atDay);
    input.stageChanges.push_back(change);
    Deal &deal = *std::find_if(input.deals.begin(), input.deals.end(),
                               [&](const Deal &d) { return d.id.value == id; });
    deal.stage.id = {stage};
    if (stage >= wonStage)
        deal.closeMs = change.atMs;
}

void World::amount(std::int64_t id, std::int64_t dollars, double atDay)
{
    AmountChange change;
    change.deal.id = {id};
    change.amount = base::Money{dollars * 100, base::Currency::usd()};
    change.atMs = day(atDay);
    input.amountChanges.push_back(change);
    std::find_if(input.deals.begin(), input.deals.end(), [&](const Deal &d) {
        return d.id.value == id;
    })->amount = change.amount;
}

Deal &World::closed(std::int64_t id, bool won, double createdDay, double closedDay,
                    std::int64_t dollars)
{
    add(id, createdDay, dollars);
    enter(id, 1, createdDay);
    enter(id, won ? wonStage : lostStage, closedDay);
    return input.deals.back();
}

namespace {

// Walks one deal through its stages until it is closed or today is reached.
void live(World &world, std::int64_t id, double createdDay, std::mt19937 &random)
{
    const auto below = [&](unsigned n) { return static_cast<std::int64_t>(random() % n); };
    double at = createdDay;
    std::int64_t stage = 1;
    world.add(id, createdDay, 500 + below(60'000));
    world.amount(id, 500 + below(60'000), createdDay);
    while (at <= 0) {
        world.enter(id, stage, at);
        if (stage >= wonStage)
            return;
        at += 0.25 + static_cast<double>(below(300)) / 10;
        if (below(4) == 0 && at - 0.1 <= 0)
            world.amount(id, 500 + below(60'000), at - 0.1);
        const bool lost = below(4) == 0;
        stage = lost ? lostStage : stage + 1 + (below(6) == 0 && stage < 4 ? 1 : 0);
    }
    world.input.deals.back().closeMs = day(static_cast<double>(below(90)) - 20);
}

} // namespace

World randomWorld(unsigned seed, int deals)
{
    std::mt19937 random(seed);
    World world;
    world.input.owners.clear();
    world.input.accounts.clear();
    const char *industries[] = {"Retail", "Health", "", "Energy"};
    const char *sources[] = {"Inbound", "Outbound", "Partner", ""};
    for (std::int64_t i = 1; i <= 5; ++i) {
        Owner owner;
        owner.id = {i};
        owner.name = "Rep " + std::to_string(i % 4); // two share a name
        world.input.owners.push_back(owner);
        Quota quota;
        quota.owner.id = {i};
        quota.startMs = 1'759'276'800'000; // 2025-10-01
        quota.endMs = 1'767'225'600'000;   // 2026-01-01
        quota.amount = {40'000'000, base::Currency::usd()};
        world.input.quotas.push_back(quota);
    }
    for (std::int64_t i = 1; i <= 30; ++i) {
        Account account;
        account.id = {i};
        account.name = "Account " + std::to_string(i);
        account.industry = industries[random() % 4];
        if (random() % 5 != 0)
            account.employees = static_cast<std::int64_t>(random() % 3'000);
        world.input.accounts.push_back(account);
    }
    for (int i = 1; i <= deals; ++i) {
        live(world, i, -static_cast<double>(random() % 7'300) / 10, random);
        Deal &deal = world.input.deals.back();
        deal.owner.id = {static_cast<std::int64_t>(random() % 6)}; // 0: nobody's
        deal.account.id = {static_cast<std::int64_t>(random() % 31)};
        deal.source = sources[random() % 4];
        if (random() % 20 == 0) {
            deal.amount->currency = *base::Currency::parse("EUR");
            std::erase_if(world.input.amountChanges,
                          [&](const AmountChange &change) { return change.deal.id == deal.id; });
        }
        if (random() % 25 == 0)
            deal.createdMs.reset();
    }
    for (std::int64_t stage = 1; stage <= 4; ++stage)
        world.input.stageCounts.push_back({{stage}, 10 * stage, 60});
    return world;
}

} // namespace topline::metrics_test
