// What a push writes into HubSpot: activities once, edits only where nobody else was.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::ActionKind;

std::string hs(const std::string &id)
{
    return "hs:" + id;
}

struct KindCase {
    ActionKind kind;
    const char *object;
    const char *title; // property of the subject
    const char *body;
};

const KindCase kindCases[] = {
    {ActionKind::Task, "tasks", "hs_task_subject", "hs_task_body"},
    {ActionKind::Call, "calls", "hs_call_title", "hs_call_body"},
    {ActionKind::Email, "emails", "hs_email_subject", "hs_email_text"},
    {ActionKind::Meeting, "meetings", "hs_meeting_title", "hs_meeting_body"},
    {ActionKind::Note, "notes", "", "hs_note_body"},
};

} // namespace

TEST(HubSpotPush, EveryKindOfActivityIsLoggedOnceWithItsKeyAndLinks)
{
    for (const KindCase &one : kindCases) {
        HubSpotBench bench;
        bench.defineKeys();
        const auto acme = bench.addCompany();
        const auto effect = bench.effect(1, {.kind = one.kind,
                                             .contact = hs(acme.contact),
                                             .deal = hs(acme.deal),
                                             .account = hs(acme.company)});
        const auto first = bench.push(effect);
        ASSERT_EQ(first.state, PushState::Applied) << one.object << ": " << first.detail;
        bench.restart();
        const auto second = bench.push(effect);
        EXPECT_EQ(second.state, PushState::AlreadyApplied) << one.object;
        EXPECT_EQ(second.remoteId, first.remoteId);
        EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Applied);
        EXPECT_EQ(bench.fake.createdWithKey(effect.id.text()), 1U) << one.object;
        const std::string id = first.remoteId.substr(3);
        if (*one.title != '\0') {
            EXPECT_EQ(bench.fake.value(one.object, id, one.title), "Dates");
        }
        EXPECT_NE(bench.fake.value(one.object, id, one.body).find("Hello"), std::string::npos);
        EXPECT_EQ(bench.fake.value(one.object, id, "hs_timestamp"),
                  hubspotTimeText(hubspotNow - base::minuteMs));
        EXPECT_EQ(bench.fake.callsMatching("POST /crm/objects/2026-09/[a-z]+ 201"), 1U);
    }
}

TEST(HubSpotPush, ACallSaysWhatCameOfItAndHowLongItTook)
{
    const std::pair<const char *, const char *> results[] = {
        {"connected", "f240bbac-87c9-4f6e-bf70-924b57d47db7"},
        {"left_message", "b2cf5968-551e-4856-9783-52b3da59a7d0"},
        {"no_answer", "73a0d17f-1163-4015-bdd5-ec830791da20"},
        {"wrong_number", "17b47fee-58de-441e-a44c-c6300d46f273"},
        {"meeting_agreed", "f240bbac-87c9-4f6e-bf70-924b57d47db7"},
        {"", ""},
    };
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    int number = 0;
    for (const auto &[result, disposition] : results) {
        const auto effect = bench.effect(++number, {.kind = ActionKind::Call,
                                                    .contact = hs(acme.contact),
                                                    .body = result,
                                                    .callResult = result});
        const auto answer = bench.push(effect);
        ASSERT_EQ(answer.state, PushState::Applied) << result << answer.detail;
        const std::string id = answer.remoteId.substr(3);
        EXPECT_EQ(bench.fake.value("calls", id, "hs_call_disposition"), disposition) << result;
        EXPECT_EQ(bench.fake.value("calls", id, "hs_call_duration"), *result ? "125000" : "");
    }
}

TEST(HubSpotPush, WithoutTheKeyARepeatFindsTheFirstByItsTimeAndContent)
{
    for (const KindCase &one : kindCases) {
        HubSpotBench bench;
        const auto acme = bench.addCompany();
        bench.fake.settings.indexLagMs = base::hourMs; // searches do not help
        const auto effect = bench.effect(1, {.kind = one.kind, .contact = hs(acme.contact)});
        ASSERT_EQ(bench.push(effect).state, PushState::Applied) << one.object;
        bench.restart();
        EXPECT_EQ(bench.push(effect).state, PushState::AlreadyApplied) << one.object;
        EXPECT_EQ(bench.fake.liveCount(one.object), 1U) << one.object;
    }
}

