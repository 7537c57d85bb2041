#include "app/crm_makers.h"

#include "core/crm/hubspot_connector.h"
#include "core/crm/salesforce_connector.h"

namespace topline::app {
namespace {

// Salesforce counts calls by the day for the whole organisation, not by the second; this only keeps
// us from crowding out its other programs.
crm::GateOptions salesforceGate()
{
    crm::GateOptions options;
    options.rules = {{"", 10, base::secondMs}};
    return options;
}

} // namespace

std::map<std::string, ConnectorMaker> crmMakers()
{
    std::map<std::string, ConnectorMaker> makers;
    makers["hubspot"] = {crm::hubspotGateOptions(), [](const ConnectorParts &parts) {
                             return std::make_unique<crm::HubSpotConnector>(crm::HubSpotParts{
                                 parts.http, parts.access, parts.gate, parts.pace, parts.clock});
                         }};
    makers["salesforce"] = {salesforceGate(), [](const ConnectorParts &parts) {
                                return std::make_unique<crm::SalesforceConnector>(
                                    crm::SalesforceParts{parts.http, parts.access, parts.gate,
                                                         parts.pace, parts.clock});
                            }};
    return makers;
}

} // namespace topline::app
