// How people judge the cards of each play, as the rank goes by it. Read by the feed index and by
// inspectors, on either thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/feed.h"
#include "core/store/tables.h"

#include <map>
#include <string>

namespace topline::engine {

using PlayAcceptances = std::map<std::string, domain::PlayAcceptance>;

// By play; only those that count for less. Cheap: nothing is counted for other plays.
base::Result<PlayAcceptances> playAcceptances(store::Tables &tables);

} // namespace topline::engine
