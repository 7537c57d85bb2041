// The CRMs by name: what their record ids begin with and what people call them. Used by connectors
// to make ids, by the engine to find whose record an effect is about, by the window and the
// terminal for titles. Pure, any thread, cannot fail.
#pragma once

#include <string_view>

namespace topline::domain {

// "hs:" for "hubspot", "sf:" for "salesforce"; empty for sources whose ids have none, such as the
// demo company and files.
std::string_view remotePrefix(std::string_view system);

// "hubspot" for "hs:51"; empty for an id without a known prefix.
std::string_view systemOf(std::string_view remoteId);

// "HubSpot"; the name itself for a system that is not known.
std::string_view systemTitle(std::string_view system);

} // namespace topline::domain
