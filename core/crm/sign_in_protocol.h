// OAuth 2.0 as one vendor speaks it: the address that the browser opens, the requests at the token
// endpoint, and what the answers mean. Implemented per vendor (hubspot_sign_in,
// salesforce_sign_in); used by the token keeper and app/connection_source. Pure values and texts,
// any thread. A failure says who can help: SignInNeeded (sign in again), InvalidInput (the app's
// settings), Unavailable (later); no text of it holds a token.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/time.h"
#include "core/crm/http_client.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

struct AuthoriseAsk {
    std::string redirectUri; // exactly as registered
    std::string state;
    std::string challenge; // PKCE S256; left out by vendors that do not take it
};

struct CodeGrant {
    base::Secret code;
    std::string redirectUri; // the same as in the ask
    base::Secret verifier;
};

struct TokenAnswer {
    base::Secret accessToken;
    base::Secret refreshToken;       // empty: the one we have stays
    base::DurationMs lifetimeMs = 0; // 0: the vendor does not say
    std::string baseUrl;             // where the API is; empty: as before
    std::string orgId;               // empty: the vendor does not say it here
    std::vector<std::string> scopes; // granted, in the vendor's order
};

class SignInProtocol {
public:
    virtual ~SignInProtocol() = default;

    virtual std::string authoriseUrl(const AuthoriseAsk &ask) const = 0;
    // RFC 9207: whether a redirect that names its issuer comes from the page that was opened.
    virtual bool isOwnIssuer(const std::string &issuer) const = 0;

    virtual HttpRequest exchange(const CodeGrant &grant) const = 0;
    virtual HttpRequest refresh(const base::Secret &refreshToken) const = 0;
    virtual HttpRequest revoke(const base::Secret &refreshToken) const = 0;

    // The answer to exchange and refresh.
    virtual base::Result<TokenAnswer> read(const HttpResponse &response,
                                           base::UtcMs nowMs) const = 0;
};

// What the token endpoint said when it said no; texts are cut to harmless words (letters, digits,
// "_", at most 64), since vendors repeat tokens in their sentences.
struct TokenRefusal {
    std::string error;     // OAuth's code: "invalid_grant"
    std::string status;    // HubSpot's own: "BAD_REFRESH_TOKEN"
    std::string reference; // correlation id
    bool isJson = false;
};

TokenRefusal readTokenRefusal(const HttpResponse &response);

// Unavailable, with the time from Retry-After in either of its forms.
base::Error tokenEndpointBusy(std::string_view vendor, const HttpResponse &response,
                              base::UtcMs nowMs);

// A form POST as RFC 6749 asks for, which changes nothing that a repeat would double.
HttpRequest tokenRequest(std::string url, std::string form);

} // namespace topline::crm
