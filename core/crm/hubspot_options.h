// The sizes, times and names by which the HubSpot connector works, and what it stands on. Filled by
// app's composition with the vendor's published limits, and by tests with small ones. Plain values;
// everything referred to must outlive the connector.
#pragma once

#include "core/base/time.h"
#include "core/crm/access.h"
#include "core/crm/http_client.h"
#include "core/crm/pace.h"
#include "core/crm/rate_gate.h"

#include <cstdint>
#include <string>

namespace topline::crm {

struct HubSpotOptions {
    int searchRows = 200;  // of one search page
    int readRows = 100;    // of one batch read
    int historyRows = 50;  // of one batch read with history
    int linkRows = 1'000;  // of one read of associations; also the rows of one page of ours
    int listRows = 100;    // of one page of a list
    int searchBody = 3000; // characters that a search may have
    // The index of searches is behind: a window ends this long before the server's clock …
    base::DurationMs lagMs = base::minuteMs;
    // … and begins this long before the last one's end.
    base::DurationMs overlapMs = 5 * base::minuteMs;
    // Owners and stages, and deletions with the counts, are asked for this often.
    base::DurationMs catalogueEveryMs = 10 * base::minuteMs;
    base::DurationMs goneEveryMs = 30 * base::minuteMs;
    // Everything again, for what the index of searches never showed.
    base::DurationMs deepEveryMs = 7 * base::dayMs;
    int tries = 5; // of one request that changes nothing, or provably changed nothing
    // Our own property on activities; unique where an administrator set it up so.
    std::string uniqueProperty = "topline_id";
};

struct HubSpotParts {
    HttpClient &http;
    AccessSource &access;
    RateGate &gate;
    Pace &pace;
    const base::Clock &clock;
    HubSpotOptions options = {};
};

// The vendor's limits with room for others: 8 calls a second, 3 of them searches.
inline GateOptions hubspotGateOptions(std::int64_t callsPerDayMax = 0)
{
    GateOptions out;
    out.rules = {{"", 8, base::secondMs}, {"search", 3, base::secondMs}};
    out.callsPerDayMax = callsPerDayMax;
    return out;
}

} // namespace topline::crm
