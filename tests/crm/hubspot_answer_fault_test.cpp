// Answers of HubSpot that are not what they should be, and what a pull makes of them (F21-F24):
// no half page, no deletion on a guess, one clear message.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_fault_world.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using base::ErrorCode;
using fakes::HubSpotFakeFault;
using Wire = fakes::Response::Wire;

} // namespace

TEST(HubSpotAnswerFaults, F21RowsThatChangeDuringTheScanComeOnceMore)
{
    HubSpotBench bench;
    shrink(bench);
    addContacts(bench, 25);
    const auto head = bench.connector().pull("", bench.cancel); // owners and stages, or contacts
    ASSERT_TRUE(head.ok());
    std::string cursor = head->nextCursor;
    const auto page = bench.connector().pull(cursor, bench.cancel);
    ASSERT_TRUE(page.ok());
    // One that came already and one that is still to come.
    bench.fake.edit("contacts", "1002", {{"jobtitle", "New"}});
    bench.fake.edit("contacts", "1020", {{"jobtitle", "New"}});
    auto all = std::set<std::string>();
    for (const auto &contact : page->contacts)
        all.insert(contact.remoteId);
    for (const auto &contact : head->contacts)
        all.insert(contact.remoteId);
    const auto rest = bench.pull(page->nextCursor);
    all.merge(ids(rest));
    EXPECT_EQ(all.size(), 24U);
    bench.pace.advance(10 * base::minuteMs);
    const auto next = bench.pull(rest.cursor);
    EXPECT_EQ(ids(next), (std::set<std::string>{"hs:1002", "hs:1020"}));
}

TEST(HubSpotAnswerFaults, F21ARowFromOutsideTheWindowIsLeftForItsOwn)
{
    HubSpotBench bench;
    addContacts(bench, 2);
    HubSpotFakeFault newer{.match = searchContacts, .status = 200, .times = 1};
    newer.body = R"({"total":2,"results":[{"id":"1000","properties":{"lastmodifieddate":")" +
                 hubspotTimeText(hubspotNow) +
                 R"("}},{"id":"1001","properties":{"lastmodifieddate":"1789000000000"}}]})";
    bench.fake.faults = {newer};
    EXPECT_EQ(ids(bench.pull()), std::set<std::string>{"hs:1001"});
}

TEST(HubSpotAnswerFaults, F23ACutOrEmptyOrOddAnswerIsNeverHalfAPage)
{
    const std::vector<HubSpotFakeFault> oddities = {
        {.match = searchContacts, .times = 1, .after = 1, .wire = Wire::Truncate},
        {.match = searchContacts, .times = 1, .after = 1, .wire = Wire::CloseAfter},
        {.match = searchContacts, .times = 1, .after = 1, .wire = Wire::CloseBefore},
        {.match = searchContacts, .status = 200, .times = 1, .after = 1, .body = "<html>sorry"},
        {.match = searchContacts, .status = 200, .times = 1, .after = 1, .body = "{}"},
        {.match = searchContacts,
         .status = 200,
         .times = 1,
         .after = 1,
         .body = R"({"total":0,"results":[]})"},
        {.match = searchContacts,
         .status = 200,
         .times = 1,
         .after = 1,
         .body = R"({"total":7,"results":[]})"},
        {.match = "associations", .times = 1, .after = 0, .wire = Wire::Truncate},
        {.match = "associations", .status = 200, .times = 1, .body = R"({"results":[]})"},
    };
    for (std::size_t i = 0; i < oddities.size(); ++i) {
        HubSpotBench bench;
        shrink(bench);
        const auto acme = bench.addCompany();
        addContacts(bench, 17);
        bench.fake.link("contacts", "1010", "companies", acme.company, 1);
        bench.fake.faults = {oddities[i]};
        auto pulled = bench.pull();
        auto all = ids(pulled);
        if (pulled.error || all.size() < 18) {
            const auto rest = bench.pull(pulled.cursor);
            ASSERT_FALSE(rest.error) << i;
            all.merge(ids(rest));
        }
        EXPECT_EQ(all.size(), 18U) << i;
        EXPECT_TRUE(pulled.all(&Page::gone).empty()) << i;
        for (const auto &contact : pulled.all(&Page::contacts)) {
            if (contact.remoteId == "hs:" + acme.contact) {
                EXPECT_TRUE(contact.account.isSet()) << i;
            }
        }
    }
}

