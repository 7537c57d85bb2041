#include "core/crm/demo_deals.h"

#include "core/crm/demo_hours.h"
#include "core/crm/demo_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace topline::crm {

namespace {

constexpr std::size_t dealCount = 600;

// Place in the 18 months of history: 0 at their beginning, 1 at the anchor.
double progressOf(const DemoCompany &company, base::UtcMs atMs)
{
    const base::UtcMs start = company.anchorMs - demoHistoryMs;
    return std::clamp(static_cast<double>(atMs - start) / static_cast<double>(demoHistoryMs), 0.0,
                      1.2);
}

// The team gets faster and a little better over time; one bad stretch stays visible in the charts.
double cycleTrend(double progress)
{
    return 1.16 - 0.30 * progress;
}

double winTrend(double progress)
{
    return (progress > 0.55 && progress < 0.66 ? 0.78 : 1.0) * (0.94 + 0.12 * progress);
}

struct Fate {
    bool won = false;
    int lostIn = 0; // the stage in which a lost deal ends
    double pace = 1;
};

Fate drawFate(base::Random &random, const DemoCompany &company, const DemoDeal &deal, double luck)
{
    const base::UtcMs createdMs = deal.createdMs();
    const DemoAccount &account = company.accounts[deal.account];
    static constexpr double sizeFactor[] = {0.95, 1.12, 0.90};
    static constexpr double sizePace[] = {0.86, 1.0, 1.22};
    double sourceRate = 0.27;
    for (const auto &source : demoSources()) {
        if (source.name == deal.source)
            sourceRate = source.winRate;
    }
    const double progress = progressOf(company, createdMs);
    const double winRate = sourceRate * demoIndustries()[account.industry].winFactor *
                           sizeFactor[account.sizeClass] * demoReps()[deal.owner].skill *
                           winTrend(progress);
    static constexpr double lostWeights[] = {0.39, 0.31, 0.18, 0.12};
    Fate out;
    out.won = luck < winRate;
    out.lostIn = static_cast<int>(random.weighted(lostWeights, 4));
    out.pace = cycleTrend(progress) * sizePace[account.sizeClass];
    return out;
}

base::UtcMs after(base::Random &random, base::UtcMs atMs, double days, int offsetMinutes)
{
    const auto gap = static_cast<base::DurationMs>(days * static_cast<double>(base::dayMs));
    return std::max(demoWorkingTime(random, atMs + gap, offsetMinutes), atMs + 3 * base::hourMs);
}

void planSteps(base::Random &random, const Fate &fate, int offsetMinutes, DemoDeal &deal)
{
    static constexpr double dwell[] = {6.5, 10, 13, 9.5};
    static constexpr double dwellLost[] = {23, 30, 34, 30};
    for (int stage = 0;; ++stage) {
        const auto index = static_cast<std::size_t>(stage);
        const bool last = !fate.won && stage == fate.lostIn;
        double days = last ? random.logNormal(dwellLost[index], 0.5)
                           : random.logNormal(dwell[index] * fate.pace, 0.38);
        if (last && random.chance(0.14))
            days += static_cast<double>(random.between(35, 100)); // nobody dares to close it
        const base::UtcMs at = after(random, deal.steps.back().atMs, days, offsetMinutes);
        if (last) {
            deal.steps.push_back({at, demoStageLost});
            return;
        }
        deal.steps.push_back({at, stage + 1});
        if (stage + 1 == demoStageWon)
            return;
    }
}

std::int64_t toHundreds(double minor)
{
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(minor) / 10'000) * 10'000;
}

void planAmounts(base::Random &random, const Fate &fate, std::int64_t startMinor, DemoDeal &deal)
{
    deal.amountMissing = !fate.won && random.chance(0.055);
    if (deal.amountMissing)
        return;
    auto value = static_cast<double>(startMinor);
    deal.amounts.push_back({deal.createdMs(), startMinor});
    for (const auto &step : deal.steps) {
        const double factor =
            step.stage == 2 && random.chance(0.35)   ? 1 + random.uniform() * 0.35 - 0.15
            : step.stage == 3 && random.chance(0.45) ? 0.96 - random.uniform() * 0.12
                                                     : 1;
        const std::int64_t next = toHundreds(value * factor);
        if (factor != 1 && next != deal.amounts.back().minor) {
            value = static_cast<double>(next);
            deal.amounts.push_back({step.atMs, next});
        }
    }
}

std::size_t drawSource(base::Random &random)
{
    double weights[8] = {};
    const auto sources = demoSources();
    for (std::size_t i = 0; i < sources.size(); ++i)
        weights[i] = sources[i].weight;
    return random.weighted(weights, sources.size());
}

// The newest open deal of this owner in a middle stage that fits and is not yet used.
template <typename Fits>
DemoDeal *findOpenDeal(DemoCompany &company, std::vector<bool> &used, std::size_t owner,
                       const Fits &fits)
{
    for (std::size_t i = company.deals.size(); i-- > 0;) {
        DemoDeal &deal = company.deals[i];
        const int stage = deal.stageAt(company.anchorMs);
        if (used[i] || stage < 1 || stage > 3 || deal.owner != owner || !fits(deal, stage))
            continue;
        used[i] = true;
        return &deal;
    }
    return nullptr;
}

// Moves the entry into the present stage.
void enterAt(DemoDeal &deal, int stage, base::UtcMs atMs)
{
    auto &entered = deal.steps[static_cast<std::size_t>(stage)];
    for (auto &amount : deal.amounts) {
        if (amount.atMs == entered.atMs && amount.atMs != deal.createdMs())
            amount.atMs = atMs;
    }
    entered.atMs = atMs;
}

// Stories that ripen at the anchor: stages just past a fortnight without an answer, and accounts
// silent for a month.
void ripenStories(DemoCompany &company)
{
    base::Random random(base::mixSeeds(company.seed, "ripe"));
    std::vector<bool> used(company.deals.size());
    const base::UtcMs anchor = company.anchorMs;
    const std::size_t reps = company.owners.size() - 1;
    for (std::size_t owner = 0; owner < reps; ++owner) {
        const auto fits = [&](const DemoDeal &deal, int stage) {
            return deal.steps[static_cast<std::size_t>(stage) - 1].atMs < anchor - 18 * base::dayMs;
        };
        if (DemoDeal *deal = findOpenDeal(company, used, owner, fits)) {
            const base::UtcMs since =
                anchor - 14 * base::dayMs - random.between(90, 2'600) * base::minuteMs;
            enterAt(*deal, deal->stageAt(anchor), since);
            company.quietSinceMs[deal->account] = since;
        }
    }
    for (std::size_t owner = 0; owner < reps; ++owner) {
        const auto fits = [&](const DemoDeal &deal, int) {
            return deal.createdMs() < anchor - 38 * base::dayMs &&
                   !company.quietSinceMs[deal.account];
        };
        if (const DemoDeal *deal = findOpenDeal(company, used, owner, fits))
            company.quietSinceMs[deal->account] =
                anchor - 30 * base::dayMs - random.between(60, 2'600) * base::minuteMs;
    }
}

} // namespace

int DemoDeal::stageAt(base::UtcMs atMs) const
{
    int out = -1;
    for (const auto &step : steps) {
        if (step.atMs <= atMs)
            out = step.stage;
    }
    return out;
}

std::optional<base::UtcMs> DemoDeal::endMs() const
{
    return steps.back().stage >= demoStageWon ? std::optional(steps.back().atMs) : std::nullopt;
}

DemoDeal planDemoDeal(const DemoCompany &company, const DemoDealStart &start)
{
    base::Random random(start.seed);
    DemoDeal out;
    out.seed = start.seed;
    do {
        out.account = random.below(company.accounts.size());
    } while (company.accounts[out.account].duplicate);
    const DemoAccount &account = company.accounts[out.account];
    out.contact = account.firstContact + random.below(account.contactCount);
    if (random.chance(0.9))
        out.contact = reachableContact(company, out.account, random.below(6));
    const std::size_t reps = company.owners.size() - 1;
    out.owner = account.owner < reps ? account.owner : random.below(reps);
    if (random.chance(0.06))
        out.owner = random.below(reps);
    out.source = demoSources()[drawSource(random)].name;
    out.product = random.indexOf(demoProducts());
    out.steps.push_back({start.createdMs, 0});
    const Fate fate = drawFate(random, company, out, start.luck);
    planSteps(random, fate, account.offsetMinutes, out);

    static constexpr double seatMedian[] = {120, 250, 640};
    const auto seats =
        std::max<std::int64_t>(2, static_cast<std::int64_t>(
                                      random.logNormal(seatMedian[account.sizeClass], 0.42) / 10)) *
        10;
    const auto &product = demoProducts()[out.product];
    out.name = std::string(product.name) + ", " + std::to_string(seats) + " seats";
    planAmounts(random, fate, toHundreds(static_cast<double>(seats * product.priceMinor)), out);
    return out;
}

void addDemoDeals(DemoCompany &company)
{
    base::Random random(base::mixSeeds(company.seed, "deals"));
    std::vector<base::UtcMs> starts;
    while (starts.size() < dealCount) {
        // The company grows: recent days begin more deals than early ones.
        const double position = std::pow(random.uniform(), 0.8);
        const auto age =
            static_cast<base::DurationMs>((1 - position) * static_cast<double>(demoHistoryMs));
        const base::UtcMs at = demoWorkingTime(random, company.anchorMs - age, -300);
        if (at < company.anchorMs - 2 * base::hourMs && at > company.anchorMs - demoHistoryMs)
            starts.push_back(at);
    }
    std::sort(starts.begin(), starts.end());
    // Luck is dealt out evenly, so that the win rate is right for every seed and not on average.
    std::vector<double> luck;
    for (std::size_t i = 0; i < dealCount; ++i)
        luck.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(dealCount));
    for (std::size_t i = luck.size() - 1; i > 0; --i)
        std::swap(luck[i], luck[random.below(i + 1)]);
    for (std::size_t i = 0; i < dealCount; ++i) {
        company.deals.push_back(planDemoDeal(company, {random.next(), starts[i], luck[i]}));
        char id[32];
        std::snprintf(id, sizeof id, "deal-%05zu", company.deals.size() - 1);
        company.deals.back().remoteId = id;
    }
    company.quietSinceMs.resize(company.accounts.size());
    ripenStories(company);
}

DemoCompany buildDemoCompany(std::uint64_t seed, base::UtcMs anchorMs)
{
    DemoCompany out;
    out.seed = seed;
    out.anchorMs = anchorMs;
    addDemoCatalogue(out);
    addDemoAccounts(out);
    addDemoContacts(out);
    addDemoDeals(out);
    return out;
}

} // namespace topline::crm
