// Which of some records HubSpot has no more: a privacy deletion leaves no archived record and no
// change, so only asking for the record itself shows it. Called by HubSpotConnector::findGone on
// the courier thread. Changes nothing there. One answer that cannot be told proves nothing.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/hubspot_client.h"
#include "core/crm/hubspot_objects.h"

#include <string>
#include <vector>

namespace topline::crm {

// One batch read per 100 ids. What that does not find is read once more, and then among the
// archived records: gone is what is archived, or in neither. An id that leads to another record is
// merged; one whose row is refused is only out of sight. Errors are those of HubSpotClient::read.
base::Result<Page> findGoneInHubSpot(HubSpotClient &client, const HubSpotObject &object,
                                     const std::vector<std::string> &ids,
                                     const CancelToken &cancel);

} // namespace topline::crm
