#include "core/crm/salesforce_client.h"

#include "core/crm/retry.h"
#include "core/crm/salesforce_api.h"

#include <charconv>
#include <utility>

namespace topline::crm {

namespace {

using base::Error;
using base::ErrorCode;

constexpr int writeTriesMax = 1;
constexpr base::DurationMs waitMostMs = base::minuteMs; // a longer wait is the caller's

bool isWhole(std::string_view path)
{
    return path.substr(0, 10) == "/services/";
}

bool isEnded(const SalesforceAnswer &answer)
{
    return answer.status == 401 ||
           (answer.status == 403 && answer.body.find("Bad_OAuth_Token") != std::string::npos);
}

bool mayBeRepeated(const SalesforceAnswer &answer)
{
    const SalesforceVerdict verdict = answer.failure().verdict();
    return verdict == SalesforceVerdict::Retry || verdict == SalesforceVerdict::Unknown;
}

// "api-usage=18/15000", with more behind a semicolon where an app has limits of its own.
bool readUsage(std::string_view text, std::int64_t &used, std::int64_t &allowed)
{
    constexpr std::string_view key = "api-usage=";
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos || (at > 0 && text[at - 1] == '-'))
        return false;
    const char *const end = text.data() + text.size();
    const auto first = std::from_chars(text.data() + at + key.size(), end, used);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != '/')
        return false;
    return std::from_chars(first.ptr + 1, end, allowed).ec == std::errc();
}

} // namespace

SalesforceClient::SalesforceClient(SalesforceParts parts)
    : m_parts(std::move(parts))
    , m_random(base::mixSeeds(static_cast<std::uint64_t>(m_parts.clock.now()), "salesforce"))
{
    if (m_parts.options.idField.empty())
        m_parts.options.idField = salesforceIdField;
}

std::string SalesforceClient::pathOf(std::string_view rest) const
{
    return salesforcePath(m_version, rest);
}

base::UtcMs SalesforceClient::serverNow() const
{
    return m_parts.clock.now() + m_skewMs;
}

base::Status SalesforceClient::prepare(const CancelToken &cancel)
{
    if (m_version != 0)
        return {};
    TRY_ASSIGN(const auto answer, send({.path = std::string(salesforceVersionsPath)}, cancel));
    const auto versions =
        answer.ok() ? readSalesforceVersions(answer.body) : std::optional<std::vector<int>>();
    if (!versions)
        return Error{.code = ErrorCode::Unavailable,
                     .message = "Salesforce did not say which versions it speaks.",
                     .retryAtMs = now() + base::minuteMs};
    int best = 0;
    for (const int version : *versions) {
        if (version >= salesforceVersionFloor && version <= salesforceVersionTested)
            best = std::max(best, version);
    }
    if (best == 0)
        return salesforceReadError({.status = 410, .faults = {}}, now());
    m_version = best;
    return {};
}

base::Result<SalesforceAnswer> SalesforceClient::send(const SalesforceCall &call,
                                                      const CancelToken &cancel)
{
    if (!isWhole(call.path))
        TRY(prepare(cancel));
    const int triesMax = call.isRead ? m_parts.options.readTriesMax : writeTriesMax;
    for (int tries = 1;; ++tries) {
        auto answer = sendRenewing(call, cancel);
        const bool again = answer.ok() ? mayBeRepeated(*answer)
                                       : answer.error().code == ErrorCode::Unavailable &&
                                             !answer.error().retryAtMs;
        const auto askedMs = answer.ok() ? answer->retryAfterMs : std::nullopt;
        if (!again || tries >= triesMax || !waitForTry(tries, askedMs, cancel)) {
            if (!answer.ok())
                return answer.error();
            return judged(call, std::move(*answer));
        }
    }
}

bool SalesforceClient::waitForTry(int tries, std::optional<base::DurationMs> askedMs,
                                  const CancelToken &cancel)
{
    if (askedMs.value_or(0) > waitMostMs)
        return false;
    const base::DurationMs wait = retryDelayMs({}, tries, askedMs, m_random);
    return m_parts.pace.waitUntil(m_parts.pace.monotonicMs() + wait, cancel);
}

