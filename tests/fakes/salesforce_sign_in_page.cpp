#include "tests/fakes/salesforce_sign_in_page.h"

#include "core/crm/pkce.h"
#include "core/crm/url_text.h"

#include <utility>

namespace topline::fakes {

namespace {

Response json(int status, const std::string &body)
{
    return {status, {{"Content-Type", "application/json;charset=UTF-8"}}, body};
}

Response refusal(const std::string &word, const std::string &sentence)
{
    return json(400, R"({"error":")" + word + R"(","error_description":")" + sentence + "\"}");
}

Response page(int status, const std::string &sentence)
{
    return {status, {{"Content-Type", "text/html"}}, "<html><p>" + sentence + "</p></html>"};
}

} // namespace

SalesforceSignInPage::SalesforceSignInPage(SalesforceFake &salesforce)
    : m_salesforce(salesforce)
{
}

std::string SalesforceSignInPage::newSecret(const std::string &kind)
{
    given.push_back(secretStart + kind + "-" + std::to_string(++m_count));
    return given.back();
}

Response SalesforceSignInPage::handle(const Request &request)
{
    Request form;
    form.query = request.body;
    if (request.path == "/services/oauth2/authorize" && request.method == "GET")
        return authorise(request);
    if (request.path == "/services/oauth2/token" && request.method == "POST")
        return token(form);
    if (request.path == "/services/oauth2/revoke" && request.method == "POST")
        return revoke(form);
    return m_salesforce.handle(request);
}

Response SalesforceSignInPage::authorise(const Request &request)
{
    const std::string redirect = request.queryValue("redirect_uri");
    if (request.queryValue("client_id") != clientId)
        return page(400, "invalid_client_id");
    if (redirect.rfind("http://localhost:", 0) != 0)
        return page(400, "redirect_uri_mismatch");
    if (request.queryValue("response_type") != "code" ||
        request.queryValue("code_challenge_method") != "S256")
        return page(400, "invalid_request");
    crm::TextPairs back = {{"state", request.queryValue("state")}};
    if (refusalWord.empty()) {
        m_code = newSecret("code");
        m_challenge = request.queryValue("code_challenge");
        m_redirect = redirect;
        back.emplace_back("code", m_code);
    } else {
        back.emplace_back("error", refusalWord);
    }
    return {302, {{"Location", redirect + "?" + crm::encodedPairs(back)}}, {}};
}

Response SalesforceSignInPage::token(const Request &form)
{
    if (form.queryValue("client_id") != clientId)
        return refusal("invalid_client_id", "client identifier invalid");
    const std::string grant = form.queryValue("grant_type");
    std::string refresh;
    if (grant == "authorization_code") {
        const std::string code = std::exchange(m_code, {});
        const base::Secret verifier(form.queryValue("code_verifier"));
        if (code.empty() || form.queryValue("code") != code)
            return refusal("invalid_grant", "invalid authorization code");
        if (form.queryValue("redirect_uri") != m_redirect)
            return refusal("redirect_uri_mismatch", "redirect_uri must match configuration");
        if (crm::pkceChallenge(verifier) != m_challenge)
            return refusal("invalid_grant", "invalid code verifier");
        refresh = newSecret("refresh");
    } else if (grant == "refresh_token") {
        refresh = form.queryValue("refresh_token");
        if (!refreshTokens.contains(refresh))
            return refusal("invalid_grant", "expired access/refresh token");
        if (rotates) {
            refreshTokens.erase(refresh);
            refresh = newSecret("refresh");
        }
    } else {
        return refusal("unsupported_grant_type", "grant type not supported");
    }
    refreshTokens.insert(refresh);
    m_salesforce.token = newSecret("access");
    return json(200, R"({"access_token":")" + m_salesforce.token + R"(","refresh_token":")" +
                         refresh +
                         R"(","scope":"refresh_token id api","instance_url":)"
                         R"("https://fake.my.salesforce.com","id":)"
                         R"("https://login.salesforce.com/id/)" +
                         m_salesforce.orgId + R"(/0055e0000000001AAA","token_type":"Bearer"})");
}

Response SalesforceSignInPage::revoke(const Request &form)
{
    if (revokeStatus != 200)
        return json(revokeStatus, R"({"error":"server_error"})");
    if (refreshTokens.erase(form.queryValue("token")) > 0)
        m_salesforce.token = newSecret("revoked");
    return {200, {}, {}};
}

} // namespace topline::fakes
