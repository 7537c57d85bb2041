#include "core/calendar/ical_read.h"

#include "core/base/text.h"
#include "core/calendar/ical_names.h"
#include "core/calendar/ical_rule.h"
#include "core/calendar/ical_shape.h"

#include <algorithm>
#include <memory>
#include <mutex>

namespace topline::calendar {

namespace {

constexpr std::size_t listMax = 1'000; // of dates and people of one entry
constexpr base::DurationMs durationMax = 366 * base::dayMs;

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

std::string textOf(const char *text, std::size_t limit)
{
    return text ? base::storableText(text, limit) : std::string();
}

std::string valueOf(icalproperty *property, std::size_t limit)
{
    return textOf(icalproperty_get_value_as_string(property), limit);
}

std::optional<IcalMoment> momentOf(const icaltimetype &time, icalproperty *property,
                                   const std::string &homeZone)
{
    IcalMoment out;
    out.wall = {{time.year, time.month, time.day}, 0};
    out.isDate = time.is_date != 0;
    out.zone = homeZone;
    if (!out.wall.date.isValid() || out.wall.date.year < 1900 || out.wall.date.year > 2200)
        return std::nullopt;
    if (out.isDate)
        return out;
    if (time.hour < 0 || time.hour > 23 || time.minute < 0 || time.minute > 59 || time.second < 0)
        return std::nullopt;
    out.wall.sinceMidnightMs = time.hour * base::hourMs + time.minute * base::minuteMs +
                               std::min(time.second, 59) * base::secondMs;
    if (icaltime_is_utc(time)) {
        out.zone = "UTC";
        return out;
    }
    icalparameter *named = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (const char *name = named ? icalparameter_get_tzid(named) : nullptr) {
        if (std::string zone = zoneNamed(name); !zone.empty())
            out.zone = std::move(zone);
    }
    return out;
}

domain::CalendarPerson personOf(icalproperty *property, const char *address)
{
    domain::CalendarPerson out;
    out.address = base::lowerAscii(textOf(address, 300));
    if (out.address.rfind("mailto:", 0) == 0)
        out.address.erase(0, 7);
    if (icalparameter *name = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER))
        out.name = textOf(icalparameter_get_cn(name), 200);
    icalparameter *state = icalproperty_get_first_parameter(property, ICAL_PARTSTAT_PARAMETER);
    switch (state ? icalparameter_get_partstat(state) : ICAL_PARTSTAT_NEEDSACTION) {
    case ICAL_PARTSTAT_ACCEPTED:
        out.answer = domain::Attendance::Accepted;
        break;
    case ICAL_PARTSTAT_DECLINED:
        out.answer = domain::Attendance::Declined;
        break;
    case ICAL_PARTSTAT_TENTATIVE:
        out.answer = domain::Attendance::Tentative;
        break;
    default:
        break;
    }
    return out;
}

// One VEVENT, property by property.
class EntryReader {
public:
    // Of an answer to an invitation the start may be left out (RFC 5546, 3.2.3).
    EntryReader(std::string homeZone, bool needsStart)
        : m_home(std::move(homeZone))
        , m_needsStart(needsStart)
    {
    }

    std::optional<IcalEntry> read(icalcomponent *event)
    {
        for (icalproperty *one = icalcomponent_get_first_property(event, ICAL_ANY_PROPERTY); one;
             one = icalcomponent_get_next_property(event, ICAL_ANY_PROPERTY))
            take(one);
        if ((m_needsStart && !m_hasStart) || m_isWrong || m_out.meeting.uid.empty())
            return std::nullopt;
        finish();
        return std::move(m_out);
    }

private:
    void take(icalproperty *property)
    {
        switch (icalproperty_isa(property)) {
        case ICAL_DTSTART_PROPERTY:
            m_hasStart = takeTime(icalproperty_get_dtstart(property), property, m_out.start);
            break;
        case ICAL_DTEND_PROPERTY:
            m_hasEnd = takeTime(icalproperty_get_dtend(property), property, m_end);
            break;
        case ICAL_DURATION_PROPERTY:
            m_durationMs =
                std::int64_t{icaldurationtype_as_int(icalproperty_get_duration(property))} *
                base::secondMs;
            break;
        case ICAL_RECURRENCEID_PROPERTY:
            m_out.recurrence.emplace();
            m_isWrong |=
                !takeTime(icalproperty_get_recurrenceid(property), property, *m_out.recurrence);
            break;
        case ICAL_RRULE_PROPERTY:
            m_rules.push_back(icalproperty_get_rrule(property));
            break;
        case ICAL_RDATE_PROPERTY:
            takeMore(icalproperty_get_rdate(property).time, property, m_out.moreStarts);
            break;
        case ICAL_EXDATE_PROPERTY:
            takeMore(icalproperty_get_exdate(property), property, m_out.exceptions);
            break;
        default:
            takeWords(property);
        }
    }

