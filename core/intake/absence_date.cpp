#include "core/intake/absence_date.h"

#include "core/base/text.h"

#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace topline::intake {

namespace {

constexpr std::size_t textMax = 8'000;
constexpr std::size_t cueReach = 40; // bytes between the words and the date

struct Word {
    std::string_view text;
    int number;
};

// In lower case as base::lowerAscii makes it; longer words first where one begins another.
constexpr std::array months = {
    Word{"january", 1},    Word{"februar", 2},    Word{"januar", 1},    Word{"janvier", 1},
    Word{"enero", 1},      Word{"february", 2},   Word{"février", 2},   Word{"fevrier", 2},
    Word{"febrero", 2},    Word{"march", 3},      Word{"märz", 3},      Word{"mars", 3},
    Word{"marzo", 3},      Word{"april", 4},      Word{"avril", 4},     Word{"abril", 4},
    Word{"juni", 6},       Word{"june", 6},       Word{"juin", 6},      Word{"junio", 6},
    Word{"juli", 7},       Word{"july", 7},       Word{"juillet", 7},   Word{"julio", 7},
    Word{"august", 8},     Word{"août", 8},       Word{"agosto", 8},    Word{"september", 9},
    Word{"septembre", 9},  Word{"septiembre", 9}, Word{"october", 10},  Word{"oktober", 10},
    Word{"octobre", 10},   Word{"octubre", 10},   Word{"november", 11}, Word{"novembre", 11},
    Word{"noviembre", 11}, Word{"december", 12},  Word{"dezember", 12}, Word{"décembre", 12},
    Word{"diciembre", 12}, Word{"jan", 1},        Word{"feb", 2},       Word{"mar", 3},
    Word{"mär", 3},        Word{"apr", 4},        Word{"mai", 5},       Word{"may", 5},
    Word{"mayo", 5},       Word{"jun", 6},        Word{"jul", 7},       Word{"aug", 8},
    Word{"sept", 9},       Word{"sep", 9},        Word{"oct", 10},      Word{"okt", 10},
    Word{"nov", 11},       Word{"dec", 12},       Word{"dez", 12},      Word{"déc", 12},
    Word{"dic", 12},
};

constexpr std::array weekdays = {
    Word{"monday", 1},   Word{"tuesday", 2},   Word{"wednesday", 3},  Word{"thursday", 4},
    Word{"friday", 5},   Word{"saturday", 6},  Word{"sunday", 7},     Word{"montag", 1},
    Word{"dienstag", 2}, Word{"mittwoch", 3},  Word{"donnerstag", 4}, Word{"freitag", 5},
    Word{"samstag", 6},  Word{"sonntag", 7},   Word{"lundi", 1},      Word{"mardi", 2},
    Word{"mercredi", 3}, Word{"jeudi", 4},     Word{"vendredi", 5},   Word{"lunes", 1},
    Word{"martes", 2},   Word{"miércoles", 3}, Word{"jueves", 4},     Word{"viernes", 5},
    Word{"月曜", 1},     Word{"火曜", 2},      Word{"水曜", 3},       Word{"木曜", 4},
    Word{"金曜", 5},
};

constexpr std::array tomorrows = {Word{"tomorrow", 0}, Word{"morgen", 0}, Word{"demain", 0},
                                  Word{"mañana", 0}, Word{"明日", 0}};

// Before a date: away up to and with that day …
constexpr std::array<std::string_view, 14> untilWords = {
    "until", "till",  "through", "thru",     "up to", "bis ",     "bis:",
    "jusqu", "hasta", "inclus",  "end date", "end:",  "last day", "fino"};
// … where nothing stands between …
constexpr std::array<std::string_view, 8> untilNext = {" to ", " au ", " al ", " til ",
                                                       "- ",   "– ",   "-",    "–"};
// … or there again on it.
constexpr std::array<std::string_view, 26> backWords = {
    "back",          "return",       "returning",  "available again",
    "in the office", "resume",       "zurück",     "wieder",
    "ab dem",        "ab ",          "erreichbar", "de retour",
    "retour",        "reviens",      "reprendrai", "à partir du",
    "dès le",        "regres",       "vuelv",      "vuelta",
    "de regreso",    "a partir del", "reincorpor", "estaré disponible",
    "復帰",          "出社"};
// Behind a date, in languages that say it last.
constexpr std::array<std::string_view, 4> untilBehind = {"まで", "迄", "einschließlich",
                                                         "inclusive"};
constexpr std::array<std::string_view, 8> backBehind = {
    "より出社", "から出社", "より復帰", "に復帰", "に戻", "より通常", "wieder", "zurück"};

struct Found {
    std::size_t begin;
    std::size_t end;
    QDate date;
};

class Scanner {
public:
    Scanner(std::string text, QDate sent)
        : m_text(std::move(text))
        , m_sent(sent)
    {
    }

