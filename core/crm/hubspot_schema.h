// The properties of each object as the account has them: which exist, which are calculated or read
// only, which are unique. Asked before a write and by the sign-in's check, on the courier thread.
// Kept until somebody learns that it is out of date.
#pragma once

#include "core/crm/hubspot_client.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace topline::crm {

struct HubSpotPropertyFacts {
    bool isReadOnly = false; // calculated, or not for writing
    bool isUnique = false;
    std::set<std::string> options; // internal values of an enumeration
};

class HubSpotSchema {
public:
    using Properties = std::map<std::string, HubSpotPropertyFacts>;

    // PermissionDenied where the token may not see them.
    base::Result<const Properties *> of(std::string_view object, HubSpotClient &client,
                                        const CancelToken &cancel);

    // False also where the token may not see it.
    base::Result<bool> isUnique(std::string_view object, const std::string &property,
                                HubSpotClient &client, const CancelToken &cancel);

    // As isUnique, without asking: false also where that was not asked for yet.
    bool isKnownUnique(std::string_view object, const std::string &property) const;

    void forget(std::string_view object) { m_known.erase(std::string(object)); }

private:
    std::map<std::string, Properties> m_known;
};

} // namespace topline::crm
