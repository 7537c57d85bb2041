// What people call the CRMs. Used by the engine, the window and the terminal for titles and in
// sentences; what their record ids begin with is in remote_id.h. Pure, any thread, cannot fail.
#pragma once

#include "core/domain/remote_id.h"

#include <string_view>

namespace topline::domain {

// "HubSpot" for "hubspot"; the name itself for a system that is not known.
constexpr std::string_view systemTitle(std::string_view system)
{
    if (system == "hubspot")
        return "HubSpot";
    if (system == "salesforce")
        return "Salesforce";
    if (system == "mail")
        return "Mailbox";
    if (system == "calendar")
        return "Calendar";
    return system == "demo" ? std::string_view("Demo company") : system;
}

} // namespace topline::domain
