#include "ui/text/moment_entry.h"

#include "ui/text/moment_wish.h"

#include <cmath>

namespace topline::ui::text {

namespace {

using base::CivilDate;

constexpr int minutesPerHour = 60;
constexpr int hoursPerDay = 24;
constexpr int daysPerWeek = 7;
constexpr double daysMax = 3660;
constexpr double monthsMax = 120;

// Puts a wish on the calendar of one zone.
class Calendar {
public:
    explicit Calendar(const Format &format)
        : m_zone(format.zone())
        , m_now(format.now())
        , m_today(m_zone.dateOf(m_now))
    {
    }

    MomentEntry place(const MomentWish &wish) const
    {
        const int minutes = wish.minutes.value_or(dayPartMinutes[0]);
        if (wish.hasSpan)
            return placeSpan(wish);
        if (wish.date || wish.dayOfMonth)
            return placeDate(wish, minutes);
        if (wish.weekday) {
            int ahead = (*wish.weekday - base::weekday(m_today) + daysPerWeek) % daysPerWeek;
            if (ahead == 0 && (wish.strictlyNext || !at(m_today, minutes).ok()))
                ahead = daysPerWeek;
            return at(base::addDays(m_today, ahead), minutes);
        }
        if (wish.nextWeek)
            return at(base::addDays(base::mondayOf(m_today), daysPerWeek), minutes);
        if (wish.inDays == 0 && !wish.minutes)
            return laterToday();
        if (wish.inDays)
            return at(base::addDays(m_today, *wish.inDays), minutes);
        const MomentEntry today = at(m_today, minutes);
        return today.ok() ? today : at(base::addDays(m_today, 1), minutes);
    }

private:
    MomentEntry at(CivilDate date, int minutes) const
    {
        if (!date.isValid())
            return {.problem = MomentProblem::NoSuchDay};
        const base::ResolvedTime found = m_zone.resolve({date, minutes * base::minuteMs});
        MomentEntry out{.atMs = found.utcMs, .problem = MomentProblem::None};
        out.movedByClockChange = found.kind == base::LocalKind::Skipped;
        // The hour that comes twice: while the first has passed, the second is still ahead.
        if (found.kind == base::LocalKind::Repeated && out.atMs <= m_now)
            out.atMs += m_zone.offsetMs(out.atMs) - m_zone.offsetMs(out.atMs + 6 * base::hourMs);
        if (out.atMs <= m_now)
            out.problem = MomentProblem::Past;
        else if (base::dayNumber(date) - base::dayNumber(m_today) > static_cast<int>(daysMax))
            out.problem = MomentProblem::TooFar;
        return out;
    }

    MomentEntry laterToday() const
    {
        for (const int minutes : dayPartMinutes) {
            if (const MomentEntry found = at(m_today, minutes); found.ok())
                return found;
        }
        return {.problem = MomentProblem::Past};
    }

    MomentEntry placeSpan(const MomentWish &wish) const
    {
        if (wish.spanMinutes > daysMax * hoursPerDay * minutesPerHour || wish.spanDays > daysMax ||
            wish.spanMonths > monthsMax)
            return {.problem = MomentProblem::TooFar};
        const auto span = std::llround(wish.spanMinutes * static_cast<double>(base::minuteMs));
        if (wish.spanDays == 0 && wish.spanMonths == 0)
            return span > 0 ? MomentEntry{.atMs = m_now + span, .problem = MomentProblem::None}
                            : MomentEntry{.problem = MomentProblem::Past};
        const CivilDate date =
            base::addDays(base::addMonths(m_today, static_cast<int>(wish.spanMonths)),
                          static_cast<std::int64_t>(wish.spanDays));
        const auto sinceMidnight = m_zone.local(m_now).sinceMidnightMs;
        MomentEntry out =
            at(date, wish.minutes.value_or(static_cast<int>(sinceMidnight / base::minuteMs)));
        out.atMs += span;
        return out;
    }

    MomentEntry placeDate(const MomentWish &wish, int minutes) const
    {
        MomentEntry found{.problem = MomentProblem::NoSuchDay};
        const bool everyMonth = wish.dayOfMonth.has_value();
        const int tries = everyMonth ? 13 : 9; // 29 February comes within eight years
        for (int step = 0; step < tries && !found.ok(); ++step) {
            CivilDate date = wish.date.value_or(CivilDate{});
            if (everyMonth) {
                const CivilDate month = base::addMonths({m_today.year, m_today.month, 1}, step);
                date = {month.year, month.month, *wish.dayOfMonth};
            } else if (date.year == 0) {
                date.year = m_today.year + step;
            } else if (step > 0) {
                break;
            }
            if (date.isValid())
                found = at(date, minutes);
            if (wish.weekday && found.ok() && base::weekday(date) != *wish.weekday)
                return {.problem = MomentProblem::NoSuchDay};
        }
        return found;
    }

    const base::TimeZone &m_zone;
    base::UtcMs m_now;
    CivilDate m_today;
};

class Sentences {
    Q_DECLARE_TR_FUNCTIONS(MomentEntry)

public:
    static QString of(MomentProblem problem)
    {
        switch (problem) {
        case MomentProblem::None:
            return {};
        case MomentProblem::Empty:
            return tr("Type a day, a time, or both.");
        case MomentProblem::NotUnderstood:
            return tr("Not understood.");
        case MomentProblem::NoSuchDay:
            return tr("There is no such day.");
        case MomentProblem::Past:
            return tr("That time has passed.");
        case MomentProblem::TooFar:
            return tr("That is more than ten years away.");
        }
        return {};
    }
};

} // namespace

MomentEntry readMoment(const QString &text, const Format &format)
{
    const auto words = momentWords(text, format.locale());
    if (!words)
        return {.problem = MomentProblem::NotUnderstood};
    if (words->empty())
        return {.problem =
                    text.trimmed().isEmpty() ? MomentProblem::Empty : MomentProblem::NotUnderstood};
    const auto wish = readWish(*words);
    if (!wish)
        return {.problem = MomentProblem::NotUnderstood};
    return Calendar(format).place(*wish);
}

QString momentProblemText(MomentProblem problem)
{
    return Sentences::of(problem);
}

} // namespace topline::ui::text
