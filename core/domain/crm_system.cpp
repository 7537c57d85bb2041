#include "core/domain/crm_system.h"

namespace topline::domain {

namespace {

struct System {
    std::string_view name;
    std::string_view prefix;
    std::string_view title;
};

constexpr System systems[] = {
    {"hubspot", "hs:", "HubSpot"},
    {"salesforce", "sf:", "Salesforce"},
    {"demo", "", "Demo company"},
};

} // namespace

std::string_view remotePrefix(std::string_view system)
{
    for (const System &each : systems) {
        if (each.name == system)
            return each.prefix;
    }
    return {};
}

std::string_view systemOf(std::string_view remoteId)
{
    for (const System &each : systems) {
        if (!each.prefix.empty() && remoteId.starts_with(each.prefix))
            return each.name;
    }
    return {};
}

std::string_view systemTitle(std::string_view system)
{
    for (const System &each : systems) {
        if (each.name == system)
            return each.title;
    }
    return system;
}

} // namespace topline::domain
