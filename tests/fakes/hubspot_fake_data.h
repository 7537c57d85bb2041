// The plain values of the fake HubSpot: its settings, scripted faults, records and journal. Read
// and changed by tests between requests. Any thread that has the fake to itself.
#pragma once

#include "core/base/time.h"
#include "tests/fakes/http_message.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::fakes {

using HubSpotFakeValues = std::map<std::string, std::string>;

struct HubSpotFakeSettings {
    std::set<std::string> tokens = {"pat-good"};
    std::set<std::string> denied; // objects that the token may not read or write
    std::set<std::string> hidden; // ids that a batch read names with an error of …
    std::string hiddenCategory = "FORBIDDEN";
    int searchCap = 10'000;              // rows that one search shows with `after`
    int searchesPerSecond = 0;           // 0: no limit
    base::DurationMs indexLagMs = 0;     // until a change is found by a search
    base::DurationMs clockSkewMs = 0;    // of the Date header against the clock given
    bool silentAboutMissing = false;     // batch reads leave missing ids out without a word
    bool tracesCreates = true;           // batch creates name what was bad; else they fail whole
    std::set<std::string> invalidValues; // "property=value" that is refused
    bool listsUnlinked = true;           // 207 with an error for each record without links
    bool numericLinkIds = false;         // "toObjectId": 51 instead of "51"
    std::string companyCurrency = "EUR";
    std::string timeZone = "US/Eastern";
};

// In the spirit of a rule: which requests, after how many, how often, and what they see.
struct HubSpotFakeFault {
    std::string match; // regular expression on "METHOD path"
    int status = 500;
    int times = 1;
    int after = 0;
    std::string policy = {}; // of a 429
    std::string body = {};   // else made from the status
    Headers headers = {};
    Response::Wire wire = Response::Wire::Normal; // CloseAfter and Truncate: handled as usual first
    bool isAnswerKept = false; // handled as usual first, then this status and body
};

struct HubSpotFakeProperty {
    std::string name;
    bool isReadOnly = false;
    bool isUnique = false;
};

struct HubSpotFakeRecord {
    std::string id;
    HubSpotFakeValues values; // absent: null
    base::UtcMs createdMs = 0;
    base::UtcMs updatedMs = 0;
    base::UtcMs indexedMs = 0;
    base::UtcMs archivedMs = 0; // 0: not archived
    std::string mergedInto;
    // Oldest first.
    std::map<std::string, std::vector<std::pair<base::UtcMs, std::string>>> history;
};

struct HubSpotFakeWrite {
    std::string what; // "create", "update", "upsert"
    std::string type;
    std::string id;
    std::string key; // the unique property's value, if any
};

} // namespace topline::fakes
