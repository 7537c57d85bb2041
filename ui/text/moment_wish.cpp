#include "ui/text/moment_wish.h"

#include <cmath>

namespace topline::ui::text {

namespace {

using Kind = MomentWord::Kind;
using base::CivilDate;

constexpr int minutesPerHour = 60;
constexpr int hoursPerDay = 24;
constexpr int daysPerWeek = 7;
constexpr int noonHour = 12;
constexpr int firstYear = 1000; // a number from here on is a year

class Grammar {
public:
    explicit Grammar(const std::vector<MomentWord> &words)
        : m_words(words)
    {
    }

    // Nothing when the words make no sense together.
    std::optional<MomentWish> read()
    {
        while (m_at < m_words.size()) {
            if (!readOne())
                return std::nullopt;
        }
        const bool mixes =
            m_wish.hasSpan && (m_wish.hasDay() || (m_wish.minutes && m_wish.spanMinutes > 0));
        return mixes ? std::nullopt : std::optional(m_wish);
    }

private:
    bool nextIs(Kind kind, std::size_t ahead = 1) const
    {
        return m_at + ahead < m_words.size() && m_words[m_at + ahead].kind == kind;
    }

    template <typename T> bool set(std::optional<T> &slot, T value)
    {
        if (slot)
            return false;
        slot = value;
        return true;
    }

    bool readOne()
    {
        const MomentWord &word = m_words[m_at];
        switch (word.kind) {
        case Kind::In:
            ++m_at;
            return m_at + 1 < m_words.size() && nextIs(Kind::Unit) && readOne();
        case Kind::At:
            return readAt();
        case Kind::Number:
            return readNumber();
        case Kind::Ordinal:
        case Kind::Month:
            return readDate();
        case Kind::Clock:
            ++m_at;
            return readTime(word.minutes);
        case Kind::Date:
            ++m_at;
            return set(m_wish.date, word.date);
        case Kind::Weekday:
            ++m_at;
            return set(m_wish.weekday, static_cast<int>(word.number));
        case Kind::InDays:
            ++m_at;
            return set(m_wish.inDays, static_cast<int>(word.number));
        case Kind::MorningOrTomorrow:
            ++m_at;
            return m_wish.hasDay() ? readTime(dayPartMinutes[0]) : set(m_wish.inDays, 1);
        case Kind::Part:
            ++m_at;
            return readTime(dayPartMinutes[static_cast<int>(word.part)]);
        case Kind::Next:
            return readNext();
        case Kind::Unit:
        case Kind::Meridiem:
            return false; // without its number
        }
        return false;
    }

    bool readAt()
    {
        ++m_at;
        if (m_at == m_words.size())
            return m_wish.minutes.has_value(); // "14:00 Uhr"
        if (m_words[m_at].kind != Kind::Number || nextIs(Kind::Meridiem))
            return true;
        const double hour = m_words[m_at++].number;
        if (m_at < m_words.size() && m_words[m_at].kind == Kind::At)
            ++m_at;
        return readHour(hour);
    }

    bool readNext()
    {
        ++m_at;
        if (m_at == m_words.size())
            return false;
        const MomentWord &what = m_words[m_at++];
        if (what.kind == Kind::Unit)
            return !m_wish.hasDay() && (m_wish.nextWeek = true);
        m_wish.strictlyNext = true;
        return what.kind == Kind::Weekday && set(m_wish.weekday, static_cast<int>(what.number));
    }

    bool readNumber()
    {
        const double number = m_words[m_at].number;
        if (nextIs(Kind::Unit)) {
            const MomentUnit unit = m_words[m_at + 1].unit;
            m_at += 2;
            return addSpan(number, unit);
        }
        if (nextIs(Kind::Meridiem)) {
            const int half = static_cast<int>(m_words[m_at + 1].number);
            m_at += 2;
            return number >= 1 && number <= noonHour && std::floor(number) == number &&
                   readHour(static_cast<int>(number) % noonHour + half);
        }
        if (nextIs(Kind::Month))
            return readDate();
        ++m_at;
        if (m_at < m_words.size() && m_words[m_at].kind == Kind::At) { // "14 Uhr"
            ++m_at;
            return readHour(number);
        }
        // A bare number is an hour only when the day is said.
        return (m_wish.hasDay() || m_wish.hasSpan) && readHour(number);
    }

    bool readHour(double hour)
    {
        return std::floor(hour) == hour && hour < hoursPerDay &&
               set(m_wish.minutes, static_cast<int>(hour) * minutesPerHour);
    }

    bool readTime(int minutes)
    {
        if (m_at < m_words.size() && m_words[m_at].kind == Kind::Meridiem) {
            const int half = static_cast<int>(m_words[m_at++].number);
            const int hour = minutes / minutesPerHour;
            if (hour < 1 || hour > noonHour)
                return false;
            minutes = (hour % noonHour + half) * minutesPerHour + minutes % minutesPerHour;
        }
        return set(m_wish.minutes, minutes);
    }

    // "30 nov", "nov 30", either with a year; "30." alone.
    bool readDate()
    {
        int month = 0;
        double day = 0;
        for (int part = 0; part < 2 && m_at < m_words.size(); ++part, ++m_at) {
            const MomentWord &word = m_words[m_at];
            const bool isDay = word.kind == Kind::Number || word.kind == Kind::Ordinal;
            if (isDay && day == 0)
                day = word.number;
            else if (word.kind == Kind::Month && month == 0)
                month = static_cast<int>(word.number);
            else
                break;
        }
        if (day == 0 || std::floor(day) != day || day > 31)
            return false;
        if (month == 0)
            return set(m_wish.dayOfMonth, static_cast<int>(day));
        int year = 0;
        if (m_at < m_words.size() && m_words[m_at].kind == Kind::Number &&
            m_words[m_at].number >= firstYear)
            year = static_cast<int>(m_words[m_at++].number);
        return set(m_wish.date, CivilDate{year, month, static_cast<int>(day)});
    }

    bool addSpan(double number, MomentUnit unit)
    {
        m_wish.hasSpan = true;
        switch (unit) {
        case MomentUnit::Minute:
            m_wish.spanMinutes += number;
            return true;
        case MomentUnit::Hour:
            m_wish.spanMinutes += number * minutesPerHour;
            return true;
        case MomentUnit::Day:
            m_wish.spanDays += number;
            break;
        case MomentUnit::Week:
            m_wish.spanDays += number * daysPerWeek;
            break;
        case MomentUnit::Month:
            m_wish.spanMonths += number;
            break;
        }
        return std::floor(number) == number; // half a day has no wall clock
    }

    const std::vector<MomentWord> &m_words;
    std::size_t m_at = 0;
    MomentWish m_wish;
};

} // namespace

std::optional<MomentWish> readWish(const std::vector<MomentWord> &words)
{
    return Grammar(words).read();
}

} // namespace topline::ui::text
