// A million events of 20,000 accounts weighed and ranked, and looked through for surges, each
// against the least that could do as much on bare arrays: one exp2 per event and a sort, one
// sliding window per account.
#include "core/base/random.h"
#include "core/scoring/account_score.h"
#include "core/signals/baseline_surge_detector.h"
#include "core/signals/surge_detector.h"
#include "tests/bench/paired.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace topline;

namespace {

constexpr std::int64_t accountCount = 20'000;
constexpr std::int64_t eventCount = 1'000'000;
constexpr base::UtcMs now = 1'788'264'000'000;
constexpr base::DurationMs span = 90 * base::dayMs;

// Few accounts have many events, most have few, as in life.
const std::vector<domain::AccountHistory> &histories()
{
    static const std::vector<domain::AccountHistory> made = [] {
        constexpr domain::EventKind kinds[] = {
            domain::EventKind::PageView,     domain::EventKind::PricingView,
            domain::EventKind::DocsView,     domain::EventKind::EmailClicked,
            domain::EventKind::EmailReplied, domain::EventKind::ProposalViewed};
        std::vector<domain::AccountHistory> out(accountCount);
        base::Random random(20'000);
        for (std::int64_t id = 1; id <= eventCount; ++id) {
            const double skewed = random.uniform() * random.uniform();
            const auto place =
                static_cast<std::int64_t>(skewed * static_cast<double>(accountCount));
            auto &event = out[static_cast<std::size_t>(place)].events.emplace_back();
            event.id = {id};
            event.account.id = {place + 1};
            event.contact.id = {place * 4 + 1 + id % 4};
            event.kind = kinds[id % 6];
            event.atMs =
                now - static_cast<base::DurationMs>(random.uniform() * static_cast<double>(span));
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].account.id = {static_cast<std::int64_t>(i) + 1};
            std::sort(out[i].events.begin(), out[i].events.end(),
                      [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
        }
        return out;
    }();
    return made;
}

struct BareEvent {
    std::int32_t account = 0;
    float points = 0;
    base::UtcMs atMs = 0;
};

const std::vector<BareEvent> &bareEvents()
{
    static const std::vector<BareEvent> made = [] {
        std::vector<BareEvent> out;
        for (const auto &history : histories()) {
            for (const auto &event : history.events)
                out.push_back(
                    {static_cast<std::int32_t>(event.account.id.value - 1), 10, event.atMs});
        }
        return out;
    }();
    return made;
}

void decayBare()
{
    std::vector<double> sums(accountCount);
    const double halfLife = 14.0 * base::dayMs;
    for (const BareEvent &event : bareEvents())
        sums[static_cast<std::size_t>(event.account)] +=
            event.points * std::exp2(static_cast<double>(event.atMs - now) / halfLife);
    std::sort(sums.begin(), sums.end());
    benchmark::DoNotOptimize(sums.back());
}

void decayedAndRanked(benchmark::State &state)
{
    const domain::ScorePolicy policy;
    bench::runPaired(state, decayBare, [&] {
        std::vector<std::pair<std::int64_t, std::int64_t>> ranked;
        for (const auto &history : histories()) {
            const auto score = scoring::scoreAccount(history, policy, now, domain::Tier::Cold);
            ranked.emplace_back(-score.totalMilli, score.account.value);
        }
        std::sort(ranked.begin(), ranked.end());
        if (ranked.front().first >= ranked.back().first)
            state.SkipWithError("nothing was told apart");
    });
    state.counters["events"] = static_cast<double>(eventCount);
}

std::int64_t surgesBare()
{
    std::int64_t found = 0;
    const auto &events = bareEvents();
    std::size_t first = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        while (events[first].account != events[i].account ||
               events[i].atMs - events[first].atMs > 48 * base::hourMs)
            ++first;
        found += i - first >= 2;
    }
    return found;
}

template <typename Detect> void surges(benchmark::State &state, Detect detect)
{
    const domain::SignalPolicy policy;
    std::int64_t found = 0;
    bench::runPaired(
        state, [] { benchmark::DoNotOptimize(surgesBare()); },
        [&] {
            found = 0;
            for (const auto &history : histories())
                found +=
                    static_cast<std::int64_t>(detect(signals::Scan(history, policy, now)).size());
        });
    if (found == 0)
        state.SkipWithError("no surge was found");
    state.counters["found"] = static_cast<double>(found);
}

void surgeByRule(benchmark::State &state)
{
    surges(state, signals::detectSurges);
}

void surgeByBaseline(benchmark::State &state)
{
    surges(state, signals::detectBaselineSurges);
}

} // namespace

BENCHMARK(decayedAndRanked)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(9);
BENCHMARK(surgeByRule)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(9);
BENCHMARK(surgeByBaseline)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(9);
