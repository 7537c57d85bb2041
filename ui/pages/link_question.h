// Asks before a link of somebody else's text is opened: where it leads as the network sees it, and
// a warning where its words name another place. Connected to SafeHtmlView::linkWanted by whoever
// shows such a text, GUI thread. Only https and mail addresses are ever opened.
#pragma once

#include "ui/look/safe_html_view.h"

#include <QWidget>

#include <functional>

namespace topline::pages {

using OpenUrl = std::function<void(const QUrl &)>;

// `open` is the desktop's own way unless a test gives another; it runs only after a yes.
void askToOpen(const look::LinkTarget &target, QWidget *parent, OpenUrl open = {});

} // namespace topline::pages
