// The connect panel as a window of its own, above the main window. Called by the Sync page and by
// the program's command, GUI thread; returns at once, the window closes itself when it is done.
#pragma once

#include "ui/bridge/bridge.h"

class QString;
class QWidget;

namespace topline::pages {

// `system` "hubspot" or "salesforce" begins at the sign-in; empty lets the user pick.
void openConnectDialog(bridge::Bridge &bridge, const QString &system, QWidget *parent);

} // namespace topline::pages
