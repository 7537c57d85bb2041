// OAuth at a mail provider: what the browser opens, what the token endpoint is asked, and what its
// answers mean.
#include "core/crm/url_text.h"
#include "core/mail/mail_sign_in.h"

#include <gtest/gtest.h>
#include <map>

using namespace topline;
using base::ErrorCode;

namespace {

mail::MailSignIn signIn(const std::string &provider, const std::string &secret = {})
{
    const auto oauth = mail::completeMailOAuth({provider, {}, {}, {}});
    EXPECT_TRUE(oauth.ok());
    return mail::MailSignIn({"client-1", base::Secret(secret), *oauth, "rep@ours.example"});
}

std::map<std::string, std::string> pairsOf(const std::string &form)
{
    const auto pairs = crm::decodedPairs(form);
    EXPECT_TRUE(pairs.has_value());
    return {pairs->begin(), pairs->end()};
}

crm::HttpResponse said(int status, const std::string &body)
{
    crm::HttpResponse out;
    out.status = status;
    out.body = body;
    return out;
}

std::string fieldOf(const domain::MailOAuth &entered)
{
    const auto out = mail::completeMailOAuth(entered);
    return out.ok() || !out.error().place ? "" : out.error().place->field;
}

} // namespace

TEST(MailSignIn, ThePageIsAskedWithPkceAndTheScopesOfReadingAndSending)
{
    const std::string url =
        signIn("google").authoriseUrl({"http://localhost:1/callback", "state1", "challenge1"});
    const std::string start = "https://accounts.google.com/o/oauth2/v2/auth?";
    ASSERT_TRUE(url.starts_with(start)) << url;
    auto asked = pairsOf(url.substr(start.size()));
    EXPECT_EQ(asked["code_challenge_method"], "S256");
    EXPECT_EQ(asked["code_challenge"], "challenge1");
    EXPECT_EQ(asked["state"], "state1");
    EXPECT_EQ(asked["redirect_uri"], "http://localhost:1/callback");
    EXPECT_EQ(asked["scope"], "https://mail.google.com/");
    EXPECT_EQ(asked["login_hint"], "rep@ours.example");
    EXPECT_EQ(asked["access_type"], "offline");
    const std::string other = signIn("microsoft").authoriseUrl({"r", "s", "c"});
    EXPECT_TRUE(other.starts_with("https://login.microsoftonline.com/"));
    asked = pairsOf(other.substr(other.find('?') + 1));
    EXPECT_NE(asked["scope"].find("offline_access"), std::string::npos);
    EXPECT_NE(asked["scope"].find("SMTP.Send"), std::string::npos);
    EXPECT_EQ(asked.count("access_type"), 0U);
}

TEST(MailSignIn, TheTokenEndpointGetsTheVerifierAndASecretOnlyWhereThereIsOne)
{
    const auto grant = crm::CodeGrant{base::Secret("code1"), "r", base::Secret("verifier1")};
    const crm::HttpRequest open = signIn("microsoft").exchange(grant);
    EXPECT_EQ(open.url, "https://login.microsoftonline.com/common/oauth2/v2.0/token");
    auto sent = pairsOf(open.body);
    EXPECT_EQ(sent["code_verifier"], "verifier1");
    EXPECT_EQ(sent["grant_type"], "authorization_code");
    EXPECT_EQ(sent.count("client_secret"), 0U);
    const auto google = signIn("google", "s1");
    EXPECT_EQ(pairsOf(google.exchange(grant).body)["client_secret"], "s1");
    sent = pairsOf(google.refresh(base::Secret("refresh1")).body);
    EXPECT_EQ(sent["refresh_token"], "refresh1");
    EXPECT_EQ(sent["client_secret"], "s1");
    EXPECT_EQ(google.revoke(base::Secret("refresh1")).url, "https://oauth2.googleapis.com/revoke");
}

TEST(MailSignIn, EveryAnswerIsOfOneKindAndHoldsNoSecretInItsWords)
{
    const auto google = signIn("google");
    const auto good = google.read(
        said(200, R"({"access_token":"a1","refresh_token":"r1","expires_in":3599})"), 0);
    ASSERT_TRUE(good.ok());
    EXPECT_EQ(good->accessToken.reveal(), "a1");
    EXPECT_EQ(good->refreshToken.reveal(), "r1");
    EXPECT_EQ(good->lifetimeMs, 3'599 * base::secondMs);
    const auto codeOf = [&](int status, const std::string &body) {
        const auto out = google.read(said(status, body), 0);
        EXPECT_FALSE(out.ok());
        EXPECT_EQ(out.error().text().find("planted"), std::string::npos);
        return out.error().code;
    };
    EXPECT_EQ(codeOf(400, R"({"error":"invalid_grant","error_description":"planted"})"),
              ErrorCode::SignInNeeded);
    EXPECT_EQ(codeOf(401, R"({"error":"invalid_client"})"), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(400, R"({"error":"redirect_uri_mismatch"})"), ErrorCode::InvalidInput);
    EXPECT_EQ(codeOf(429, ""), ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(503, "planted"), ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(200, "<html>planted</html>"), ErrorCode::Unavailable);
    EXPECT_EQ(codeOf(200, "{}"), ErrorCode::Unavailable);
}

TEST(MailSignIn, OnlyAddressesThatAreSafeAreTaken)
{
    const domain::MailOAuth good = {
        {}, "https://login.example/authorize", "https://login.example/token", "mail"};
    EXPECT_EQ(fieldOf(good), "");
    EXPECT_EQ(fieldOf({"nobody", {}, {}, {}}), "provider");
    for (const std::string bad : {"", "login.example", "http://login.example/t",
                                  "ftp://login.example/t", "https://user@login.example/t",
                                  "https://login.example/t?x=1", "https://login .example/"}) {
        domain::MailOAuth entered = good;
        entered.tokenUrl = bad;
        EXPECT_EQ(fieldOf(entered), "tokenUrl") << bad;
        entered = good;
        entered.authoriseUrl = bad;
        EXPECT_EQ(fieldOf(entered), "authoriseUrl") << bad;
    }
    domain::MailOAuth local = good;
    local.tokenUrl = "http://127.0.0.1:8080/token";
    EXPECT_EQ(fieldOf(local), "");
}

TEST(MailSignIn, ARedirectThatNamesAnotherIssuerIsNotOurs)
{
    const auto google = signIn("google");
    EXPECT_TRUE(google.isOwnIssuer("https://accounts.google.com"));
    EXPECT_FALSE(google.isOwnIssuer("https://accounts.google.com.evil.example"));
    EXPECT_FALSE(google.isOwnIssuer(""));
}
