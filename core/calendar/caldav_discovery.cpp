#include "core/calendar/caldav_discovery.h"

#include "core/base/text.h"

#include <algorithm>

namespace topline::calendar {

namespace {

constexpr std::size_t titleMax = 200;

std::string propfind(const std::string &properties)
{
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><D:propfind xmlns:D=\"DAV:\" "
           "xmlns:C=\"urn:ietf:params:xml:ns:caldav\"><D:prop>" +
           properties + "</D:prop></D:propfind>";
}

base::Result<DavMultistatus> ask(DavClient &client, const std::string &path, int depth,
                                 const std::string &properties, const crm::CancelToken &cancel)
{
    return client.multistatus({.method = crm::HttpMethod::Propfind,
                               .path = path,
                               .body = propfind(properties),
                               .depth = depth},
                              cancel);
}

bool hasKind(const DavResponse &response, std::string_view property, std::string_view kind)
{
    const DavProperty *found = response.property(property);
    return found && std::find(found->kinds.begin(), found->kinds.end(), kind) != found->kinds.end();
}

bool isCalendar(const DavResponse &response)
{
    if (!hasKind(response, "DAV: resourcetype", "urn:ietf:params:xml:ns:caldav calendar"))
        return false;
    const std::string components = std::string(calDavName) + "supported-calendar-component-set";
    const DavProperty *set = response.property(components);
    return !set || set->kinds.empty() ||
           hasKind(response, components, "urn:ietf:params:xml:ns:caldav comp VEVENT");
}

bool isWritable(const DavResponse &response)
{
    const std::string privileges = "DAV: current-user-privilege-set";
    const DavProperty *set = response.property(privileges);
    if (!set || set->kinds.empty())
        return true; // not told
    return hasKind(response, privileges, "DAV: all") ||
           hasKind(response, privileges, "DAV: write") ||
           hasKind(response, privileges, "DAV: write-content") ||
           hasKind(response, privileges, "DAV: bind");
}

std::string hrefOf(const DavResponse &response, const std::string &property)
{
    const DavProperty *found = response.property(property);
    return found && !found->hrefs.empty() ? found->hrefs.front() : std::string();
}

// Worth another door: the address may simply be another one.
bool isWrongDoor(const base::Error &error)
{
    return error.code == base::ErrorCode::NotFound || error.code == base::ErrorCode::Refused ||
           error.code == base::ErrorCode::PermissionDenied ||
           error.code == base::ErrorCode::InvalidInput;
}

const std::string calendarProperties =
    "<D:resourcetype/><D:displayname/><C:supported-calendar-component-set/>"
    "<D:current-user-privilege-set/>";

FoundCalendar calendarOf(const DavResponse &response)
{
    FoundCalendar out{response.href,
                      base::storableText(response.text("DAV: displayname"), titleMax),
                      isWritable(response)};
    if (out.path.back() != '/')
        out.path += '/';
    if (out.title.empty())
        out.title = out.path;
    return out;
}

} // namespace

base::Result<CalendarHome> findCalendars(DavClient &client, const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const DavAddress address, davAddress(client.account().url));
    std::vector<std::string> doors = {"/.well-known/caldav", "/"};
    if (address.path != "/")
        doors.insert(doors.begin(), address.path);
    base::Error failure{.code = base::ErrorCode::NotFound,
                        .message = "There is no calendar server at this address.",
                        .kept = {},
                        .todo = "Ask your provider for its CalDAV address."};
    CalendarHome out;
    for (const std::string &door : doors) {
        const auto answer =
            ask(client, door, 0, "<D:current-user-principal/>" + calendarProperties, cancel);
        if (!answer.ok() && !isWrongDoor(answer.error()))
            return answer.error();
        if (!answer.ok() || answer->responses.empty())
            continue;
        const DavResponse &first = answer->responses.front();
        if (isCalendar(first)) // the address is that of the calendar itself
            out.calendars.push_back(calendarOf(first));
        if (const std::string href = hrefOf(first, "DAV: current-user-principal"); !href.empty()) {
            TRY_ASSIGN(out.principal, client.pathOf(href, first.href));
            break;
        }
    }
    if (out.principal.empty())
        return out.calendars.empty() ? base::Result<CalendarHome>(failure) : out;
    const std::string homeSet = std::string(calDavName) + "calendar-home-set";
    TRY_ASSIGN(const DavMultistatus principal,
               ask(client, out.principal, 0, "<C:calendar-home-set/><D:displayname/>", cancel));
    if (principal.responses.empty())
        return failure;
    out.person = base::storableText(principal.responses.front().text("DAV: displayname"), titleMax);
    const std::string href = hrefOf(principal.responses.front(), homeSet);
    if (href.empty())
        return out.calendars.empty() ? base::Result<CalendarHome>(failure) : out;
    TRY_ASSIGN(const std::string home, client.pathOf(href, out.principal));
    TRY_ASSIGN(const DavMultistatus inside, ask(client, home, 1, calendarProperties, cancel));
    for (const DavResponse &response : inside.responses) {
        const bool isKnown = std::any_of(
            out.calendars.begin(), out.calendars.end(),
            [&response](const FoundCalendar &one) { return one.path == response.href; });
        if (isCalendar(response) && !isKnown)
            out.calendars.push_back(calendarOf(response));
    }
    if (out.calendars.empty())
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "This account has no calendar for events.",
                           .kept = {},
                           .todo = "Create one with your provider, then try again."};
    return out;
}

} // namespace topline::calendar
