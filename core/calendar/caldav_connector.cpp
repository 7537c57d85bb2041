#include "core/calendar/caldav_connector.h"

#include "core/base/uuid.h"
#include "core/calendar/busy_times.h"
#include "core/calendar/caldav_push.h"
#include "core/calendar/ical_lines.h"

#include <algorithm>

namespace topline::calendar {

namespace {

constexpr base::DurationMs rereadMs = 12 * base::hourMs;
// A meeting is looked at until well after its end: whether it stood to the last. Longer, where the
// calendar was not read since.
constexpr base::DurationMs ownAroundMs = 2 * base::dayMs;

std::string utcTime(base::UtcMs at)
{
    return icalTime(base::TimeZone().local(at)) + 'Z';
}

std::string queryBody(base::UtcMs fromMs, base::UtcMs untilMs)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><C:calendar-query xmlns:D=\"DAV:\" "
           "xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:prop><D:getetag/><C:calendar-data/>"
           "</D:prop><C:filter><C:comp-filter name=\"VCALENDAR\"><C:comp-filter name=\"VEVENT\">"
           "<C:time-range start=\"" +
           utcTime(fromMs) + "\" end=\"" + utcTime(untilMs) +
           "\"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>";
}

std::string syncBody(const std::string &token)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:sync-collection xmlns:D=\"DAV:\">"
           "<D:sync-token>" +
           xmlEscaped(token) +
           "</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/></D:prop>"
           "</D:sync-collection>";
}

const std::string marksBody =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:propfind xmlns:D=\"DAV:\" "
    "xmlns:S=\"http://calendarserver.org/ns/\"><D:prop><D:sync-token/><S:getctag/></D:prop>"
    "</D:propfind>";

// The server could be asked and will not answer that: a dead token, or a report it does not know.
bool isNoAnswerToThat(const base::Error &error)
{
    return error.code == base::ErrorCode::Refused || error.code == base::ErrorCode::NotFound ||
           error.code == base::ErrorCode::PermissionDenied ||
           error.code == base::ErrorCode::InvalidInput;
}

// The one of that path; without a path the first that can be written, else the first.
const FoundCalendar *chosenOf(const CalendarHome &home, const std::string &path)
{
    const FoundCalendar *out = nullptr;
    for (const FoundCalendar &calendar : home.calendars) {
        if (path.empty() ? !out || (!out->isWritable && calendar.isWritable)
                         : calendar.path == path)
            out = &calendar;
    }
    return out;
}

bool isDeclined(const domain::Meeting &meeting)
{
    bool isAsked = false;
    for (const domain::CalendarPerson &person : meeting.attendees) {
        if (person.address == meeting.organiser.address)
            continue;
        isAsked = true;
        if (person.answer != domain::Attendance::Declined)
            return false;
    }
    return isAsked;
}

// Ours are known by their numbers, which are effects'; whether it is one, only the workspace knows.
// Those that say so come first, for their number is limited.
std::vector<OwnEntry> ownEntries(const std::vector<IcalEntry> &entries, base::UtcMs earliestMs,
                                 base::UtcMs now)
{
    std::vector<OwnEntry> out;
    std::vector<OwnEntry> others;
    for (const IcalEntry &entry : entries) {
        const base::UtcMs fromMs = utcOf(entry.start);
        const bool isNear = fromMs >= earliestMs && fromMs <= now + ownAroundMs;
        if (!isNear || entry.rule || entry.recurrence || !base::Uuid::parse(entry.meeting.uid))
            continue;
        (entry.meeting.effect.empty() ? others : out)
            .push_back({entry.meeting.uid, fromMs, fromMs + entry.durationMs,
                        !entry.meeting.isCancelled && !isDeclined(entry.meeting)});
    }
    out.insert(out.end(), others.begin(), others.end());
    return out;
}

crm::PushAnswer refusal(const base::Error &error)
{
    return {crm::PushState::Refused, "", error.text()};
}

} // namespace

