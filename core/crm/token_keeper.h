// Who holds the access token of a connection: PastedToken (a key that a person entered) and
// RefreshingToken (OAuth). Made by app/connection_source, asked by connectors on courier threads;
// any number of callers, one renewal at a time. Access tokens live in memory only. SignInNeeded is
// final for the object; InvalidInput and Unavailable may pass.
#pragma once

#include "core/crm/access.h"
#include "core/crm/http_client.h"
#include "core/crm/pace.h"
#include "core/crm/sign_in_protocol.h"
#include "core/crm/token_slots.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace topline::crm {

class PastedToken final : public AccessSource {
public:
    PastedToken(base::Secret token, std::string baseUrl);

    base::Result<Access> access(const CancelToken &cancel) override;
    base::Result<Access> renew(const Access &refused, const CancelToken &cancel) override;

private:
    Access m_access;
};

// All must outlive the keeper.
struct TokenKeeperParts {
    const SignInProtocol &protocol;
    HttpClient &http;
    TokenSlots &slots; // with a refresh token in it
    Pace &pace;
    const base::Clock &clock;
};

class RefreshingToken final : public AccessSource {
public:
    // Told when the vendor moved the API to another host; on the caller's thread, under the
    // keeper's lock.
    using BaseUrlChanged = std::function<void(const std::string &baseUrl)>;

    RefreshingToken(TokenKeeperParts parts, std::string baseUrl, BaseUrlChanged baseUrlChanged);

    // What a sign-in just got: saves the first renewal. The refresh token must be in the slots.
    void begin(const TokenAnswer &answer);

    base::Result<Access> access(const CancelToken &cancel) override;
    base::Result<Access> renew(const Access &refused, const CancelToken &cancel) override;

private:
    base::Result<std::unique_lock<std::timed_mutex>> lock(const CancelToken &cancel);
    base::Result<Access> renewLocked(const CancelToken &cancel);
    base::Status renewOnce(const CancelToken &cancel);
    base::Result<TokenAnswer> ask(const CancelToken &cancel);
    base::Result<TokenAnswer> askWith(const base::Secret &refreshToken, const CancelToken &cancel);
    void take(const TokenAnswer &answer);
    bool isFresh() const;
    bool isUsable() const;

    TokenKeeperParts m_parts;
    BaseUrlChanged m_baseUrlChanged;
    mutable std::timed_mutex m_mutex;
    std::optional<Access> m_access;
    std::string m_baseUrl;
    std::optional<std::int64_t> m_refreshAtMs; // monotonic; none: only when refused
    std::optional<std::int64_t> m_endsAtMs;    // monotonic
    std::optional<TokenAnswer> m_unstored; // the vault did not take it yet, so it is not used yet
    std::optional<base::Error> m_final;
    std::optional<base::Error> m_lastFailure;
    std::atomic<std::uint64_t> m_renewals = 0; // that ended, well or not
};

} // namespace topline::crm
