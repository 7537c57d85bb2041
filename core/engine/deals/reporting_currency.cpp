#include "core/engine/deals/reporting_currency.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace topline::engine {

base::Currency mostUsedCurrency(const std::vector<std::optional<base::Money>> &amounts)
{
    std::map<std::string, std::int64_t> counts;
    for (const auto &amount : amounts) {
        if (amount && amount->currency.isKnown())
            ++counts[amount->currency.text()];
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto &a, const auto &b) { return a.second < b.second; });
    if (most == counts.end())
        return base::Currency::usd();
    return base::Currency::parse(most->first).value_or(base::Currency::usd());
}

} // namespace topline::engine
