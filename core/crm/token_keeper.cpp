#include "core/crm/token_keeper.h"

#include "core/base/check.h"

#include <chrono>
#include <utility>
#include <vector>

namespace topline::crm {
namespace {

// HubSpot asks for renewal by the clock, before the end.
constexpr std::int64_t refreshPercent = 75;
// While the token we have still works, a token endpoint that is down is asked this often.
constexpr base::DurationMs retryWhileUsableMs = 30 * base::secondMs;
constexpr std::chrono::milliseconds cancelLook{50};

base::Error cancelled()
{
    return {base::ErrorCode::Cancelled, "The sign-in was not renewed: cancelled."};
}

base::Error nothingStored()
{
    return {base::ErrorCode::SignInNeeded, "The keychain holds no sign-in for this connection.",
            "All records and everything that waits to be sent are kept.", "Sign in again."};
}

void wipe(std::string &text)
{
    const base::Secret taken(std::move(text));
    text.clear();
}

} // namespace

PastedToken::PastedToken(base::Secret token, std::string baseUrl)
    : m_access{std::move(token), std::move(baseUrl)}
{
}

base::Result<Access> PastedToken::access(const CancelToken &)
{
    return m_access;
}

base::Result<Access> PastedToken::renew(const Access &, const CancelToken &)
{
    return base::Error{base::ErrorCode::SignInNeeded, "The key is no longer accepted.",
                       "All records and everything that waits to be sent are kept.",
                       "Enter a new key; the old one was deleted or rotated."};
}

RefreshingToken::RefreshingToken(TokenKeeperParts parts, std::string baseUrl,
                                 BaseUrlChanged baseUrlChanged)
    : m_parts(parts)
    , m_baseUrlChanged(std::move(baseUrlChanged))
    , m_baseUrl(std::move(baseUrl))
{
}

void RefreshingToken::begin(const TokenAnswer &answer)
{
    const std::scoped_lock guard(m_mutex);
    take(answer);
}

base::Result<Access> RefreshingToken::access(const CancelToken &cancel)
{
    TRY_ASSIGN(const std::unique_lock<std::timed_mutex> guard, lock(cancel));
    if (isFresh())
        return *m_access;
    return renewLocked(cancel);
}

base::Result<Access> RefreshingToken::renew(const Access &refused, const CancelToken &cancel)
{
    TRY_ASSIGN(const std::unique_lock<std::timed_mutex> guard, lock(cancel));
    // Somebody else renewed it while this caller's request was under way.
    if (m_access && !(m_access->token == refused.token))
        return *m_access;
    m_access.reset();
    return renewLocked(cancel);
}

// Waits while another caller renews; what that renewal failed with is this caller's answer, too, so
// that ten waiting workers do not ask ten times.
base::Result<std::unique_lock<std::timed_mutex>> RefreshingToken::lock(const CancelToken &cancel)
{
    const std::uint64_t before = m_renewals;
    std::unique_lock<std::timed_mutex> guard(m_mutex, std::try_to_lock);
    if (guard.owns_lock())
        return guard;
    while (!guard.try_lock_for(cancelLook)) {
        if (cancel.cancelled)
            return cancelled();
    }
    if (m_renewals != before && m_lastFailure)
        return *m_lastFailure;
    return guard;
}

base::Result<Access> RefreshingToken::renewLocked(const CancelToken &cancel)
{
    if (m_final)
        return *m_final;
    m_lastFailure.reset();
    const base::Status renewed = renewOnce(cancel);
    ++m_renewals;
    if (renewed)
        return *m_access;
    const base::Error &error = renewed.error();
    if (error.code == base::ErrorCode::SignInNeeded)
        m_final = error;
    if (error.code == base::ErrorCode::Unavailable && isUsable()) {
        const base::DurationMs askedMs = error.retryAtMs.value_or(0) - m_parts.clock.now();
        m_refreshAtMs = m_parts.pace.monotonicMs() + std::max(retryWhileUsableMs, askedMs);
        return *m_access;
    }
    if (error.code != base::ErrorCode::Cancelled)
        m_lastFailure = error;
    return error;
}

// A new refresh token is stored before its access token is used: a crash in between costs nothing,
// the other way round it would cost the sign-in.
base::Status RefreshingToken::renewOnce(const CancelToken &cancel)
{
    if (!m_unstored) {
        TRY_ASSIGN(m_unstored, ask(cancel));
    }
    TRY(m_parts.slots.replace(m_unstored->refreshToken));
    take(*m_unstored);
    m_unstored.reset();
    return {};
}

// After a crash in the middle of a rotation two tokens are stored: the newer first, since a vendor
// may take the use of a dead one for theft.
base::Result<TokenAnswer> RefreshingToken::ask(const CancelToken &cancel)
{
    TRY_ASSIGN(const std::vector<base::Secret> tokens, m_parts.slots.read());
    if (tokens.empty())
        return nothingStored();
    base::Result<TokenAnswer> answer = nothingStored();
    for (const base::Secret &token : tokens) {
        answer = askWith(token, cancel);
        if (answer || answer.error().code != base::ErrorCode::SignInNeeded)
            return answer;
    }
    return answer;
}

base::Result<TokenAnswer> RefreshingToken::askWith(const base::Secret &refreshToken,
                                                   const CancelToken &cancel)
{
    HttpRequest request = m_parts.protocol.refresh(refreshToken);
    base::Result<HttpResponse> response = m_parts.http.send(request, cancel);
    wipe(request.body);
    if (!response) {
        base::Error error = response.error();
        // The renewal may have happened there; the only way to find out is to ask again.
        if (error.code == base::ErrorCode::Unknown)
            error.code = base::ErrorCode::Unavailable;
        return error;
    }
    base::Result<TokenAnswer> answer = m_parts.protocol.read(*response, m_parts.clock.now());
    wipe(response->body);
    if (answer && answer->refreshToken.empty())
        answer->refreshToken = refreshToken;
    return answer;
}

void RefreshingToken::take(const TokenAnswer &answer)
{
    if (!answer.baseUrl.empty() && answer.baseUrl != m_baseUrl) {
        m_baseUrl = answer.baseUrl;
        if (m_baseUrlChanged)
            m_baseUrlChanged(m_baseUrl);
    }
    m_access = Access{answer.accessToken, m_baseUrl};
    m_refreshAtMs.reset();
    m_endsAtMs.reset();
    if (answer.lifetimeMs > 0) {
        const std::int64_t now = m_parts.pace.monotonicMs();
        m_refreshAtMs = now + answer.lifetimeMs * refreshPercent / 100;
        m_endsAtMs = now + answer.lifetimeMs;
    }
}

bool RefreshingToken::isFresh() const
{
    return m_access && (!m_refreshAtMs || m_parts.pace.monotonicMs() < *m_refreshAtMs);
}

bool RefreshingToken::isUsable() const
{
    return m_access && (!m_endsAtMs || m_parts.pace.monotonicMs() < *m_endsAtMs);
}

} // namespace topline::crm
