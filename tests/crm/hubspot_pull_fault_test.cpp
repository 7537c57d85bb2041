// The faults of HubSpot that a pull must survive, by their numbers in the list of the research
// (F1-F24): nothing is lost, nothing is doubled or deleted, and the pull is whole when it ends.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_fault_world.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using base::ErrorCode;
using fakes::HubSpotFakeFault;

} // namespace

TEST(HubSpotPullFaults, F1AStormOf429IsWaitedOutAndKeepsWhatCame)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 30);
    HubSpotFakeFault storm{.match = "contacts", .status = 429, .times = 3};
    storm.policy = "TEN_SECONDLY_ROLLING";
    storm.after = 3;
    bench.fake.faults = {storm};
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(ids(pulled).size(), 30U);
    EXPECT_GE(bench.pace.waitsMs().at(0), 9'000);
    storm.times = 50;
    bench.fake.faults = {storm};
    const auto broken = bench.pull();
    ASSERT_TRUE(broken.error);
    EXPECT_EQ(broken.error->code, ErrorCode::LimitReached);
    EXPECT_GT(broken.error->retryAtMs.value_or(0), bench.clock.now());
    EXPECT_FALSE(ids(broken).empty());
    bench.fake.faults.clear();
    bench.pace.advance(base::hourMs);
    auto all = ids(broken);
    const auto rest = bench.pull(broken.cursor);
    ASSERT_FALSE(rest.error) << rest.error->text();
    all.merge(ids(rest));
    EXPECT_EQ(all.size(), 30U);
}

TEST(HubSpotPullFaults, F2SearchesHaveALimitOfTheirOwn)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 60);
    bench.fake.settings.searchesPerSecond = 4;
    RateGate gate(hubspotGateOptions(), bench.clock, bench.pace);
    HubSpotConnector gated(
        {bench.http, bench.access, gate, bench.pace, bench.clock, bench.options});
    std::string cursor;
    std::size_t rows = 0;
    for (bool more = true; more;) {
        const auto page = gated.pull(cursor, bench.cancel);
        ASSERT_TRUE(page.ok()) << page.error().text();
        rows += page->contacts.size();
        cursor = page->nextCursor;
        more = page->more;
    }
    EXPECT_EQ(rows, 60U);
    EXPECT_EQ(bench.fake.callsMatching(" 429$"), 0U);
    // Without a gate of our own the answer holds back searches, and only these.
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(ids(pulled).size(), 60U);
    EXPECT_GT(bench.fake.callsMatching("/search 429$"), 0U);
    EXPECT_EQ(bench.gate.state().heldUntilMs.value_or(0) > bench.clock.now() + 2'000, false);
}

TEST(HubSpotPullFaults, F3TheDailyLimitEndsAtThePortalsMidnight)
{
    HubSpotBench bench;
    addContacts(bench, 3);
    HubSpotFakeFault daily{.match = searchContacts, .status = 429, .times = 1};
    daily.policy = "DAILY";
    bench.fake.faults = {daily};
    const auto pulled = bench.pull();
    ASSERT_TRUE(pulled.error);
    EXPECT_EQ(pulled.error->code, ErrorCode::LimitReached);
    const auto zone = base::TimeZone::find("America/New_York");
    const auto midnight = zone->startOfDay(base::addDays(zone->dateOf(bench.clock.now()), 1));
    EXPECT_EQ(pulled.error->retryAtMs, midnight);
    EXPECT_EQ(bench.gate.state().heldUntilMs, midnight);
    EXPECT_EQ(bench.fake.callsMatching(" 429$"), 1U);
    // Before that nothing is even tried.
    const int calls = bench.http.requestCount();
    EXPECT_EQ(bench.pull(pulled.cursor).error->code, ErrorCode::LimitReached);
    EXPECT_EQ(bench.http.requestCount(), calls);
    bench.pace.advance(midnight - bench.clock.now());
    EXPECT_EQ(ids(bench.pull(pulled.cursor)).size(), 3U);
}

TEST(HubSpotPullFaults, F4HtmlFromTheWayIsTriedAgainAndThenPausesTheSync)
{
    for (const int status : {500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530}) {
        HubSpotBench bench;
        shrink(bench);
        addContacts(bench, 12);
        bench.fake.faults = {{.match = searchContacts, .status = status, .times = 2, .after = 1}};
        const auto pulled = bench.pull();
        ASSERT_FALSE(pulled.error) << status << ": " << pulled.error->text();
        EXPECT_EQ(ids(pulled).size(), 12U) << status;
        bench.fake.faults = {{.match = "crm/objects", .status = status, .times = 1000, .after = 3}};
        const auto broken = bench.pull();
        ASSERT_TRUE(broken.error) << status;
        EXPECT_EQ(broken.error->code, ErrorCode::Unavailable) << status;
        EXPECT_TRUE(broken.error->retryAtMs) << status;
        bench.fake.faults.clear();
        auto all = ids(broken);
        all.merge(ids(bench.pull(broken.cursor)));
        EXPECT_EQ(all.size(), 12U) << status;
    }
}

