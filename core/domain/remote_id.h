// Which CRM a remote id belongs to. Ids of real CRMs carry a prefix ("hs:51", "sf:003…"); those of
// the demo company and of imported files have none. Used by store, sync and engine; pure, any
// thread, cannot fail.
#pragma once

#include <string_view>

namespace topline::domain {

// "hubspot" to "hs:", "salesforce" to "sf:"; a mailbox and a calendar have no records, only effects
// ("mail:", "cal:"); any other system has no prefix.
constexpr std::string_view remotePrefix(std::string_view system)
{
    if (system == "hubspot")
        return "hs:";
    if (system == "salesforce")
        return "sf:";
    if (system == "mail")
        return "mail:";
    return system == "calendar" ? std::string_view("cal:") : std::string_view();
}

// The system by the prefix of the id; "" for all that have none.
constexpr std::string_view remoteSystem(std::string_view remoteId)
{
    if (remoteId.starts_with("hs:"))
        return "hubspot";
    return remoteId.starts_with("sf:") ? std::string_view("salesforce") : std::string_view();
}

// True when an id like this comes from that system.
constexpr bool isOfSystem(std::string_view remoteId, std::string_view system)
{
    return remotePrefix(remoteSystem(remoteId)) == remotePrefix(system);
}

} // namespace topline::domain
