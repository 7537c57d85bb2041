// The answers of a CalDAV server (RFC 4918 multistatus), in plain values, and the few texts that
// requests hold. Called on the courier's thread. Pure. Hostile input: no document type, so no
// entities; depth, elements and responses are bounded. InvalidInput for what is no such answer.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::calendar {

// Names are "DAV: href": the namespace, a space, the local name.
struct DavProperty {
    std::string name;
    std::string text;               // its words, trimmed
    std::vector<std::string> hrefs; // within it
    std::vector<std::string> kinds; // names of the elements within it, with their "name" attribute
};

struct DavResponse {
    std::string href;
    int status = 0;                      // of the response itself; 0: told per property
    std::vector<DavProperty> properties; // those that were found

    // Nullptr when the server has none.
    const DavProperty *property(std::string_view name) const;
    std::string text(std::string_view name) const;
};

struct DavMultistatus {
    std::vector<DavResponse> responses;
    std::string syncToken;
};

base::Result<DavMultistatus> readMultistatus(const std::string &xml);

// The name of what a server refuses by ("urn:ietf:params:xml:ns:caldav no-uid-conflict"); empty
// when the body tells none.
std::string davPrecondition(const std::string &xml);

// Text between tags.
std::string xmlEscaped(std::string_view text);

inline constexpr std::string_view davName = "DAV: ";
inline constexpr std::string_view calDavName = "urn:ietf:params:xml:ns:caldav ";
inline constexpr std::string_view calendarServerName = "http://calendarserver.org/ns/ ";

} // namespace topline::calendar
