#include "core/base/number_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace topline::base {

namespace {

constexpr int maxDigits = 18;
constexpr std::string_view noBreakSpace = "\xC2\xA0";
constexpr std::string_view narrowNoBreakSpace = "\xE2\x80\xAF";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool takePrefix(std::string_view &text, std::string_view prefix)
{
    if (text.substr(0, prefix.size()) != prefix)
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool takeSuffix(std::string_view &text, std::string_view suffix)
{
    if (text.size() < suffix.size() || text.substr(text.size() - suffix.size()) != suffix)
        return false;
    text.remove_suffix(suffix.size());
    return true;
}

Error notA(std::string_view what, std::string_view text)
{
    return {ErrorCode::InvalidInput,
            "\"" + std::string(text.substr(0, 60)) + "\" is not " + std::string(what) + "."};
}

std::int64_t powerOfTen(int exponent)
{
    std::int64_t out = 1;
    for (int i = 0; i < exponent; ++i)
        out *= 10;
    return out;
}

// A group separator at the front: the sign that is not the decimal one, a space, an apostrophe.
std::size_t groupSeparatorLength(std::string_view text, DecimalSign sign)
{
    if (text.empty())
        return 0;
    if (text.front() == (sign == DecimalSign::Point ? ',' : '.') || text.front() == '\'' ||
        text.front() == ' ')
        return 1;
    if (text.substr(0, 2) == noBreakSpace)
        return 2;
    const bool narrow = text.substr(0, 3) == narrowNoBreakSpace;
    return narrow || text.substr(0, 3) == "\xE2\x80\x99" ? 3 : 0;
}

struct Digits {
    std::int64_t value = 0;
    int count = 0; // without leading zeros
    int fraction = 0;

    bool add(char c)
    {
        count += count > 0 || c != '0' ? 1 : 0;
        if (count > maxDigits)
            return false;
        value = value * 10 + (c - '0');
        return true;
    }
};

// Digits in groups: none, or one kind of separator before each further three.
bool takeWhole(std::string_view &text, DecimalSign sign, Digits &digits)
{
    std::string_view separator;
    int inGroup = 0;
    if (text.empty() || !isDigit(text.front()))
        return false;
    while (!text.empty()) {
        if (isDigit(text.front())) {
            if (!digits.add(text.front()))
                return false;
            ++inGroup;
            text.remove_prefix(1);
            continue;
        }
        const std::size_t length = groupSeparatorLength(text, sign);
        if (length == 0)
            break;
        const std::string_view found = text.substr(0, length);
        const bool first = separator.empty();
        if ((first ? inGroup > 3 : inGroup != 3) || (!first && found != separator))
            return false;
        separator = found;
        inGroup = 0;
        text.remove_prefix(length);
    }
    return separator.empty() || inGroup == 3;
}

bool takeFraction(std::string_view &text, DecimalSign sign, Digits &digits)
{
    if (text.empty() || text.front() != (sign == DecimalSign::Point ? '.' : ','))
        return true;
    text.remove_prefix(1);
    if (text.empty() || !isDigit(text.front()))
        return false;
    std::size_t length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    std::string_view fraction = text.substr(0, length);
    text.remove_prefix(length);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.remove_suffix(1);
    for (const char c : fraction) {
        if (!digits.add(c) || ++digits.fraction > maxDigits)
            return false;
    }
    return true;
}

bool takeExponent(std::string_view &text, Digits &digits)
{
    if (text.empty() || (text.front() != 'E' && text.front() != 'e'))
        return true;
    text.remove_prefix(1);
    const bool negative = takePrefix(text, "-");
    if (!negative)
        takePrefix(text, "+");
    if (text.empty() || text.size() > 2 || !std::all_of(text.begin(), text.end(), isDigit))
        return false;
    int exponent = 0;
    for (const char c : text)
        exponent = exponent * 10 + (c - '0');
    text = {};
    digits.fraction += negative ? exponent : -exponent;
    while (digits.fraction < 0) {
        if (!digits.add('0'))
            return false;
        ++digits.fraction;
    }
    return digits.fraction <= maxDigits;
}

struct CurrencySign {
    std::string_view sign;
    std::string_view code;
};

// Longer signs first, so that "US$" is not read as "$". Signs that several countries share
// ("kr") are not here: guessing a currency would be worse than asking.
constexpr std::array<CurrencySign, 20> currencySigns = {{
    {"US$", "USD"}, {"A$", "AUD"}, {"C$", "CAD"},  {"CA$", "CAD"}, {"NZ$", "NZD"},
    {"R$", "BRL"},  {"S$", "SGD"}, {"HK$", "HKD"}, {"€", "EUR"},   {"£", "GBP"},
    {"¥", "JPY"},   {"₹", "INR"},  {"₩", "KRW"},   {"₺", "TRY"},   {"₽", "RUB"},
    {"zł", "PLN"},  {"Kč", "CZK"}, {"₪", "ILS"},   {"Fr.", "CHF"}, {"$", "USD"},
}};

std::optional<Currency> takeCurrency(std::string_view &text)
{
    for (const auto &[sign, code] : currencySigns) {
        if (takePrefix(text, sign) || takeSuffix(text, sign))
            return Currency::parse(code);
    }
    const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto takeCode = [&](std::size_t at, char neighbour) -> std::optional<Currency> {
        const std::string_view code = text.substr(at, 3);
        if (!std::all_of(code.begin(), code.end(), isUpper) || isUpper(neighbour))
            return std::nullopt;
        return Currency::parse(code);
    };
    if (text.size() < 4)
        return std::nullopt;
    if (auto front = takeCode(0, text[3])) {
        text.remove_prefix(3);
        return front;
    }
    if (auto back = takeCode(text.size() - 3, text[text.size() - 4])) {
        text.remove_suffix(3);
        return back;
    }
    return std::nullopt;
}

// The signs that may stand around a number, outside or inside of its currency.
bool takeNegative(std::string_view &text)
{
    text = trimmed(text);
    bool negative = false;
    if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text = trimmed(text.substr(1, text.size() - 2));
        return true;
    }
    if (takePrefix(text, "-") || takePrefix(text, "\xE2\x88\x92"))
        negative = true;
    else
        takePrefix(text, "+");
    text = trimmed(text);
    return negative;
}

std::optional<Decimal> readUnsigned(std::string_view text, DecimalSign sign)
{
    Digits digits;
    if (!takeWhole(text, sign, digits) || !takeFraction(text, sign, digits) ||
        !takeExponent(text, digits) || !text.empty())
        return std::nullopt;
    return Decimal{digits.value, digits.fraction};
}

// value * 10^shift, exactly or rounded half away from zero.
Result<std::int64_t> shifted(std::int64_t value, int shift, bool round)
{
    if (shift >= 0) {
        std::int64_t out = 0;
        if (shift > maxDigits || __builtin_mul_overflow(value, powerOfTen(shift), &out))
            return Error{ErrorCode::InvalidInput, "The number is too large."};
        return out;
    }
    if (-shift > maxDigits)
        return std::int64_t{0};
    const std::int64_t unit = powerOfTen(-shift);
    const std::int64_t rest = value % unit;
    if (rest != 0 && !round)
        return Error{ErrorCode::InvalidInput,
                     "The number has more digits behind its decimal sign than fit."};
    const std::int64_t away = (rest < 0 ? -rest : rest) >= unit - unit / 2 ? 1 : 0;
    return value / unit + (value < 0 ? -away : away);
}

} // namespace

