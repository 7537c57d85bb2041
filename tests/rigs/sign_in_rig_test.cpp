// Sign-in against servers that were written by other hands, through the real HTTP client and the
// real redirect: Salesforce's PKCE with rotating refresh tokens, HubSpot's refresh.
#include "app/browser_sign_in.h"
#include "core/crm/hubspot_sign_in.h"
#include "core/crm/memory_vault.h"
#include "core/crm/salesforce_sign_in.h"
#include "core/crm/token_keeper.h"
#include "core/platform/curl_http_client.h"
#include "core/platform/system_clock.h"
#include "core/platform/system_pace.h"
#include "tests/platform/loopback_client.h"
#include "tests/rigs/rig_process.h"

#include <gtest/gtest.h>
#include <list>

namespace topline::app {
namespace {

using base::ErrorCode;

class SignInRig : public testing::Test {
protected:
    crm::HttpResponse send(crm::HttpMethod method, const std::string &url, const std::string &body,
                           const std::string &bearer = {})
    {
        crm::HttpRequest request;
        request.method = method;
        request.url = url;
        request.body = body;
        if (!body.empty())
            request.headers = {{"Content-Type", "application/json"}};
        if (!bearer.empty())
            request.bearer = base::Secret(bearer);
        auto response = http.send(request, cancel);
        EXPECT_TRUE(response.ok()) << url;
        return response ? *response : crm::HttpResponse{};
    }

    // A browser whose user is signed in there already: it follows the redirect to us. (Our own
    // client follows none to another host.)
    crm::OpenBrowser browser()
    {
        return [this](const std::string &url) {
            const std::size_t start = std::string("http://127.0.0.1:").size();
            const std::size_t slash = url.find('/', start);
            const std::string page =
                visit(url.substr(start, slash - start), "127.0.0.1", url.substr(slash)).readAll();
            const std::string mark = "Location: http://localhost:";
            const std::size_t at = page.find(mark);
            cancel.cancelled = at == std::string::npos; // else nobody would come back
            EXPECT_FALSE(cancel.cancelled) << page;
            if (cancel.cancelled)
                return;
            const std::string back =
                page.substr(at + mark.size(), page.find('\r', at) - at - mark.size());
            visit(back.substr(0, back.find('/')), "localhost", back.substr(back.find('/')));
        };
    }

    const platform::LoopbackClient &visit(const std::string &port, const std::string &host,
                                          const std::string &target)
    {
        pages.emplace_back(static_cast<std::uint16_t>(std::stoi(port)));
        pages.back().send("GET " + target + " HTTP/1.1\r\nHost: " + host + ':' + port +
                          "\r\nConnection: close\r\n\r\n");
        return pages.back();
    }

    platform::SystemClock clock;
    platform::SystemPace pace;
    platform::CurlHttpClient http;
    crm::CancelToken cancel;
    crm::MemoryVault vault;
    crm::TokenSlots slots{vault, "w"};
    std::list<platform::LoopbackClient> pages;
};

TEST_F(SignInRig, SalesforceLetsUsInWithPkceAndRotation)
{
    const auto script = sharedRig("salesforce/fake_salesforce.py");
    if (!script)
        GTEST_SKIP() << "no rigs here (TOPLINE_RIGS)";
    const RigProcess rig("python3", {*script, "--port", "PORT"}, "READY");
    ASSERT_TRUE(rig.isRunning());
    const std::string base = rig.baseUrl();
    EXPECT_EQ(
        send(crm::HttpMethod::Post, base + "/__admin/state", R"({"rotate_refresh":true})").status,
        200);
    const crm::SalesforceSignIn protocol({"test_client", base, base});
    const auto answer =
        signInInBrowser({protocol, http, pace, clock, "Salesforce", {0}}, browser(), cancel);
    ASSERT_TRUE(answer.ok()) << answer.error().text();
    EXPECT_EQ(answer->orgId.size(), 18U);
    ASSERT_TRUE(slots.replace(answer->refreshToken).ok());

    crm::RefreshingToken keeper({protocol, http, slots, pace, clock}, base, {});
    keeper.begin(*answer);
    crm::Access access = *keeper.access(cancel);
    const std::string who = base + "/services/oauth2/userinfo";
    for (int round = 0; round < 3; ++round) {
        EXPECT_EQ(send(crm::HttpMethod::Get, who, "", access.token.reveal()).status, 200);
        const auto renewed = keeper.renew(access, cancel);
        ASSERT_TRUE(renewed.ok()) << renewed.error().text();
        access = *renewed;
    }
    EXPECT_FALSE(slots.read()->front() == answer->refreshToken);
    EXPECT_EQ(http.send(protocol.revoke(slots.read()->front()), cancel)->status, 200);
    EXPECT_EQ(keeper.renew(access, cancel).error().code, ErrorCode::SignInNeeded);
}

TEST_F(SignInRig, SalesforceTellsWhatIsWrong)
{
    const auto script = sharedRig("salesforce/fake_salesforce.py");
    if (!script)
        GTEST_SKIP() << "no rigs here (TOPLINE_RIGS)";
    const RigProcess rig("python3", {*script, "--port", "PORT"}, "READY");
    ASSERT_TRUE(rig.isRunning());
    const std::string base = rig.baseUrl();
    const crm::SalesforceSignIn protocol({"test_client", base, base});
    const auto exchange = [&](const crm::CodeGrant &grant) {
        const auto response = http.send(protocol.exchange(grant), cancel);
        return protocol.read(*response, clock.now()).error().code;
    };
    EXPECT_EQ(exchange({base::Secret("made-up"), "http://localhost:1/callback", base::Secret("v")}),
              ErrorCode::SignInNeeded);
    const auto refresh = http.send(protocol.refresh(base::Secret("made-up")), cancel);
    EXPECT_EQ(protocol.read(*refresh, clock.now()).error().code, ErrorCode::SignInNeeded);
}

TEST_F(SignInRig, HubSpotRenewsAndRefuses)
{
    const auto script = sharedRig("hubspot/fake_hubspot.mjs");
    if (!script)
        GTEST_SKIP() << "no rigs here (TOPLINE_RIGS)";
    const RigProcess rig("node", {*script, "PORT", "5"}, "mini_fake");
    ASSERT_TRUE(rig.isRunning());
    const std::string base = rig.baseUrl();
    const crm::HubSpotSignIn protocol({"app", base::Secret("secret"), base, {}});
    ASSERT_TRUE(slots.replace(base::Secret("na1-good")).ok());
    crm::RefreshingToken keeper({protocol, http, slots, pace, clock}, base, {});
    const auto access = keeper.access(cancel);
    ASSERT_TRUE(access.ok()) << access.error().text();
    const std::string contacts = base + "/crm/objects/2026-09/contacts";
    EXPECT_EQ(send(crm::HttpMethod::Get, contacts, "", access->token.reveal()).status, 200);
    EXPECT_EQ(send(crm::HttpMethod::Get, contacts, "", "made-up").status, 401);
    ASSERT_TRUE(slots.replace(base::Secret("na1-revoked")).ok());
    EXPECT_EQ(keeper.renew(*access, cancel).error().code, ErrorCode::SignInNeeded);
}

} // namespace
} // namespace topline::app