base::Result<CalDavConnector::Read>
CalDavConnector::entries(base::UtcMs fromMs, base::UtcMs untilMs, const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const DavMultistatus answer,
               m_client.multistatus({.method = crm::HttpMethod::Report,
                                     .path = m_client.account().path,
                                     .body = queryBody(fromMs, untilMs),
                                     .depth = 1},
                                    cancel));
    Read out;
    for (const DavResponse &response : answer.responses) {
        const DavProperty *data = response.property(std::string(calDavName) + "calendar-data");
        if (!data) {
            out.unread += response.status / 100 == 2 ? 0 : 1; // 507: there are more than it tells
            continue;
        }
        auto read = readIcal(data->text, m_client.account().zone);
        if (!read.ok()) {
            ++out.unread;
            continue;
        }
        out.unread += read->unreadCount;
        std::move(read->entries.begin(), read->entries.end(), std::back_inserter(out.entries));
    }
    return out;
}

base::Result<CalDavCursor> CalDavConnector::query(base::UtcMs fromMs, base::UtcMs untilMs,
                                                  const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const Read read, entries(fromMs, untilMs, cancel));
    return cursorOf(read, fromMs, untilMs);
}

CalDavCursor CalDavConnector::cursorOf(const Read &read, base::UtcMs fromMs,
                                       base::UtcMs untilMs) const
{
    CalDavCursor out;
    out.entries = static_cast<std::int64_t>(read.entries.size());
    out.readMs = m_client.now();
    out.busy = busyTimes(read.entries, {fromMs, untilMs, m_client.account().address});
    out.busy.unreadCount += read.unread;
    return out;
}

base::Result<domain::BusyTimes> CalDavConnector::freeBusy(base::UtcMs fromMs, base::UtcMs untilMs,
                                                          const crm::CancelToken &cancel)
{
    TRY_ASSIGN(CalDavCursor read, query(fromMs, untilMs, cancel));
    return std::move(read.busy);
}

base::Status CalDavConnector::readMarks(CalDavCursor &cursor, const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const DavMultistatus answer,
               m_client.multistatus({.method = crm::HttpMethod::Propfind,
                                     .path = m_client.account().path,
                                     .body = marksBody,
                                     .depth = 0},
                                    cancel));
    if (answer.responses.empty())
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "The calendar is not there."};
    cursor.syncToken = answer.responses.front().text("DAV: sync-token");
    cursor.ctag = answer.responses.front().text(std::string(calendarServerName) + "getctag");
    return {};
}

// The marks are taken before the entries, so that a change in between is seen again.
base::Result<CalDavCursor> CalDavConnector::readAll(base::UtcMs openSinceMs,
                                                    const crm::CancelToken &cancel)
{
    CalDavCursor marks;
    TRY(readMarks(marks, cancel));
    const base::UtcMs now = m_client.now();
    base::UtcMs earliestMs = now - ownAroundMs;
    if (openSinceMs > 0)
        earliestMs = std::min(earliestMs, std::max(openSinceMs, now - ownBackMs));
    TRY_ASSIGN(const Read read, entries(earliestMs, now + busyAheadMs, cancel));
    CalDavCursor out = cursorOf(read, now, now + busyAheadMs);
    out.own = ownEntries(read.entries, earliestMs, now);
    out.ownFromMs = earliestMs;
    out.openSinceMs = openSinceMs;
    out.syncToken = marks.syncToken;
    out.ctag = marks.ctag;
    return out;
}

base::Result<bool> CalDavConnector::isUnchanged(CalDavCursor &cursor,
                                                const crm::CancelToken &cancel)
{
    const base::UtcMs now = m_client.now();
    if (cursor.readMs == 0 || now - cursor.readMs >= rereadMs || now < cursor.readMs)
        return false;
    const bool isShort = cursor.openSinceMs > 0 && cursor.openSinceMs < cursor.ownFromMs;
    if (isShort && cursor.openSinceMs > now - ownBackMs)
        return false; // a meeting of ours lies before what was read
    if (cursor.syncToken.empty()) {
        CalDavCursor marks;
        TRY(readMarks(marks, cancel));
        return !cursor.ctag.empty() && marks.ctag == cursor.ctag;
    }
    const auto delta = m_client.multistatus({.method = crm::HttpMethod::Report,
                                             .path = m_client.account().path,
                                             .body = syncBody(cursor.syncToken),
                                             .depth = 0},
                                            cancel);
    if (!delta.ok())
        return isNoAnswerToThat(delta.error()) ? base::Result<bool>(false) : delta.error();
    if (!delta->responses.empty() || delta->syncToken.empty())
        return false;
    cursor.syncToken = delta->syncToken;
    return true;
}

