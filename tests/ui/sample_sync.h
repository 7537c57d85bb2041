// A state of the connections with everything on the Sync page in it: HubSpot that is well with
// advice and held deletions, Salesforce that must be signed in to again, conflicts open and
// decided, writes that wait or are unknown, and requests. Used by the tests of the Sync page.
#pragma once

#include "core/domain/connect.h"
#include "core/domain/sync_view.h"

namespace topline::test {

domain::SyncView sampleSync(base::UtcMs now);
std::vector<domain::RequestRow> sampleRequests(base::UtcMs now);
domain::SignInReport sampleSignIn();

// A first sync under way: `done` of 4,000 contacts.
domain::SyncView firstSync(std::int64_t done, bool syncing);

} // namespace topline::test