    std::vector<Found> all()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const bool beginsWord = at == 0 || !isLetter(m_text[at - 1]);
            m_at = at;
            const QDate date = beginsWord ? readDate() : QDate();
            if (date.isValid()) {
                m_found.push_back({at, m_at, date});
                at = m_at;
            } else {
                ++at;
            }
        }
        return m_found;
    }

    const std::string &text() const { return m_text; }

private:
    static bool isLetter(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); }

    QDate readDate()
    {
        const std::size_t begin = m_at;
        for (const auto read : {&Scanner::readDigits, &Scanner::readMonthFirst,
                                &Scanner::readWeekday, &Scanner::readTomorrow}) {
            m_at = begin;
            const QDate date = (this->*read)();
            if (date.isValid())
                return date;
        }
        return {};
    }

    // -1: none, or of more digits.
    int number(std::size_t digitsMax)
    {
        std::size_t digits = 0;
        int value = 0;
        while (m_at + digits < m_text.size() && m_text[m_at + digits] >= '0' &&
               m_text[m_at + digits] <= '9') {
            if (++digits > digitsMax)
                return -1;
            value = value * 10 + (m_text[m_at + digits - 1] - '0');
        }
        m_at += digits;
        return digits == 0 ? -1 : value;
    }

    bool take(std::string_view what)
    {
        if (m_text.compare(m_at, what.size(), what) != 0)
            return false;
        m_at += what.size();
        return true;
    }

    void skipBlanks()
    {
        while (take(" ")) {
        }
    }

    template <typename Words> int word(const Words &words)
    {
        const auto longer = [this](const Word *best, const Word &one) {
            return m_text.compare(m_at, one.text.size(), one.text) == 0 &&
                   (!best || one.text.size() > best->text.size());
        };
        const Word *best = nullptr;
        for (const Word &one : words)
            best = longer(best, one) ? &one : best;
        if (!best)
            return 0;
        const std::size_t end = m_at + best->text.size();
        // "mar" in "market" is no month.
        if (end < m_text.size() && m_text[end] >= 'a' && m_text[end] <= 'z')
            return 0;
        m_at = end;
        return best->number == 0 ? -1 : best->number;
    }

    int yearBehind()
    {
        const std::size_t before = m_at;
        take(",");
        skipBlanks();
        take("de ");
        take("del ");
        const int year = number(4);
        if (year >= 2000 && year < 2200)
            return year;
        m_at = before;
        return 0;
    }

    // "2026-12-03", "3.12.2026", "3/12", "3 December", "3rd of December", "12月3日".
    QDate readDigits()
    {
        const int first = number(4);
        if (first < 0)
            return {};
        if (take("月")) {
            const int day = number(2);
            take("日");
            return inYear(0, first, day);
        }
        if (first > 31)
            return readYearFirst(first);
        for (const char separator : {'.', '/', '-'}) {
            if (m_at < m_text.size() && m_text[m_at] == separator && m_at + 1 < m_text.size() &&
                m_text[m_at + 1] >= '0' && m_text[m_at + 1] <= '9')
                return readNumbers(first, separator);
        }
        for (const std::string_view ending : {"st", "nd", "rd", "th", "er", ".", "º"}) {
            if (take(ending))
                break;
        }
        skipBlanks();
        if (!take("of "))
            take("de ");
        const int month = word(months);
        if (month <= 0)
            return {};
        take(".");
        return inYear(yearBehind(), month, first);
    }

    QDate readYearFirst(int year)
    {
        const bool isEastern = take("年");
        if (year < 2000 || !(isEastern || take("-") || take("/")))
            return {};
        const int month = number(2);
        if (!(isEastern ? take("月") : take("-") || take("/")))
            return {};
        const int day = number(2);
        take("日");
        return {year, month, day};
    }

    QDate readNumbers(int first, char separator)
    {
        ++m_at;
        const int second = number(2);
        int year = 0;
        if (m_at < m_text.size() && m_text[m_at] == separator) {
            ++m_at;
            year = number(4);
            year = year < 0 ? 0 : year < 100 ? 2000 + year : year;
        }
        const QDate dayFirst = inYear(year, second, first);
        const QDate monthFirst = separator == '/' ? inYear(year, first, second) : QDate();
        if (separator == '-' && year == 0)
            return {}; // "9-17" is hours
        if (!dayFirst.isValid() || !monthFirst.isValid())
            return dayFirst.isValid() ? dayFirst : monthFirst;
        // Both readings are dates: rather too late than into an absence, unless it is months off.
        const QDate later = std::max(dayFirst, monthFirst);
        return m_sent.daysTo(later) <= 60                ? later
               : std::min(dayFirst, monthFirst) < m_sent ? later
                                                         : std::min(dayFirst, monthFirst);
    }

    QDate readMonthFirst()
    {
        const int month = word(months);
        if (month <= 0)
            return {};
        take(".");
        skipBlanks();
        const int day = number(2);
        if (day < 0)
            return {};
        for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
            if (take(ending))
                break;
        }
        return inYear(yearBehind(), month, day);
    }

    QDate readWeekday()
    {
        const int day = word(weekdays);
        if (day <= 0)
            return {};
        const int ahead = (day - m_sent.dayOfWeek() + 6) % 7 + 1;
        return m_sent.addDays(ahead);
    }

    QDate readTomorrow() { return word(tomorrows) == 0 ? QDate() : m_sent.addDays(1); }

    QDate inYear(int year, int month, int day) const
    {
        if (year != 0)
            return {year, month, day};
        QDate date(m_sent.year(), month, day);
        if (date.isValid() && date.daysTo(m_sent) > 30)
            date = QDate(m_sent.year() + 1, month, day);
        return date;
    }

    std::string m_text;
    QDate m_sent;
    std::size_t m_at = 0;
    std::vector<Found> m_found;
};

