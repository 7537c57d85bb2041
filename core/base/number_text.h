// Numbers, money and times as people and programs type them, to exact integers and back. Called by
// imports and exports; pure, any thread. Strict: what cannot be read without guessing is
// InvalidInput with one plain sentence; there is no rounding unless asked for.
#pragma once

#include "core/base/calendar.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace topline::base {

// Which sign stands before the fraction; the other one, spaces and apostrophes may group thousands.
enum class DecimalSign { Point, Comma };

// unscaled * 10^-scale, exactly.
struct Decimal {
    std::int64_t unscaled = 0;
    int scale = 0;
    bool operator==(const Decimal &) const = default;

    double toDouble() const;
};

// "1054", "-1,234.50", "1.234,50", "(12.00)", "1.0E7". At most 18 digits.
Result<Decimal> parseDecimal(std::string_view text, DecimalSign sign = DecimalSign::Point);

// Without grouping and trailing noughts: "-0.5". Reads back the same number.
std::string decimalText(const Decimal &decimal, DecimalSign sign = DecimalSign::Point);

// A whole number; "2,448" and "12.0" are ones.
Result<std::int64_t> parseInteger(std::string_view text, DecimalSign sign = DecimalSign::Point);

struct MoneyFormat {
    DecimalSign sign = DecimalSign::Point;
    Currency currency = Currency::usd(); // where the text names none
    int powerOfTen = 0;                  // 6 for figures in millions
    bool roundExtraDigits = false;       // half away from zero; else more digits are an error
};

// A decimal with or without a currency before or behind it: "$1,054", "EUR 12,50", "12 €".
Result<Money> parseMoney(std::string_view text, const MoneyFormat &format = {});

// "1054" or "1054.50": no grouping, no fraction where it is nought. Reads back the same.
std::string moneyText(const Money &money, const MoneyFormat &format = {});

// "true", "yes", "1", "t", "y" and their opposites, in any case.
Result<bool> parseBool(std::string_view text);

// Iso, DayMonthYear and MonthDayYear all take a date that begins with its year.
enum class DateOrder { Iso, DayMonthYear, MonthDayYear, EpochMs, EpochSeconds };

struct TimeFormat {
    DateOrder order = DateOrder::Iso;
    TimeZone zone = {}; // of times that name no offset
};

struct ParsedTime {
    UtcMs utcMs = 0;
    bool hasTime = false; // false for a date alone: utcMs is the start of that day in the zone
    bool operator==(const ParsedTime &) const = default;
};

// "2017-03-01", "2017-03-01T14:05:09.123+02:00", "2017-03-01 3:05", "31.12.2017", "12/31/2017
// 2:05 PM". A fraction finer than a millisecond is cut.
Result<ParsedTime> parseTime(std::string_view text, const TimeFormat &format = {});

// In the same order and zone; reads back the same. Times of day are written as ISO 8601.
std::string timeText(const ParsedTime &time, const TimeFormat &format = {});

} // namespace topline::base
