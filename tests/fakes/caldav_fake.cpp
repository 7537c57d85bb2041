#include "tests/fakes/caldav_fake.h"

#include <algorithm>

namespace topline::fakes {
namespace {

std::string escaped(const std::string &text)
{
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c != '\r')
            out += c;
        else
            out += "&#13;";
    }
    return out;
}

bool asks(const Request &request, const std::string &word)
{
    return request.body.find(word) != std::string::npos;
}

Response multistatus(const std::string &inside)
{
    return {.status = 207,
            .headers = {{"Content-Type", "application/xml; charset=utf-8"}},
            .body = "<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\" "
                    "xmlns:c=\"urn:ietf:params:xml:ns:caldav\" "
                    "xmlns:s=\"http://calendarserver.org/ns/\">" +
                    inside + "</multistatus>"};
}

std::string found(const std::string &path, const std::string &properties)
{
    return "<response><href>" + path + "</href><propstat><prop>" + properties +
           "</prop><status>HTTP/1.1 200 OK</status></propstat></response>";
}

// The value of a property, with folded lines put together.
std::string lineOf(std::string text, const std::string &name)
{
    for (const char *fold : {"\r\n ", "\n "}) {
        for (std::size_t at = text.find(fold); at != std::string::npos; at = text.find(fold, at))
            text.erase(at, std::string(fold).size());
    }
    const std::size_t at = text.find("\n" + name + ":");
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + name.size() + 2;
    return text.substr(begin, text.find_first_of("\r\n", begin) - begin);
}

std::string withoutForeign(const std::string &text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1);
        if (text.compare(at, 2, "X-") != 0)
            out += text.substr(at, end - at + 1);
        at = end + 1;
    }
    return out;
}

const std::string signIn = "Basic cmVwOnNlY3JldA=="; // rep:secret

} // namespace

Response CalDavFake::handle(const Request &request)
{
    const std::lock_guard lock(mutex);
    seen.push_back(request);
    if (request.header("Authorization") != signIn || password != "secret")
        return {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}};
    return answer(request);
}

Response CalDavFake::answer(const Request &request)
{
    if (request.path == "/.well-known/caldav")
        return {.status = 301, .headers = {{"Location", "/cal/"}}};
    if (request.method == "PROPFIND")
        return find(request);
    if (request.method == "REPORT")
        return report(request);
    if (request.method == "GET")
        return read(request);
    return change(request);
}

Response CalDavFake::find(const Request &request) const
{
    const std::string kind = "<resourcetype><collection/>";
    if (request.path == "/cal/")
        return multistatus(found("/cal/", "<current-user-principal><href>/cal/rep/</href>"
                                          "</current-user-principal>" +
                                              kind + "</resourcetype>"));
    if (request.path == "/cal/rep/" && request.header("Depth") == "0")
        return multistatus(found("/cal/rep/", "<displayname>Rep Resentative</displayname>"
                                              "<c:calendar-home-set><href>/cal/rep/</href>"
                                              "</c:calendar-home-set>"));
    std::string marks;
    if (knowsSync)
        marks += "<sync-token>" + token() + "</sync-token>";
    if (knowsCtag)
        marks += "<s:getctag>c" + std::to_string(m_revision) + "</s:getctag>";
    const std::string work =
        found(calendar, kind +
                            "<c:calendar/></resourcetype><displayname>Work &amp; more</displayname>"
                            "<c:supported-calendar-component-set><c:comp name=\"VEVENT\"/>"
                            "</c:supported-calendar-component-set><current-user-privilege-set>"
                            "<privilege><read/></privilege>" +
                            std::string(isReadOnly ? "" : "<privilege><write/></privilege>") +
                            "</current-user-privilege-set>" + marks);
    if (request.path == calendar)
        return multistatus(work);
    if (request.path == "/cal/rep/")
        return multistatus(found("/cal/rep/", kind + "</resourcetype>") + work +
                           found("/cal/rep/tasks/",
                                 kind + "<c:calendar/></resourcetype>"
                                        "<c:supported-calendar-component-set><c:comp "
                                        "name=\"VTODO\"/></c:supported-calendar-component-set>") +
                           found("/cal/rep/book/", kind + "</resourcetype>"));
    return {.status = 404};
}

