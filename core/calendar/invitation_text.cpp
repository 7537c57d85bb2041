#include "core/calendar/invitation_text.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace topline::calendar {

namespace {

constexpr std::size_t lineBytesMax = 2'000;

struct Words {
    std::string_view language;
    std::string_view when, forUs, where, link, who;
    std::string_view parted; // behind a label
    std::array<std::string_view, 7> days;
    std::array<std::string_view, 12> months;
    std::array<std::string_view, 3> joints; // behind the weekday, the day, the month
    std::string_view hour;                  // behind a time
};

constexpr std::array<Words, 4> vocabularies = {{
    {"en",
     "When",
     "Our time",
     "Where",
     "Link",
     "With",
     ": ",
     {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
     {"January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December"},
     {", ", " ", " "},
     ""},
    {"de",
     "Wann",
     "Unsere Zeit",
     "Wo",
     "Link",
     "Mit",
     ": ",
     {"Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"},
     {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember"},
     {", ", ". ", " "},
     " Uhr"},
    {"fr",
     "Quand",
     "Notre heure",
     "Où",
     "Lien",
     "Avec",
     " : ",
     {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"},
     {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre"},
     {" ", " ", " "},
     ""},
    {"es",
     "Cuándo",
     "Nuestra hora",
     "Dónde",
     "Enlace",
     "Con",
     ": ",
     {"lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"},
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
      "octubre", "noviembre", "diciembre"},
     {", ", " de ", " de "},
     ""},
}};

const Words &wordsOf(std::string_view language)
{
    const auto *found =
        std::find_if(vocabularies.begin(), vocabularies.end(),
                     [language](const Words &one) { return one.language == language; });
    return found == vocabularies.end() ? vocabularies.front() : *found;
}

// Hostile names and places must not write a line of their own.
std::string oneLine(std::string_view text)
{
    std::string out = base::storableText(text, lineBytesMax);
    std::replace_if(
        out.begin(), out.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return std::string(base::trimmed(out));
}

std::string twoDigits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string dayText(const Words &words, const base::CivilDate &date)
{
    return std::string(words.days[static_cast<std::size_t>(base::weekday(date)) - 1]) +
           std::string(words.joints[0]) + std::to_string(date.day) + std::string(words.joints[1]) +
           std::string(words.months[static_cast<std::size_t>(date.month) - 1]) +
           std::string(words.joints[2]) + std::to_string(date.year);
}

std::string clockText(const base::CivilTime &time)
{
    const auto minutes = time.sinceMidnightMs / base::minuteMs;
    return twoDigits(minutes / 60) + ':' + twoDigits(minutes % 60);
}

// "UTC+05:30".
std::string offsetText(base::DurationMs offsetMs)
{
    const auto minutes = std::abs(offsetMs) / base::minuteMs;
    return std::string("UTC") + (offsetMs < 0 ? '-' : '+') + twoDigits(minutes / 60) + ':' +
           twoDigits(minutes % 60);
}

struct Span {
    base::UtcMs fromMs = 0;
    base::UtcMs untilMs = 0;
};

std::string spanText(const Words &words, const base::TimeZone &zone, const Span &span)
{
    const auto from = zone.local(span.fromMs);
    const auto until = zone.local(span.untilMs);
    const std::string hour(words.hour);
    std::string out = dayText(words, from.date) + ", " + clockText(from);
    out += from.date == until.date
               ? "–" + clockText(until) + hour
               : hour + " – " + dayText(words, until.date) + ", " + clockText(until) + hour;
    const std::string first = offsetText(zone.offsetMs(span.fromMs));
    const std::string last = offsetText(zone.offsetMs(span.untilMs));
    return out + " (" + zone.name() + ", " + first + (first == last ? "" : " / " + last) + ')';
}

std::string personText(const domain::CalendarPerson &person)
{
    const std::string name = oneLine(person.name);
    const std::string address = oneLine(person.address);
    return name.empty() ? address : address.empty() ? name : name + " (" + address + ')';
}

} // namespace

std::string invitationText(const domain::Meeting &meeting, const InvitationReader &reader)
{
    const Words &words = wordsOf(reader.language);
    const auto ours = base::TimeZone::find(meeting.zone);
    const base::TimeZone own = ours.ok() ? *ours : base::TimeZone();
    const auto theirs = base::TimeZone::find(reader.zone);
    const base::TimeZone there = theirs.ok() && !reader.zone.empty() ? *theirs : own;
    const base::UtcMs startMs = own.resolve(meeting.start).utcMs;
    const Span span{startMs, startMs + meeting.minutes * base::minuteMs};

    const std::string_view text = base::trimmed(meeting.text);
    std::string out = (text.empty() ? oneLine(meeting.title) : std::string(text)) + "\n\n";
    const auto add = [&](std::string_view label, const std::string &value) {
        if (!value.empty())
            out += std::string(label) + std::string(words.parted) + value + '\n';
    };
    add(words.when, spanText(words, there, span));
    if (own.local(span.fromMs) != there.local(span.fromMs) ||
        own.local(span.untilMs) != there.local(span.untilMs))
        add(words.forUs, spanText(words, own, span));
    add(words.where, oneLine(meeting.place));
    add(words.link, oneLine(meeting.link));
    std::string people = personText(meeting.organiser);
    for (const domain::CalendarPerson &person : meeting.attendees) {
        const std::string one = personText(person);
        people += (people.empty() || one.empty() ? "" : ", ") + one;
    }
    add(words.who, people);
    return out;
}

} // namespace topline::calendar
