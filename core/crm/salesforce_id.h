// Record ids of Salesforce: 15 characters in which case counts, or the same with three characters
// that spell the case. Used by everything that speaks to it; pure, any thread. Ids are compared as
// bytes and only in the long form. Source: "What are the different types of record ids", 18 = 15 +
// checksum.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace topline::crm {

// The long form; nothing for other lengths, other characters or a checksum that does not fit.
std::optional<std::string> salesforceId18(std::string_view id);

// "sf:" and the long form; "" for what is no id.
std::string salesforceRemoteId(std::string_view id);

// The long form of a remote id of ours; nothing for ids of other systems.
std::optional<std::string> salesforceIdOf(std::string_view remoteId);

// The first three characters say which object an id belongs to.
inline bool isSalesforceIdOf(std::string_view id, std::string_view prefix)
{
    return id.substr(0, 3) == prefix;
}

// Stages have no id on a deal, only their API name.
std::string salesforceStageId(std::string_view apiName);
std::optional<std::string> salesforceStageName(std::string_view remoteId);

} // namespace topline::crm
