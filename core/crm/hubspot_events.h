// HubSpot's activities (tasks, calls, e-mails, meetings, notes) as events of the timeline. Called
// by pull on the courier thread. Pure. One activity gives at most two events: a meeting is booked,
// and later held, missed or cancelled; a call is made, and answered. Keys follow from the
// activity's id and the kind, so that a repeat adds nothing.
#pragma once

#include "core/crm/hubspot_mapping.h"
#include "core/domain/call.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

void addEvents(const HubSpotObject &object, const HubSpotRow &row, Page &page);

// How the number of events of an object follows from numbers of its rows: the sum over these, each
// a search by alternatives of equal properties (none: all rows).
struct HubSpotTally {
    int factor = 1;
    // Groups are alternatives; the pairs of a group hold together.
    std::vector<std::vector<std::pair<std::string_view, std::string_view>>> groups = {};
};

std::vector<HubSpotTally> eventTallies(HubSpotKind kind);

// The portal's own number for what came of a call (those that every portal has).
std::string_view hubspotDisposition(domain::CallResult result);

// Text of an HTML fragment: without tags, with line ends and the common entities.
std::string plainText(std::string_view html);
// The other way: text that HTML shows as it stands.
std::string htmlText(std::string_view text);

} // namespace topline::crm