// Where the last of the words ends in the text; 0: none of them is there.
template <typename Words> std::size_t lastOf(std::string_view text, const Words &words)
{
    std::size_t last = 0;
    for (const std::string_view word : words) {
        const std::size_t at = text.rfind(word);
        if (at != std::string_view::npos)
            last = std::max(last, at + word.size());
    }
    return last;
}

template <typename Words> bool begins(std::string_view text, const Words &words)
{
    return std::any_of(words.begin(), words.end(), [&text](std::string_view word) {
        return text.substr(0, 16).find(word) != std::string_view::npos;
    });
}

// The day on which they are back, or an invalid one when nothing says that this date is of that.
QDate backOn(const Found &found, const std::string &text, std::size_t reachBegin,
             std::size_t reachEnd)
{
    const std::size_t from =
        std::max(reachBegin, found.begin > cueReach ? found.begin - cueReach : 0);
    const std::string_view before = std::string_view(text).substr(from, found.begin - from);
    const std::string_view behind =
        std::string_view(text).substr(found.end, std::min(reachEnd - found.end, cueReach));
    const std::size_t until = lastOf(before, untilWords);
    const std::size_t back = lastOf(before, backWords);
    if (begins(behind, backBehind))
        return found.date;
    if (begins(behind, untilBehind))
        return found.date.addDays(1);
    if (std::any_of(untilNext.begin(), untilNext.end(), [&before](std::string_view word) {
            return before.size() >= word.size() &&
                   before.substr(before.size() - word.size()) == word;
        }))
        return found.date.addDays(1);
    if (until == 0 && back == 0)
        return {};
    return until > back ? found.date.addDays(1) : found.date;
}

} // namespace

std::optional<base::UtcMs> returnDate(std::string_view text, base::UtcMs sentMs)
{
    std::string lower = base::lowerAscii(base::storableText(text, textMax));
    std::replace(lower.begin(), lower.end(), '\n', ' ');
    const QDate sent = QDateTime::fromMSecsSinceEpoch(sentMs, Qt::UTC).date();
    Scanner scanner(std::move(lower), sent);
    const std::vector<Found> dates = scanner.all();
    QDate last;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        const std::size_t begin = i == 0 ? 0 : dates[i - 1].end;
        const std::size_t end = i + 1 < dates.size() ? dates[i + 1].begin : scanner.text().size();
        const QDate back = backOn(dates[i], scanner.text(), begin, end);
        if (back.isValid() && sent.daysTo(back) > 0 && sent.daysTo(back) <= 366 &&
            (!last.isValid() || back > last))
            last = back;
    }
    if (!last.isValid())
        return std::nullopt;
    return QDateTime(last, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace topline::intake
