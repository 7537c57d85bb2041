#include "app/crm_makers.h"

#include "core/crm/hubspot_connector.h"

namespace topline::app {

std::map<std::string, ConnectorMaker> crmMakers()
{
    std::map<std::string, ConnectorMaker> makers;
    makers["hubspot"] = {crm::hubspotGateOptions(), [](const ConnectorParts &parts) {
                             return std::make_unique<crm::HubSpotConnector>(crm::HubSpotParts{
                                 parts.http, parts.access, parts.gate, parts.pace, parts.clock});
                         }};
    return makers;
}

} // namespace topline::app
