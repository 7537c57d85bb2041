// The faults of HubSpot that a push must survive, by their numbers in the list of the research
// (F1-F24): no edit of ours is lost, nothing is written twice, nobody's change is overwritten.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::ActionKind;
using fakes::HubSpotFakeFault;
using Wire = fakes::Response::Wire;

constexpr const char *createTask = "POST /crm/objects/2026-09/tasks$";
constexpr const char *patchDeal = "PATCH /crm/objects/2026-09/deals/";

struct Pushing : HubSpotBench {
    explicit Pushing(bool hasKeys = true)
    {
        if (hasKeys)
            defineKeys();
        acme = addCompany();
        task = effect(1, {.contact = "hs:" + acme.contact});
        stage = effect(2, {.kind = ActionKind::StageChange,
                           .deal = "hs:" + acme.deal,
                           .stage = "hs:default/contractsent",
                           .stageBase = "hs:default/appointmentscheduled"});
        edit = effect(3, {.kind = ActionKind::FieldEdit,
                          .deal = "hs:" + acme.deal,
                          .fields = {{"amount", "EUR 1500.50", "EUR 1750.00"},
                                     {"nextStep", "Call", "Send"}}});
    }

    PushAnswer lookUp(const domain::Effect &asked) { return connector().lookUp(asked, cancel); }

    std::string stageNow() { return fake.value("deals", acme.deal, "dealstage"); }

    Company acme;
    domain::Effect task;
    domain::Effect stage;
    domain::Effect edit;
};

} // namespace

TEST(HubSpotPushFaults, F1AStormOf429WritesNothingAndThenOnce)
{
    Pushing bench;
    HubSpotFakeFault storm{.match = createTask, .status = 429, .times = 2};
    storm.policy = "TEN_SECONDLY_ROLLING";
    bench.fake.faults = {storm};
    EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
    storm.match = patchDeal;
    storm.times = 99;
    bench.fake.faults = {storm};
    const auto answer = bench.push(bench.stage);
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_GT(answer.retryAtMs.value_or(0), bench.clock.now());
    bench.fake.faults.clear();
    bench.pace.advance(base::hourMs);
    EXPECT_EQ(bench.push(bench.stage).state, PushState::Applied);
    EXPECT_EQ(bench.fake.journal.size(), 2U);
}

TEST(HubSpotPushFaults, F3TheDailyLimitLeavesItInTheQueue)
{
    Pushing bench;
    HubSpotFakeFault daily{.match = createTask, .status = 429, .times = 1};
    daily.policy = "DAILY";
    bench.fake.faults = {daily};
    const auto answer = bench.push(bench.task);
    EXPECT_EQ(answer.state, PushState::NotSent);
    bench.pace.advance(*answer.retryAtMs - bench.clock.now());
    EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
    EXPECT_EQ(bench.fake.createdWithKey(bench.task.id.text()), 1U);
}

TEST(HubSpotPushFaults, F4AFaultThatWasAnsweredIsLookedInto)
{
    for (const int status : {500, 502, 503, 504, 524}) {
        for (const bool isDone : {false, true}) {
            Pushing bench;
            bench.fake.faults = {
                {.match = createTask, .status = status, .times = 1, .isAnswerKept = isDone},
                {.match = patchDeal, .status = status, .times = 1, .isAnswerKept = isDone}};
            for (const auto *effect : {&bench.task, &bench.stage}) {
                const auto answer = bench.push(*effect);
                EXPECT_EQ(answer.state, isDone ? PushState::Applied : PushState::NotSent) << status;
                bench.restart();
                const auto again = bench.push(*effect);
                EXPECT_EQ(again.state, isDone ? PushState::AlreadyApplied : PushState::Applied);
            }
            EXPECT_EQ(bench.fake.createdWithKey(bench.task.id.text()), 1U);
            EXPECT_EQ(bench.stageNow(), "contractsent");
        }
    }
}

