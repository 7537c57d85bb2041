#include "ui/text/line_diff.h"

#include <QStringList>

#include <algorithm>

namespace topline::ui::text {

namespace {

constexpr qsizetype linesMax = 2'000;

QStringList linesOf(const QString &text)
{
    QStringList out = text.split(QLatin1Char('\n'));
    if (!out.isEmpty() && out.last().isEmpty())
        out.removeLast();
    return out;
}

} // namespace

std::vector<DiffLine> lineDiff(const QString &before, const QString &after)
{
    const QStringList a = linesOf(before);
    const QStringList b = linesOf(after);
    std::vector<DiffLine> out;
    if (a.size() > linesMax || b.size() > linesMax) {
        for (const QString &line : a)
            out.push_back({DiffKind::Out, line});
        for (const QString &line : b)
            out.push_back({DiffKind::In, line});
        return out;
    }
    // common[i][j]: lines that a from i on and b from j on have in common.
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> common((static_cast<std::size_t>(a.size()) + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> int & {
        return common[static_cast<std::size_t>(i) * width + static_cast<std::size_t>(j)];
    };
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            out.push_back({DiffKind::Same, a[i]});
            ++i;
            ++j;
        } else if (j == b.size() || (i < a.size() && at(i + 1, j) >= at(i, j + 1))) {
            out.push_back({DiffKind::Out, a[i++]});
        } else {
            out.push_back({DiffKind::In, b[j++]});
        }
    }
    return out;
}

} // namespace topline::ui::text
