// How well a text answers what was typed into the palette, and which letters to set off. Pure; used
// by the palette on the GUI thread. Every typed word must be found: at the start of the text, at
// the start of a word, inside, or as letters in order.
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace topline::shell {

struct FuzzyMatch {
    int score = 0;             // higher is better
    QVector<bool> marked = {}; // per character of the text
};

// Nothing when the text does not answer; everything answers an empty query with 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString &text, const QString &query);

} // namespace topline::shell
