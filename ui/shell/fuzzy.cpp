#include "ui/shell/fuzzy.h"

#include <algorithm>

namespace topline::shell {

namespace {

constexpr int startScore = 100;
constexpr int wordScore = 60;
constexpr int insideScore = 30;
constexpr int scatteredScore = 8;

bool isWordStart(const QString &text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

// The best place of the whole word: text start, then word start, then anywhere.
qsizetype bestPlace(const QString &text, const QString &word)
{
    qsizetype inside = -1;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (isWordStart(text, at))
            return at;
        if (inside < 0)
            inside = at;
    }
    return inside;
}

bool markScattered(const QString &text, const QString &word, QVector<bool> &marked)
{
    QVector<qsizetype> places;
    qsizetype from = 0;
    for (const QChar letter : word) {
        // Letters may follow each other, or begin another word: "pm" finds "Propose meeting".
        qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        while (at >= 0 && at != from && !isWordStart(text, at))
            at = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        places.push_back(at);
        from = at + 1;
    }
    for (const qsizetype at : places)
        marked[at] = true;
    return true;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &text, const QString &query)
{
    FuzzyMatch match;
    match.marked.fill(false, text.size());
    for (const QString &word : query.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype at = bestPlace(text, word);
        if (at < 0) {
            if (!markScattered(text, word, match.marked))
                return std::nullopt;
            match.score += scatteredScore;
            continue;
        }
        match.score += at == 0 ? startScore : isWordStart(text, at) ? wordScore : insideScore;
        std::fill_n(match.marked.begin() + at, word.size(), true);
    }
    return match;
}

} // namespace topline::shell
