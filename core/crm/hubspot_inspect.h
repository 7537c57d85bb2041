// Who is connected to HubSpot, what may be read, how many records there are, and what an
// administrator could set up. Asked before the first pull, on the courier thread. Changes nothing.
// A right that is missing for one object is named and stops nothing else.
#pragma once

#include "core/crm/hubspot_edits.h"

#include <cstdint>
#include <map>
#include <string>

namespace topline::crm {

base::Result<domain::SourceProfile> inspectHubSpot(HubSpotDesk desk);

base::Result<std::map<std::string, std::int64_t>> countHubSpot(HubSpotDesk desk);

} // namespace topline::crm
