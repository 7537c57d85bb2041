// Reasons as sentences: the one place where a reason code becomes words. Used by the window on the
// GUI thread and by the terminal program. Pure; a reason with unexpected arguments still gives a
// sentence.
#pragma once

#include "core/domain/reason.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::ui::text {

// One plain sentence. `sinceMs` is when the reason became true, so that ages go on counting; 0 when
// not known.
QString sentence(const domain::Reason &reason, const Format &format, base::UtcMs sinceMs = 0);

// The label of a score row: "Pricing page, 3 visits", "Web group cap".
QString scoreLabel(const domain::Reason &reason, const Format &format);

// The name of a suppression rule, for the list of rules that were asked.
QString ruleName(domain::ReasonCode code);

} // namespace topline::ui::text
