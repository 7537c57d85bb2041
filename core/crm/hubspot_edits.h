// Writes a person's changes into one HubSpot record: reads it again, compares three ways, writes
// only what differs, reads it once more. Made by HubSpotConnector for one effect, on the courier
// thread. A clash writes nothing; a lost answer is looked into and, where that does not settle it,
// Unknown.
#pragma once

#include "core/crm/hubspot_catalogue.h"
#include "core/crm/hubspot_change.h"
#include "core/crm/hubspot_schema.h"

#include <string>
#include <vector>

namespace topline::crm {

// What the parts of a push have in common.
struct HubSpotDesk {
    HubSpotClient &client;
    HubSpotCatalogue &catalogue;
    HubSpotSchema &schema;
    const base::Clock &clock;
    const CancelToken &cancel;
};

// Before anything was written: what an error means for the effect.
PushAnswer notWritten(const base::Error &error, base::UtcMs nowMs);

// After a 404 or 410: whether the object's whole path is there. An error that leaves the effect in
// the queue when it is not.
base::Status checkPath(const HubSpotDesk &desk, const HubSpotObject &object);

class HubSpotEdits {
public:
    explicit HubSpotEdits(HubSpotDesk desk)
        : m_desk(desk)
    {
    }

    PushAnswer push(const EffectWire &wire);
    // By the values and their history: Applied, Refused when it never was there, else Unknown.
    PushAnswer lookUp(const EffectWire &wire);

private:
    base::Result<QJsonObject> readRecord(const HubSpotEdit &edit);
    PushAnswer recordGone(const HubSpotEdit &edit, const base::Error &error);
    base::Status dropUnwritable(HubSpotEdit &edit, std::vector<HubSpotChange> &dropped);
    PushAnswer write(HubSpotEdit edit, const QJsonObject &record,
                     std::vector<HubSpotChange> dropped);
    // Nothing: it must go again, without what was dropped.
    std::optional<PushAnswer> tryWrite(HubSpotEdit &edit, const QJsonObject &record,
                                       std::vector<HubSpotChange> &dropped);
    PushAnswer afterWrite(const HubSpotEdit &edit, const HubSpotAnswer &answer);
    PushAnswer afterDoubt(const HubSpotEdit &edit, const base::Error &error, bool isAnswered);
    bool holdsAll(const HubSpotEdit &edit, const QJsonObject &record);
    void addFresh(const HubSpotEdit &edit, const QJsonObject &record, Page &fresh);

    HubSpotDesk m_desk;
    std::optional<HubSpotFacts> m_facts;
};

} // namespace topline::crm
