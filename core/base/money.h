// Money in integer minor units with its currency. Pure values, any thread. Sums of different
// currencies are our own bug (CHECK); callers group by currency first.
#pragma once

#include "core/base/check.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace topline::base {

// ISO 4217 code; "XXX" means that the source named none.
struct Currency {
    std::array<char, 3> letters{'X', 'X', 'X'};

    bool operator==(const Currency &) const = default;

    bool isKnown() const { return *this != Currency{}; }

    std::string text() const { return {letters.begin(), letters.end()}; }

    // Digits after the decimal point in this currency's minor unit (2; 0 for JPY, 3 for KWD …).
    int exponent() const;
    static std::optional<Currency> parse(std::string_view code);

    static constexpr Currency usd() { return Currency{{'U', 'S', 'D'}}; }
};

struct Money {
    std::int64_t amountMinor = 0;
    Currency currency = Currency::usd();

    bool operator==(const Money &) const = default;

    Money operator+(const Money &other) const
    {
        CHECK(currency == other.currency);
        return {amountMinor + other.amountMinor, currency};
    }
};

} // namespace topline::base
