// Connecting a CRM: each way of signing in ends in a connector that is let in, also after a
// restart; what fails or is cut short leaves the connection as it was; forgetting forgets all.
#include "tests/app/fake_vendor.h"
#include "tests/crm/sign_in_fakes.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"

#include <gtest/gtest.h>

namespace topline::app {
namespace {

using base::ErrorCode;
using domain::SignInWay;

// Shares one vault between runs of the program.
class VaultView final : public crm::SecretVault {
public:
    explicit VaultView(crm::SecretVault &vault)
        : m_vault(vault)
    {
    }

    bool isLasting() const override { return m_vault.isLasting(); }

    base::Result<std::optional<base::Secret>> read(const std::string &key) override
    {
        keys.insert(key);
        return m_vault.read(key);
    }

    base::Status write(const std::string &key, const base::Secret &secret) override
    {
        keys.insert(key);
        return m_vault.write(key, secret);
    }

    base::Status remove(const std::string &key) override { return m_vault.remove(key); }

    static inline std::set<std::string> keys = {}; // that were ever touched

private:
    crm::SecretVault &m_vault;
};

class ConnectionSourceTest : public testing::Test {
protected:
    ConnectionSourceTest() { restart(); }

    // Ends the program and starts it again with the same keychain.
    void restart(const std::string &workspace = "w1")
    {
        source.reset();
        source = std::make_unique<CrmConnectionSource>(ConnectionSourceParts{
            .workspaceId = workspace,
            .openVault = [this] { return std::make_unique<VaultView>(vault); },
            .makeHttp =
                [this](const std::string &) {
                    return std::make_unique<fakes::DirectHttpClient>(
                        [this](const fakes::Request &request) { return vendor.answer(request); });
                },
            .pace = pace,
            .clock = clock,
            .makers = fakeMakers(),
            .ports = {0}});
    }

    base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &request)
    {
        return source->signIn(request, browser.opener(), cancel);
    }

    // Whether the system's connector is let in, by the vendor's word.
    std::string who(const std::string &system)
    {
        const auto connector = source->open(system);
        if (!connector)
            return connector.error().code == ErrorCode::SignInNeeded ? "sign in" : "error";
        const auto profile = (*connector)->inspect(cancel);
        return profile ? profile->orgId : "refused";
    }

    int storedKeys()
    {
        int count = 0;
        for (const std::string &key : VaultView::keys)
            count += vault.inner().read(key)->has_value() ? 1 : 0;
        return count;
    }

    static domain::SignInRequest pasted(const std::string &token = "canary-pat")
    {
        domain::SignInRequest request;
        request.system = "hubspot";
        request.token = base::Secret(token);
        return request;
    }

    static domain::SignInRequest ownApp()
    {
        domain::SignInRequest request;
        request.system = "hubspot";
        request.way = SignInWay::Browser;
        request.clientId = " app-1\n";
        request.clientSecret = base::Secret("canary-client-secret");
        return request;
    }

    static domain::SignInRequest salesforce()
    {
        domain::SignInRequest request;
        request.system = "salesforce";
        request.way = SignInWay::Browser;
        request.clientId = "app-1";
        request.apiBase = "https://gateway.example";
        return request;
    }

    // Google's addresses: /token and /revoke.
    static domain::SignInRequest mailbox()
    {
        domain::SignInRequest request;
        request.system = "mail";
        request.way = SignInWay::Browser;
        request.clientId = "app-1";
        request.mailOAuth.provider = "google";
        request.mail.address = "rep@ours.example";
        request.mail.smtp = {"smtp.ours.example", 465, domain::WireSafety::ImplicitTls};
        request.mail.imap = {"imap.ours.example", 993, domain::WireSafety::ImplicitTls};
        return request;
    }

