#include "core/base/number_text.h"

#include <array>
#include <optional>

namespace topline::base {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads what stands at the front of a text, piece by piece; each take says whether it was
// there.
class TextScan {
public:
    explicit TextScan(std::string_view text)
        : m_rest(text)
    {
    }

    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::optional<int> number(std::size_t least, std::size_t most)
    {
        std::size_t length = 0;
        int out = 0;
        while (length < most && length < m_rest.size() && isDigit(m_rest[length]))
            out = out * 10 + (m_rest[length++] - '0');
        const bool longer = length < m_rest.size() && isDigit(m_rest[length]);
        if (length < least || longer)
            return std::nullopt;
        m_rest.remove_prefix(length);
        return out;
    }

    // Milliseconds of a fraction with any number of digits.
    std::optional<int> fractionMs()
    {
        int out = 0;
        int unit = 100;
        if (m_rest.empty() || !isDigit(m_rest.front()))
            return std::nullopt;
        while (!m_rest.empty() && isDigit(m_rest.front())) {
            out += (m_rest.front() - '0') * unit;
            unit /= 10;
            m_rest.remove_prefix(1);
        }
        return out;
    }

    void skipSpaces()
    {
        while (take(' ')) {
        }
    }

    std::string_view rest() const { return m_rest; }

