#include "ui/text/moment_vocabulary.h"

namespace topline::ui::text {

namespace {

using Kind = MomentWord::Kind;

constexpr int shortestMonth = 3; // letters of a name
constexpr int shortestDay = 2;

struct Known {
    const char16_t *text;
    MomentWord word;
};

constexpr MomentWord in(MomentUnit unit)
{
    return {.kind = Kind::Unit, .unit = unit};
}

constexpr MomentWord part(DayPart part)
{
    return {.kind = Kind::Part, .part = part};
}

constexpr MomentWord days(int number)
{
    return {.kind = Kind::InDays, .number = static_cast<double>(number)};
}

constexpr MomentWord just(Kind kind, double number = 0)
{
    return {.kind = kind, .number = number};
}

// English and German are understood in every locale.
constexpr Known knownWords[] = {
    {u"in", just(Kind::In)},
    {u"after", just(Kind::In)},
    {u"nach", just(Kind::In)},
    {u"at", just(Kind::At)},
    {u"um", just(Kind::At)},
    {u"next", just(Kind::Next)},
    {u"nächste", just(Kind::Next)},
    {u"nächsten", just(Kind::Next)},
    {u"nächster", just(Kind::Next)},
    {u"nächstes", just(Kind::Next)},
    {u"kommenden", just(Kind::Next)},
    {u"today", days(0)},
    {u"heute", days(0)},
    {u"tomorrow", days(1)},
    {u"tmr", days(1)},
    {u"tmrw", days(1)},
    {u"übermorgen", days(2)},
    {u"overmorrow", days(2)},
    {u"morgen", just(Kind::MorningOrTomorrow)},
    {u"morning", part(DayPart::Morning)},
    {u"früh", part(DayPart::Morning)},
    {u"vormittag", part(DayPart::Morning)},
    {u"noon", part(DayPart::Noon)},
    {u"mittag", part(DayPart::Noon)},
    {u"afternoon", part(DayPart::Afternoon)},
    {u"nachmittag", part(DayPart::Afternoon)},
    {u"evening", part(DayPart::Evening)},
    {u"abend", part(DayPart::Evening)},
    {u"tonight", part(DayPart::Evening)},
    {u"half", just(Kind::Number, 0.5)},
    {u"halbe", just(Kind::Number, 0.5)},
    {u"halben", just(Kind::Number, 0.5)},
    {u"½", just(Kind::Number, 0.5)},
};

// Only after a number: "mo" is Monday elsewhere, "h" is nothing.
constexpr Known unitWords[] = {
    {u"m", in(MomentUnit::Minute)},       {u"min", in(MomentUnit::Minute)},
    {u"mins", in(MomentUnit::Minute)},    {u"minute", in(MomentUnit::Minute)},
    {u"minutes", in(MomentUnit::Minute)}, {u"minuten", in(MomentUnit::Minute)},
    {u"h", in(MomentUnit::Hour)},         {u"hr", in(MomentUnit::Hour)},
    {u"hrs", in(MomentUnit::Hour)},       {u"hour", in(MomentUnit::Hour)},
    {u"hours", in(MomentUnit::Hour)},     {u"std", in(MomentUnit::Hour)},
    {u"stunde", in(MomentUnit::Hour)},    {u"stunden", in(MomentUnit::Hour)},
    {u"d", in(MomentUnit::Day)},          {u"day", in(MomentUnit::Day)},
    {u"days", in(MomentUnit::Day)},       {u"tag", in(MomentUnit::Day)},
    {u"tage", in(MomentUnit::Day)},       {u"tagen", in(MomentUnit::Day)},
    {u"w", in(MomentUnit::Week)},         {u"week", in(MomentUnit::Week)},
    {u"weeks", in(MomentUnit::Week)},     {u"woche", in(MomentUnit::Week)},
    {u"wochen", in(MomentUnit::Week)},    {u"mo", in(MomentUnit::Month)},
    {u"month", in(MomentUnit::Month)},    {u"months", in(MomentUnit::Month)},
    {u"monat", in(MomentUnit::Month)},    {u"monate", in(MomentUnit::Month)},
    {u"monaten", in(MomentUnit::Month)},  {u"am", just(Kind::Meridiem, 0)},
    {u"a", just(Kind::Meridiem, 0)},      {u"pm", just(Kind::Meridiem, 12)},
    {u"p", just(Kind::Meridiem, 12)},     {u"uhr", just(Kind::At)},
};

// "an hour", "einer halben Stunde": one, unless a half follows.
constexpr const char16_t *articles[] = {u"a", u"an", u"one", u"ein", u"eine", u"einer", u"einem"};

constexpr const char16_t *fillers[] = {u"on",   u"am",     u"the", u"of",    u"den",   u"der",
                                       u"dem",  u"this",   u"ab",  u"gegen", u"until", u"bis",
                                       u"from", u"diesen", u"von", u"till",  u"and",   u"und"};

template <std::size_t Count> bool isOneOf(const QString &word, const char16_t *const (&list)[Count])
{
    for (const char16_t *one : list) {
        if (word == QStringView(one))
            return true;
    }
    return false;
}

template <std::size_t Count>
std::optional<MomentWord> lookUp(const QString &word, const Known (&list)[Count])
{
    for (const Known &known : list) {
        if (word == QStringView(known.text))
            return known.word;
    }
    return std::nullopt;
}

// The number of the name that begins with these letters, in the locale, in English or in German.
template <typename NameOf>
std::optional<int> named(const QString &word, int count, int shortest, NameOf nameOf)
{
    if (word.size() < shortest)
        return std::nullopt;
    for (int number = 1; number <= count; ++number) {
        for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
            if (bareWord(nameOf(number, format)).startsWith(word))
                return number;
        }
    }
    return std::nullopt;
}

} // namespace

QString bareWord(QString word)
{
    return word.remove(QLatin1Char('.')).toLower();
}

std::optional<int> monthOf(const QString &word, const QLocale &locale)
{
    for (const QLocale &names : {locale, QLocale(QLocale::English), QLocale(QLocale::German)}) {
        const auto found =
            named(word, 12, shortestMonth, [&](int number, QLocale::FormatType format) {
                return names.monthName(number, format);
            });
        if (found)
            return found;
    }
    return std::nullopt;
}

std::optional<int> weekdayOf(const QString &word, const QLocale &locale)
{
    for (const QLocale &names : {locale, QLocale(QLocale::English), QLocale(QLocale::German)}) {
        const auto found = named(word, 7, shortestDay, [&](int number, QLocale::FormatType format) {
            return names.dayName(number, format);
        });
        if (found)
            return found;
    }
    return std::nullopt;
}

std::optional<MomentWord> plainWord(const QString &word)
{
    const auto known = lookUp(word, knownWords);
    return known || !word.endsWith(QLatin1Char('s')) ? known : lookUp(word.chopped(1), knownWords);
}

std::optional<MomentWord> countedWord(const QString &word)
{
    return lookUp(word, unitWords);
}

bool isArticle(const QString &word)
{
    return isOneOf(word, articles);
}

bool isFiller(const QString &word)
{
    return isOneOf(word, fillers);
}

} // namespace topline::ui::text