base::Result<crm::Page> CalDavConnector::pull(const std::string &cursor,
                                              const crm::CancelToken &cancel)
{
    CalDavCursor known = readCursor(cursor);
    TRY_ASSIGN(const bool isSame, isUnchanged(known, cancel));
    if (!isSame) {
        TRY_ASSIGN(known, readAll(known.openSinceMs, cancel));
    }
    known.checkedMs = m_client.now();
    crm::Page out;
    out.busy = known.busy;
    out.nextCursor = cursorText(known);
    domain::ObjectProgress progress;
    progress.object = "meetings";
    progress.throughMs = m_client.now();
    progress.done = known.entries;
    if (known.busy.unreadCount > 0)
        progress.reason =
            "Entries that could not be read: " + std::to_string(known.busy.unreadCount) + '.';
    out.progress.push_back(std::move(progress));
    return out;
}

base::Result<domain::SourceProfile> CalDavConnector::inspect(const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const CalendarHome home, findCalendars(m_client, cancel));
    TRY_ASSIGN(const DavAddress address, davAddress(m_client.account().url));
    domain::SourceProfile out;
    out.system = system();
    out.orgId = address.origin + (home.principal.empty() ? address.path : home.principal);
    out.userName = home.person.empty() ? m_client.account().user : home.person;
    out.timeZone = m_client.account().zone;
    out.hasUniqueIds = true; // "only if nothing is there" (RFC 4791, 5.3.2)
    const FoundCalendar *chosen = chosenOf(home, m_client.account().path);
    if (!chosen)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "The calendar that was chosen is not there any more.",
                           .kept = {},
                           .todo = "Choose another one."};
    out.orgName = chosen->title;
    out.webUrl = address.origin + chosen->path;
    if (!chosen->isWritable)
        out.denied.emplace_back("meetings");
    return out;
}

base::Result<std::map<std::string, std::int64_t>>
CalDavConnector::count(const crm::CancelToken &cancel)
{
    const base::UtcMs now = m_client.now();
    TRY_ASSIGN(const CalDavCursor read, query(now - ownAroundMs, now + busyAheadMs, cancel));
    return std::map<std::string, std::int64_t>{{"meetings", read.entries}};
}

crm::PushAnswer CalDavConnector::push(const domain::Effect &effect, const crm::CancelToken &cancel)
{
    const auto wire = readMeetingWire(effect);
    return wire.ok() ? pushMeeting(m_client, *wire, cancel) : refusal(wire.error());
}

std::vector<crm::PushAnswer> CalDavConnector::pushGated(std::span<const domain::Effect> effects,
                                                        crm::PushGate &gate,
                                                        const crm::CancelToken &cancel)
{
    std::vector<crm::PushAnswer> out;
    for (const domain::Effect &effect : effects) {
        const auto wire = readMeetingWire(effect);
        if (!wire.ok()) {
            out.push_back(refusal(wire.error()));
        } else if (cancel.cancelled) {
            out.push_back({crm::PushState::NotSent, "", "Stopped."});
        } else if (const base::Status passed = gate.pass({&effect, 1}); !passed.ok()) {
            out.push_back({crm::PushState::NotSent, "", passed.error().message});
        } else {
            out.push_back(pushMeeting(m_client, *wire, cancel));
        }
    }
    return out;
}

crm::PushAnswer CalDavConnector::lookUp(const domain::Effect &effect,
                                        const crm::CancelToken &cancel)
{
    const auto wire = readMeetingWire(effect);
    return wire.ok() ? lookUpMeeting(m_client, *wire, cancel)
                     : crm::PushAnswer{crm::PushState::Unknown, "", wire.error().text()};
}

} // namespace topline::calendar
