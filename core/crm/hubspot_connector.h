// HubSpot as a CRM, both ways: pulls by key and window, pushes activities and edits once. Made by
// app's composition with the signed-in account's parts; called on a courier thread, thread-safe.
// What the vendor's rules forbid to guess is Unknown or NotSent; a pull's page is whole or an
// error.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/hubspot_activities.h"
#include "core/crm/hubspot_catalogue.h"
#include "core/crm/hubspot_client.h"
#include "core/crm/hubspot_options.h"
#include "core/crm/hubspot_schema.h"

#include <mutex>

namespace topline::crm {

class HubSpotConnector final : public Connector {
public:
    explicit HubSpotConnector(HubSpotParts parts);

    std::string system() const override { return "hubspot"; }

    std::string title() const override { return "HubSpot"; }

    base::Result<domain::SourceProfile> inspect(const CancelToken &cancel) override;
    // By object, and "events" for all activities together; objects that may not be read count 0.
    base::Result<std::map<std::string, std::int64_t>> count(const CancelToken &cancel) override;
    // At most `linkRows` records of one object; the cursor is HubSpotCursor's text.
    base::Result<Page> pull(const std::string &cursor, const CancelToken &cancel) override;
    // Companies, contacts and deals; see hubspot_roll_call.h.
    base::Result<std::optional<Page>> findGone(domain::RecordKind kind,
                                               std::span<const std::string> remoteIds,
                                               const CancelToken &cancel) override;
    PushAnswer push(const domain::Effect &effect, const CancelToken &cancel) override;
    // Edits and keyed activities of one object go together, up to 100 a request.
    std::vector<PushAnswer> pushMany(std::span<const domain::Effect> effects,
                                     const CancelToken &cancel) override;
    std::size_t pushMax(domain::ActionKind kind) const override;
    PushAnswer lookUp(const domain::Effect &effect, const CancelToken &cancel) override;

private:
    HubSpotDesk desk(const CancelToken &cancel);
    PushAnswer pushLocked(const domain::Effect &effect, const CancelToken &cancel);

    mutable std::mutex m_mutex;
    const base::Clock &m_clock;
    HubSpotClient m_client;
    HubSpotCatalogue m_catalogue;
    HubSpotSchema m_schema;
    HubSpotTries m_tries;
};

} // namespace topline::crm
