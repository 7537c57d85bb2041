#include "ui/text/moment_words.h"

#include "ui/text/moment_vocabulary.h"

#include <QRegularExpression>

#include <utility>

namespace topline::ui::text {

namespace {

using Kind = MomentWord::Kind;
using Words = std::vector<MomentWord>;

constexpr int minutesPerHour = 60;
constexpr int century = 2000;

MomentWord numbered(Kind kind, double number)
{
    return {.kind = kind, .number = number};
}

bool writesMonthFirst(const QLocale &locale)
{
    const QString order = locale.dateFormat(QLocale::ShortFormat);
    return order.indexOf(QLatin1Char('M')) < order.indexOf(QLatin1Char('d'));
}

int yearOf(const QString &text)
{
    const int year = text.toInt();
    return year > 0 && year < 100 ? century + year : year;
}

MomentWord dated(int year, int month, int day)
{
    return {.kind = Kind::Date, .date = {year, month, day}};
}

// "2025-11-30", "30.11.", "30.11.2025", "11/30".
std::optional<MomentWord> dateWord(const QString &chunk, const QLocale &locale)
{
    static const QRegularExpression iso(QStringLiteral("^(\\d{4})-(\\d{1,2})-(\\d{1,2})$"));
    static const QRegularExpression dots(
        QStringLiteral("^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?$"));
    static const QRegularExpression slashes(
        QStringLiteral("^(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}|\\d{2}))?$"));
    if (const auto m = iso.match(chunk); m.hasMatch())
        return dated(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    if (const auto m = dots.match(chunk); m.hasMatch())
        return dated(yearOf(m.captured(3)), m.captured(2).toInt(), m.captured(1).toInt());
    if (const auto m = slashes.match(chunk); m.hasMatch()) {
        int month = m.captured(1).toInt();
        int day = m.captured(2).toInt();
        if (!writesMonthFirst(locale))
            std::swap(month, day);
        return dated(yearOf(m.captured(3)), month, day);
    }
    return std::nullopt;
}

// "14:00", "9.30", "14h30"; the letters after it, if any, stay in the second capture.
std::optional<MomentWord> clockWord(const QString &chunk, QString &rest)
{
    static const QRegularExpression clock(
        QStringLiteral("^(\\d{1,2})(?::|\\.|h)(\\d{2})(am|pm|a|p|uhr|h)?$"));
    const auto m = clock.match(chunk);
    if (!m.hasMatch())
        return std::nullopt;
    rest = m.captured(3);
    const int hour = m.captured(1).toInt();
    const int minute = m.captured(2).toInt();
    if (hour > 23 || minute > 59)
        return std::nullopt;
    return MomentWord{.kind = Kind::Clock, .minutes = hour * minutesPerHour + minute};
}

class Splitter {
public:
    explicit Splitter(const QLocale &locale)
        : m_locale(locale)
    {
    }

    bool take(const QString &chunk)
    {
        if (const auto date = dateWord(chunk, m_locale)) {
            m_words.push_back(*date);
            return true;
        }
        QString rest;
        if (const auto clock = clockWord(chunk, rest)) {
            m_words.push_back(*clock);
            return rest.isEmpty() || takeLetters(rest);
        }
        // "30.11" is no time of day, "1.5" is an amount.
        static const QRegularExpression dayAndMonth(QStringLiteral("^\\d{1,2}\\.\\d{2}$"));
        if (dayAndMonth.match(chunk).hasMatch()) {
            m_words.push_back(*dateWord(chunk + QLatin1Char('.'), m_locale));
            return true;
        }
        static const QRegularExpression glued(
            QStringLiteral("^\\+?(\\d{1,6}(?:[.,]\\d)?)(\\.|st|nd|rd|th)?([^\\d\\s.]*)\\.?$"));
        const auto m = glued.match(chunk);
        if (!m.hasMatch())
            return takeLetters(bareWord(chunk));
        const bool ordinal = !m.captured(2).isEmpty();
        const double number = m.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
        m_words.push_back(numbered(ordinal ? Kind::Ordinal : Kind::Number, number));
        return m.captured(3).isEmpty() || takeLetters(m.captured(3));
    }

    Words words() &&
    {
        closeArticle();
        return std::move(m_words);
    }

private:
    bool takeLetters(const QString &word)
    {
        const Kind before = m_words.empty() ? Kind::In : m_words.back().kind;
        const auto unit = countedWord(word);
        const bool countsUnits = before == Kind::Number || before == Kind::Clock || m_article;
        const bool isNextWeek =
            before == Kind::Next && unit && unit->unit == MomentUnit::Week && word.size() > 1;
        if (unit && (countsUnits || isNextWeek)) {
            closeArticle();
            m_words.push_back(*unit);
            return true;
        }
        if (isArticle(word)) {
            m_article = before != Kind::Number; // "half an hour" has its number
            return true;
        }
        const auto known = plainWord(word);
        if (known) {
            m_article = m_article && known->kind != Kind::Number;
            m_words.push_back(*known);
            return true;
        }
        return isFiller(word) || takeName(word);
    }

    bool takeName(const QString &word)
    {
        const auto month = monthOf(word, m_locale);
        const auto weekday = weekdayOf(word, m_locale);
        const bool besideDay = !m_words.empty() && (m_words.back().kind == Kind::Number ||
                                                    m_words.back().kind == Kind::Ordinal);
        if (weekday && !(month && besideDay)) {
            m_words.push_back(numbered(Kind::Weekday, *weekday));
            return true;
        }
        if (!month)
            return false;
        m_words.push_back(numbered(Kind::Month, *month));
        return true;
    }

    void closeArticle()
    {
        if (std::exchange(m_article, false))
            m_words.push_back(numbered(Kind::Number, 1));
    }

    const QLocale &m_locale;
    Words m_words;
    bool m_article = false; // "an": a number, if a unit follows
};

} // namespace

std::optional<Words> momentWords(const QString &text, const QLocale &locale)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s;]+|,(?=\\s|$)"));
    Splitter splitter(locale);
    const QStringList chunks = text.toLower().split(blanks, Qt::SkipEmptyParts);
    for (const QString &chunk : chunks) {
        if (!splitter.take(chunk))
            return std::nullopt;
    }
    return std::move(splitter).words();
}

} // namespace topline::ui::text
