// What holds for a whole HubSpot account: its time zone, currency, address, and its pipelines with
// their stages. Read once per connector and when the catalogue is read again, on the courier
// thread. Stages are known by pipeline and stage, since only both together are one.
#pragma once

#include "core/base/calendar.h"
#include "core/base/money.h"
#include "core/crm/hubspot_client.h"
#include "core/domain/records.h"

#include <map>
#include <string>
#include <vector>

namespace topline::crm {

struct HubSpotPortal {
    std::string portalId;
    std::string accountType; // "STANDARD", "SANDBOX" …
    std::string uiDomain;
    std::string zoneName; // as given: "US/Eastern"
    base::TimeZone zone;
    base::Currency currency;
};

base::Result<HubSpotPortal> readPortal(HubSpotClient &client, const CancelToken &cancel);

struct HubSpotStages {
    std::vector<domain::Stage> stages;
    std::map<std::string, std::string> pipelineOfStage; // internal ids

    // "hs:<pipeline>/<stage>". A stage that was removed belongs to the deal's own pipeline.
    std::string remoteId(const std::string &stage, const std::string &dealsPipeline) const;
};

base::Result<HubSpotStages> readStages(HubSpotClient &client, const CancelToken &cancel);

// The two internal ids in such a remote id.
struct HubSpotStageId {
    std::string pipeline;
    std::string stage;
};

std::optional<HubSpotStageId> parseStageId(std::string_view remoteId);

} // namespace topline::crm
