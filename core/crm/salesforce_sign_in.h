// OAuth at Salesforce for a program that can keep no secret: authorisation code with PKCE S256, no
// client secret, the organisation's own external client app. Made by app/connection_source, any
// thread, pure. Tokens are only ever used at hosts of Salesforce or at the address that the user
// entered; an answer that names another is Refused.
#pragma once

#include "core/crm/sign_in_protocol.h"

namespace topline::crm {

struct SalesforceApp {
    std::string clientId;
    std::string loginBase; // origin; see salesforceLoginBase
    std::string apiBase;   // a gateway's origin, used whatever the answers say; empty: theirs
};

// The origin to sign in at: what the user entered (a My Domain), the gateway, or the vendor's own.
// InvalidInput for an address that is neither Salesforce's nor on loopback.
base::Result<std::string> salesforceLoginBase(const std::string &entered,
                                              const std::string &apiBase, bool isSandbox);

class SalesforceSignIn final : public SignInProtocol {
public:
    explicit SalesforceSignIn(SalesforceApp app);

    std::string authoriseUrl(const AuthoriseAsk &ask) const override;
    bool isOwnIssuer(const std::string &issuer) const override;
    HttpRequest exchange(const CodeGrant &grant) const override;
    HttpRequest refresh(const base::Secret &refreshToken) const override;
    HttpRequest revoke(const base::Secret &refreshToken) const override;
    // No lifetime: Salesforce does not say it; a token is good until it is refused.
    base::Result<TokenAnswer> read(const HttpResponse &response, base::UtcMs nowMs) const override;

private:
    SalesforceApp m_app;
};

} // namespace topline::crm