    bool atEnd() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::optional<CivilDate> takeDate(TextScan &scan, DateOrder order)
{
    const auto separatorOf = [](std::string_view rest) {
        return rest.empty() ? '\0' : rest.front();
    };
    TextScan ahead = scan;
    if (const auto year = ahead.number(4, 4)) {
        const char separator = separatorOf(ahead.rest());
        if ((separator != '-' && separator != '/') || !ahead.take(separator))
            return std::nullopt;
        const auto month = ahead.number(1, 2);
        if (!month || !ahead.take(separator))
            return std::nullopt;
        const auto day = ahead.number(1, 2);
        if (!day)
            return std::nullopt;
        scan = ahead;
        return CivilDate{*year, *month, *day};
    }
    if (order != DateOrder::DayMonthYear && order != DateOrder::MonthDayYear)
        return std::nullopt;
    const auto first = scan.number(1, 2);
    const char separator = separatorOf(scan.rest());
    if (!first || std::string_view("./-").find(separator) == std::string_view::npos ||
        !scan.take(separator))
        return std::nullopt;
    const auto second = scan.number(1, 2);
    if (!second || !scan.take(separator))
        return std::nullopt;
    const auto year = scan.number(4, 4);
    if (!year)
        return std::nullopt;
    return order == DateOrder::DayMonthYear ? CivilDate{*year, *second, *first}
                                            : CivilDate{*year, *first, *second};
}

// "14:05", "3:05:09.123456", "2:05 PM".
std::optional<DurationMs> takeClock(TextScan &scan)
{
    auto hour = scan.number(1, 2);
    if (!hour || !scan.take(':'))
        return std::nullopt;
    const auto minute = scan.number(2, 2);
    int second = 0;
    int ms = 0;
    if (scan.take(':')) {
        const auto seconds = scan.number(2, 2);
        if (!seconds)
            return std::nullopt;
        second = *seconds;
        if (scan.take('.') || scan.take(',')) {
            const auto fraction = scan.fractionMs();
            if (!fraction)
                return std::nullopt;
            ms = *fraction;
        }
    }
    if (!minute || *minute > 59 || second > 59)
        return std::nullopt;
    TextScan ahead = scan;
    ahead.skipSpaces();
    const std::string half = lowerAscii(ahead.rest().substr(0, 2));
    if (half == "am" || half == "pm") {
        if (*hour < 1 || *hour > 12)
            return std::nullopt;
        hour = *hour % 12 + (half == "pm" ? 12 : 0);
        scan = TextScan(ahead.rest().substr(2));
    }
    if (*hour > 23)
        return std::nullopt;
    return *hour * hourMs + *minute * minuteMs + second * secondMs + ms;
}

enum class Offset { None, Given, Bad };

// "Z", " UTC", "+02:00", "-0530", "+2" is none of them.
Offset takeOffset(TextScan &scan, DurationMs &offsetMs)
{
    offsetMs = 0;
    scan.skipSpaces();
    if (scan.atEnd())
        return Offset::None;
    const std::string word = lowerAscii(scan.rest());
    if (word == "z" || word == "utc" || word == "gmt") {
        scan = TextScan({});
        return Offset::Given;
    }
    const bool behind = scan.take('-');
    if (!behind && !scan.take('+'))
        return Offset::Bad;
    const std::string_view rest = scan.rest();
    const bool colon = rest.size() == 5 && rest[2] == ':';
    if (!colon && rest.size() != 4 && rest.size() != 2)
        return Offset::Bad;
    TextScan hours(rest.substr(0, 2));
    TextScan minutes(rest.size() == 2 ? std::string_view("00") : rest.substr(rest.size() - 2));
    const auto hour = hours.number(2, 2);
    const auto minute = minutes.number(2, 2);
    if (!hour || !minute || *hour > 14 || *minute > 59)
        return Offset::Bad;
    scan = TextScan({});
    offsetMs = (*hour * hourMs + *minute * minuteMs) * (behind ? -1 : 1);
    return Offset::Given;
}

Error notATime(std::string_view text, DateOrder order)
{
    constexpr std::array<std::string_view, 5> wanted = {
        "a date such as 2017-03-31", "a date such as 31.03.2017", "a date such as 03/31/2017",
        "milliseconds since 1970", "seconds since 1970"};
    return {ErrorCode::InvalidInput, "\"" + std::string(text.substr(0, 60)) + "\" is not " +
                                         std::string(wanted[static_cast<std::size_t>(order)]) +
                                         "."};
}

Result<ParsedTime> parseEpoch(std::string_view text, DateOrder order)
{
    const auto value = parseDecimal(text);
    const int digits = order == DateOrder::EpochMs ? 0 : 3;
    constexpr std::int64_t farthest = 253'402'300'800'000; // the year 10000
    if (!value.ok() || value->scale > digits || text.find(',') != std::string_view::npos)
        return notATime(text, order);
    std::int64_t ms = value->unscaled;
    for (int i = value->scale; i < digits; ++i) {
        if (ms > farthest || ms < -farthest)
            return notATime(text, order);
        ms *= 10;
    }
    if (ms >= farthest || ms <= -farthest)
        return notATime(text, order);
    return ParsedTime{ms, true};
}

} // namespace

Result<ParsedTime> parseTime(std::string_view text, const TimeFormat &format)
{
    text = trimmed(text);
    if (format.order == DateOrder::EpochMs || format.order == DateOrder::EpochSeconds)
        return parseEpoch(text, format.order);
    TextScan scan(text);
    const auto date = takeDate(scan, format.order);
    if (!date || !date->isValid())
        return notATime(text, format.order);
    if (scan.atEnd())
        return ParsedTime{format.zone.startOfDay(*date), false};
    if (!scan.take('T') && !scan.take('t') && !scan.take(' '))
        return notATime(text, format.order);
    scan.skipSpaces();
    const auto clock = takeClock(scan);
    if (!clock)
        return notATime(text, format.order);
    DurationMs offsetMs = 0;
    const Offset offset = takeOffset(scan, offsetMs);
    if (offset == Offset::Bad)
        return notATime(text, format.order);
    if (offset == Offset::Given)
        return ParsedTime{dayNumber(*date) * dayMs + *clock - offsetMs, true};
    TRY_ASSIGN(const UtcMs utcMs, format.zone.toUtc({*date, *clock}));
    return ParsedTime{utcMs, true};
}

std::string timeText(const ParsedTime &time, const TimeFormat &format)
{
    if (format.order == DateOrder::EpochMs)
        return std::to_string(time.utcMs);
    if (format.order == DateOrder::EpochSeconds)
        return decimalText({time.utcMs, 3});
    if (time.hasTime)
        return utcText(time.utcMs);
    const CivilDate date = format.zone.dateOf(time.utcMs);
    std::string iso = date.text();
    const std::string_view view = iso;
    const std::string day(view.substr(8, 2));
    const std::string month(view.substr(5, 2));
    const std::string year(view.substr(0, 4));
    if (format.order == DateOrder::DayMonthYear)
        return day + "." + month + "." + year;
    if (format.order == DateOrder::MonthDayYear)
        return month + "/" + day + "/" + year;
    return iso;
}

} // namespace topline::base
