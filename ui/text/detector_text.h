// Words for the detectors of sales signals: what each looks for, why that matters, where it reads,
// and what a dry run would have found. Used by the window on the GUI thread. Pure; cannot fail.
#pragma once

#include "core/domain/detector_view.h"
#include "ui/text/format.h"

#include <QString>

namespace topline::ui::text {

// In the order of the page.
enum class DetectorGroup { Web, Mail, Proposals, Deals, People, Product, Surges };

DetectorGroup detectorGroup(domain::SignalType type);
QString detectorGroupText(DetectorGroup group);
// By group, and within a group from the strongest sign to the weakest.
int detectorPlace(domain::SignalType type);

// What it looks for, in one sentence without figures: they are thresholds.
QString detectorSentence(domain::SignalType type);
// Why that matters, and what it is read from.
QString detectorWhy(domain::SignalType type);

// "Would have fired 41 times on 17 accounts; now 29 on 12."
QString dryRunSentence(const domain::DryRunRow &row, const Format &format);
// "3 of 4 · too few to say", "61 %"; "none judged" when nobody has, a dash without hits.
QString precisionText(const domain::DetectorRow &row, const Format &format);
// "43 to 77 %"; empty below the n from which a share says anything.
QString precisionRange(const domain::DetectorRow &row, const Format &format);
std::int64_t judged(const domain::DetectorRow &row);
std::int64_t dismissedOf(const domain::DetectorRow &row);
// Fewer judged hits than this make no share.
inline constexpr std::int64_t judgedLeast = 10;
// What became of a hit: "Dismissed"; "No action came of it" where no play asked for one or
// a rule suppressed it.
QString hitStateText(const domain::SignalHit &hit);

} // namespace topline::ui::text
