// Who is behind a connection, as the CRM itself says before anything is pulled. Made by connectors,
// compared by the engine (another organisation is refused), shown by the connect wizard. Plain
// values, any thread.
#pragma once

#include <string>
#include <vector>

namespace topline::domain {

// What an account says about itself before anything is pulled.
struct SourceProfile {
    std::string system = {};
    std::string orgId = {};
    std::string orgName = {};
    std::string userName = {};
    std::string webUrl = {};
    std::string timeZone = {}; // IANA; empty when unknown
    std::string currency = {}; // ISO 4217; empty when unknown
    bool isSandbox = false;
    // False: a repeated create could make a second object; `advice` says how to set the field up.
    bool hasUniqueIds = false;
    std::vector<std::string> denied = {}; // objects that this sign-in may not read
    std::vector<std::string> advice = {};
    bool operator==(const SourceProfile &) const = default;
};

} // namespace topline::domain
