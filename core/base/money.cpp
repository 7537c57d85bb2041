#include "core/base/money.h"

#include <algorithm>

namespace topline::base {

int Currency::exponent() const
{
    static constexpr std::string_view none[] = {"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                "VND", "VUV", "XAF", "XOF", "XPF"};
    static constexpr std::string_view three[] = {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
    const std::string code = text();
    if (std::find(std::begin(none), std::end(none), code) != std::end(none))
        return 0;
    if (std::find(std::begin(three), std::end(three), code) != std::end(three))
        return 3;
    return 2;
}

std::optional<Currency> Currency::parse(std::string_view code)
{
    if (code.size() != 3)
        return std::nullopt;
    Currency out;
    for (std::size_t i = 0; i < 3; ++i) {
        const char c = code[i];
        const bool lower = c >= 'a' && c <= 'z';
        if (!lower && !(c >= 'A' && c <= 'Z'))
            return std::nullopt;
        out.letters[i] = lower ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return out;
}

} // namespace topline::base
