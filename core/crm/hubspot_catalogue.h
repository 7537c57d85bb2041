// What the connector keeps of an account between requests: the account's facts and its stages.
// Owned by HubSpotConnector, filled when first needed, on the courier thread. Only a cache: losing
// it costs two requests.
#pragma once

#include "core/crm/hubspot_mapping.h"

#include <optional>

namespace topline::crm {

class HubSpotCatalogue {
public:
    base::Result<HubSpotFacts> facts(HubSpotClient &client, const CancelToken &cancel)
    {
        if (!m_portal) {
            TRY_ASSIGN(m_portal, readPortal(client, cancel));
        }
        if (!m_stages) {
            TRY_ASSIGN(m_stages, readStages(client, cancel));
        }
        return HubSpotFacts{*m_portal, *m_stages};
    }

    base::Result<const HubSpotPortal *> portal(HubSpotClient &client, const CancelToken &cancel)
    {
        if (!m_portal) {
            TRY_ASSIGN(m_portal, readPortal(client, cancel));
        }
        return &*m_portal;
    }

    // Asks again, for what may have changed and for the server's clock.
    base::Status refreshPortal(HubSpotClient &client, const CancelToken &cancel)
    {
        TRY_ASSIGN(m_portal, readPortal(client, cancel));
        return {};
    }

    void setStages(HubSpotStages stages) { m_stages = std::move(stages); }

private:
    std::optional<HubSpotPortal> m_portal;
    std::optional<HubSpotStages> m_stages;
};

} // namespace topline::crm
