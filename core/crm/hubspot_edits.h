// Writes a person's changes into one HubSpot record: reads it again, compares three ways, writes
// only what differs, reads it once more. Made by HubSpotConnector for one effect, on the courier
// thread. A clash writes nothing; a lost answer is looked into and, where that does not settle it,
// Unknown.
#pragma once

#include "core/crm/hubspot_catalogue.h"
#include "core/crm/hubspot_change.h"
#include "core/crm/hubspot_failure.h"
#include "core/crm/hubspot_schema.h"

#include <set>
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

// An edit on its way: what is to be written, and what HubSpot has no property for.
struct HubSpotEditWork {
    HubSpotEdit edit;
    std::vector<HubSpotChange> dropped;
};

class HubSpotEdits {
public:
    explicit HubSpotEdits(HubSpotDesk desk)
        : m_desk(desk)
    {
    }

    PushAnswer push(const EffectWire &wire);
    // By the values and their history: Applied, Refused when it never was there, else Unknown.
    PushAnswer lookUp(const EffectWire &wire);

    // The steps of a push, which HubSpotEditBatch takes for many records at a time. Each answers
    // where the effect ends with it; what was dropped is not in the answers yet.

    // What the effect asks for, as far as the account can write it.
    std::optional<PushAnswer> begin(const EffectWire &wire, HubSpotEditWork &work);
    std::optional<PushAnswer> dropUnwritable(HubSpotEditWork &work);
    // Three ways, against the record as it was just read. Nothing: `properties` are to be written.
    std::optional<PushAnswer> compare(const HubSpotEdit &edit, const QJsonObject &record,
                                      QJsonObject &properties);
    // What an answer to the write of this one record means (asks again after a failure).
    PushAnswer afterWrite(const HubSpotEdit &edit, const HubSpotAnswer &answer);
    // What the record says about a write whose answer was lost, or was a failure.
    PushAnswer afterDoubt(const HubSpotEdit &edit, const base::Error &error, bool isAnswered,
                          const QJsonObject &record);
    void addFresh(const HubSpotEdit &edit, const QJsonObject &record, Page &fresh);

private:
    base::Result<QJsonObject> readRecord(const HubSpotEdit &edit);
    PushAnswer recordGone(const HubSpotEdit &edit, const base::Error &error);
    PushAnswer write(HubSpotEditWork work, const QJsonObject &record);
    // Nothing: it must go again, without what was dropped.
    std::optional<PushAnswer> tryWrite(HubSpotEditWork &work, const QJsonObject &record);
    PushAnswer doubt(const HubSpotEdit &edit, const base::Error &error, bool isAnswered);
    bool holdsAll(const HubSpotEdit &edit, const QJsonObject &record);

    HubSpotDesk m_desk;
    std::optional<HubSpotFacts> m_facts;
};

// Takes the changes that the answer says have no property to write; false when there are none.
bool dropRefused(const std::set<std::string> &refused, HubSpotEditWork &work);

// Says in the answer what was dropped: in words, and as clashes with nothing, so that what a person
// wanted is not lost.
void addDropped(const std::vector<HubSpotChange> &dropped, PushAnswer &out);

} // namespace topline::crm
