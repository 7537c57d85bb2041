#include "tests/app/fake_vendor.h"

#include "core/crm/pkce.h"

namespace topline::app {
namespace {

constexpr const char *code = "canary-code";

fakes::Response json(int status, std::string body)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

// Vendors repeat what they were sent in their sentences.
fakes::Response refusal(const std::string &error, const std::string &echo)
{
    return json(400, R"({"error":")" + error + R"(","error_description":"refused )" + echo +
                         R"(","status":"refused )" + echo + "\"}");
}

} // namespace

fakes::Response FakeVendor::token(const fakes::Request &form)
{
    if (instead)
        return *instead;
    if (form.queryValue("client_id") != "app-1")
        return refusal("invalid_client", form.queryValue("client_id"));
    const std::string grant = form.queryValue("grant_type");
    const std::string verifier = form.queryValue("code_verifier");
    const std::string given = form.queryValue("refresh_token");
    const bool isProved = verifier.empty()
                              ? form.queryValue("client_secret") == clientSecret
                              : crm::pkceChallenge(base::Secret(verifier)) == challenge;
    if (grant == "authorization_code" && (form.queryValue("code") != code || !isProved))
        return refusal("invalid_grant", form.queryValue("code"));
    if (grant == "refresh_token" && refreshTokens.erase(given) == 0)
        return refusal("invalid_grant", given);
    ++count;
    const std::string access = "canary-access-" + std::to_string(count);
    const std::string refresh =
        grant == "refresh_token" && !rotates ? given : "canary-refresh-" + std::to_string(count);
    accessTokens.insert(access);
    refreshTokens.insert(refresh);
    return json(200, R"({"access_token":")" + access + R"(","refresh_token":")" + refresh +
                         R"(","expires_in":1800,"id":"https://login.salesforce.com/id/)"
                         R"(00Dx0000000BV7zEAG/005x00000012Q9PAAU","instance_url":""})");
}

fakes::Response FakeVendor::answer(const fakes::Request &request)
{
    fakes::Request form;
    form.query = request.body;
    if (request.path == "/oauth/2026-09/token" || request.path == "/services/oauth2/token" ||
        request.path == "/token")
        return token(form);
    if (request.path == "/oauth/2026-09/token/revoke" ||
        request.path == "/services/oauth2/revoke" || request.path == "/revoke") {
        revoked.push_back(form.queryValue("token"));
        refreshTokens.erase(form.queryValue("token"));
        return onRevoke.value_or(json(200, ""));
    }
    const std::string bearer = request.header("Authorization");
    const std::string given = bearer.substr(std::min<std::size_t>(bearer.size(), 7));
    if (given == pastedToken || accessTokens.count(given) > 0)
        return json(200, R"({"org":")" + orgId + "\"}");
    return json(401, R"({"message":"refused )" + given + "\"}");
}

void FakeBrowser::open(const std::string &opened)
{
    url = opened;
    fakes::Request page;
    page.query = opened.substr(opened.find('?') + 1);
    m_vendor.challenge = page.queryValue("code_challenge");
    const std::string redirect = page.queryValue("redirect_uri");
    const std::size_t portStart = redirect.rfind(':') + 1;
    const int port = std::stoi(redirect.substr(portStart));
    crm::TextPairs back = {{"state", page.queryValue("state")}};
    if (error.empty())
        back.emplace_back("code", code);
    else
        back.emplace_back("error", error);
    if (!issuer.empty())
        back.emplace_back("iss", issuer);
    m_pages.emplace_back(static_cast<std::uint16_t>(port));
    m_pages.back().send("GET /callback?" + crm::encodedPairs(back) +
                        " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\n\r\n");
}

base::Result<domain::SourceProfile> FakeConnector::inspect(const crm::CancelToken &cancel)
{
    TRY_ASSIGN(crm::Access access, m_parts.access.access(cancel));
    for (const bool isLast : {false, true}) {
        crm::HttpRequest request;
        request.url = access.baseUrl + "/whoami";
        request.bearer = access.token;
        TRY_ASSIGN(const crm::HttpResponse response, m_parts.http.send(request, cancel));
        if (response.status == 200) {
            domain::SourceProfile profile;
            profile.system = m_system;
            const std::size_t start = response.body.find(R"("org":")") + 7;
            profile.orgId = response.body.substr(start, response.body.find('"', start) - start);
            return profile;
        }
        if (isLast)
            break;
        TRY_ASSIGN(access, m_parts.access.renew(access, cancel));
    }
    return base::Error{base::ErrorCode::SignInNeeded, "The account does not let this sign-in in."};
}

std::map<std::string, ConnectorMaker> fakeMakers()
{
    std::map<std::string, ConnectorMaker> makers;
    for (const std::string system : {"hubspot", "salesforce", "mail"})
        makers[system] = {{}, [system](const ConnectorParts &parts) {
                              return std::make_unique<FakeConnector>(system, parts);
                          }};
    return makers;
}

} // namespace topline::app