    crm::StepVault vault;
    base::FixedClock clock{1'780'000'000'000};
    fakes::FakePace pace;
    FakeVendor vendor;
    FakeBrowser browser{vendor};
    crm::CancelToken cancel;
    std::unique_ptr<CrmConnectionSource> source;
};

TEST_F(ConnectionSourceTest, APastedKeyConnectsHubSpot)
{
    EXPECT_EQ(who("hubspot"), "sign in");
    const auto profile = signIn(pasted("  canary-pat\n"));
    ASSERT_TRUE(profile.ok());
    EXPECT_EQ(profile->orgId, "4711");
    EXPECT_EQ(who("hubspot"), "4711");
    EXPECT_EQ(browser.url, "");
    EXPECT_TRUE(source->isSecretLasting());
}

class EveryWay : public ConnectionSourceTest, public testing::WithParamInterface<int> {
protected:
    static domain::SignInRequest request()
    {
        return GetParam() == 0   ? pasted()
               : GetParam() == 1 ? ownApp()
               : GetParam() == 2 ? salesforce()
                                 : mailbox();
    }
};

INSTANTIATE_TEST_SUITE_P(Ways, EveryWay, testing::Values(0, 1, 2, 3));

TEST_P(EveryWay, LastsBeyondTheProgram)
{
    ASSERT_TRUE(signIn(request()).ok());
    for (int round = 0; round < 3; ++round) {
        restart();
        EXPECT_EQ(who(request().system), "4711");
    }
    restart("another-workspace");
    EXPECT_EQ(who(request().system), "sign in");
}

TEST_P(EveryWay, IsForgottenWhole)
{
    ASSERT_TRUE(signIn(request()).ok());
    ASSERT_TRUE(source->forget(request().system, cancel).ok());
    EXPECT_EQ(who(request().system), "sign in");
    EXPECT_EQ(storedKeys(), 0);
    EXPECT_EQ(vendor.revoked.size(), request().way == SignInWay::Browser ? 1U : 0U);
    ASSERT_TRUE(source->forget(request().system, cancel).ok()); // no harm
}

TEST_P(EveryWay, IsForgottenAlsoWhenTheVendorIsAway)
{
    ASSERT_TRUE(signIn(request()).ok());
    crm::CancelToken cancelled;
    cancelled.cancelled = true;
    const base::Status forgotten = source->forget(request().system, cancelled);
    EXPECT_EQ(storedKeys(), 0);
    EXPECT_EQ(who(request().system), "sign in");
    // A pasted key is not ours to revoke; of the others the user is told that they may live on.
    ASSERT_EQ(forgotten.ok(), request().way == SignInWay::Token);
    if (!forgotten.ok()) {
        EXPECT_NE(forgotten.error().message.find("did not confirm"), std::string::npos);
    }
}

TEST_P(EveryWay, AVendorThatRefusesToRevokeIsTold)
{
    for (const auto &[status, body, isTold] :
         {std::tuple{500, "down", true}, std::tuple{400, R"({"error":"invalid_client"})", true},
          std::tuple{400, R"({"error":"invalid_token"})", false}, std::tuple{204, "", false}}) {
        vendor.onRevoke = fakes::Response{status, {{"Content-Type", "application/json"}}, body};
        ASSERT_TRUE(signIn(request()).ok());
        const base::Status forgotten = source->forget(request().system, cancel);
        EXPECT_EQ(forgotten.ok(), request().way == SignInWay::Token || !isTold) << status << body;
        EXPECT_EQ(storedKeys(), 0);
    }
}

TEST_P(EveryWay, StaysAsItWasWhenAnotherSignInFails)
{
    ASSERT_TRUE(signIn(request()).ok());
    const int keys = storedKeys();
    vendor.orgId = "666";
    const auto other = signIn(request());
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::Refused);
    vendor.orgId = "4711";
    browser.error = "access_denied";
    EXPECT_EQ(signIn(ownApp()).error().code, ErrorCode::Refused);
    EXPECT_EQ(signIn(pasted("wrong")).error().code, ErrorCode::SignInNeeded);
    EXPECT_EQ(who(request().system), "4711");
    EXPECT_EQ(storedKeys(), keys);
    restart();
    EXPECT_EQ(who(request().system), "4711");
}

// The last write points to the new sign-in; before it the old one counts, after it the new one.
TEST_P(EveryWay, StaysConnectedWhateverStepASignInIsCutShortAt)
{
    bool ended = true;
    int steps = 0;
    for (; ended; ++steps) {
        ASSERT_LT(steps, 100);
        vendor = FakeVendor{};
        vault.crashAt(-1, false);
        ASSERT_TRUE(source->forget(request().system, cancel).ok());
        ASSERT_TRUE(signIn(request()).ok());
        ended = false;
        vault.crashAt(vault.steps() + steps, steps % 2 == 0);
        try {
            EXPECT_TRUE(signIn(request()).ok());
        } catch (const crm::Crash &) {
            ended = true;
        }
        vault.crashAt(-1, false);
        restart();
        EXPECT_EQ(who(request().system), "4711") << steps;
    }
    EXPECT_GT(steps, 5);
}

TEST_P(EveryWay, StoresNothingWhereTheKeychainFails)
{
    (void)source->isSecretLasting();
    vault.failFrom(vault.steps());
    EXPECT_FALSE(signIn(request()).ok());
    vault.failFrom(-1);
    EXPECT_EQ(storedKeys(), 0);
    EXPECT_EQ(who(request().system), "sign in");
}

TEST_F(ConnectionSourceTest, ReplacesTheKeyByAnAppAndBack)
{
    ASSERT_TRUE(signIn(pasted()).ok());
    ASSERT_TRUE(signIn(ownApp()).ok());
    restart();
    vendor.pastedToken = "rotated";
    EXPECT_EQ(who("hubspot"), "4711");
    vendor.pastedToken = "canary-pat";
    ASSERT_TRUE(signIn(pasted()).ok());
    restart();
    vendor.refreshTokens.clear();
    EXPECT_EQ(who("hubspot"), "4711");
    EXPECT_EQ(storedKeys(), 2); // the key and the settings
}

