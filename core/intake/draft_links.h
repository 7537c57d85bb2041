// What an event says about who is who. Called for every draft that names a device or user, by the
// Segment reader and by imports; pure.
#pragma once

#include "core/domain/visitor.h"

#include <string>
#include <vector>

namespace topline::intake {

// Everything that a draft names at once belongs together: a device to the user who signed in, both
// to the address or contact, and whoever is the most certain to the group and company.
void addLinks(const domain::EventDraft &draft, const std::string &group,
              std::vector<domain::VisitorLink> &out);

} // namespace topline::intake
