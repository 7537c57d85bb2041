// The connectors that the programs can make are let in by their vendors' fakes through a whole
// sign-in.
#include "app/crm_makers.h"
#include "core/crm/memory_vault.h"
#include "tests/app/fake_vendor.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/salesforce_fake.h"

#include <gtest/gtest.h>

namespace topline::app {
namespace {

TEST(CrmMakers, HubSpotIsConnectedByAKey)
{
    base::FixedClock clock(1'780'000'000'000);
    fakes::FakePace pace(&clock);
    fakes::HubSpotFake hubSpot(clock);
    CrmConnectionSource source({
        .workspaceId = "w1",
        .openVault = [] { return std::make_unique<crm::MemoryVault>(); },
        .makeHttp =
            [&hubSpot](const std::string &) {
                return std::make_unique<fakes::DirectHttpClient>(hubSpot.handler());
            },
        .pace = pace,
        .clock = clock,
        .makers = crmMakers(),
    });
    const crm::CancelToken cancel;
    domain::SignInRequest request;
    request.system = "hubspot";
    request.token = base::Secret("pat-good");
    const auto profile = source.signIn(request, {}, cancel);
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_FALSE(profile->orgId.empty());
    const auto connector = source.open("hubspot");
    ASSERT_TRUE(connector.ok());
    EXPECT_EQ((*connector)->system(), "hubspot");
    EXPECT_TRUE((*connector)->count(cancel).ok());
    request.token = base::Secret("pat-bad");
    EXPECT_EQ(source.signIn(request, {}, cancel).error().code, base::ErrorCode::SignInNeeded);
}

TEST(CrmMakers, SalesforceIsConnectedInTheBrowser)
{
    base::FixedClock clock(1'780'000'000'000);
    fakes::FakePace pace(&clock);
    fakes::SalesforceFake salesforce(clock);
    FakeVendor vendor;
    FakeBrowser browser(vendor);
    const auto answer = [&](const fakes::Request &request) {
        if (request.path != "/services/oauth2/token")
            return salesforce.handle(request);
        fakes::Response response = vendor.answer(request);
        if (!vendor.accessTokens.empty())
            salesforce.token = *vendor.accessTokens.rbegin();
        return response;
    };
    CrmConnectionSource source({
        .workspaceId = "w1",
        .openVault = [] { return std::make_unique<crm::MemoryVault>(); },
        .makeHttp =
            [&answer](const std::string &) {
                return std::make_unique<fakes::DirectHttpClient>(answer);
            },
        .pace = pace,
        .clock = clock,
        .makers = crmMakers(),
        .ports = {0},
    });
    const crm::CancelToken cancel;
    domain::SignInRequest request;
    request.system = "salesforce";
    request.way = domain::SignInWay::Browser;
    request.clientId = "app-1";
    request.apiBase = "https://gateway.example";
    const auto profile = source.signIn(request, browser.opener(), cancel);
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_FALSE(profile->orgId.empty());
    const auto connector = source.open("salesforce");
    ASSERT_TRUE(connector.ok());
    salesforce.token = "another"; // the session ended; the connector has it renewed
    EXPECT_TRUE((*connector)->count(cancel).ok());
    EXPECT_EQ(vendor.count, 2);
}

} // namespace
} // namespace topline::app
