// Sentences for what keeps an action back or ends a cadence: do-not-contact, consent, hours,
// holidays, caps, runs, handing over. Used by reason_text only; pure, nothing for other codes.
#pragma once

#include "core/domain/reason.h"
#include "ui/text/format.h"

#include <QString>

#include <optional>

namespace topline::ui::text {

std::optional<QString> guardSentence(const domain::Reason &reason, const Format &format);

// "Not on the do-not-contact list": what is asked, for the list of rules.
std::optional<QString> guardRuleName(domain::ReasonCode code);

// What a stored failure says: a rule by its sentence, any other text as it is.
QString keptBackText(const std::string &failure, const Format &format);

// The same of a call, which nothing keeps back: what speaks against dialling now.
QString callDoubtText(const std::string &failure, const Format &format);

} // namespace topline::ui::text
