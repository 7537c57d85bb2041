// A fictitious account with a little of everything for tests of the accounts page: two deals, a
// committee with a gap, events of every group, one of them a machine's. Plain values.
#pragma once

#include "core/domain/account_view.h"

#include <vector>

namespace topline::test {

inline constexpr domain::AccountId northwind{7};
inline constexpr domain::DealId largeDeal{70};
inline constexpr domain::DealId smallDeal{71};
inline constexpr domain::ContactId dana{700};
inline constexpr domain::EventId botClick{7003};

// `count` accounts with falling scores, the first of them northwind.
std::vector<domain::AccountRow> sampleAccounts(int count, base::UtcMs now);

domain::AccountView sampleAccount(base::UtcMs now);

domain::TierReport sampleTierReport();

domain::IcpPolicy sampleIcp();

} // namespace topline::test
