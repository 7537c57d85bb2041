// What the connections to CRMs have to say across the top of every page: a sign-in that is needed,
// a CRM that does not answer and how old its data is, a limit that pauses and until when, deletions
// that wait for a yes, no keychain; and a collector that
// cannot listen. Called by the main window on the GUI thread; pure.
#pragma once

#include "ui/shell/page.h"
#include "ui/text/format.h"

namespace topline::shell {

// One banner a connection at most for how it does, one more for the keychain; their ids begin with
// "sync.". Each has the text of a button that leads to the Sync page; the action is the caller's.
std::vector<Banner> syncBanners(const domain::SyncView &sync, const ui::text::Format &format);

} // namespace topline::shell
