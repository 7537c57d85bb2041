// Words for what a rep does at the desk: giving an action on, the results of calls and the note of
// one, what a batch would meet. Used by the window on the GUI thread and by the terminal program.
// Pure; cannot fail.
#pragma once

#include "core/domain/batch_review.h"
#include "core/domain/call.h"
#include "core/domain/hand_on.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::ui::text {

QString handOnWhyText(domain::HandOnWhy why); // "Away"
// "7 of 20 open", "away until Mon 09:00", "takes no inbound actions": what stands behind a name.
QString handOnRoomText(const domain::HandOnRow &row, const Format &format);

QString callResultText(domain::CallResult result); // "Left a message"
// "Call with Dana Reyes: Left a message"
QString callSubject(const QString &person, domain::CallResult result);
// The result with the length of the call, then the notes: what the CRM is told.
QString callNote(domain::CallResult result, base::DurationMs length, const QString &notes);

// "8 to acme.example today of 20"
QString batchLimitText(const domain::BatchLimit &limit);
bool isOverLimit(const domain::BatchLimit &limit);
// "waits until Mon 09:00", "is not sent", "leaves at once"
QString batchLineText(const domain::BatchLine &line, const Format &format);
// Why: a sentence; empty where it leaves at once.
QString batchLineWhy(const domain::BatchLine &line, const Format &format);
// "3 would wait, the first until Mon 09:00; 1 would not leave"; empty where all leave.
QString batchText(const domain::BatchReview &review, const Format &format);

} // namespace topline::ui::text