std::string CalDavFake::token() const
{
    return "http://fake.example/sync/" + std::to_string(m_revision);
}

Response CalDavFake::report(const Request &request) const
{
    if (request.path != calendar)
        return {.status = 404};
    std::string out;
    if (asks(request, "sync-collection")) {
        if (!knowsSync)
            return {.status = 501};
        const std::size_t at = request.body.find("/sync/");
        if (isTokenDead || at == std::string::npos)
            return {.status = 403, .body = "<error xmlns=\"DAV:\"><valid-sync-token/></error>"};
        const std::int64_t since = std::stoll(request.body.substr(at + 6));
        for (const auto &[path, entry] : entries) {
            if (entry.revision > since)
                out += found(path, "<getetag>" + escaped(entry.etag) + "</getetag>");
        }
        for (const auto &[path, revision] : m_gone) {
            if (revision > since)
                out += "<response><href>" + path +
                       "</href><status>HTTP/1.1 404 Not Found</status>"
                       "</response>";
        }
        return multistatus(out + "<sync-token>" + token() + "</sync-token>");
    }
    for (const auto &[path, entry] : entries)
        out += found(path, "<getetag>" + escaped(entry.etag) + "</getetag><c:calendar-data>" +
                               escaped(entry.text) + "</c:calendar-data>");
    return multistatus(out);
}

Response CalDavFake::read(const Request &request) const
{
    const auto at = entries.find(request.path);
    if (at == entries.end())
        return {.status = 404};
    return {.headers = {{"ETag", at->second.etag}, {"Content-Type", "text/calendar"}},
            .body = at->second.text};
}

Response CalDavFake::change(const Request &request)
{
    if (request.path.rfind(calendar, 0) != 0)
        return {.status = request.method == "PUT" ? 409 : 404};
    if (isReadOnly)
        return {.status = 403};
    const auto at = entries.find(request.path);
    const bool isThere = at != entries.end();
    const std::string ifMatch = request.header("If-Match");
    if ((request.header("If-None-Match") == "*" && isThere) ||
        (!ifMatch.empty() && (!isThere || (ifMatch != "*" && ifMatch != at->second.etag))))
        return {.status = 412};
    if (request.method == "DELETE") {
        if (!isThere)
            return {.status = 404};
        journal.push_back({"deleted", request.path, lineOf(at->second.text, "UID")});
        entries.erase(at);
        m_gone[request.path] = ++m_revision;
        return {.status = 204};
    }
    const std::string uid = lineOf(request.body, "UID");
    for (const auto &[path, entry] : entries) {
        if (path != request.path && lineOf(entry.text, "UID") == uid)
            return {.status = 409,
                    .body = "<error xmlns=\"DAV:\"><no-uid-conflict "
                            "xmlns=\"urn:ietf:params:xml:ns:caldav\"><href xmlns=\"DAV:\">" +
                            path + "</href></no-uid-conflict></error>"};
    }
    keep(request.path, request.body);
    journal.push_back({isThere ? "changed" : "created", request.path, uid});
    if (!isThere)
        created.push_back(request.body);
    return {.status = isThere ? 204 : 201, .headers = {{"ETag", entries[request.path].etag}}};
}

void CalDavFake::keep(const std::string &path, const std::string &text)
{
    ++m_revision;
    entries[path] = {keepsForeignProperties ? text : withoutForeign(text),
                     "\"e" + std::to_string(m_revision) + "\"", m_revision};
}

void CalDavFake::put(const std::string &name, const std::string &text)
{
    const std::lock_guard lock(mutex);
    keep(calendar + name, text);
}

void CalDavFake::remove(const std::string &name)
{
    const std::lock_guard lock(mutex);
    entries.erase(calendar + name);
    m_gone[calendar + name] = ++m_revision;
}

int CalDavFake::createdWith(const std::string &words) const
{
    const std::lock_guard lock(mutex);
    return static_cast<int>(
        std::count_if(created.begin(), created.end(), [&words](const std::string &text) {
            return text.find(words) != std::string::npos;
        }));
}

} // namespace topline::fakes