    void takeWords(icalproperty *property)
    {
        domain::Meeting &meeting = m_out.meeting;
        switch (icalproperty_isa(property)) {
        case ICAL_UID_PROPERTY:
            meeting.uid = textOf(icalproperty_get_uid(property), 300);
            break;
        case ICAL_SUMMARY_PROPERTY:
            meeting.title = textOf(icalproperty_get_summary(property), 500);
            break;
        case ICAL_DESCRIPTION_PROPERTY:
            meeting.text = textOf(icalproperty_get_description(property), 20'000);
            break;
        case ICAL_LOCATION_PROPERTY:
            meeting.place = textOf(icalproperty_get_location(property), 500);
            break;
        case ICAL_URL_PROPERTY:
            meeting.link = textOf(icalproperty_get_url(property), 2'000);
            break;
        case ICAL_SEQUENCE_PROPERTY:
            meeting.sequence = std::max(icalproperty_get_sequence(property), 0);
            break;
        case ICAL_STATUS_PROPERTY:
            meeting.isCancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
            break;
        case ICAL_TRANSP_PROPERTY:
            m_out.isTransparent = base::lowerAscii(valueOf(property, 20)) == "transparent";
            break;
        case ICAL_DTSTAMP_PROPERTY:
            takeStamp(icalproperty_get_dtstamp(property), property);
            break;
        case ICAL_ORGANIZER_PROPERTY:
            meeting.organiser = personOf(property, icalproperty_get_organizer(property));
            break;
        case ICAL_ATTENDEE_PROPERTY:
            if (meeting.attendees.size() < listMax)
                meeting.attendees.push_back(
                    personOf(property, icalproperty_get_attendee(property)));
            break;
        case ICAL_X_PROPERTY:
            if (textOf(icalproperty_get_x_name(property), 50) == "X-TOPLINE-EFFECT")
                meeting.effect = valueOf(property, 100);
            break;
        case ICAL_XLICERROR_PROPERTY:
            m_isWrong |= valueOf(property, 200).find("RRULE") != std::string::npos;
            break;
        default:
            break;
        }
    }

    bool takeTime(const icaltimetype &time, icalproperty *property, IcalMoment &out)
    {
        const auto moment = momentOf(time, property, m_home);
        if (moment)
            out = *moment;
        return moment.has_value();
    }

    void takeMore(const icaltimetype &time, icalproperty *property, std::vector<IcalMoment> &out)
    {
        IcalMoment moment;
        if (out.size() < listMax && takeTime(time, property, moment))
            out.push_back(std::move(moment));
    }

    void takeStamp(const icaltimetype &time, icalproperty *property)
    {
        IcalMoment moment;
        if (takeTime(time, property, moment))
            m_out.meeting.stampMs = utcOf(moment);
    }

    void finish()
    {
        const base::UtcMs startMs = utcOf(m_out.start);
        if (m_hasEnd)
            m_out.durationMs = utcOf(m_end) - startMs;
        else if (m_durationMs)
            m_out.durationMs = *m_durationMs;
        else
            m_out.durationMs = m_out.start.isDate ? base::dayMs : 0;
        m_out.durationMs = std::clamp<base::DurationMs>(m_out.durationMs, 0, durationMax);
        m_out.meeting.start = m_out.start.wall;
        m_out.meeting.zone = m_out.start.zone;
        m_out.meeting.minutes = m_out.durationMs / base::minuteMs;
        if (m_rules.empty())
            return;
        m_out.rule = ruleOf(m_rules.front(), m_out.start);
        if (!m_out.rule || m_rules.size() > 1)
            m_out.rule.emplace().every = Recurrence::Every::LessThanADay; // not worked out
    }

    std::string m_home;
    bool m_needsStart;
    IcalEntry m_out;
    IcalMoment m_end;
    std::optional<base::DurationMs> m_durationMs;
    std::vector<icalrecurrencetype> m_rules;
    bool m_hasStart = false;
    bool m_hasEnd = false;
    bool m_isWrong = false;
};

std::string methodOf(icalcomponent *calendar)
{
    icalproperty *property = icalcomponent_get_first_property(calendar, ICAL_METHOD_PROPERTY);
    return property ? valueOf(property, 20) : std::string();
}

} // namespace

base::Result<IcalCalendar> readIcal(std::string_view text, const std::string &homeZone)
{
    TRY(checkIcalShape(text));
    static std::once_flag once; // entries and answers are read on threads of their own
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
    const Component root(icalparser_parse_string(std::string(text).c_str()), &icalcomponent_free);
    if (!root)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "This calendar entry makes no sense."};
    // Several calendars in one text come in a component without a name.
    icalcomponent *calendar =
        icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT
            ? root.get()
            : icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
    IcalCalendar out;
    if (!calendar)
        return out;
    out.method = methodOf(calendar);
    for (icalcomponent *one = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         one; one = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        if (auto entry = EntryReader(homeZone, out.method != "REPLY").read(one))
            out.entries.push_back(std::move(*entry));
        else
            ++out.unreadCount;
    }
    return out;
}

base::UtcMs utcOf(const IcalMoment &moment)
{
    const auto zone = base::TimeZone::find(moment.zone);
    const base::TimeZone used = zone.ok() ? *zone : base::TimeZone();
    return moment.isDate ? used.startOfDay(moment.wall.date) : used.resolve(moment.wall).utcMs;
}

} // namespace topline::calendar