TEST(HubSpotAnswerFaults, F23AnEmptyListOfDeletionsDeletesNothingAndAFailedOneIsReadAgain)
{
    HubSpotBench bench;
    addContacts(bench, 5);
    const auto first = bench.pull();
    bench.pace.advance(base::hourMs);
    bench.fake.archive("contacts", "1003");
    bench.pace.advance(base::hourMs);
    bench.fake.faults = {
        {.match = "GET /crm/objects/2026-09/contacts$", .status = 504, .times = 5}};
    const auto second = bench.pull(first.cursor);
    ASSERT_FALSE(second.error) << second.error->text();
    EXPECT_TRUE(second.all(&Page::gone).empty());
    bench.pace.advance(2 * base::hourMs);
    const auto third = bench.pull(second.cursor);
    ASSERT_EQ(third.all(&Page::gone).size(), 1U);
    EXPECT_EQ(third.all(&Page::gone)[0].remoteId, "hs:1003");
}

TEST(HubSpotAnswerFaults, F24AVersionThatIsGoneIsOneClearMessage)
{
    for (const int status : {404, 410}) {
        HubSpotBench bench;
        addContacts(bench, 3);
        const auto first = bench.pull();
        bench.pace.advance(2 * base::hourMs);
        bench.fake.faults = {{.match = "/2026-09/", .status = status, .times = 999}};
        const auto pulled = bench.pull(first.cursor);
        ASSERT_TRUE(pulled.error);
        EXPECT_EQ(pulled.error->code, ErrorCode::Refused);
        EXPECT_NE(pulled.error->message.find("2026-09"), std::string::npos);
        EXPECT_TRUE(pulled.pages.empty());
    }
}

TEST(HubSpotAnswerFaults, ATooLongAddressIsAnErrorAndNotTriedAgain)
{
    HubSpotBench bench;
    bench.fake.faults = {{.match = "owners", .status = 414, .times = 9}};
    const auto pulled = bench.pull();
    ASSERT_TRUE(pulled.error);
    EXPECT_EQ(pulled.error->code, ErrorCode::Refused);
    EXPECT_EQ(bench.fake.callsMatching(" 414$"), 1U);
}

TEST(HubSpotAnswerFaults, TheCorrelationIdComesAlong)
{
    HubSpotBench bench;
    bench.fake.faults = {{.match = "owners", .status = 400, .times = 1}};
    EXPECT_EQ(bench.pull().error->reference, "c0ffee00-0000-4000-8000-000000000001");
}

TEST(HubSpotAnswerFaults, ARefusedSearchOfOneObjectHoldsUpNoOther)
{
    HubSpotBench bench;
    bench.addCompany();
    bench.fake.faults = {{.match = searchContacts, .status = 400, .times = 1}};
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    EXPECT_TRUE(pulled.all(&Page::contacts).empty());
    EXPECT_EQ(pulled.all(&Page::deals).size(), 1U);
    EXPECT_EQ(pulled.progress("contacts")->state, domain::ObjectState::Unavailable);
    EXPECT_EQ(bench.pull(pulled.cursor).all(&Page::contacts).size(), 1U);
}

TEST(HubSpotAnswerFaults, ALongRetryAfterIsGivenBackInsteadOfWaitedFor)
{
    HubSpotBench bench;
    bench.fake.faults = {
        {.match = "owners", .status = 503, .times = 1, .headers = {{"Retry-After", "3600"}}}};
    const auto pulled = bench.pull();
    ASSERT_TRUE(pulled.error);
    EXPECT_EQ(pulled.error->retryAtMs, hubspotNow + base::hourMs);
    EXPECT_TRUE(bench.pace.waitsMs().empty());
}

} // namespace topline::crm