TEST(HubSpotPushFaults, F5ALostCreateIsFoundByItsKeyOrSentAgain)
{
    for (const Wire wire : {Wire::CloseBefore, Wire::CloseAfter, Wire::Truncate}) {
        Pushing bench;
        HubSpotFakeFault lost{.match = createTask, .times = 1};
        lost.wire = wire;
        bench.fake.faults = {lost};
        const auto answer = bench.push(bench.task);
        if (wire == Wire::CloseBefore) {
            EXPECT_EQ(answer.state, PushState::Unknown);
            bench.restart();
            EXPECT_EQ(bench.lookUp(bench.task).state, PushState::Refused); // proved absent
            bench.task.attempts = 2;
            EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
        } else {
            EXPECT_EQ(answer.state, PushState::Applied);
        }
        bench.restart();
        EXPECT_EQ(bench.push(bench.task).state, PushState::AlreadyApplied);
        EXPECT_EQ(bench.fake.createdWithKey(bench.task.id.text()), 1U);
    }
}

TEST(HubSpotPushFaults, F5WithoutTheKeyALostCreateIsNeverRepeatedBlindly)
{
    for (const Wire wire : {Wire::CloseBefore, Wire::CloseAfter}) {
        Pushing bench(false);
        bench.fake.settings.indexLagMs = base::hourMs;
        HubSpotFakeFault lost{.match = createTask, .times = 1};
        lost.wire = wire;
        bench.fake.faults = {lost};
        const bool hasArrived = wire == Wire::CloseAfter;
        EXPECT_EQ(bench.push(bench.task).state,
                  hasArrived ? PushState::Applied : PushState::Unknown);
        bench.restart();
        bench.task.attempts = 2;
        EXPECT_EQ(bench.lookUp(bench.task).state,
                  hasArrived ? PushState::Applied : PushState::Unknown);
        EXPECT_EQ(bench.push(bench.task).state,
                  hasArrived ? PushState::AlreadyApplied : PushState::Unknown);
        EXPECT_EQ(bench.fake.liveCount("tasks"), hasArrived ? 1U : 0U);
    }
}

TEST(HubSpotPushFaults, F5ALostEditIsReadBack)
{
    for (const Wire wire : {Wire::CloseBefore, Wire::CloseAfter}) {
        Pushing bench;
        HubSpotFakeFault lost{.match = patchDeal, .times = 1};
        lost.wire = wire;
        bench.fake.faults = {lost};
        const auto answer = bench.push(bench.edit);
        if (wire == Wire::CloseAfter) {
            EXPECT_EQ(answer.state, PushState::Applied);
        } else {
            EXPECT_EQ(answer.state, PushState::Unknown);
            EXPECT_EQ(bench.lookUp(bench.edit).state, PushState::Refused);
            EXPECT_EQ(bench.push(bench.edit).state, PushState::Applied);
        }
        EXPECT_EQ(bench.fake.value("deals", bench.acme.deal, "amount"), "1750");
        EXPECT_EQ(bench.fake.journal.size(), 1U);
    }
}

TEST(HubSpotPushFaults, F6ATokenThatEndsIsRenewedAndTheWriteIsSentOnce)
{
    Pushing bench;
    bench.fake.faults = {{.match = createTask, .status = 401, .times = 1}};
    bench.access.nextToken = "pat-good";
    EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
    EXPECT_EQ(bench.access.renewals, 1);
    EXPECT_EQ(bench.fake.createdWithKey(bench.task.id.text()), 1U);
}

TEST(HubSpotPushFaults, F7ARevokedSignInFreezesTheQueue)
{
    Pushing bench;
    bench.fake.settings.tokens.clear();
    for (const auto *effect : {&bench.task, &bench.stage, &bench.edit})
        EXPECT_EQ(bench.push(*effect).state, PushState::NotSent);
    bench.fake.settings.tokens = {"pat-good"};
    for (const auto *effect : {&bench.task, &bench.stage, &bench.edit})
        EXPECT_EQ(bench.push(*effect).state, PushState::Applied);
}

TEST(HubSpotPushFaults, F9ARecordDeletedMeanwhileIsAConflictAndTheNextGoesOn)
{
    for (const bool isBetween : {false, true}) {
        Pushing bench;
        if (isBetween) {
            HubSpotFakeFault deleted{.match = patchDeal, .status = 404, .times = 1};
            deleted.body =
                R"({"status":"error","message":"Object not found.","correlationId":"x1"})";
            bench.fake.faults = {deleted};
        } else {
            bench.fake.archive("deals", bench.acme.deal);
        }
        const auto answer = bench.push(bench.edit);
        EXPECT_EQ(answer.state, PushState::Conflict);
        ASSERT_EQ(answer.fresh.gone.size(), 1U);
        EXPECT_EQ(answer.fresh.gone[0].remoteId, "hs:" + bench.acme.deal);
        ASSERT_EQ(answer.clashes.size(), 2U); // what was wanted is kept
        EXPECT_EQ(answer.clashes[0].ours, "EUR 1750.00");
        EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
    }
}

