// What the pictures of --shots show of connections: a fictitious company with HubSpot and
// Salesforce on one morning, counts that agree with each other, and every state that the Sync page
// can be in. Used by ShotsCockpit and Shots only; pure.
#pragma once

#include "core/domain/connect.h"
#include "core/domain/sync_view.h"

namespace topline::app {

domain::SyncView scriptedSync(base::UtcMs now);
// The first sync of HubSpot, `percent` of it done.
domain::SyncView scriptedFirstSync(int percent);
std::vector<domain::RequestRow> scriptedRequests(base::UtcMs now);
domain::SignInReport scriptedSignIn();

} // namespace topline::app