double Decimal::toDouble() const
{
    return static_cast<double>(unscaled) / static_cast<double>(powerOfTen(scale));
}

Result<Decimal> parseDecimal(std::string_view text, DecimalSign sign)
{
    std::string_view rest = text;
    const bool negative = takeNegative(rest);
    const auto out = readUnsigned(rest, sign);
    if (!out)
        return notA("a number", text);
    return Decimal{negative ? -out->unscaled : out->unscaled, out->scale};
}

Result<std::int64_t> parseInteger(std::string_view text, DecimalSign sign)
{
    TRY_ASSIGN(const Decimal decimal, parseDecimal(text, sign));
    if (decimal.scale != 0)
        return notA("a whole number", text);
    return decimal.unscaled;
}

Result<Money> parseMoney(std::string_view text, const MoneyFormat &format)
{
    std::string_view rest = text;
    bool negative = takeNegative(rest);
    const auto named = takeCurrency(rest);
    if (takeNegative(rest)) {
        if (negative)
            return notA("an amount", text);
        negative = true;
    }
    const auto decimal = readUnsigned(rest, format.sign);
    if (!decimal)
        return notA("an amount", text);
    const Currency currency = named.value_or(format.currency);
    TRY_ASSIGN(const std::int64_t minor,
               shifted(decimal->unscaled, format.powerOfTen + currency.exponent() - decimal->scale,
                       format.roundExtraDigits));
    return Money{negative ? -minor : minor, currency};
}

std::string decimalText(const Decimal &decimal, DecimalSign sign)
{
    // Digits as text, so that the smallest integer needs no special case.
    std::string digits = std::to_string(decimal.unscaled);
    const bool negative = digits.front() == '-';
    digits.erase(0, negative ? 1 : 0);
    const auto scale = static_cast<std::size_t>(decimal.scale);
    if (digits.size() <= scale)
        digits.insert(0, scale + 1 - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - scale);
    digits.resize(digits.size() - scale);
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    std::string out = (negative ? "-" : "") + digits;
    if (!fraction.empty())
        out += (sign == DecimalSign::Point ? "." : ",") + fraction;
    return out;
}

std::string moneyText(const Money &money, const MoneyFormat &format)
{
    const int scale = money.currency.exponent() + format.powerOfTen;
    std::string out = decimalText({money.amountMinor, std::max(scale, 0)}, format.sign);
    const std::size_t point = out.find(format.sign == DecimalSign::Point ? '.' : ',');
    if (point != std::string::npos && format.powerOfTen == 0)
        out.resize(point + 1 + static_cast<std::size_t>(scale), '0');
    return money.currency == format.currency ? out : money.currency.text() + " " + out;
}

Result<bool> parseBool(std::string_view text)
{
    const std::string word = lowerAscii(trimmed(text));
    for (const std::string_view yes : {"true", "yes", "1", "t", "y"}) {
        if (word == yes)
            return true;
    }
    for (const std::string_view no : {"false", "no", "0", "f", "n"}) {
        if (word == no)
            return false;
    }
    return notA("yes or no", text);
}

} // namespace topline::base
