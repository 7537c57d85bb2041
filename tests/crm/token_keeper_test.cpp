// Keeping access: renewed by the clock or when refused, once for any number of callers; rotated
// refresh tokens survive the program's end at every step; a lost sign-in is told apart from a wrong
// setting and from a bad moment.
#include "core/crm/hubspot_sign_in.h"
#include "core/crm/salesforce_sign_in.h"
#include "core/crm/token_keeper.h"
#include "tests/crm/sign_in_fakes.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"

#include <gtest/gtest.h>
#include <latch>
#include <set>
#include <thread>

namespace topline::crm {
namespace {

using base::ErrorCode;

constexpr base::DurationMs lifetimeMs = 1'800'000;

// A vendor's token endpoint.
struct Vendor {
    bool rotates = false;
    bool forgivesOld = false; // an old refresh token still works
    int refreshes = 0;
    std::set<std::string> valid = {"r0"};
    std::optional<fakes::Response> instead;
    std::string instanceUrl = "https://acme.my.salesforce.com";

    fakes::Response answer(const fakes::Request &request)
    {
        if (instead)
            return *instead;
        fakes::Request form;
        form.query = request.body;
        const std::string token = form.queryValue("refresh_token");
        if (valid.count(token) == 0)
            return {400, {}, R"({"error":"invalid_grant","error_description":")" + token + "\"}"};
        ++refreshes;
        std::string refresh = token;
        if (rotates) {
            refresh = "r" + std::to_string(refreshes);
            if (!forgivesOld)
                valid.clear();
            valid.insert(refresh);
        }
        return {200,
                {},
                R"({"access_token":"a)" + std::to_string(refreshes) + R"(","refresh_token":")" +
                    refresh + R"(","expires_in":1800,"instance_url":")" + instanceUrl + "\"}"};
    }
};

// One run of the program: everything but the vault and the vendor is new.
struct Session {
    Session(SecretVault &vault, Vendor &vendor, bool isSalesforce = false)
        : http([&vendor](const fakes::Request &request) { return vendor.answer(request); })
        , slots(vault, "w/s/1")
        , keeper({isSalesforce ? static_cast<const SignInProtocol &>(salesforce) : hubSpot, http,
                  slots, pace, clock},
                 "https://old.my.salesforce.com",
                 [this](const std::string &url) { moves.push_back(url); })
    {
    }

    base::Result<Access> access() { return keeper.access(cancel); }

    base::FixedClock clock{1'780'000'000'000};
    fakes::FakePace pace;
    CancelToken cancel;
    HubSpotSignIn hubSpot{{"app", base::Secret("s"), {}, {}}};
    SalesforceSignIn salesforce{{"client", "https://login.salesforce.com", {}}};
    fakes::DirectHttpClient http;
    TokenSlots slots;
    std::vector<std::string> moves;
    RefreshingToken keeper;
};

void seed(SecretVault &vault, const char *token = "r0")
{
    ASSERT_TRUE(TokenSlots(vault, "w/s/1").replace(base::Secret(token)).ok());
}

TEST(PastedToken, IsGoodUntilItIsRefused)
{
    const CancelToken cancel;
    PastedToken keeper(base::Secret("pat-1"), "https://api.hubapi.com");
    const auto access = keeper.access(cancel);
    ASSERT_TRUE(access);
    EXPECT_EQ(access->token.reveal(), "pat-1");
    EXPECT_EQ(access->baseUrl, "https://api.hubapi.com");
    EXPECT_EQ(keeper.renew(*access, cancel).error().code, ErrorCode::SignInNeeded);
}

TEST(RefreshingToken, IsRenewedAtThreeQuartersOfItsLife)
{
    MemoryVault vault;
    Vendor vendor;
    seed(vault);
    Session run(vault, vendor);
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    run.pace.advance(lifetimeMs * 3 / 4 - 1);
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    run.pace.advance(1);
    EXPECT_EQ(run.access()->token.reveal(), "a2");
    EXPECT_EQ(vendor.refreshes, 2);
}

