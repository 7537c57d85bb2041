#include "core/calendar/meeting_draft.h"

#include "core/calendar/ical_lines.h"

#include <charconv>

namespace topline::calendar {

namespace {

constexpr std::string_view startFact = "meeting.start: ";
constexpr std::string_view zoneFact = "meeting.zone: ";
constexpr std::string_view minutesFact = "meeting.minutes: ";
constexpr std::string_view placeFact = "meeting.place: ";
constexpr std::string_view linkFact = "meeting.link: ";

std::string factOf(const domain::Draft &draft, std::string_view name)
{
    for (const std::string &fact : draft.facts) {
        if (fact.rfind(name, 0) == 0)
            return fact.substr(name.size());
    }
    return {};
}

std::optional<std::int64_t> numberOf(std::string_view text)
{
    std::int64_t out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    return fault == std::errc{} && end == text.data() + text.size() && !text.empty()
               ? std::optional(out)
               : std::nullopt;
}

// "20261123T100000".
std::optional<base::CivilTime> timeOf(const std::string &text)
{
    if (text.size() != 15 || text[8] != 'T')
        return std::nullopt;
    const auto date = numberOf(text.substr(0, 8));
    const auto time = numberOf(text.substr(9));
    if (!date || !time)
        return std::nullopt;
    const base::CivilTime out = {
        {static_cast<int>(*date / 10'000), static_cast<int>(*date / 100 % 100),
         static_cast<int>(*date % 100)},
        *time / 10'000 * base::hourMs + *time / 100 % 100 * base::minuteMs +
            *time % 100 * base::secondMs};
    return out.date.isValid() ? std::optional(out) : std::nullopt;
}

} // namespace

domain::Draft draftOf(const domain::Meeting &meeting)
{
    domain::Draft out;
    out.subject = meeting.title;
    out.body = meeting.text;
    if (!meeting.attendees.empty())
        out.to = meeting.attendees.front().address;
    out.facts = {std::string(startFact) + icalTime(meeting.start),
                 std::string(zoneFact) + meeting.zone,
                 std::string(minutesFact) + std::to_string(meeting.minutes)};
    if (!meeting.place.empty())
        out.facts.push_back(std::string(placeFact) + meeting.place);
    if (!meeting.link.empty())
        out.facts.push_back(std::string(linkFact) + meeting.link);
    return out;
}

std::optional<domain::Meeting> meetingOf(const domain::Draft &draft)
{
    const auto start = timeOf(factOf(draft, startFact));
    const auto minutes = numberOf(factOf(draft, minutesFact));
    domain::Meeting out;
    out.zone = factOf(draft, zoneFact);
    if (!start || !minutes || !base::TimeZone::find(out.zone).ok())
        return std::nullopt;
    out.start = *start;
    out.minutes = *minutes;
    out.title = draft.subject;
    out.text = draft.body;
    out.place = factOf(draft, placeFact);
    out.link = factOf(draft, linkFact);
    if (!draft.to.empty())
        out.attendees.push_back({draft.to, {}, {}});
    return out;
}

} // namespace topline::calendar
