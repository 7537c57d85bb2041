// HubSpot's records as domain records: text to values, by the account's zone and currency. Called
// by pull and by the read after a write, on the courier thread. Pure. A value that cannot be read
// is left empty; a property that was asked for and not delivered is named as missing, which is not
// empty.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/hubspot_objects.h"
#include "core/crm/hubspot_portal.h"

#include <QJsonObject>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

// Other object's name to the linked record's id.
using HubSpotLinks = std::map<std::string, std::string, std::less<>>;

// One row of an answer with what stands in other answers.
struct HubSpotRow {
    QJsonObject record;
    HubSpotLinks links = {};
};

struct HubSpotFacts {
    const HubSpotPortal &portal;
    const HubSpotStages &stages;
};

// When the record was changed last; 0 when the answer does not say.
base::UtcMs hubspotModified(const HubSpotObject &object, const QJsonObject &record);

// Appends the record (with its history, where the answer carries it, and its mergers) to the page.
void addRecord(const HubSpotObject &object, const HubSpotRow &row, const HubSpotFacts &facts,
               Page &page);

// Properties that were asked for and that at least one row does not carry.
std::vector<const HubSpotProperty *> undelivered(const HubSpotObject &object,
                                                 const std::vector<HubSpotRow> &rows);

// Notes the fields that are unknown on this page; the sentence for people when it is drift.
std::string noteMissing(const HubSpotObject &object, const std::vector<HubSpotRow> &rows,
                        const std::set<std::string> &unlinked, Page &page);

} // namespace topline::crm
