// A person's change of a record in the form that can be compared with HubSpot and written to it:
// each field's last seen value, ours, and the properties that carry it. Made from an effect before
// anything is asked. Pure. A field that cannot be written is InvalidInput with one sentence.
#pragma once

#include "core/crm/effect_wire.h"
#include "core/crm/hubspot_mapping.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::crm {

struct HubSpotChange {
    std::string field;    // as the effect names it
    std::string baseText; // as the effect has them, for people
    std::string oursText;
    std::optional<std::string> base; // comparable; nothing: not known, so nothing to clash with
    std::string ours;
    std::string property;                      // the one that is compared
    std::map<std::string, std::string> writes; // what a write would carry
};

struct HubSpotEdit {
    const HubSpotObject *object = nullptr;
    std::string id; // HubSpot's own
    std::vector<HubSpotChange> changes;
    base::UtcMs atMs = 0;
};

// `wire` is a StageChange or a FieldEdit.
base::Result<HubSpotEdit> hubspotEditOf(const EffectWire &wire, const HubSpotFacts &facts);

// The value that the record has now: comparable with base and ours; and as edits write it, for
// people.
std::string currentValue(const HubSpotObject &object, const HubSpotChange &change,
                         const QJsonObject &record, const HubSpotFacts &facts);
std::string shownValue(const HubSpotObject &object, const HubSpotChange &change,
                       const QJsonObject &record, const HubSpotFacts &facts);

} // namespace topline::crm
