// Looks at made-up deals with a known law, from a printed seed: two numbers and a text that matter
// as much as asked, one number that does not, and accounts of several deals. For the tests of
// predict; values only, cannot fail.
#pragma once

#include "core/base/random.h"
#include "core/predict/feature_table.h"

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace topline::predict {

struct LooksPlan {
    std::size_t deals = 400;
    double strength = 1; // of the law; 0: no signal at all
    double rate = 0.4;
    std::uint64_t seed = 11;
};

inline FeatureTable syntheticLooks(const LooksPlan &plan = {})
{
    base::Random random(plan.seed);
    FeatureTable out;
    out.columns = {{.name = "stage", .isText = true, .numbers = {}, .texts = {}},
                   {.name = "fit", .numbers = {}, .texts = {}},
                   {.name = "touch", .isLongTailed = true, .numbers = {}, .texts = {}},
                   {.name = "noise", .numbers = {}, .texts = {}}};
    const double centre = std::log(plan.rate / (1 - plan.rate));
    const std::vector<std::string> stages = {"discovery", "proposal", "contract"};
    for (std::size_t i = 0; i < plan.deals; ++i) {
        const std::size_t stage = random.indexOf(stages);
        const double fit = random.normal();
        const double touch = random.exponential(20);
        const double score =
            centre + plan.strength * (0.8 * fit + 0.7 * (static_cast<double>(stage) - 1) -
                                      0.5 * (std::log2(1 + touch) - 3.8));
        FeatureRow row;
        row.unit = std::to_string(1'000 + i);
        row.group = "account " + std::to_string(i % (plan.deals / 3 + 1));
        row.askedMs = static_cast<base::UtcMs>(i) * base::dayMs;
        row.outcomeMs = row.askedMs + random.between(1, 20) * base::dayMs;
        row.label = random.chance(1 / (1 + std::exp(-score))) ? 1 : 0;
        out.columns[0].texts.push_back(stages[stage]);
        out.columns[1].numbers.push_back(fit);
        out.columns[2].numbers.push_back(random.chance(0.1) ? std::nan("") : touch);
        out.columns[3].numbers.push_back(random.normal());
        out.rows.push_back(std::move(row));
    }
    out.knownMs.resize(out.columns.size());
    for (auto &known : out.knownMs) {
        for (const auto &row : out.rows)
            known.push_back(row.askedMs - base::hourMs);
    }
    return out;
}

inline base::UtcMs afterAll(const FeatureTable &table)
{
    return (static_cast<base::UtcMs>(table.rows.size()) + 30) * base::dayMs;
}

inline void addNumbers(FeatureTable &table, std::string name, std::vector<double> values,
                       std::vector<base::UtcMs> knownMs)
{
    table.columns.push_back({.name = std::move(name), .numbers = std::move(values), .texts = {}});
    table.knownMs.push_back(std::move(knownMs));
}

} // namespace topline::predict