TEST(HubSpotPush, TextIsShownInHubSpotAsItWasWritten)
{
    HubSpotBench bench;
    bench.defineKeys();
    const auto acme = bench.addCompany();
    const auto effect = bench.effect(
        1, {.kind = ActionKind::Note, .contact = hs(acme.contact), .body = "a < b & c\nnext"});
    const auto answer = bench.push(effect);
    ASSERT_EQ(answer.state, PushState::Applied);
    EXPECT_EQ(bench.fake.value("notes", answer.remoteId.substr(3), "hs_note_body"),
              "Dates<br><br>a &lt; b &amp; c<br>next");
    EXPECT_EQ(bench.push(effect).state, PushState::AlreadyApplied);
}

TEST(HubSpotPush, AStageChangeWritesOnlyTheStageAndReadsBack)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const auto effect = bench.effect(1, {.kind = ActionKind::StageChange,
                                         .deal = hs(acme.deal),
                                         .stage = "hs:default/contractsent",
                                         .stageBase = "hs:default/appointmentscheduled"});
    const auto answer = bench.push(effect);
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "dealstage"), "contractsent");
    ASSERT_EQ(answer.fresh.deals.size(), 1U);
    EXPECT_EQ(answer.fresh.deals[0].stage.remoteId, "hs:default/contractsent");
    EXPECT_EQ(answer.fresh.stageChanges.size(), 2U);
    // Links were not read: unknown, not empty.
    EXPECT_EQ(answer.fresh.missing.at(domain::RecordKind::Deal).count("account"), 1U);
    EXPECT_EQ(bench.push(effect).state, PushState::AlreadyApplied);
    EXPECT_EQ(bench.fake.journal.size(), 1U);
}

TEST(HubSpotPush, AStageInAnotherPipelineTakesThePipelineAlong)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const auto answer = bench.push(bench.effect(
        1, {.kind = ActionKind::StageChange, .deal = hs(acme.deal), .stage = "hs:77001/88001"}));
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "pipeline"), "77001");
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "dealstage"), "88001");
}

TEST(HubSpotPush, AnEditIsComparedByValueNotByText)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const auto answer =
        bench.push(bench.effect(1, {.kind = ActionKind::FieldEdit,
                                    .deal = hs(acme.deal),
                                    .fields = {{"amount", "EUR 1500.5", "EUR 1750.00"},
                                               {"next_step", "Call", ""},
                                               {"close", "2026-12-31T17:00:00.000Z", "2027-01-15"},
                                               {"name", "Acme renewal", "Acme renewal"}}}));
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "amount"), "1750");
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "hs_next_step"), "");
    // Noon in the account's zone, so that it is that day in every office.
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "closedate"), "2027-01-15T17:00:00.000Z");
    EXPECT_TRUE(answer.fresh.deals.at(0).nextStep.empty());
}

TEST(HubSpotPush, EditsOfContactsAndCompaniesGoToTheirOwnObjects)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    EXPECT_EQ(bench
                  .push(bench.effect(1, {.kind = ActionKind::FieldEdit,
                                         .contact = hs(acme.contact),
                                         .fields = {{"title", "CTO", "CEO"}}}))
                  .state,
              PushState::Applied);
    EXPECT_EQ(bench.fake.value("contacts", acme.contact, "jobtitle"), "CEO");
    EXPECT_EQ(bench
                  .push(bench.effect(2, {.kind = ActionKind::FieldEdit,
                                         .account = hs(acme.company),
                                         .fields = {{"employees", "120", "150"},
                                                    {"domain", "acme.example", "acme.test"}}}))
                  .state,
              PushState::Applied);
    EXPECT_EQ(bench.fake.value("companies", acme.company, "numberofemployees"), "150");
}