TEST(RefreshingToken, BeginsWithWhatTheSignInGave)
{
    MemoryVault vault;
    Vendor vendor;
    seed(vault);
    Session run(vault, vendor);
    TokenAnswer answer;
    answer.accessToken = base::Secret("first");
    answer.lifetimeMs = lifetimeMs;
    run.keeper.begin(answer);
    EXPECT_EQ(run.access()->token.reveal(), "first");
    EXPECT_EQ(vendor.refreshes, 0);
}

TEST(RefreshingToken, OfSalesforceIsRenewedOnlyWhenRefused)
{
    MemoryVault vault;
    Vendor vendor;
    vendor.rotates = true;
    seed(vault);
    Session run(vault, vendor, true);
    const Access first = *run.access();
    run.pace.advance(30 * base::dayMs);
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    EXPECT_EQ(run.keeper.renew(first, run.cancel)->token.reveal(), "a2");
    // Another caller, whose request went out with the same old token.
    EXPECT_EQ(run.keeper.renew(first, run.cancel)->token.reveal(), "a2");
    EXPECT_EQ(vendor.refreshes, 2);
}

TEST(RefreshingToken, FollowsAMoveToAnotherHostOfTheVendor)
{
    MemoryVault vault;
    Vendor vendor;
    seed(vault);
    Session run(vault, vendor, true);
    const Access first = *run.access();
    EXPECT_EQ(first.baseUrl, "https://acme.my.salesforce.com");
    vendor.instanceUrl = "https://moved.my.salesforce.com";
    EXPECT_EQ(run.keeper.renew(first, run.cancel)->baseUrl, "https://moved.my.salesforce.com");
    EXPECT_EQ(run.moves, (std::vector<std::string>{"https://acme.my.salesforce.com",
                                                   "https://moved.my.salesforce.com"}));
    vendor.instanceUrl = "https://moved.example";
    const Access second = *run.access();
    EXPECT_EQ(run.keeper.renew(second, run.cancel).error().code, ErrorCode::Refused);
}

