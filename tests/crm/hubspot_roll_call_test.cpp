// Which records HubSpot has no more: privacy deletions, which leave no trace, told from merges,
// from records that are only out of sight, and from answers that prove nothing.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_bench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using base::ErrorCode;
using domain::RecordKind;

constexpr const char *reads = "POST /crm/objects/2026-09/contacts/batch/read";

struct RollCallBench : HubSpotBench {
    explicit RollCallBench(int contacts = 5)
    {
        for (int i = 0; i < contacts; ++i)
            ids.push_back(fake.add("contacts", {{"firstname", "C"}}, hubspotNow - base::dayMs));
    }

    base::Result<Page> find(std::vector<std::string> wanted = {})
    {
        if (wanted.empty())
            wanted = ids;
        for (std::string &id : wanted)
            id = withHubSpotPrefix(id);
        auto found = connector().findGone(RecordKind::Contact, wanted, cancel);
        if (!found.ok())
            return found.error();
        return found->value();
    }

    // The answer to the n-th read from now (0: the next) instead of the fake's.
    void answer(int after, const std::string &body, int status = 207)
    {
        fakes::HubSpotFakeFault fault{.match = reads, .status = status, .after = after};
        fault.body = body;
        fake.faults.push_back(fault);
    }

    std::vector<std::string> ids;
};

// "1003 gone", in their order; "1003 unseen" where it is only out of sight.
std::vector<std::string> told(const base::Result<Page> &page)
{
    if (!page.ok())
        return {page.error().text()};
    std::vector<std::string> out;
    for (const auto &gone : page->gone)
        out.push_back(gone.remoteId + (gone.isDeleted ? " gone" : " unseen"));
    for (const auto &merged : page->merged)
        out.push_back(merged.fromRemoteId + " into " + merged.toRemoteId);
    return out;
}

using Told = std::vector<std::string>;

} // namespace

TEST(HubSpotRollCall, APrivacyDeletionIsFoundAtOneCallPerHundredAndTwoForTheLost)
{
    for (const int contacts : {1, 99, 100, 101, 250}) {
        RollCallBench bench(contacts);
        EXPECT_EQ(told(bench.find()), Told()) << "all are there";
        const auto calls = static_cast<std::size_t>((contacts + 99) / 100);
        EXPECT_EQ(bench.fake.callsMatching(reads), calls) << contacts;
        EXPECT_EQ(bench.fake.log.size(), calls) << contacts;
        // The first and the last of every hundred, and the last of all.
        Told lost;
        for (int i = 0; i < contacts; ++i) {
            if (i % 100 == 0 || i % 100 == 99 || i == contacts - 1) {
                bench.fake.forget("contacts", bench.ids[static_cast<std::size_t>(i)]);
                lost.push_back("hs:" + bench.ids[static_cast<std::size_t>(i)] + " gone");
            }
        }
        bench.fake.log.clear();
        EXPECT_EQ(told(bench.find()), lost);
        EXPECT_EQ(bench.fake.callsMatching(reads), calls + 2) << contacts;
    }
}

TEST(HubSpotRollCall, TheRequestsAreThePublishedOnes)
{
    RollCallBench bench(2);
    bench.fake.forget("contacts", bench.ids[1]);
    std::vector<fakes::Request> asked;
    fakes::DirectHttpClient http([&](const fakes::Request &request) {
        asked.push_back(request);
        return bench.fake.handle(request);
    });
    HubSpotConnector connector(
        {http, bench.access, bench.gate, bench.pace, bench.clock, bench.options});
    const std::vector<std::string> ids = {"hs:1000", "hs:1001"};
    ASSERT_TRUE(connector.findGone(RecordKind::Contact, ids, bench.cancel).ok());
    ASSERT_EQ(asked.size(), 3U);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        EXPECT_EQ(asked[i].method, "POST");
        EXPECT_EQ(asked[i].path, "/crm/objects/2026-09/contacts/batch/read");
        EXPECT_EQ(asked[i].query, i == 2 ? "archived=true" : "");
        EXPECT_EQ(asked[i].body, std::string(R"({"inputs":[)") +
                                     (i == 0 ? R"({"id":"1000"},)" : "") +
                                     R"({"id":"1001"}],"properties":["hs_merged_object_ids"],)" +
                                     R"("propertiesWithHistory":[]})");
    }
}