TEST(HubSpotPushFaults, F10AnEditOfAMergedRecordGoesToTheOneThatLivesOn)
{
    Pushing bench;
    const std::string twin = bench.fake.add("deals", {{"dealname", "Twin"}});
    const std::string merged = bench.fake.merge("deals", bench.acme.deal, twin);
    const auto answer = bench.push(bench.stage);
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(answer.remoteId, "hs:" + merged);
    EXPECT_EQ(bench.fake.value("deals", merged, "dealstage"), "contractsent");
    EXPECT_GE(answer.fresh.merged.size(), 1U);
    EXPECT_EQ(answer.fresh.merged[0].toRemoteId, "hs:" + merged);
    EXPECT_TRUE(answer.fresh.gone.empty());
    EXPECT_EQ(bench.fake.callsMatching("PATCH /crm/objects/2026-09/deals/" + merged), 1U);
}

TEST(HubSpotPushFaults, F11ACreateThatIsThereAlreadyIsAdopted)
{
    Pushing bench;
    HubSpotFakeFault twin{.match = createTask, .status = 409, .times = 1, .isAnswerKept = true};
    twin.body = R"({"status":"error","message":"Exists. Existing ID: 7","category":"CONFLICT"})";
    bench.fake.faults = {twin};
    const auto answer = bench.push(bench.task);
    EXPECT_EQ(answer.state, PushState::AlreadyApplied);
    EXPECT_EQ(bench.fake.createdWithKey(bench.task.id.text()), 1U);
}

TEST(HubSpotPushFaults, F11AnAddressOfAnotherContactIsRefusedWithItsId)
{
    Pushing bench;
    const std::string other = bench.fake.add("contacts", {{"email", "taken@acme.example"}});
    const auto answer = bench.push(
        bench.effect(4, {.kind = ActionKind::FieldEdit,
                         .contact = "hs:" + bench.acme.contact,
                         .fields = {{"email", "kim@acme.example", "taken@acme.example"}}}));
    EXPECT_EQ(answer.state, PushState::Refused);
    EXPECT_NE(answer.detail.find("hs:" + other), std::string::npos);
    EXPECT_FALSE(answer.reference.empty());
}

TEST(HubSpotPushFaults, F12APropertyThatIsGoneIsLeftOutAndNamed)
{
    for (const bool isKnownBefore : {false, true}) {
        Pushing bench;
        if (isKnownBefore) { // the schema is read while it is still there
            ASSERT_EQ(bench.push(bench.stage).state, PushState::Applied);
        }
        bench.fake.removeProperty("deals", "hs_next_step");
        const auto answer = bench.push(bench.effect(
            5, {.kind = ActionKind::FieldEdit,
                .deal = "hs:" + bench.acme.deal,
                .fields = {{"amount", "EUR 1500.50", "EUR 1750.00"}, {"nextStep", "", "Send"}}}));
        ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
        EXPECT_EQ(bench.fake.value("deals", bench.acme.deal, "amount"), "1750");
        EXPECT_NE(answer.detail.find("nextStep"), std::string::npos);
        ASSERT_EQ(answer.clashes.size(), 1U); // not lost without a word
        EXPECT_EQ(answer.clashes[0].ours, "Send");
        EXPECT_EQ(answer.fresh.missing.at(domain::RecordKind::Deal).count("nextStep"), 1U);
    }
}

TEST(HubSpotPushFaults, F14AWriteWithoutTheRightIsRefusedWithItsName)
{
    Pushing bench;
    bench.fake.settings.denied = {"deals"};
    const auto answer = bench.push(bench.stage);
    EXPECT_EQ(answer.state, PushState::Refused);
    EXPECT_NE(answer.detail.find("crm.objects.deals"), std::string::npos);
    EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
}

