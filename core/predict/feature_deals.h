// Deals as model input: what was known of each at regular looks while it was open, with the time it
// became known; and of the open ones now. Called by the engine with what the store has, on any
// thread; pure, cannot fail. Order of the vectors does not matter.
#pragma once

#include "core/base/money.h"
#include "core/domain/event.h"
#include "core/domain/records.h"
#include "core/predict/feature_table.h"

#include <string_view>
#include <vector>

namespace topline::predict {

// References carry resolved ids.
struct DealRecords {
    std::vector<domain::Deal> deals;
    std::vector<domain::StageChange> stageChanges;
    std::vector<domain::AmountChange> amountChanges;
    std::vector<domain::Stage> stages;
    std::vector<domain::Account> accounts;
    std::vector<domain::Product> products;
    std::vector<domain::Event> events;               // touches, meetings, proposals; without texts
    base::Currency currency = base::Currency::usd(); // other amounts count as not known
    base::UtcMs now = 0;
};

struct LookPolicy {
    // A look when the deal begins, and then at whole multiples of this since 1970, whatever the
    // deal: beside new deals the rows are the open deals of an ordinary day, as a model is asked
    // about them.
    base::DurationMs everyMs = 14 * base::dayMs;
    base::DurationMs livedMinMs = 2 * base::dayMs; // shorter lives are left out (0: none)
    base::DurationMs recentMs = 90 * base::dayMs;  // what "recent" events are
};

// Deals that were won or lost by now, a row per look.
FeatureTable closedDealLooks(const DealRecords &records, const LookPolicy &policy = {});

// Deals that are open now, a row each; `unit` is the deal's id as text.
FeatureTable openDealsNow(const DealRecords &records, const LookPolicy &policy = {});

// Columns that come from what buyers and reps did lately, not from the record of the deal.
bool isSignalFeature(std::string_view name);

} // namespace topline::predict