TEST(HubSpotPush, WhatCannotBeWrittenIsRefusedBeforeAnythingIs)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const HubSpotBench::Wish wishes[] = {
        {.kind = ActionKind::FieldEdit, .deal = hs(acme.deal), .fields = {{"source", "", "x"}}},
        {.kind = ActionKind::FieldEdit, .deal = hs(acme.deal), .fields = {{"colour", "", "x"}}},
        {.kind = ActionKind::FieldEdit, .deal = hs(acme.deal), .fields = {{"amount", "", "much"}}},
        {.kind = ActionKind::FieldEdit, .deal = hs(acme.deal)},
        {.kind = ActionKind::FieldEdit, .deal = "sf:006", .fields = {{"amount", "", "1"}}},
        {.kind = ActionKind::StageChange, .deal = hs(acme.deal), .stage = "Won"},
        {.kind = ActionKind::Task, .contact = "003xx"},
        {.kind = ActionKind::Note, .contact = hs(acme.contact), .body = std::string(70'000, 'x')},
    };
    for (const auto &wish : wishes) {
        const auto answer = bench.push(bench.effect(1, wish));
        EXPECT_EQ(answer.state, PushState::Refused);
        EXPECT_FALSE(answer.detail.empty());
    }
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST(HubSpotPush, OtherBytesThanApprovedNeverLeave)
{
    HubSpotBench bench;
    bench.defineKeys();
    auto effect = bench.effect(1, {});
    effect.wire.replace(effect.wire.find("Hello"), 5, "Howdy");
    EXPECT_EQ(bench.push(effect).state, PushState::Refused);
    EXPECT_EQ(bench.http.requestCount(), 0);
}

TEST(HubSpotPush, OfflineNothingIsSentAndItWaits)
{
    HubSpotBench bench;
    bench.defineKeys();
    const auto acme = bench.addCompany();
    bench.http.setOffline(true);
    for (const auto &wish : {HubSpotBench::Wish{.contact = hs(acme.contact)},
                             HubSpotBench::Wish{.kind = ActionKind::StageChange,
                             .deal = hs(acme.deal),
                             .stage = "hs:default/closedwon"}}) {
        const auto answer = bench.push(bench.effect(1, wish));
        EXPECT_EQ(answer.state, PushState::NotSent);
        EXPECT_GT(answer.retryAtMs.value_or(0), bench.clock.now() - 1);
    }
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST(HubSpotPush, WithoutTheKeyTheSameWordsForTwoDealsAreTwoTasks)
{
    for (const bool restarts : {false, true}) {
        HubSpotBench bench;
        const auto acme = bench.addCompany();
        const std::string second = bench.fake.add("deals", {{"dealname", "Acme too"}});
        const auto task = [&](int number, const std::string &deal) {
            return bench.effect(number, {.contact = hs(acme.contact), .deal = hs(deal)});
        };
        EXPECT_EQ(bench.push(task(1, acme.deal)).state, PushState::Applied);
        if (restarts)
            bench.restart();
        EXPECT_EQ(bench.push(task(2, second)).state, PushState::Applied) << restarts;
        EXPECT_EQ(bench.fake.liveCount("tasks"), 2U);
        bench.restart();
        EXPECT_EQ(bench.push(task(1, acme.deal)).state, PushState::AlreadyApplied);
        EXPECT_EQ(bench.push(task(2, second)).state, PushState::AlreadyApplied);
        EXPECT_EQ(bench.fake.liveCount("tasks"), 2U);
        // Twice the same for one deal, in one life: two people may both mean it.
        EXPECT_EQ(bench.push(task(3, second)).state, PushState::Applied);
    }
}

TEST(HubSpotPush, ALookUpOfAnEditReadsTheHistory)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const auto effect = bench.effect(1, {.kind = ActionKind::StageChange,
                                         .deal = hs(acme.deal),
                                         .stage = "hs:default/contractsent",
                                         .stageBase = "hs:default/appointmentscheduled"});
    EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Refused);
    ASSERT_EQ(bench.push(effect).state, PushState::Applied);
    bench.fake.edit("deals", acme.deal, {{"dealstage", "closedwon"}}); // by somebody, since
    EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Applied);
    EXPECT_EQ(bench.fake.value("deals", acme.deal, "dealstage"), "closedwon");
}

} // namespace topline::crm
