#include "core/crm/hubspot_client.h"

#include "core/crm/hubspot_json.h"
#include "core/crm/retry.h"

#include <algorithm>

namespace topline::crm {

namespace {

using Kind = HubSpotVerdict::Kind;

constexpr base::DurationMs waitMostMs = base::minuteMs;

bool carriesBody(HttpMethod method)
{
    return method == HttpMethod::Post || method == HttpMethod::Put || method == HttpMethod::Patch;
}

std::optional<std::int64_t> number(const HttpResponse &response, std::string_view header)
{
    const std::string text = response.header(header);
    if (text.empty() || text.size() > 12 ||
        text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return std::stoll(text);
}

base::Error unreadable()
{
    return {.code = base::ErrorCode::Unavailable,
            .message = "HubSpot's answer was cut short or is no JSON.",
            .kept = "Nothing of it was stored."};
}

base::Error lost(const std::string &message)
{
    return {.code = base::ErrorCode::Unknown, .message = message};
}

} // namespace

HubSpotClient::HubSpotClient(HubSpotParts parts)
    : m_parts(std::move(parts))
    , m_random(base::mixSeeds(static_cast<std::uint64_t>(m_parts.clock.now()), "hubspot"))
{
}

base::Result<HttpResponse> HubSpotClient::send(const HubSpotCall &asked, const Access &access,
                                               const CancelToken &cancel)
{
    HttpRequest request;
    request.method = asked.method;
    request.url = access.baseUrl + asked.path + (asked.query.empty() ? "" : "?" + asked.query);
    request.headers = {{"Accept", "application/json"}};
    request.bearer = access.token;
    request.isRead = asked.isRead;
    if (carriesBody(asked.method)) {
        request.headers.push_back({"Content-Type", "application/json"});
        request.body = compactJson(asked.body);
    }
    return m_parts.http.send(request, cancel);
}

void HubSpotClient::note(const HttpResponse &response)
{
    if (const auto at = response.dateMs()) {
        m_serverMs = *at;
        m_serverAtMonotonicMs = m_parts.pace.monotonicMs();
    }
    const auto allowed = number(response, "X-HubSpot-RateLimit-Daily");
    const auto left = number(response, "X-HubSpot-RateLimit-Daily-Remaining");
    if (allowed && left)
        m_parts.gate.noteRemote(*allowed - *left, *allowed);
}

std::optional<base::UtcMs> HubSpotClient::serverNow() const
{
    if (!m_serverMs)
        return std::nullopt;
    return *m_serverMs + (m_parts.pace.monotonicMs() - m_serverAtMonotonicMs);
}

base::Status HubSpotClient::pauseFor(int attempt, base::DurationMs askedMs,
                                     const CancelToken &cancel)
{
    const base::DurationMs wait = retryDelayMs({}, attempt, askedMs, m_random);
    if (m_parts.pace.waitUntil(m_parts.pace.monotonicMs() + wait, cancel))
        return {};
    return base::Error{base::ErrorCode::Cancelled, "Stopped while waiting for HubSpot."};
}

base::Error HubSpotClient::limitError(int status, const HubSpotVerdict &verdict,
                                      base::UtcMs until) const
{
    base::Error out = hubspotError(status, verdict.body, false);
    out.kept = "What had arrived was kept.";
    out.retryAtMs = until;
    return out;
}

// By our own clock, which the gate goes by; the server's tells how far that one is off.
base::UtcMs HubSpotClient::portalMidnight() const
{
    const base::UtcMs server = serverNow().value_or(m_parts.clock.now());
    const base::UtcMs midnight = m_zone.startOfDay(base::addDays(m_zone.dateOf(server), 1));
    return m_parts.clock.now() + (midnight - server);
}

base::Result<HubSpotClient::Next> HubSpotClient::follow(const HubSpotCall &asked,
                                                        const HubSpotVerdict &verdict, int attempt,
                                                        const CancelToken &cancel)
{
    const base::UtcMs now = m_parts.clock.now();
    switch (verdict.kind) {
    case Kind::Daily:
    case Kind::Moving: {
        const base::UtcMs until =
            verdict.kind == Kind::Daily ? portalMidnight() : now + verdict.waitMs;
        m_parts.gate.holdUntil("", until, verdict.limit);
        return limitError(verdict.kind == Kind::Daily ? 429 : 477, verdict, until);
    }
    case Kind::Hold: {
        // Never before the window of that limit is over.
        const base::DurationMs window =
            verdict.lane == "search" ? base::secondMs : 10 * base::secondMs;
        const base::UtcMs until = now + retryDelayMs({.firstMs = window}, attempt,
                                                     std::max(verdict.waitMs, window), m_random);
        m_parts.gate.holdUntil(verdict.lane, until, verdict.limit);
        if (attempt >= m_parts.options.tries)
            return limitError(429, verdict, until);
        return Next::Again;
    }
    case Kind::Locked:
    case Kind::Failing:
    case Kind::Garbled:
        if (verdict.kind == Kind::Garbled && !asked.isRead)
            return lost("HubSpot's answer to the write cannot be read.");
        if (verdict.kind == Kind::Failing && !asked.isRead)
            return Next::Return;
        // A wait that long is the caller's.
        if (attempt >= m_parts.options.tries || verdict.waitMs > waitMostMs)
            return Next::Return;
        TRY(pauseFor(attempt, verdict.waitMs, cancel));
        return Next::Again;
    default:
        return Next::Return;
    }
}

base::Result<HubSpotAnswer> HubSpotClient::call(const HubSpotCall &asked, const CancelToken &cancel)
{
    bool isRenewed = false;
    TRY_ASSIGN(Access access, m_parts.access.access(cancel));
    for (int attempt = 1;; ++attempt) {
        TRY(m_parts.gate.pass(asked.lane, cancel));
        const auto response = send(asked, access, cancel);
        if (!response.ok()) {
            const auto code = response.error().code;
            const bool mayRepeat = code == base::ErrorCode::Unavailable ||
                                   (code == base::ErrorCode::Unknown && asked.isRead);
            if (!mayRepeat)
                return response.error();
            if (attempt >= m_parts.options.tries) {
                base::Error out = response.error();
                out.code = base::ErrorCode::Unavailable;
                out.retryAtMs = m_parts.clock.now() + waitMostMs;
                return out;
            }
            TRY(pauseFor(attempt, 0, cancel));
            continue;
        }
        note(*response);
        const HubSpotVerdict verdict = judgeHubSpot(*response);
        if (verdict.kind == Kind::Renew) {
            if (isRenewed)
                return hubspotError(401, verdict.body, false);
            isRenewed = true;
            TRY_ASSIGN(access, m_parts.access.renew(access, cancel));
            continue;
        }
        TRY_ASSIGN(const Next next, follow(asked, verdict, attempt, cancel));
        if (next == Next::Again)
            continue;
        if (verdict.kind == Kind::Garbled)
            return unreadable();
        if (verdict.kind == Kind::Locked || (verdict.kind == Kind::Failing && asked.isRead)) {
            base::Error out = hubspotError(response->status, verdict.body, asked.namesRecord);
            out.retryAtMs = m_parts.clock.now() + std::max(waitMostMs, verdict.waitMs);
            return out;
        }
        return HubSpotAnswer{response->status, verdict.body};
    }
}

base::Result<QJsonObject> HubSpotClient::read(const HubSpotCall &asked, const CancelToken &cancel)
{
    TRY_ASSIGN(const HubSpotAnswer answer, call(asked, cancel));
    if (!answer.ok())
        return hubspotError(answer.status, answer.body, asked.namesRecord);
    return answer.body;
}

} // namespace topline::crm
