// Both vendors' OAuth: the requests are theirs to the letter, the answers are read into who can
// help, and no sentence ever holds a token.
#include "core/crm/hubspot_sign_in.h"
#include "core/crm/pkce.h"
#include "core/crm/salesforce_sign_in.h"
#include "core/crm/url_text.h"
#include "tests/crm/sign_in_fakes.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::crm {
namespace {

using base::ErrorCode;

constexpr base::UtcMs now = 1'780'000'000'000;

HubSpotSignIn hubSpot()
{
    return HubSpotSignIn({"app-1", base::Secret("hush hush"), {}, {}});
}

SalesforceSignIn salesforce(std::string apiBase = {})
{
    return SalesforceSignIn({"client.1", "https://acme.my.salesforce.com", std::move(apiBase)});
}

std::string headerOf(const HttpRequest &request, const std::string &name)
{
    for (const HttpHeader &header : request.headers) {
        if (header.name == name)
            return header.value;
    }
    return {};
}

TEST(Pkce, GivesTheRfcsExample)
{
    // RFC 7636, appendix B.
    const unsigned char bytes[] = {116, 24,  223, 180, 151, 153, 224, 37,  79,  250, 96,
                                   125, 216, 173, 187, 186, 22,  212, 37,  77,  105, 214,
                                   191, 240, 91,  88,  5,   88,  83,  132, 141, 121};
    const Pkce pkce = pkceFrom(base::Secret(std::string(std::begin(bytes), std::end(bytes))));
    EXPECT_EQ(pkce.verifier.reveal(), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    EXPECT_EQ(pkce.challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

TEST(HubSpotSignIn, SendsSecretsInTheFormOnly)
{
    const HubSpotSignIn protocol = hubSpot();
    const HttpRequest exchange =
        protocol.exchange({base::Secret("c/1"), "http://localhost:1/callback", {}});
    EXPECT_EQ(exchange.method, HttpMethod::Post);
    EXPECT_EQ(exchange.url, "https://api.hubapi.com/oauth/2026-09/token");
    EXPECT_EQ(headerOf(exchange, "Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(exchange.body,
              "grant_type=authorization_code&client_id=app-1&client_secret=hush%20hush&"
              "redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fcallback&code=c%2F1");
    EXPECT_FALSE(exchange.bearer);
    const HttpRequest refresh = protocol.refresh(base::Secret("r+1"));
    EXPECT_EQ(refresh.url, exchange.url);
    EXPECT_EQ(refresh.body, "grant_type=refresh_token&client_id=app-1&"
                            "client_secret=hush%20hush&refresh_token=r%2B1");
    const HttpRequest revoke = protocol.revoke(base::Secret("r"));
    EXPECT_EQ(revoke.url, "https://api.hubapi.com/oauth/2026-09/token/revoke");
    EXPECT_EQ(revoke.body, "token=r&token_type_hint=refresh_token&client_id=app-1&"
                           "client_secret=hush%20hush");
}

TEST(HubSpotSignIn, OpensTheVendorsPageWithEncodedScopes)
{
    const std::string url = hubSpot().authoriseUrl({"http://localhost:1/callback", "st", "ch"});
    EXPECT_EQ(url.rfind("https://app.hubspot.com/oauth/authorize?client_id=app-1&redirect_uri="
                        "http%3A%2F%2Flocalhost%3A1%2Fcallback&scope=oauth%20crm.objects.contacts."
                        "read%20",
                        0),
              0U);
    EXPECT_NE(url.find("&optional_scope=sales-email-read&state=st"), std::string::npos);
    EXPECT_EQ(url.find("hush"), std::string::npos);
}

TEST(HubSpotSignIn, ReadsTheTokens)
{
    const auto answer = hubSpot().read(
        jsonAnswer(200, R"({"token_type":"bearer","refresh_token":"r","access_token":"a",)"
                        R"("hub_id":1234567,"scopes":["oauth","x"],"expires_in":1800})"),
        now);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->accessToken.reveal(), "a");
    EXPECT_EQ(answer->refreshToken.reveal(), "r");
    EXPECT_EQ(answer->lifetimeMs, 1'800'000);
    EXPECT_EQ(answer->baseUrl, "https://api.hubapi.com");
    EXPECT_EQ(answer->orgId, "1234567");
    EXPECT_EQ(answer->scopes, (std::vector<std::string>{"oauth", "x"}));
}

struct Refusal {
    const char *name;
    int status;
    const char *body;
    ErrorCode code;
    const char *says; // in message or advice
};

void PrintTo(const Refusal &refusal, std::ostream *out)
{
    *out << refusal.name;
}

class HubSpotRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(HubSpotRefusal, SaysWhoCanHelp)
{
    const Refusal &refusal = GetParam();
    const auto answer = hubSpot().read(jsonAnswer(refusal.status, refusal.body), now);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, refusal.code);
    EXPECT_NE(answer.error().text().find(refusal.says), std::string::npos) << answer.error().text();
    EXPECT_EQ(answer.error().text().find("canary"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Answers, HubSpotRefusal,
    testing::Values(
        Refusal{
            "revoked", 400,
            R"({"error":"invalid_grant","error_description":"canary","status":"BAD_REFRESH_TOKEN","message":"canary"})",
            ErrorCode::SignInNeeded, "Sign in to HubSpot again"},
        Refusal{"status alone", 400, R"({"status":"BAD_REFRESH_TOKEN"})", ErrorCode::SignInNeeded,
                "Sign in"},
        Refusal{
            "hub gone", 400,
            R"({"status":"BAD_HUB","message":"missing or unknown hub id","error":"access_denied"})",
            ErrorCode::SignInNeeded, "no longer has this app installed"},
        Refusal{"secret", 400,
                R"({"status":"BAD_CLIENT_SECRET","message":"canary","error":"invalid_client"})",
                ErrorCode::InvalidInput, "Check the client secret"},
        Refusal{"secret named a grant", 400,
                R"({"status":"BAD_CLIENT_SECRET","error":"invalid_grant"})",
                ErrorCode::InvalidInput, "Check the client secret"},
        Refusal{"client", 400, R"({"status":"BAD_CLIENT_ID","error":"invalid_client"})",
                ErrorCode::InvalidInput, "Check the client id"},
        Refusal{"redirect", 400, R"({"status":"BAD_REDIRECT_URI"})", ErrorCode::InvalidInput,
                "redirect addresses"},
        Refusal{"unknown", 403, R"({"status":"error","category":"SOMETHING"})",
                ErrorCode::InvalidInput, "Check"},
        Refusal{"token as a status", 400, R"({"status":"canary canary","error":"ca-na-ry"})",
                ErrorCode::InvalidInput, "status 400"},
        Refusal{"not json", 404, "<html>canary</html>", ErrorCode::InvalidInput, "status 404"},
        Refusal{"limit", 429, R"({"errorType":"RATE_LIMIT"})", ErrorCode::Unavailable, "tries"},
        Refusal{"lock", 423, "", ErrorCode::Unavailable, "tries"},
        Refusal{"moving", 477, "", ErrorCode::Unavailable, "tries"},
        Refusal{"down", 502, "<html>", ErrorCode::Unavailable, "status 502"},
        Refusal{"edge", 530, "", ErrorCode::Unavailable, "status 530"},
        Refusal{"empty success", 200, "{}", ErrorCode::Unavailable, "tries"},
        Refusal{"cut success", 200, R"({"access_token":"canary)", ErrorCode::Unavailable,
                "tries"}));

TEST(HubSpotSignIn, PassesOnWhenToTryAgain)
{
    HttpResponse response = jsonAnswer(429, R"({"correlationId":"00aa-1"})");
    response.headers.push_back({"retry-after", "120"});
    const auto answer = hubSpot().read(response, now);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().retryAtMs, now + 120'000);
    EXPECT_EQ(answer.error().reference, "00aa-1");
    // A date counts by the clock of the server that names it.
    response.headers.back().value = "Wed, 21 Oct 2026 07:28:00 GMT";
    response.headers.push_back({"Date", "Wed, 21 Oct 2026 07:27:00 GMT"});
    EXPECT_EQ(hubSpot().read(response, now).error().retryAtMs, now + base::minuteMs);
    response.headers.pop_back();
    EXPECT_EQ(hubSpot().read(response, now).error().retryAtMs, now + base::dayMs); // at most
    response.headers.back().value = "soon";
    EXPECT_FALSE(hubSpot().read(response, now).error().retryAtMs);
}

TEST(SalesforceSignIn, ProvesItselfWithoutASecret)
{
    const SalesforceSignIn protocol = salesforce();
    EXPECT_EQ(protocol.authoriseUrl({"http://localhost:1/callback", "st", "ch"}),
              "https://acme.my.salesforce.com/services/oauth2/authorize?response_type=code&"
              "client_id=client.1&redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fcallback&"
              "scope=api%20id%20refresh_token&state=st&code_challenge=ch&"
              "code_challenge_method=S256");
    const HttpRequest exchange = protocol.exchange(
        {base::Secret("aPrx=="), "http://localhost:1/callback", base::Secret("ver")});
    EXPECT_EQ(exchange.url, "https://acme.my.salesforce.com/services/oauth2/token");
    EXPECT_EQ(exchange.body, "grant_type=authorization_code&code=aPrx%3D%3D&client_id=client.1&"
                             "redirect_uri=http%3A%2F%2Flocalhost%3A1%2Fcallback&"
                             "code_verifier=ver");
    EXPECT_EQ(protocol.refresh(base::Secret("5A!b")).body,
              "grant_type=refresh_token&refresh_token=5A%21b&client_id=client.1");
    const HttpRequest revoke = protocol.revoke(base::Secret("5A"));
    EXPECT_EQ(revoke.url, "https://acme.my.salesforce.com/services/oauth2/revoke");
    EXPECT_EQ(revoke.body, "token=5A");
}

std::string tokenBody(const std::string &instance)
{
    return R"({"access_token":"00Dx!a","refresh_token":"5A","scope":"refresh_token api  id",)"
           R"("id":"https://login.salesforce.com/id/00Dx0000000BV7zEAG/005x00000012Q9PAAU",)"
           R"("token_type":"Bearer","issued_at":"1278448832702","instance_url":")" +
           instance + "\"}";
}

TEST(SalesforceSignIn, ReadsTokensOrganisationAndHost)
{
    const auto answer =
        salesforce().read(jsonAnswer(200, tokenBody("https://Acme.my.salesforce.com")), now);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->accessToken.reveal(), "00Dx!a");
    EXPECT_EQ(answer->refreshToken.reveal(), "5A");
    EXPECT_EQ(answer->lifetimeMs, 0);
    EXPECT_EQ(answer->baseUrl, "https://acme.my.salesforce.com");
    EXPECT_EQ(answer->orgId, "00Dx0000000BV7zEAG");
    EXPECT_EQ(answer->scopes, (std::vector<std::string>{"refresh_token", "api", "id"}));
}

TEST(SalesforceSignIn, UsesTokensAtHostsOfSalesforceOnly)
{
    for (const char *instance : {"https://acme.my.salesforce.com", "https://na1.salesforce.com",
                                 "https://acme--dev.sandbox.my.salesforce.com"}) {
        const auto answer = salesforce().read(jsonAnswer(200, tokenBody(instance)), now);
        ASSERT_TRUE(answer) << instance;
        EXPECT_EQ(answer->baseUrl, instance);
    }
    for (const char *instance :
         {"https://evilsalesforce.com", "https://salesforce.com.evil.example",
          "https://acme.my.salesforce.com.", "https://acme.my.salesforce.com@evil.example",
          "http://acme.my.salesforce.com", "https://acme.my.salesforce.com:8443",
          "https://.salesforce.com", "http://127.0.0.1:9", "javascript:alert(1)"}) {
        const auto answer = salesforce().read(jsonAnswer(200, tokenBody(instance)), now);
        ASSERT_FALSE(answer) << instance;
        EXPECT_EQ(answer.error().code, ErrorCode::Refused);
    }
}

TEST(SignInProtocol, KnowsItsOwnIssuer)
{
    EXPECT_TRUE(hubSpot().isOwnIssuer("https://app.hubspot.com"));
    EXPECT_FALSE(hubSpot().isOwnIssuer("https://app.hubspot.com.evil.example"));
    EXPECT_TRUE(salesforce().isOwnIssuer("https://acme.my.salesforce.com"));
    EXPECT_TRUE(salesforce().isOwnIssuer("https://login.salesforce.com"));
    EXPECT_FALSE(salesforce().isOwnIssuer("https://evil.example"));
    EXPECT_FALSE(salesforce().isOwnIssuer("salesforce"));
}

TEST(SalesforceSignIn, KeepsToTheGatewayThatWasEntered)
{
    const auto answer = salesforce("http://127.0.0.1:9")
                            .read(jsonAnswer(200, tokenBody("https://evil.example")), now);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->baseUrl, "http://127.0.0.1:9");
}

TEST(SalesforceSignIn, SignsInWhereThePersonSays)
{
    EXPECT_EQ(*salesforceLoginBase("", "", false), "https://login.salesforce.com");
    EXPECT_EQ(*salesforceLoginBase("", "", true), "https://test.salesforce.com");
    EXPECT_EQ(*salesforceLoginBase("Acme.my.salesforce.com", "", true),
              "https://acme.my.salesforce.com");
    EXPECT_EQ(*salesforceLoginBase("", "http://127.0.0.1:9", false), "http://127.0.0.1:9");
    for (const char *entered :
         {"evil.example", "http://acme.my.salesforce.com", "a b", "https://evilsalesforce.com"}) {
        const auto base = salesforceLoginBase(entered, "", false);
        ASSERT_FALSE(base) << entered;
        EXPECT_EQ(base.error().code, ErrorCode::InvalidInput);
    }
}

class SalesforceRefusal : public testing::TestWithParam<Refusal> {};

TEST_P(SalesforceRefusal, SaysWhoCanHelp)
{
    const Refusal &refusal = GetParam();
    const auto answer = salesforce().read(jsonAnswer(refusal.status, refusal.body), now);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, refusal.code);
    EXPECT_NE(answer.error().text().find(refusal.says), std::string::npos) << answer.error().text();
    EXPECT_EQ(answer.error().text().find("canary"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Answers, SalesforceRefusal,
    testing::Values(
        Refusal{
            "expired", 400,
            R"({"error":"invalid_grant","error_description":"expired access/refresh token canary"})",
            ErrorCode::SignInNeeded, "Sign in to Salesforce again"},
        Refusal{"left the company", 400, R"({"error":"inactive_user"})", ErrorCode::SignInNeeded,
                "inactive_user"},
        Refusal{"client", 400, R"({"error":"invalid_client_id"})", ErrorCode::InvalidInput,
                "Check the client id"},
        Refusal{"redirect", 400, R"({"error":"redirect_uri_mismatch"})", ErrorCode::InvalidInput,
                "callback addresses"},
        Refusal{"blocked app", 400, R"({"error":"OAUTH_APP_BLOCKED"})", ErrorCode::InvalidInput,
                "OAUTH_APP_BLOCKED"},
        Refusal{"challenge", 400, R"({"error":"invalid_request"})", ErrorCode::InvalidInput,
                "invalid_request"},
        Refusal{"retry", 400, R"({"error":"unknown_error"})", ErrorCode::Unavailable, "tries"},
        Refusal{"maintenance page", 404, "<html>canary</html>", ErrorCode::Unavailable, "tries"},
        Refusal{"down", 503, R"([{"errorCode":"SERVER_UNAVAILABLE"}])", ErrorCode::Unavailable,
                "tries"},
        Refusal{"page as success", 200, "<html>", ErrorCode::Unavailable, "tries"}));

} // namespace
} // namespace topline::crm
