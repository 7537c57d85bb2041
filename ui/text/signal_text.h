// Why now, and why an event is taken for a machine's: the sentences of signals. Used by reason_text
// and by the signals page. Pure; a reason with unexpected arguments still gives a sentence.
#pragma once

#include "core/domain/reason.h"
#include "ui/text/format.h"

#include <QString>

#include <optional>

namespace topline::ui::text {

// Nothing for codes that are not a signal's.
std::optional<QString> signalSentence(const domain::Reason &reason, const Format &format);

} // namespace topline::ui::text