TEST(HubSpotRollCall, AnArchivedRecordIsGoneAndARestoredOneIsNot)
{
    RollCallBench bench;
    bench.fake.archive("contacts", bench.ids[1]);
    bench.fake.archive("contacts", bench.ids[3]);
    bench.fake.restore("contacts", bench.ids[3]);
    EXPECT_EQ(told(bench.find()), Told{"hs:" + bench.ids[1] + " gone"});
}

TEST(HubSpotRollCall, AMergedRecordIsNoDeletion)
{
    RollCallBench bench;
    const std::string into = bench.fake.merge("contacts", bench.ids[0], bench.ids[2]);
    EXPECT_EQ(told(bench.find()), (Told{"hs:" + bench.ids[0] + " into hs:" + into,
                                        "hs:" + bench.ids[2] + " into hs:" + into}));
    // The survivor is privacy-deleted: now both are gone.
    bench.fake.forget("contacts", into);
    EXPECT_EQ(told(bench.find({into})), Told{"hs:" + into + " gone"});
}

TEST(HubSpotRollCall, WhatIsOnlyOutOfSightIsNotDeleted)
{
    RollCallBench bench;
    bench.fake.settings.hidden = {bench.ids[2]};
    EXPECT_EQ(told(bench.find()), Told{"hs:" + bench.ids[2] + " unseen"});
    bench.fake.settings.hidden.clear();
    bench.fake.settings.denied = {"contacts"};
    EXPECT_EQ(bench.find().error().code, ErrorCode::PermissionDenied);
}

TEST(HubSpotRollCall, AnErrorOfAnotherKindProvesNothingAboutItsRecord)
{
    RollCallBench bench;
    bench.fake.settings.hidden = {bench.ids[2]};
    bench.fake.settings.hiddenCategory = "VALIDATION_ERROR";
    bench.fake.forget("contacts", bench.ids[4]);
    EXPECT_EQ(told(bench.find()), Told{"hs:" + bench.ids[4] + " gone"});
    // Without the ids it concerns, it may concern each.
    bench.answer(0, R"({"results":[],"numErrors":1,"errors":[{"category":"INTERNAL_ERROR"}]})");
    EXPECT_EQ(told(bench.find()), Told());
}

TEST(HubSpotRollCall, OneReadThatMissesARecordProvesNothing)
{
    RollCallBench bench;
    bench.answer(0, R"({"results":[]})", 200);
    EXPECT_EQ(told(bench.find()), Told()) << "the second one finds them";
    bench.answer(0, R"({"results":[]})", 200);
    bench.answer(0, R"({"results":[]})", 200); // of archived=false both; they are not archived
    bench.answer(0, R"({"message":"no"})", 400);
    EXPECT_EQ(bench.find().error().code, ErrorCode::Refused) << "and nothing was said";
    bench.answer(0, R"({"status":"COMPLETE"})", 200);
    EXPECT_EQ(bench.find().error().code, ErrorCode::Unavailable);
}

TEST(HubSpotRollCall, ARefusalOrAFailureOfAnyOfTheThreeReadsDeletesNothing)
{
    for (const int status : {400, 403, 404, 500}) {
        for (int read = 0; read < 3; ++read) {
            RollCallBench bench;
            bench.fake.forget("contacts", bench.ids[0]);
            fakes::HubSpotFakeFault fault{.match = reads, .status = status, .times = 50};
            fault.after = read;
            bench.fake.faults = {fault};
            EXPECT_FALSE(bench.find().ok()) << status << " at " << read;
        }
    }
}

TEST(HubSpotRollCall, AVendorThatIsSilentAboutTheLostIsAskedThreeTimes)
{
    RollCallBench bench;
    bench.fake.settings.silentAboutMissing = true;
    bench.fake.forget("contacts", bench.ids[0]);
    EXPECT_EQ(told(bench.find()), Told{"hs:" + bench.ids[0] + " gone"});
    EXPECT_EQ(bench.fake.callsMatching(reads), 3U);
}

TEST(HubSpotRollCall, OnlyKindsAndIdsOfHubSpotAreAskedFor)
{
    RollCallBench bench;
    const std::vector<std::string> others = {"sf:003000000000001AAA", "1000", "hs:x/../1"};
    EXPECT_EQ(
        told(bench.connector().findGone(RecordKind::Contact, others, bench.cancel).value().value()),
        Told());
    EXPECT_FALSE(
        bench.connector().findGone(RecordKind::Owner, others, bench.cancel).value().has_value());
    EXPECT_TRUE(bench.fake.log.empty());
}

} // namespace topline::crm
