#include "tests/fakes/direct_http_client.h"

namespace topline::fakes {
namespace {

bool isWrite(const crm::HttpRequest &request)
{
    return request.method != crm::HttpMethod::Get && !request.isRead;
}

base::Error lostAnswer(const crm::HttpRequest &request)
{
    if (isWrite(request))
        return {.code = base::ErrorCode::Unknown,
                .message = "The answer was lost; the change may have arrived."};
    return {.code = base::ErrorCode::Unavailable, .message = "The answer was lost."};
}

Request requestOf(const crm::HttpRequest &from)
{
    const std::size_t scheme = from.url.find("://");
    const std::size_t start = scheme == std::string::npos ? 0 : scheme + 3;
    const std::size_t path = std::min(from.url.find('/', start), from.url.size());
    Request request = requestOfTarget(std::string(crm::httpMethodName(from.method)),
                                      std::string_view(from.url).substr(path));
    request.headers.emplace_back("Host", from.url.substr(start, path - start));
    for (const crm::HttpHeader &header : from.headers)
        request.headers.emplace_back(header.name, header.value);
    if (const base::Secret authorization = crm::authorizationOf(from); !authorization.empty())
        request.headers.emplace_back("Authorization", authorization.reveal());
    request.body = from.body;
    return request;
}

std::int64_t sizeOf(const Headers &headers)
{
    std::size_t bytes = 0;
    for (const auto &[name, value] : headers)
        bytes += name.size() + value.size() + 4;
    return static_cast<std::int64_t>(bytes);
}

} // namespace

DirectHttpClient::DirectHttpClient(Handler handler)
    : m_handler(std::move(handler))
{
}

base::Result<crm::HttpResponse> DirectHttpClient::send(const crm::HttpRequest &request,
                                                       const crm::CancelToken &cancel)
{
    if (cancel.cancelled)
        return base::Error{.code = base::ErrorCode::Cancelled, .message = "Stopped."};
    if (m_isOffline)
        return base::Error{.code = base::ErrorCode::Unavailable,
                           .message = "There is no connection."};
    const std::lock_guard lock(m_mutex);
    const Request sent = requestOf(request);
    ++m_requestCount;
    const Response answer = m_handler(sent);
    if (answer.wire != Response::Wire::Normal)
        return lostAnswer(request);
    if (static_cast<std::int64_t>(answer.body.size()) > request.bodyBytesMax) {
        if (isWrite(request))
            return lostAnswer(request);
        return base::Error{.code = base::ErrorCode::Refused, .message = "The answer is too big."};
    }
    crm::HttpResponse response;
    response.status = answer.status;
    for (const auto &[name, value] : answer.headers)
        response.headers.push_back({name, value});
    response.body = answer.body;
    response.bytesSent = sizeOf(sent.headers) + static_cast<std::int64_t>(sent.body.size());
    response.bytesReceived = sizeOf(answer.headers) + static_cast<std::int64_t>(answer.body.size());
    return response;
}

} // namespace topline::fakes
