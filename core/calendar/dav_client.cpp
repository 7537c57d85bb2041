#include "core/calendar/dav_client.h"

#include "core/base/text.h"
#include "core/crm/retry.h"
#include "core/crm/url_text.h"

#include <QString>
#include <QUrl>

#include <algorithm>

namespace topline::calendar {

namespace {

constexpr int redirectsMax = 4;
constexpr std::int64_t answerMax = 16LL * 1024 * 1024;

bool isWrite(crm::HttpMethod method)
{
    return method == crm::HttpMethod::Put || method == crm::HttpMethod::Delete;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

base::Error otherHost()
{
    return {.code = base::ErrorCode::Refused,
            .message = "The calendar server points to another host; nothing is sent there.",
            .kept = {},
            .todo = "Enter the address that it points to, if you trust it."};
}

// A path that a request line can hold.
bool isPath(std::string_view path)
{
    return !path.empty() && path.front() == '/' && path.size() <= 2'000 &&
           path.rfind("//", 0) != 0 && std::all_of(path.begin(), path.end(), [](unsigned char c) {
               return c > 0x20 && c < 0x7f && c != '"' && c != '<' && c != '>' && c != '\\';
           });
}

} // namespace

base::Result<DavAddress> davAddress(const std::string &typed)
{
    const std::string text(base::trimmed(typed));
    const base::Error wrong{.code = base::ErrorCode::InvalidInput,
                            .message = "This is no address of a calendar server.",
                            .kept = {},
                            .todo = "Enter one like https://calendar.example.com/."};
    const std::size_t scheme = text.find("://");
    const std::size_t path =
        std::min(text.find('/', scheme == std::string::npos ? 0 : scheme + 3), text.size());
    const auto origin = crm::originOf(text.substr(0, path));
    if (!origin)
        return wrong;
    DavAddress out{*origin, text.substr(path)};
    if (out.path.empty())
        out.path = "/";
    if (!isPath(out.path) || out.path.find_first_of("?#") != std::string::npos)
        return wrong;
    return out;
}

base::Result<std::string> DavClient::pathOf(const std::string &href,
                                            const std::string &basePath) const
{
    TRY_ASSIGN(const DavAddress own, davAddress(m_parts.account.url));
    const QUrl base(QString::fromStdString(own.origin + basePath), QUrl::StrictMode);
    const QUrl to = base.resolved(QUrl(QString::fromStdString(href), QUrl::TolerantMode));
    const std::string origin =
        to.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment)
            .toString(QUrl::FullyEncoded)
            .toStdString();
    if (crm::originOf(origin) != std::optional(own.origin) || !to.userInfo().isEmpty())
        return otherHost();
    const std::string path = to.path(QUrl::FullyEncoded).toStdString();
    if (!isPath(path))
        return otherHost();
    return path;
}

base::Result<DavAnswer> DavClient::sendOnce(const DavCall &call, const crm::CancelToken &cancel,
                                            std::string &location)
{
    TRY_ASSIGN(const DavAddress own, davAddress(m_parts.account.url));
    if (!isPath(call.path))
        return otherHost();
    TRY_ASSIGN(const crm::Access access, m_parts.access.access(cancel));
    crm::HttpRequest request;
    request.method = call.method;
    request.url = own.origin + call.path;
    request.basic = crm::BasicSignIn{m_parts.account.user, access.token};
    request.body = call.body;
    request.isRead = !isWrite(call.method);
    request.showsRedirects = true;
    request.bodyBytesMax = answerMax;
    if (!call.body.empty())
        request.headers.push_back({"Content-Type", call.contentType});
    if (call.depth)
        request.headers.push_back({"Depth", std::to_string(*call.depth)});
    if (!call.ifMatch.empty())
        request.headers.push_back({"If-Match", call.ifMatch});
    if (!call.ifNoneMatch.empty())
        request.headers.push_back({"If-None-Match", call.ifNoneMatch});
    TRY_ASSIGN(const crm::HttpResponse response, m_parts.client.send(request, cancel));
    if (response.status == 401)
        return base::Error{.code = base::ErrorCode::SignInNeeded,
                           .message = "The calendar server does not accept this name and password.",
                           .kept = "Nothing was changed there.",
                           .todo = "Sign in to the calendar again."};
    location = isRedirect(response.status) ? response.header("Location") : std::string();
    DavAnswer out{response.status, response.body, response.header("ETag"), call.path, {}};
    if (const auto waitMs = crm::retryAfterMs(response, now()))
        out.retryAtMs = now() + *waitMs;
    return out;
}

base::Result<DavAnswer> DavClient::send(const DavCall &call, const crm::CancelToken &cancel)
{
    DavCall step = call;
    for (int redirects = 0;; ++redirects) {
        std::string location;
        TRY_ASSIGN(DavAnswer answer, sendOnce(step, cancel, location));
        if (location.empty() || isWrite(call.method))
            return answer;
        if (redirects == redirectsMax)
            return base::Error{.code = base::ErrorCode::Refused,
                               .message = "The calendar server sends us round in circles."};
        TRY_ASSIGN(step.path, pathOf(location, step.path));
    }
}

base::Result<DavAnswer> DavClient::read(const DavCall &call, const crm::CancelToken &cancel)
{
    TRY_ASSIGN(DavAnswer answer, send(call, cancel));
    if (!answer.ok())
        return davError(answer);
    return answer;
}

base::Result<DavMultistatus> DavClient::multistatus(const DavCall &call,
                                                    const crm::CancelToken &cancel)
{
    TRY_ASSIGN(const DavAnswer answer, read(call, cancel));
    TRY_ASSIGN(DavMultistatus out, readMultistatus(answer.body));
    // What is not on this server is none of its own affair.
    std::vector<DavResponse> own;
    for (DavResponse &response : out.responses) {
        auto path = pathOf(response.href, answer.path);
        if (!path.ok())
            continue;
        response.href = *path;
        own.push_back(std::move(response));
    }
    out.responses = std::move(own);
    return out;
}

base::Error davError(const DavAnswer &answer)
{
    base::Error out{.code = base::ErrorCode::Refused,
                    .message =
                        "The calendar server said no (HTTP " + std::to_string(answer.status) + ").",
                    .retryAtMs = answer.retryAtMs};
    if (answer.status == 403) {
        out.code = base::ErrorCode::PermissionDenied;
        out.message = "This sign-in may not do that in the calendar (HTTP 403).";
    } else if (answer.status == 404 || answer.status == 410) {
        out.code = base::ErrorCode::NotFound;
        out.message = "The calendar is not there (HTTP " + std::to_string(answer.status) + ").";
    } else if (answer.status == 429) {
        out.code = base::ErrorCode::LimitReached;
        out.message = "The calendar server asks us to wait (HTTP 429).";
    } else if (answer.status >= 500 || answer.status == 423) {
        out.code = base::ErrorCode::Unavailable;
        out.message =
            "The calendar server cannot answer now (HTTP " + std::to_string(answer.status) + ").";
    }
    return out;
}

} // namespace topline::calendar
