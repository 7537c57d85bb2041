// Do once: the links of a draft, and whether they may leave. Called before an approval, by editors
// that show the place, and on texts from a language model. Pure, any thread. What is not on the
// list is not let through: user names in front of a host, other ports, hidden letters, look-alikes
// and schemes other than https, http and mailto never fit it.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/content.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topline::actions {

enum class LinkKind {
    Web,     // with a scheme, "www.", or a host that mail programs make a link of
    Address, // a bare mail address
    Other,   // any other scheme: javascript:, file:, tel: …
};

struct FoundLink {
    LinkKind kind = LinkKind::Web;
    std::size_t begin = 0; // bytes
    std::size_t length = 0;
    std::string text;
    // Lower case, with its port where it names one; of an address, what is behind the @.
    std::string host = {};
    bool hasScheme = false;
    bool isOdd = false; // written so that people and programs may read it differently
};

// In the order of the text.
std::vector<FoundLink> findLinks(std::string_view text);

struct LinkAllowList {
    std::vector<std::string> hosts;     // lower case; their subdomains too
    std::vector<std::string> links;     // exactly these
    std::vector<std::string> prefixes;  // a whole host, and the path up to a field
    std::vector<std::string> bareHosts; // may be named without a scheme: the recipient's own
};

bool isAllowed(const FoundLink &link, const LinkAllowList &list);

// Adds what a template says by itself: whole links, and the part in front of a field that follows a
// whole host. A host that a value fills is not among them.
void addTemplateLinks(std::string_view templateText, LinkAllowList &list);

// The host that a person may allow for this link; empty where it is written oddly.
std::string allowableHost(const FoundLink &link);

// Every fault, in the order of reading; empty when it may leave.
std::vector<domain::DraftFault> draftFaults(domain::ActionKind kind, const domain::Draft &draft,
                                            const LinkAllowList &list);

// InvalidInput with the place of the first link that is not allowed. Only of what reaches a buyer.
base::Status checkLinks(domain::ActionKind kind, const domain::Draft &draft,
                        const LinkAllowList &list);

} // namespace topline::actions
