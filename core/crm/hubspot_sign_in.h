// OAuth at HubSpot with the organisation's own app: authorisation code with a client secret, which
// HubSpot wants at every refresh as well (PKCE does not replace it). Made by app/connection_source,
// any thread, pure. Endpoints and failures as HubSpot's oauth description of the version in
// hubspot_api.h says; unknown refusals are taken for wrong settings, never for a lost sign-in.
#pragma once

#include "core/crm/sign_in_protocol.h"

namespace topline::crm {

struct HubSpotApp {
    std::string clientId;
    base::Secret clientSecret;
    std::string apiBase;      // empty: the vendor's own
    std::string authoriseUrl; // empty: the vendor's own
};

class HubSpotSignIn final : public SignInProtocol {
public:
    explicit HubSpotSignIn(HubSpotApp app);

    std::string authoriseUrl(const AuthoriseAsk &ask) const override;
    bool isOwnIssuer(const std::string &issuer) const override;
    HttpRequest exchange(const CodeGrant &grant) const override;
    HttpRequest refresh(const base::Secret &refreshToken) const override;
    HttpRequest revoke(const base::Secret &refreshToken) const override;
    base::Result<TokenAnswer> read(const HttpResponse &response, base::UtcMs nowMs) const override;

private:
    std::string tokenUrl() const;

    HubSpotApp m_app;
};

} // namespace topline::crm