TEST(RefreshingToken, IsRenewedOnceForManyCallers)
{
    constexpr int callers = 8;
    MemoryVault vault;
    Vendor vendor;
    seed(vault);
    std::latch started(callers);
    Session run(vault, vendor);
    const Access refused = *run.access();
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < callers; ++i) {
        threads.emplace_back([&] {
            started.arrive_and_wait();
            const auto renewed = run.keeper.renew(refused, run.cancel);
            good += renewed.ok() && renewed->token.reveal() == "a2" ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    EXPECT_EQ(good, callers);
    EXPECT_EQ(vendor.refreshes, 2);
}

TEST(RefreshingToken, KeepsUsingAGoodTokenWhileTheEndpointIsDown)
{
    MemoryVault vault;
    Vendor vendor;
    seed(vault);
    Session run(vault, vendor);
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    vendor.instead = fakes::Response{503, {}, "<html>"};
    run.pace.advance(lifetimeMs * 3 / 4);
    const int before = run.http.requestCount();
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    EXPECT_EQ(run.http.requestCount(), before + 1); // not at every call
    run.pace.advance(lifetimeMs / 4);
    const auto ended = run.access();
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().code, ErrorCode::Unavailable);
    vendor.instead.reset();
    EXPECT_EQ(run.access()->token.reveal(), "a2");
}

TEST(RefreshingToken, AsksNoMoreOnceTheSignInIsLost)
{
    MemoryVault vault;
    Vendor vendor;
    vendor.valid.clear();
    seed(vault);
    Session run(vault, vendor);
    EXPECT_EQ(run.access().error().code, ErrorCode::SignInNeeded);
    EXPECT_EQ(run.access().error().code, ErrorCode::SignInNeeded);
    EXPECT_EQ(run.http.requestCount(), 1);
    // The stored token stays: a person may find that the vendor was wrong.
    EXPECT_EQ(run.slots.read()->size(), 1U);
}

TEST(RefreshingToken, SettingsCanBePutRight)
{
    MemoryVault vault;
    Vendor vendor;
    seed(vault);
    Session run(vault, vendor);
    vendor.instead = fakes::Response{400, {}, R"({"status":"BAD_CLIENT_SECRET"})"};
    EXPECT_EQ(run.access().error().code, ErrorCode::InvalidInput);
    vendor.instead.reset();
    EXPECT_TRUE(run.access().ok());
}

TEST(RefreshingToken, NeedsASignInWhenTheKeychainIsEmpty)
{
    MemoryVault vault;
    Vendor vendor;
    Session run(vault, vendor);
    EXPECT_EQ(run.access().error().code, ErrorCode::SignInNeeded);
    EXPECT_EQ(run.http.requestCount(), 0);
}

TEST(RefreshingToken, ALostAnswerIsAskedForAgain)
{
    MemoryVault vault;
    Vendor vendor;
    vendor.rotates = true;
    vendor.forgivesOld = true;
    seed(vault);
    Session run(vault, vendor);
    vendor.instead = fakes::Response{200, {}, "", fakes::Response::Wire::CloseAfter};
    EXPECT_EQ(run.access().error().code, ErrorCode::Unavailable);
    vendor.instead.reset();
    EXPECT_TRUE(run.access().ok());
}

TEST(RefreshingToken, IsNotUsedBeforeTheNewRefreshTokenIsStored)
{
    StepVault vault;
    Vendor vendor;
    vendor.rotates = true;
    seed(vault);
    Session run(vault, vendor);
    vault.failFrom(vault.steps() + 4); // two reads to ask, two before the write
    EXPECT_FALSE(run.access().ok());
    EXPECT_EQ(vendor.refreshes, 1);
    EXPECT_FALSE(run.access().ok());
    EXPECT_EQ(vendor.refreshes, 1); // the answer is kept, not asked for again
    vault.failFrom(-1);
    EXPECT_EQ(run.access()->token.reveal(), "a1");
    EXPECT_EQ(run.slots.read()->front().reveal(), "r1");
}

// The only step at which a strict vendor's rotation can cost the sign-in is between its answer and
// the end of our write; there the outcome is a clean request to sign in.
TEST(RefreshingToken, SurvivesTheEndOfTheProgramAtEveryStepOfARotation)
{
    int stillIn = 0;
    int askedToSignIn = 0;
    for (const bool forgivesOld : {false, true}) {
        for (const bool afterwards : {false, true}) {
            for (int step = 0; step < 7; ++step) {
                StepVault vault;
                Vendor vendor;
                vendor.rotates = true;
                vendor.forgivesOld = forgivesOld;
                seed(vault);
                vault.crashAt(vault.steps() + step, afterwards);
                bool ended = false;
                try {
                    Session first(vault, vendor);
                    (void)first.access();
                } catch (const Crash &) {
                    ended = true;
                }
                ASSERT_TRUE(ended) << step;
                vault.crashAt(-1, false);
                Session second(vault, vendor);
                const auto access = second.access();
                const bool answerWasLost =
                    !forgivesOld && (step == 2 || step == 3 || (step == 4 && !afterwards));
                EXPECT_EQ(access.ok(), !answerWasLost) << step << afterwards << forgivesOld;
                if (access) {
                    ++stillIn;
                    EXPECT_EQ(second.slots.read()->size(), 1U);
                } else {
                    ++askedToSignIn;
                    EXPECT_EQ(access.error().code, ErrorCode::SignInNeeded);
                }
            }
        }
    }
    EXPECT_EQ(stillIn, 23);
    EXPECT_EQ(askedToSignIn, 5);
}

TEST(RefreshingToken, TriesTheOlderTokenWhenTheNewerIsDead)
{
    MemoryVault vault;
    Vendor vendor;
    ASSERT_TRUE(vault.write("w/s/1/refresh-a", base::Secret("1 r0")).ok());
    ASSERT_TRUE(vault.write("w/s/1/refresh-b", base::Secret("2 gone")).ok());
    Session run(vault, vendor);
    EXPECT_TRUE(run.access().ok());
    EXPECT_EQ(run.slots.read()->front().reveal(), "r0");
    EXPECT_EQ(run.slots.read()->size(), 1U);
}

} // namespace
} // namespace topline::crm