TEST(HubSpotPullFaults, F4OneObjectThatFailsAloneHoldsUpNoOther)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 12);
    const auto acme = bench.addCompany();
    bench.fake.faults = {{.match = searchContacts, .status = 502, .times = 5, .after = 2}};
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(ids(pulled).size(), 10U);
    EXPECT_EQ(pulled.all(&Page::deals).size(), 1U);
    EXPECT_EQ(pulled.progress("contacts")->state, domain::ObjectState::Unavailable);
    // It goes on where it was.
    const auto later = bench.pull(pulled.cursor);
    EXPECT_EQ(ids(later).size(), 3U);
    EXPECT_EQ(later.progress("contacts")->state, domain::ObjectState::Fresh);
}

TEST(HubSpotPullFaults, F6ATokenThatEndsMidwayIsRenewedOnce)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 12);
    HubSpotFakeFault expired{.match = searchContacts, .status = 401, .times = 1, .after = 1};
    expired.body = R"({"status":"error","category":"EXPIRED_AUTHENTICATION"})";
    bench.fake.faults = {expired};
    bench.access.nextToken = "pat-second";
    bench.fake.settings.tokens.insert("pat-second");
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(pulled.all(&Page::contacts).size(), 12U);
    EXPECT_EQ(bench.access.renewals, 1);
}

TEST(HubSpotPullFaults, F7ARevokedSignInIsSaidAndKeepsThePlace)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 12);
    bench.fake.faults = {{.match = searchContacts, .status = 401, .times = 99, .after = 2}};
    const auto pulled = bench.pull();
    ASSERT_TRUE(pulled.error);
    EXPECT_EQ(pulled.error->code, ErrorCode::SignInNeeded);
    bench.fake.faults.clear();
    auto all = ids(pulled);
    EXPECT_EQ(all.size(), 10U);
    all.merge(ids(bench.pull(pulled.cursor)));
    EXPECT_EQ(all.size(), 12U);
}

TEST(HubSpotPullFaults, F8APlaceInAListThatIsRefusedBeginsTheListAgain)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 20);
    const auto first = bench.pull();
    bench.pace.advance(base::hourMs);
    for (int i = 0; i < 10; ++i)
        bench.fake.archive("contacts", std::to_string(1000 + i));
    bench.pace.advance(base::hourMs);
    bench.fake.faults = {
        {.match = "GET /crm/objects/2026-09/contacts$", .status = 400, .times = 1, .after = 1}};
    const auto second = bench.pull(first.cursor);
    ASSERT_FALSE(second.error) << second.error->text();
    std::set<std::string> gone;
    for (const auto &one : second.all(&Page::gone))
        gone.insert(one.remoteId);
    EXPECT_EQ(gone.size(), 10U);
}

TEST(HubSpotPullFaults, F13ARenamedPropertyIsMissingAndNotEmpty)
{
    HubSpotBench bench;
    addContacts(bench, 3);
    bench.fake.renameProperty("contacts", "phone", "phone_old");
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    std::set<std::string> missing;
    for (const Page &page : pulled.pages) {
        const auto found = page.missing.find(domain::RecordKind::Contact);
        if (found != page.missing.end())
            missing.insert(found->second.begin(), found->second.end());
    }
    EXPECT_EQ(missing, std::set<std::string>{"phone"});
    EXPECT_EQ(pulled.progress("contacts")->state, domain::ObjectState::Drift);
    EXPECT_NE(pulled.progress("contacts")->reason.find("phone"), std::string::npos);
}

TEST(HubSpotPullFaults, F14ADeniedObjectIsNamedAndTheOthersGoOn)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    bench.fake.settings.denied = {"companies"};
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(pulled.progress("accounts")->state, domain::ObjectState::Denied);
    EXPECT_NE(pulled.progress("accounts")->reason.find("crm.objects.companies.read"),
              std::string::npos);
    EXPECT_EQ(pulled.all(&Page::deals).size(), 1U);
    // Its links may not be read either: unknown, not empty.
    bool isAccountMissing = false;
    for (const Page &page : pulled.pages) {
        const auto found = page.missing.find(domain::RecordKind::Contact);
        isAccountMissing =
            isAccountMissing || (found != page.missing.end() && found->second.count("account") > 0);
    }
    EXPECT_TRUE(isAccountMissing);
    bench.fake.settings.denied = {};
    bench.pace.advance(base::hourMs);
    const auto later = bench.pull(pulled.cursor);
    EXPECT_EQ(later.all(&Page::accounts).size(), 1U);
    EXPECT_TRUE(later.all(&Page::gone).empty());
}

TEST(HubSpotPullFaults, F15AWrongClockOfOursMovesNoWindow)
{
    for (const base::DurationMs skew : {-7 * base::minuteMs, 7 * base::minuteMs, 3 * base::dayMs}) {
        HubSpotBench bench;
        addContacts(bench, 3);
        base::FixedClock ours(hubspotNow + skew);
        HubSpotConnector skewed(
            {bench.http, bench.access, bench.gate, bench.pace, ours, bench.options});
        std::string cursor;
        std::set<std::string> seen;
        for (int round = 0; round < 3; ++round) {
            bench.fake.edit("contacts", std::to_string(1000 + round), {{"jobtitle", "New"}});
            bench.pace.advance(2 * base::minuteMs);
            for (bool more = true; more;) {
                const auto page = skewed.pull(cursor, bench.cancel);
                ASSERT_TRUE(page.ok()) << page.error().text();
                for (const auto &contact : page->contacts) {
                    if (contact.title == "New")
                        seen.insert(contact.remoteId);
                }
                cursor = page->nextCursor;
                more = page->more;
            }
        }
        EXPECT_EQ(seen.size(), 3U) << skew;
    }
}

