// The whole audit card of an action in a window of its own, with its rows of the ledger and, word
// for word, what a model was sent. Opened from the Audit tab of the Why, GUI thread; plain text
// that can be selected and copied; the window deletes itself when it closes.
#pragma once

#include "core/domain/audit.h"
#include "ui/text/format.h"

class QWidget;

namespace topline::pages {

void showAudit(const domain::ActionAudit &audit, const ui::text::Format &format, QWidget *parent);

} // namespace topline::pages
