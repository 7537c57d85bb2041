// Rounding so that shown rows add up to the shown total. Used by pages and the terminal program;
// pure, any thread, cannot fail.
#pragma once

#include <QVector>

namespace topline::ui::text {

// `parts` rounded to `decimals` digits, in such a way that they sum to round(total) exactly: the
// largest remainders are moved by one last digit (Hamilton's method). The parts must sum to `total`
// up to rounding errors; the number of moved digits never exceeds the number of parts.
QVector<double> roundedToSum(const QVector<double> &parts, double total, int decimals);

} // namespace topline::ui::text
