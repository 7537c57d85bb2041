// Who a visitor is: the names under which sources know people before anybody knows the person, and
// what was said about which of them are the same. Made by intake, kept by the store, joined to
// contacts by the engine. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace topline::domain {

// Numbers are stored: never change one, only add. The first three are known within a source only.
enum class VisitorKind : std::int32_t {
    Anonymous = 1, // a browser or device
    User = 2,      // somebody who signed in there
    Group = 3,     // a company's account there
    Email = 4,     // lower case
    Contact = 5,   // by the id that the CRM has for the contact
    Domain = 6,    // of a company
    Company = 7,   // its name
};

struct VisitorName {
    VisitorKind kind = VisitorKind::Anonymous;
    std::string name;
    auto operator<=>(const VisitorName &) const = default;
};

// "from" was seen to be, or to belong to, "to".
struct VisitorLink {
    VisitorName from;
    VisitorName to;
    base::UtcMs atMs = 0;
    auto operator<=>(const VisitorLink &) const = default;
};

// What came in at once: events, and what they say about who is who.
struct IncomingEvents {
    std::string source; // whose anonymous, user and group ids these are
    std::vector<EventDraft> drafts;
    std::vector<VisitorLink> links;
};

struct IncomingCounts {
    std::int64_t added = 0;
    std::int64_t known = 0;  // had come before
    std::int64_t joined = 0; // earlier events that got another contact or account
    bool operator==(const IncomingCounts &) const = default;
};

using Incoming = std::vector<IncomingEvents>;

// A person's word that `from` is not `to` after all, whatever was said or will be; or, with isCut
// false, taking that back.
struct VisitorCut {
    std::string source;
    VisitorName from;
    VisitorName to;
    bool isCut = true;
};

} // namespace topline::domain
