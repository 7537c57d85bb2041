// A moment as a person types it: "in 3 h", "tomorrow 14:00", "fri 9", "30 nov 10:00", and the same
// in German or in the names of the locale. Used where a time is picked by words; pure, any thread.
// Relative hours are real hours, days keep the wall clock; a time that a clock change skips is
// moved behind it and said so. What is not understood, past or absurdly far gives a problem, never
// a guess.
#pragma once

#include "ui/text/format.h"

namespace topline::ui::text {

enum class MomentProblem { None, Empty, NotUnderstood, NoSuchDay, Past, TooFar };

struct MomentEntry {
    base::UtcMs atMs = 0; // valid without a problem
    MomentProblem problem = MomentProblem::Empty;
    // The time as typed does not exist on that day; `atMs` is as long after the change.
    bool movedByClockChange = false;

    bool ok() const { return problem == MomentProblem::None; }
};

// Reads the words in the format's locale and zone, seen from its moment. Without a time a day means
// 09:00; without a day a time means its next occurrence; without a year a date means the next one.
MomentEntry readMoment(const QString &text, const Format &format);

// One sentence for a problem; empty for None.
QString momentProblemText(MomentProblem problem);

} // namespace topline::ui::text