base::Result<SalesforceAnswer> SalesforceClient::sendRenewing(const SalesforceCall &call,
                                                              const CancelToken &cancel)
{
    if (cancel.cancelled)
        return Error{ErrorCode::Cancelled, "Cancelled before Salesforce was asked."};
    TRY_ASSIGN(Access access, m_parts.access.access(cancel));
    TRY_ASSIGN(auto answer, sendOnce(call, access, cancel));
    if (!isEnded(answer))
        return answer;
    TRY_ASSIGN(access, m_parts.access.renew(access, cancel));
    TRY_ASSIGN(answer, sendOnce(call, access, cancel));
    if (isEnded(answer))
        return Error{.code = ErrorCode::SignInNeeded,
                     .message =
                         "Salesforce does not accept the sign-in: " + answer.failure().text(),
                     .kept = "What waits to be written stays.",
                     .todo = "Sign in again.",
                     .reference = answer.reference};
    return answer;
}

base::Result<SalesforceAnswer> SalesforceClient::sendOnce(const SalesforceCall &call,
                                                          const Access &access,
                                                          const CancelToken &cancel)
{
    TRY(m_parts.gate.pass("", cancel));
    m_webUrl = access.baseUrl;
    HttpRequest request;
    request.method = call.method;
    request.url = access.baseUrl + (isWhole(call.path) ? call.path : pathOf(call.path));
    request.headers = call.headers;
    request.headers.push_back({"Accept", "application/json"});
    request.headers.push_back({"Sforce-Call-Options", "client=Topline"});
    if (!call.body.empty())
        request.headers.push_back({"Content-Type", "application/json"});
    if (call.path != salesforceVersionsPath)
        request.bearer = access.token;
    request.body = call.body;
    request.isRead = call.isRead;
    TRY_ASSIGN(const HttpResponse response, m_parts.http.send(request, cancel));
    noteHeaders(response);
    SalesforceAnswer out;
    out.status = response.status;
    out.body = response.body;
    out.lastModified = response.header("Last-Modified");
    out.reference = response.header("X-Request-Id");
    out.retryAfterMs = retryAfterMs(response, now());
    if (!out.ok() && out.status != 304)
        out.faults = readSalesforceFaults(out.body);
    return out;
}

void SalesforceClient::noteHeaders(const HttpResponse &response)
{
    std::int64_t used = 0;
    std::int64_t allowed = 0;
    if (readUsage(response.header("Sforce-Limit-Info"), used, allowed))
        m_parts.gate.noteRemote(used, allowed);
    if (const auto date = response.dateMs())
        m_skewMs = *date - m_parts.clock.now();
}

base::Result<SalesforceAnswer> SalesforceClient::judged(const SalesforceCall &call,
                                                        SalesforceAnswer answer)
{
    const SalesforceVerdict verdict = answer.failure().verdict();
    if (verdict == SalesforceVerdict::Limit) {
        const base::UtcMs nextHour = (now() / base::hourMs + 1) * base::hourMs;
        m_parts.gate.holdUntil("", nextHour, "Salesforce's API calls of 24 hours");
        return Error{.code = ErrorCode::LimitReached,
                     .message = answer.failure().text(),
                     .kept = "Everything so far is kept; what waits to be written stays.",
                     .retryAtMs = nextHour,
                     .reference = answer.reference};
    }
    if (verdict == SalesforceVerdict::VersionGone) {
        m_version = 0; // the next call looks for one that is still spoken
        return salesforceReadError({.status = 410, .faults = {}}, now());
    }
    const bool isData = answer.ok() && answer.status != 204;
    if (isData && !isSalesforceJson(answer.body))
        return Error{.code = call.isRead ? ErrorCode::Unavailable : ErrorCode::Unknown,
                     .message = "Salesforce answered with a page instead of data.",
                     .kept = call.isRead ? "Nothing was changed." : "",
                     .retryAtMs = now() + base::minuteMs,
                     .reference = answer.reference};
    return answer;
}

} // namespace topline::crm