TEST(HubSpotPushFaults, F19ALockIsWaitedForAndThenLeftForLater)
{
    Pushing bench;
    bench.fake.faults = {{.match = patchDeal, .status = 423, .times = 2}};
    EXPECT_EQ(bench.push(bench.stage).state, PushState::Applied);
    EXPECT_GE(bench.pace.waitsMs().at(0), 2'000);
    bench.fake.faults = {{.match = patchDeal, .status = 423, .times = 99}};
    const auto answer = bench.push(bench.edit);
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_TRUE(answer.retryAtMs);
    bench.fake.faults.clear();
    EXPECT_EQ(bench.push(bench.edit).state, PushState::Applied);
}

TEST(HubSpotPushFaults, F20AMoveOfTheRegionLeavesItInTheQueueForHours)
{
    Pushing bench;
    bench.fake.faults = {
        {.match = createTask, .status = 477, .times = 1, .headers = {{"Retry-After", "7200"}}}};
    const auto answer = bench.push(bench.task);
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_EQ(answer.retryAtMs, bench.clock.now() + 2 * base::hourMs);
    bench.pace.advance(2 * base::hourMs);
    EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
}

TEST(HubSpotPushFaults, F22AFieldThatBothSidesChangedIsAConflictAndNothingIsWritten)
{
    Pushing bench;
    bench.fake.edit("deals", bench.acme.deal, {{"amount", "1600"}, {"dealstage", "closedwon"}});
    const auto answer = bench.push(bench.edit);
    EXPECT_EQ(answer.state, PushState::Conflict);
    ASSERT_EQ(answer.clashes.size(), 1U);
    EXPECT_EQ(answer.clashes[0].field, "amount");
    EXPECT_EQ(answer.clashes[0].base, "EUR 1500.50");
    EXPECT_EQ(answer.clashes[0].ours, "EUR 1750.00");
    EXPECT_EQ(answer.clashes[0].theirs, "EUR 1600");
    ASSERT_EQ(answer.fresh.deals.size(), 1U);
    EXPECT_EQ(answer.fresh.deals[0].amount->amountMinor, 160'000);
    const auto moved = bench.push(bench.stage);
    EXPECT_EQ(moved.state, PushState::Conflict);
    EXPECT_EQ(moved.clashes.at(0).theirs, "hs:default/closedwon");
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST(HubSpotPushFaults, F22TheSameChangeOnBothSidesIsNoConflict)
{
    Pushing bench;
    bench.fake.edit("deals", bench.acme.deal, {{"amount", "1750.0"}});
    const auto answer = bench.push(bench.edit);
    EXPECT_EQ(answer.state, PushState::Applied);
    EXPECT_EQ(bench.fake.value("deals", bench.acme.deal, "amount"), "1750.0"); // left alone
    EXPECT_EQ(bench.fake.value("deals", bench.acme.deal, "hs_next_step"), "Send");
}

TEST(HubSpotPushFaults, F24AVersionThatIsGoneDeletesNothingAndKeepsTheEdit)
{
    Pushing bench;
    ASSERT_EQ(bench.push(bench.task).state, PushState::Applied); // everything is known
    bench.fake.faults = {{.match = "/crm/objects/2026-09/deals", .status = 404, .times = 99}};
    const auto answer = bench.push(bench.edit);
    EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_NE(answer.detail.find("2026-09"), std::string::npos);
    EXPECT_TRUE(answer.fresh.gone.empty());
    bench.fake.faults = {{.match = "/crm/objects/2026-09/tasks", .status = 410, .times = 99}};
    const auto task = bench.push(bench.effect(6, {.contact = "hs:" + bench.acme.contact}));
    EXPECT_NE(task.state, PushState::Applied);
    bench.fake.faults.clear();
    EXPECT_EQ(bench.push(bench.edit).state, PushState::Applied);
}

TEST(HubSpotPushFaults, F24ACreateWithoutItsPathStaysInTheQueue)
{
    Pushing bench(false);
    bench.fake.faults = {{.match = "/crm/objects/2026-09/tasks$", .status = 404, .times = 99}};
    EXPECT_EQ(bench.push(bench.task).state, PushState::NotSent);
    bench.fake.faults.clear();
    EXPECT_EQ(bench.push(bench.task).state, PushState::Applied);
}

} // namespace topline::crm
