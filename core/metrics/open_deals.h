// The open pipeline at any moment: which deals, worth how much, for how long in their stage, and
// which of them have stalled. Called by tiles, rows and funnel on any thread; pure, cannot fail.
#pragma once

#include "core/metrics/deal_book.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace topline::metrics {

// How long won deals stayed in each open stage: one sample per completed stay, over all reps.
class WonDwell {
public:
    explicit WonDwell(const DealBook &book);

    // p80 in days by stage, of deals won until `at`; only stages with at least dwellSamplesMin.
    std::map<domain::StageId, double> p80At(base::UtcMs at) const;

private:
    struct Sample {
        base::UtcMs wonMs = 0;
        double days = 0;
    };

    std::map<domain::StageId, std::vector<Sample>> m_byStage; // by time of the win
};

struct OpenDeal {
    const DealTrack *track = nullptr;
    const domain::Stage *stage = nullptr;
    std::int64_t minor = 0; // 0 without an amount or in another currency
    bool otherCurrency = false;
    std::optional<double> ageDays; // in its stage; absent when the entry is not known
    std::optional<double> p80Days; // of won deals in that stage
    bool stalled = false;          // past p80, or past input.stallMs where p80 is not known
    bool closeDatePassed = false;

    bool atRisk() const { return stalled || closeDatePassed; }
};

// In scope, by deal id. Expected close dates are the present ones: sources keep no history of them.
std::vector<OpenDeal> openDealsAt(const DealBook &book, const WonDwell &dwell, base::UtcMs at);

} // namespace topline::metrics
