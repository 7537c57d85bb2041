#include "core/crm/logged_http_client.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace topline::crm {
namespace {

constexpr std::size_t pathPartMax = 40; // a UUID has 36, a Salesforce id 18
constexpr std::size_t pathMax = 300;
constexpr std::size_t textMax = 300;
constexpr std::string_view hidden = "…";

// Behind "scheme://", up to the query or fragment.
std::string_view hostAndPath(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme != std::string_view::npos)
        url.remove_prefix(scheme + 3);
    return url.substr(0, url.find_first_of("?#"));
}

bool isMailAddress(std::string_view part)
{
    return part.find('@') != std::string_view::npos ||
           base::lowerAscii(part).find("%40") != std::string::npos;
}

bool namesATokenNext(std::string_view part)
{
    const std::string lower = base::lowerAscii(part);
    return lower.find("token") != std::string::npos || lower.find("secret") != std::string::npos;
}

// Where the outside parties put their number of the request, most telling first.
std::string referenceOf(const HttpResponse &response)
{
    constexpr std::array<std::string_view, 5> names = {"x-hubspot-correlation-id",
                                                       "x-sfdc-request-id", "sfdc-request-id",
                                                       "x-request-id", "x-correlation-id"};
    for (std::string_view name : names) {
        if (std::string value = response.header(name); !value.empty())
            return base::storableText(value, 100);
    }
    return {};
}

void replaceAll(std::string &text, const std::string &what)
{
    if (what.empty())
        return;
    for (std::size_t at = text.find(what); at != std::string::npos;
         at = text.find(what, at + hidden.size()))
        text.replace(at, what.size(), hidden);
}

} // namespace

std::string loggedHost(std::string_view url)
{
    std::string_view host = hostAndPath(url);
    host = host.substr(0, host.find('/'));
    const std::size_t user = host.rfind('@');
    return std::string(user == std::string_view::npos ? host : host.substr(user + 1));
}

std::string loggedPath(std::string_view url)
{
    std::string_view rest = hostAndPath(url);
    rest.remove_prefix(std::min(rest.find('/'), rest.size()));
    std::string path;
    bool isTokenNext = false;
    while (!rest.empty()) {
        rest.remove_prefix(1); // the slash
        const std::string_view part = rest.substr(0, rest.find('/'));
        rest.remove_prefix(part.size());
        const bool isHidden =
            !part.empty() && (isTokenNext || part.size() > pathPartMax || isMailAddress(part));
        path += '/';
        path += isHidden ? hidden : part;
        isTokenNext = namesATokenNext(part);
    }
    return base::storableText(path.empty() ? "/" : path, pathMax);
}

LoggedHttpClient::LoggedHttpClient(HttpClient &client, LogPlace place)
    : m_client(client)
    , m_place(std::move(place))
{
}

base::Result<HttpResponse> LoggedHttpClient::send(const HttpRequest &request,
                                                  const CancelToken &cancel)
{
    domain::RequestRow row;
    row.system = m_place.system;
    row.atMs = m_place.clock.now();
    row.method = std::string(httpMethodName(request.method));
    row.host = base::storableText(loggedHost(request.url), textMax);
    row.path = loggedPath(request.url);
    const std::int64_t beganMs = m_place.pace.monotonicMs();
    base::Result<HttpResponse> answer = m_client.send(request, cancel);
    row.durationMs = m_place.pace.monotonicMs() - beganMs;
    if (answer.ok()) {
        row.status = answer->status;
        row.bytesReceived = answer->bytesReceived;
        row.bytesSent = answer->bytesSent;
        row.reference = referenceOf(*answer);
        row.outcome = row.status < 400 ? "ok" : "HTTP " + std::to_string(row.status);
    } else {
        row.outcome = base::storableText(answer.error().message, textMax);
        row.reference = base::storableText(answer.error().reference, 100);
    }
    // No place for it is known; should one appear, the token still stays out.
    for (std::string *text : {&row.host, &row.path, &row.outcome, &row.reference}) {
        if (request.bearer)
            replaceAll(*text, request.bearer->reveal());
        if (request.basic)
            replaceAll(*text, request.basic->password.reveal());
    }
    m_place.list.add(std::move(row));
    return answer;
}

} // namespace topline::crm
