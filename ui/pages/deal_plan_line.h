// A task of a mutual plan as a person types it in one line: "them: name the signer by fri 12". Used
// by the plan in the deal inspector. Pure, GUI thread; what is not understood gives a sentence,
// never a guess.
#pragma once

#include "core/domain/deal_plan.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::pages {

struct PlanLine {
    domain::PlanTask task; // words, side and due time; the rest as in the task that was given
    QString problem;       // a sentence; empty: all understood
};

// `known` gives what the line does not say: its side, and its due time. "by -" takes the due time
// away.
PlanLine readPlanLine(const QString &line, const domain::PlanTask &known,
                      const ui::text::Format &format);

// The line to be changed, without the due time.
QString planLineOf(const domain::PlanTask &task);

} // namespace topline::pages
