// The words and signs of a typed moment, taken apart: numbers, units, clock times, dates, names of
// days and months. Used by moment_entry only; pure. What cannot be a part of a moment makes the
// whole text not understood.
#pragma once

#include "core/base/calendar.h"

#include <QLocale>
#include <QString>

#include <optional>
#include <vector>

namespace topline::ui::text {

enum class MomentUnit { Minute, Hour, Day, Week, Month };

// 09:00, 12:00, 15:00, 18:00.
enum class DayPart { Morning, Noon, Afternoon, Evening };

struct MomentWord {
    enum class Kind {
        Number,            // `number`, maybe with a fraction: an hour, a day of a month, an amount
        Ordinal,           // "30." or "30th": only a day of a month
        Clock,             // `minutes` since midnight
        Date,              // `date`, its year 0 when it was not written
        Unit,              // after a number
        Month,             // `number` 1 to 12
        Weekday,           // `number` 1 is Monday
        InDays,            // today, tomorrow: `number` of days
        Part,              // morning, noon …
        Meridiem,          // `number` 0 for am, 12 for pm
        In,                // "in": an amount of time follows
        At,                // "at": an hour follows
        Next,              // "next": a weekday or "week" follows
        MorningOrTomorrow, // German "morgen"
    };

    Kind kind = Kind::Number;
    double number = 0;
    int minutes = 0;
    base::CivilDate date = {};
    MomentUnit unit = MomentUnit::Minute;
    DayPart part = DayPart::Morning;
};

// Nothing for a text with a word that no moment has; empty for an empty text.
std::optional<std::vector<MomentWord>> momentWords(const QString &text, const QLocale &locale);

} // namespace topline::ui::text
