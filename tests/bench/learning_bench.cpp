// Fitting the win models on 78,025 made-up deals of 41 columns, against the least that any fit must
// do: read all cells once for each of seven Newton steps.
#include "core/base/random.h"
#include "core/stats/boosted_stumps.h"
#include "core/stats/ridge_logit.h"
#include "tests/bench/paired.h"

#include <numeric>

using namespace topline;

namespace {

constexpr std::size_t rowCount = 78'025;
constexpr std::size_t columnCount = 41;
constexpr int newtonSteps = 7;

struct Deals {
    stats::Matrix x{rowCount, columnCount};
    std::vector<double> y = std::vector<double>(rowCount);
};

const Deals &deals()
{
    static const Deals made = [] {
        Deals out;
        base::Random random(78'025);
        for (std::size_t r = 0; r < rowCount; ++r) {
            const auto row = out.x.row(r);
            double score = -1;
            for (std::size_t c = 0; c < columnCount; ++c) {
                row[c] = c % 3 == 0 ? random.normal() : (random.chance(0.15) ? 1 : 0);
                score += row[c] * (c % 5 == 0 ? 0.4 : -0.1);
            }
            out.y[r] = random.chance(stats::logistic(score)) ? 1 : 0;
        }
        return out;
    }();
    return made;
}

void readAll()
{
    for (int step = 0; step < newtonSteps; ++step)
        benchmark::DoNotOptimize(
            std::accumulate(deals().x.values.begin(), deals().x.values.end(), 0.0));
}

void ridge(benchmark::State &state)
{
    int iterations = 0;
    bench::runPaired(state, readAll, [&] {
        const auto fit = stats::fitRidgeLogit(deals().x, deals().y);
        if (!fit || !fit->converged)
            state.SkipWithError("the fit did not converge");
        else
            iterations = fit->iterations;
    });
    state.counters["newton_steps"] = iterations;
}

void stumps(benchmark::State &state)
{
    bench::runPaired(state, readAll, [&] {
        const auto model = stats::fitBoostedStumps(deals().x, deals().y);
        if (!model || model->steps.empty())
            state.SkipWithError("nothing was learned");
    });
}

} // namespace

BENCHMARK(ridge)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(9);
BENCHMARK(stumps)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);
