// The OAuth side of a fake Salesforce, written from the published flow: the authorise page that
// agrees at once and redirects, the token endpoint with PKCE and refresh tokens, revocation. All
// else goes to the SalesforceFake behind it, which lets the newest access token in. One request at
// a time; tests change the members between requests.
#pragma once

#include "tests/fakes/salesforce_fake.h"

#include <set>
#include <string>
#include <vector>

namespace topline::fakes {

class SalesforceSignInPage {
public:
    explicit SalesforceSignInPage(SalesforceFake &salesforce);

    Response handle(const Request &request);

    std::string clientId = "topline-app";
    // Every code, access token and refresh token begins with it.
    std::string secretStart = "sf-";
    bool rotates = true;     // a refresh token is good for one renewal
    int revokeStatus = 200;  // else nothing is revoked
    std::string refusalWord; // of the page instead of a code: "access_denied"

    std::set<std::string> refreshTokens; // those that are let in
    std::vector<std::string> given;      // every secret that left

private:
    Response authorise(const Request &request);
    Response token(const Request &form);
    Response revoke(const Request &form);
    std::string newSecret(const std::string &kind);

    SalesforceFake &m_salesforce;
    std::string m_code; // empty: none is open
    std::string m_challenge;
    std::string m_redirect;
    int m_count = 0;
};

} // namespace topline::fakes