TEST_F(ConnectionSourceTest, ConnectorsOfOneSignInShareItsTokens)
{
    ASSERT_TRUE(signIn(salesforce()).ok());
    restart();
    const auto first = source->open("salesforce");
    const auto second = source->open("salesforce");
    ASSERT_TRUE(first && second);
    EXPECT_TRUE((*first)->inspect(cancel).ok());
    EXPECT_TRUE((*second)->inspect(cancel).ok());
    EXPECT_EQ(vendor.count, 2); // one sign-in, one renewal
}

TEST_F(ConnectionSourceTest, RefusesWhatCannotBeASignIn)
{
    const auto fieldOf = [this](const domain::SignInRequest &request) {
        const auto answer = signIn(request);
        EXPECT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().code, ErrorCode::InvalidInput);
        EXPECT_EQ(answer.error().text().find("canary"), std::string::npos);
        return answer.error().place ? answer.error().place->field : std::string();
    };
    EXPECT_EQ(fieldOf(pasted("")), "token");
    EXPECT_EQ(fieldOf(pasted("canary with blanks")), "token");
    EXPECT_EQ(fieldOf(pasted(std::string(3'000, 'x'))), "token");
    domain::SignInRequest request = ownApp();
    request.clientId = "";
    EXPECT_EQ(fieldOf(request), "clientId");
    request = ownApp();
    request.clientSecret = base::Secret();
    EXPECT_EQ(fieldOf(request), "clientSecret");
    request = ownApp();
    request.apiBase = "http://example.com";
    EXPECT_EQ(fieldOf(request), "apiBase");
    request = salesforce();
    request.loginHost = "evil.example";
    EXPECT_EQ(fieldOf(request), "loginHost");
    request = salesforce();
    request.way = SignInWay::Token;
    EXPECT_EQ(fieldOf(request), "way");
    request.system = "pipedrive";
    EXPECT_EQ(fieldOf(request), "");
    EXPECT_EQ(browser.url, "");
    EXPECT_EQ(storedKeys(), 0);
}

TEST_F(ConnectionSourceTest, TellsWhatThePageRefused)
{
    browser.error = "access_denied";
    EXPECT_EQ(signIn(salesforce()).error().code, ErrorCode::Refused);
    browser.error = "invalid_scope";
    EXPECT_EQ(signIn(salesforce()).error().code, ErrorCode::InvalidInput);
    browser.error.clear();
    browser.issuer = "https://evil.example";
    EXPECT_EQ(signIn(salesforce()).error().code, ErrorCode::Refused);
    browser.issuer = "https://login.salesforce.com";
    EXPECT_TRUE(signIn(salesforce()).ok());
}

TEST_F(ConnectionSourceTest, TellsAWrongSecretFromALostSignIn)
{
    domain::SignInRequest request = ownApp();
    vendor.instead = fakes::Response{400, {}, R"({"status":"BAD_CLIENT_SECRET"})"};
    EXPECT_EQ(signIn(request).error().code, ErrorCode::InvalidInput);
    vendor.instead = fakes::Response{503, {}, "<html>"};
    EXPECT_EQ(signIn(request).error().code, ErrorCode::Unavailable);
    vendor.instead.reset();
    ASSERT_TRUE(signIn(request).ok());
    restart();
    vendor.refreshTokens.clear();
    EXPECT_EQ(who("hubspot"), "refused");
}

TEST_F(ConnectionSourceTest, CanBeCancelledWhileTheBrowserIsOpen)
{
    const auto leave = [this](const std::string &) { cancel.cancelled = true; };
    EXPECT_EQ(source->signIn(salesforce(), leave, cancel).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(storedKeys(), 0);
}

TEST_F(ConnectionSourceTest, AMailboxSignsInInTheBrowserAndStays)
{
    domain::SignInRequest request = mailbox();
    request.clientSecret = base::Secret("canary-client-secret");
    ASSERT_TRUE(signIn(request).ok());
    EXPECT_TRUE(browser.url.starts_with("https://accounts.google.com/"));
    restart();
    EXPECT_EQ(who("mail"), "4711");
    request.mailOAuth.provider = "nobody";
    EXPECT_EQ(signIn(request).error().place.value().field, "provider");
    request = mailbox();
    request.clientId.clear();
    EXPECT_EQ(signIn(request).error().place.value().field, "clientId");
    EXPECT_EQ(who("mail"), "4711");
    EXPECT_FALSE(source->canWatch("hubspot"));
}

TEST_F(ConnectionSourceTest, KeepsABudgetPerSystem)
{
    source->setCallBudget("hubspot", 1'000, 40);
    source->setCallBudget("unknown", 1, 1);
    EXPECT_EQ(source->gate("hubspot").allowedToday, 1'000);
    EXPECT_EQ(source->gate("hubspot").usedToday, 40);
    EXPECT_EQ(source->gate("salesforce").allowedToday, 0);
    EXPECT_EQ(source->gate("unknown"), domain::GateState{});
}

} // namespace
} // namespace topline::app
