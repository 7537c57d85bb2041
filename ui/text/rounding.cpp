#include "ui/text/rounding.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::ui::text {

QVector<double> roundedToSum(const QVector<double> &parts, double total, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    QVector<long long> digits;
    QVector<double> remainders;
    long long sum = 0;
    for (const double part : parts) {
        const long long down = static_cast<long long>(std::floor(part * unit));
        digits.push_back(down);
        remainders.push_back(part * unit - static_cast<double>(down));
        sum += down;
    }
    QVector<qsizetype> order(parts.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return remainders[a] > remainders[b]; });
    const long long missing = std::llround(total * unit) - sum;
    for (long long i = 0; i < std::clamp<long long>(missing, 0, parts.size()); ++i)
        ++digits[order[static_cast<qsizetype>(i)]];
    QVector<double> out;
    for (const long long digit : digits)
        out.push_back(static_cast<double>(digit) / unit);
    return out;
}

} // namespace topline::ui::text
