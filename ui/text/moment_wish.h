// A typed moment as it was said, before it is put on the calendar. Made from the words by the
// grammar here, read by moment_entry only; pure. Words that make no sense together give nothing.
#pragma once

#include "ui/text/moment_words.h"

namespace topline::ui::text {

// By DayPart, in minutes since midnight.
inline constexpr int dayPartMinutes[] = {9 * 60, 12 * 60, 15 * 60, 18 * 60};

struct MomentWish {
    std::optional<base::CivilDate> date; // year 0: the next one
    std::optional<int> dayOfMonth;
    std::optional<int> weekday;
    bool strictlyNext = false;
    bool nextWeek = false;
    std::optional<int> inDays;
    std::optional<int> minutes; // since midnight
    double spanMinutes = 0;
    double spanDays = 0;
    double spanMonths = 0;
    bool hasSpan = false;

    bool hasDay() const { return date || dayOfMonth || weekday || nextWeek || inDays; }
};

std::optional<MomentWish> readWish(const std::vector<MomentWord> &words);

} // namespace topline::ui::text
