// Two texts line by line: what was taken out, put in and kept, by the longest common part. Used by
// the history of plays; pure, any thread, cannot fail. Texts of more than 2,000 lines are told as
// wholly changed.
#pragma once

#include <QString>

#include <vector>

namespace topline::ui::text {

enum class DiffKind { Same, Out, In };

struct DiffLine {
    DiffKind kind = DiffKind::Same;
    QString text;
    bool operator==(const DiffLine &) const = default;
};

std::vector<DiffLine> lineDiff(const QString &before, const QString &after);

} // namespace topline::ui::text
