#include "core/stats/split.h"

#include "core/base/check.h"
#include "core/base/hash.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace topline::stats {

double unitNumber(std::string_view salt, std::string_view id)
{
    std::string text;
    text.reserve(salt.size() + id.size() + 1);
    text.append(salt).append(":").append(id);
    return std::ldexp(static_cast<double>(base::leadingUint64(base::sha256(text))), -64);
}

std::vector<int> groupedFolds(std::span<const std::string> groups, int k, std::string_view salt)
{
    CHECK(k >= 2);
    std::map<std::string, std::size_t> sizes;
    for (const auto &group : groups)
        ++sizes[group];

    struct Turn {
        std::size_t size = 0;
        double order = 0;
        const std::string *name = nullptr;
    };

    std::vector<Turn> turns;
    for (const auto &[name, size] : sizes)
        turns.push_back({size, unitNumber(salt, name), &name});
    std::stable_sort(turns.begin(), turns.end(), [](const Turn &a, const Turn &b) {
        return a.size != b.size ? a.size > b.size : a.order < b.order;
    });

    std::vector<std::size_t> filled(static_cast<std::size_t>(k));
    std::map<std::string, int> foldOf;
    for (const Turn &turn : turns) {
        const auto least = std::min_element(filled.begin(), filled.end());
        *least += turn.size;
        foldOf[*turn.name] = static_cast<int>(least - filled.begin());
    }
    std::vector<int> out;
    out.reserve(groups.size());
    for (const auto &group : groups)
        out.push_back(foldOf[group]);
    return out;
}

std::vector<std::size_t> nestedSample(std::span<const std::string> groups,
                                      std::span<const std::size_t> rows, double share,
                                      std::string_view salt)
{
    std::map<std::string, bool> chosen;
    std::vector<std::size_t> out;
    for (const std::size_t row : rows) {
        const auto [known, isNew] = chosen.try_emplace(groups[row], false);
        if (isNew)
            known->second = share >= 1 || unitNumber(salt, groups[row]) < share;
        if (known->second)
            out.push_back(row);
    }
    return out;
}

std::vector<Origin> rollingOrigins(std::span<const base::UtcMs> askedMs,
                                   std::span<const base::UtcMs> outcomeMs, int count, double first)
{
    CHECK(askedMs.size() == outcomeMs.size() && count >= 1 && first > 0 && first < 1);
    std::vector<Origin> out;
    if (askedMs.empty())
        return out;
    std::vector<base::UtcMs> sorted(askedMs.begin(), askedMs.end());
    std::sort(sorted.begin(), sorted.end());
    const auto timeAt = [&](int step) {
        const double share = first + (1 - first) * step / count;
        const auto rank = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
        return sorted[std::min(rank, sorted.size() - 1)];
    };
    for (int step = 0; step < count; ++step) {
        Origin origin;
        origin.originMs = timeAt(step);
        origin.untilMs =
            step + 1 < count ? timeAt(step + 1) : std::numeric_limits<base::UtcMs>::max();
        for (std::size_t row = 0; row < askedMs.size(); ++row) {
            if (outcomeMs[row] < origin.originMs)
                origin.train.push_back(row);
            else if (askedMs[row] >= origin.originMs && askedMs[row] < origin.untilMs)
                origin.test.push_back(row);
        }
        if (!origin.train.empty() && !origin.test.empty())
            out.push_back(std::move(origin));
    }
    return out;
}

} // namespace topline::stats
