// The words that a typed moment may have, in English, in German and in the names of the locale,
// each with what it means. Asked by moment_words only, with lower-case words; pure.
#pragma once

#include "ui/text/moment_words.h"

namespace topline::ui::text {

// A word that means the same wherever it stands: "tomorrow", "um", "nachmittags".
std::optional<MomentWord> plainWord(const QString &word);

// A word that counts something or follows a clock time: "min", "Wochen", "pm", "Uhr".
std::optional<MomentWord> countedWord(const QString &word);

// "an", "einer": one of what follows.
bool isArticle(const QString &word);

// Without a meaning of its own: "the", "gegen".
bool isFiller(const QString &word);

// 1 to 12, 1 for Monday to 7, by name or by the letters that it begins with.
std::optional<int> monthOf(const QString &word, const QLocale &locale);
std::optional<int> weekdayOf(const QString &word, const QLocale &locale);

// Lower case without full stops.
QString bareWord(QString word);

} // namespace topline::ui::text
