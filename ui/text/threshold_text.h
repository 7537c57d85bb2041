// Thresholds of detectors as people read and type them: labels, units, limits. A length of time is
// written in the unit of its least value ("7 d", "48 h"). Used by the window on the GUI thread.
// Pure; what was typed and is no number, or outside the limits, gives nothing.
#pragma once

#include "core/domain/detector_view.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace topline::ui::text {

// "Window of visits" for "pricing_window_ms"; a key that is not known is shown as it is.
QString thresholdLabel(const std::string &key);
// The word after the field: "days", "%"; empty for counts.
QString thresholdUnit(const domain::DetectorParameter &parameter);
// As it stands in the field: "7", "1.5".
QString thresholdInput(const domain::DetectorParameter &parameter, std::int64_t value,
                       const QLocale &locale);
// "7 d", "40 %", "3".
QString thresholdValue(const domain::DetectorParameter &parameter, std::int64_t value,
                       const QLocale &locale);
// "1 d to 30 d".
QString thresholdLimits(const domain::DetectorParameter &parameter, const QLocale &locale);
// The value meant by what was typed, if it lies within the limits.
std::optional<std::int64_t> parseThreshold(const domain::DetectorParameter &parameter,
                                           const QString &typed, const QLocale &locale);
// The value one step up or down in the shown unit, within the limits.
std::int64_t steppedThreshold(const domain::DetectorParameter &parameter, std::int64_t value,
                              int steps);

} // namespace topline::ui::text