TEST(HubSpotPullFaults, F16MoreRowsThanTheCapWithOneStampAllCome)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 137);
    bench.fake.settings.searchCap = 20;
    bench.fake.stampAll("contacts", hubspotNow - base::hourMs);
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_EQ(pulled.all(&Page::contacts).size(), 137U);
    EXPECT_EQ(ids(pulled).size(), 137U);
}

TEST(HubSpotPullFaults, F17RowsThatVanishBetweenSearchAndReadHoldNothingUp)
{
    for (const bool isSilent : {false, true}) {
        HubSpotBench bench;
        shrink(bench);
        bench.fake.settings.silentAboutMissing = isSilent;
        for (int i = 0; i < 9; ++i)
            bench.fake.add("deals", {{"dealname", "D"}, {"dealstage", "closedwon"}},
                           hubspotNow - base::dayMs);
        // The search still shows a deal that the read no longer knows.
        bench.fake.archive("deals", "1001");
        HubSpotFakeFault stale{.match = "deals/search", .status = 200, .times = 1};
        stale.body =
            R"({"total":9,"results":[{"id":"1000","properties":{"hs_lastmodifieddate":"1"}},)"
            R"({"id":"1001","properties":{"hs_lastmodifieddate":"1"}}]})";
        bench.fake.faults = {stale};
        const auto pulled = bench.pull();
        ASSERT_FALSE(pulled.error) << pulled.error->text();
        EXPECT_EQ(pulled.all(&Page::deals).size(), 8U) << isSilent;
        EXPECT_TRUE(pulled.all(&Page::gone).empty());
    }
}

TEST(HubSpotPullFaults, F17AnErrorInABatchThatIsNoAbsenceFailsThePage)
{
    HubSpotBench bench;
    bench.addCompany();
    HubSpotFakeFault partial{.match = "deals/batch/read", .status = 207, .times = 99};
    partial.body = R"({"status":"COMPLETE","results":[],"numErrors":1,"errors":[)"
                   R"({"status":"error","category":"INTERNAL","message":"no"}]})";
    bench.fake.faults = {partial};
    const auto pulled = bench.pull();
    EXPECT_TRUE(pulled.all(&Page::deals).empty());
    EXPECT_EQ(pulled.progress("deals")->state, domain::ObjectState::Unavailable);
    bench.fake.faults.clear();
    EXPECT_EQ(bench.pull(pulled.cursor).all(&Page::deals).size(), 1U);
}

TEST(HubSpotPullFaults, F18WhatTheIndexShowsLateComesInTheNextRound)
{
    HubSpotBench bench;
    addContacts(bench, 3);
    auto last = bench.pull();
    bench.pace.advance(base::hourMs);
    bench.fake.settings.indexLagMs = 90 * base::secondMs; // longer than our own lag
    bench.fake.edit("contacts", "1001", {{"jobtitle", "Late"}});
    bench.pace.advance(70 * base::secondMs);
    last = bench.pull(last.cursor);
    EXPECT_TRUE(last.all(&Page::contacts).empty());
    bench.pace.advance(2 * base::minuteMs);
    last = bench.pull(last.cursor);
    ASSERT_EQ(last.all(&Page::contacts).size(), 1U);
    EXPECT_EQ(last.all(&Page::contacts)[0].title, "Late");
}

TEST(HubSpotPullFaults, F20AMoveOfTheRegionPausesForHours)
{
    HubSpotBench bench;
    addContacts(bench, 3);
    bench.fake.faults = {
        {.match = searchContacts, .status = 477, .times = 1, .headers = {{"Retry-After", "7200"}}}};
    const auto pulled = bench.pull();
    ASSERT_TRUE(pulled.error);
    EXPECT_EQ(pulled.error->code, ErrorCode::LimitReached);
    EXPECT_EQ(pulled.error->retryAtMs, bench.clock.now() + 2 * base::hourMs);
    bench.pace.advance(2 * base::hourMs);
    EXPECT_EQ(ids(bench.pull(pulled.cursor)).size(), 3U);
}

TEST(HubSpotPullFaults, F20AnAbsurdWaitIsCutToADay)
{
    HubSpotBench bench;
    addContacts(bench, 3);
    bench.fake.faults = {{.match = searchContacts,
                          .status = 477,
                          .times = 1,
                          .headers = {{"Retry-After", "9999999"}}}};
    const auto pulled = bench.pull();
    ASSERT_TRUE(pulled.error);
    EXPECT_EQ(pulled.error->retryAtMs, bench.clock.now() + base::dayMs);
}

} // namespace topline::crm
