// Whose addresses the tags of the do-not-contact list and of consents are now: nobody else can
// tell, since only keyed hashes are stored. Read for the one view of guardrails, on the engine's
// thread or a reader's; looks at every contact once.
#pragma once

#include "core/base/result.h"
#include "core/store/tables.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace topline::engine {

struct TagOwner {
    std::vector<std::string> people;
    std::string host; // the tag is that of a whole mail domain
};

// Tags of nobody who is stored here are left out.
base::Result<std::map<std::string, TagOwner>> ownersOfTags(const store::Tables &tables,
                                                           const std::set<std::string> &tags);

} // namespace topline::engine
