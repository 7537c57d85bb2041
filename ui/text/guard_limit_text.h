// Limits, working hours and modes of plays as people read and type them: labels, units, what is
// wrong with a value, and why a play goes as far by itself as it does. Used by the window on the
// GUI thread and by the terminal program. Pure; what was typed and is no value gives nothing.
#pragma once

#include "core/domain/guard_limits.h"
#include "core/domain/play_mode.h"
#include "ui/text/format.h"

#include <QString>

#include <optional>

namespace topline::ui::text {

QString limitLabel(const domain::LimitField &field);
// The word after the field: "days", "%"; empty for counts and times.
QString limitUnit(domain::LimitUnit unit);
// As it stands in the field: "200", "08:00".
QString limitInput(const domain::LimitField &field, std::int64_t value);
// The value meant by what was typed, whether or not it is within the limits.
std::optional<std::int64_t> parseLimit(const domain::LimitField &field, const QString &typed);
// "08:30" to minutes since midnight; "24:00" is the end of the day.
std::optional<std::int64_t> parseMinute(const QString &typed);
QString minuteText(std::int64_t minute);

// "Not more than 1,000." for a value that was typed into that field.
QString guardProblemText(const domain::GuardProblem &problem);

QString offHoursText(domain::OffHours value);
QString weekdayText(std::size_t day); // "Monday" for 0

// "Mon to Fri 08:00–18:00, holidays of DE, Europe/Berlin, 2 days off".
QString hoursText(const domain::WorkCalendar &calendar);
// "2026-12-24, 2026-12-31", and back.
QString daysText(const std::vector<base::CivilDate> &days);
std::optional<std::vector<base::CivilDate>> parseDays(const QString &typed);
// "08:00–18:00", empty for a day off; and back.
QString spanText(const std::optional<domain::WorkSpan> &span);
std::optional<std::optional<domain::WorkSpan>> parseSpan(const QString &typed);

// "asks first: 12 of 20 approvals so far, 11 of them unchanged".
QString modeReasonText(const domain::ModeRow &row, const Format &format);
// One change of the past: "Tue 14:00: asks first, because 3 of 40 mails bounced".
QString modeChangeText(const domain::ModeChange &change, const Format &format);

} // namespace topline::ui::text
