// A small made-up company for fakes that people or whole programs work against: accounts, people,
// open and closed deals, tasks and calls, spread over the last half year before the given time.
// Called by tests and by fake_crm_server, any one thread; the same arguments give the same rows.
#pragma once

#include "core/base/time.h"

namespace topline::fakes {

class HubSpotFake;
class SalesforceFake;

// One account, two people and two deals each.
void fill(HubSpotFake &hubSpot, int accounts, base::UtcMs nowMs);
void fill(SalesforceFake &salesforce, int accounts, base::UtcMs nowMs);

} // namespace topline::fakes
