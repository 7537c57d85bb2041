// Many writes at a time into HubSpot: what they cost, what one bad record does to the others
// (nothing), and that a lost answer never makes anything happen twice.
#include "tests/crm/cut_client.h"
#include "tests/crm/hubspot_bench.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>

namespace topline::crm {

namespace {

using domain::ActionKind;
using fakes::Response;

constexpr const char *updates = "POST .*/deals/batch/update";
constexpr const char *creates = "POST .*/tasks/batch/create";

class HubSpotBatch : public testing::Test {
protected:
    void addDeals(int count)
    {
        for (int i = 0; i < count; ++i)
            m_deals.push_back(bench.fake.add("deals",
                                             {{"dealname", "Deal " + std::to_string(i)},
                                              {"dealstage", "appointmentscheduled"},
                                              {"pipeline", "default"},
                                              {"hs_next_step", "Call"}},
                                             hubspotNow - base::dayMs));
        m_effects.clear();
    }

    domain::Effect stageEdit(int number) const
    {
        return bench.effect(number, {.kind = ActionKind::StageChange,
                                     .deal = "hs:" + m_deals[static_cast<std::size_t>(number)],
                                     .stage = "hs:default/contractsent",
                                     .stageBase = "hs:default/appointmentscheduled"});
    }

    domain::Effect fieldEdit(int number, const std::string &value, const std::string &base = "Call",
                             int id = -1) const
    {
        return bench.effect(id < 0 ? number : id,
                            {.kind = ActionKind::FieldEdit,
                             .deal = "hs:" + m_deals[static_cast<std::size_t>(number)],
                             .fields = {{"nextStep", base, value}}});
    }

    void stageEdits(int count)
    {
        addDeals(count);
        for (int i = 0; i < count; ++i)
            m_effects.push_back(stageEdit(i));
    }

    void tasks(int count, int firstId = 0)
    {
        bench.defineKeys();
        if (m_contact.empty())
            m_contact = "hs:" + bench.addCompany().contact;
        for (int i = 0; i < count; ++i)
            m_effects.push_back(bench.effect(firstId + i, {.contact = m_contact}));
    }

    std::vector<PushAnswer> push() { return bench.connector().pushMany(m_effects, bench.cancel); }

    std::string stage(std::size_t at) const
    {
        return bench.fake.value("deals", m_deals[at], "dealstage");
    }

    std::string nextStep(std::size_t at) const
    {
        return bench.fake.value("deals", m_deals[at], "hs_next_step");
    }

    static std::size_t count(const std::vector<PushAnswer> &answers, PushState state)
    {
        return static_cast<std::size_t>(
            std::count_if(answers.begin(), answers.end(),
                          [&](const PushAnswer &one) { return one.state == state; }));
    }

    // No record was written more often than once.
    void expectOnce() const
    {
        std::map<std::string, int> times;
        for (const auto &write : bench.fake.journal)
            EXPECT_EQ(++times[write.type + write.id + write.key], 1) << write.type << write.id;
    }

    HubSpotBench bench;
    std::vector<std::string> m_deals;
    std::string m_contact;
    std::vector<domain::Effect> m_effects;
};

} // namespace

TEST_F(HubSpotBatch, AHundredStageEditsCostAHandfulOfCalls)
{
    stageEdits(100);
    const auto answers = push();
    ASSERT_EQ(answers.size(), 100U);
    EXPECT_EQ(count(answers, PushState::Applied), 100U);
    for (std::size_t i = 0; i < 100; ++i) {
        EXPECT_EQ(stage(i), "contractsent");
        EXPECT_EQ(answers[i].remoteId, "hs:" + m_deals[i]);
        ASSERT_EQ(answers[i].fresh.deals.size(), 1U);
        EXPECT_EQ(answers[i].fresh.deals[0].remoteId, "hs:" + m_deals[i]);
        EXPECT_EQ(answers[i].fresh.deals[0].stage.remoteId, "hs:default/contractsent");
        EXPECT_EQ(answers[i].fresh.stageChanges.size(), 2U);
    }
    EXPECT_EQ(bench.fake.callsMatching(updates), 1U);
    EXPECT_EQ(bench.fake.journal.size(), 100U);
    const std::size_t first = bench.fake.log.size();
    for (std::size_t i = 0; i < 100; ++i) {
        m_effects[i] =
            bench.effect(static_cast<int>(200 + i), {.kind = ActionKind::StageChange,
                                                     .deal = "hs:" + m_deals[i],
                                                     .stage = "hs:default/appointmentscheduled",
                                                     .stageBase = "hs:default/contractsent"});
    }
    EXPECT_EQ(count(push(), PushState::Applied), 100U);
    const std::size_t later = bench.fake.log.size() - first;
    std::cout << "100 stage edits: " << first << " calls the first time, " << later
              << " afterwards\n";
    EXPECT_LE(first, 7U); // with the account, its stages and its properties
    EXPECT_LE(later, 4U);
}

TEST_F(HubSpotBatch, OneBadOfAHundredIsFoundByHalvingAndTheOthersLand)
{
    for (const int bad : {0, 37, 62, 99}) {
        m_deals.clear();
        bench.fake.journal.clear();
        bench.fake.log.clear();
        bench.fake.settings.invalidValues = {"hs_next_step=bad"};
        addDeals(100);
        for (int i = 0; i < 100; ++i)
            m_effects.push_back(fieldEdit(i, i == bad ? "bad" : "Sign", "Call", bad * 1000 + i));
        const auto answers = push();
        EXPECT_EQ(count(answers, PushState::Applied), 99U);
        EXPECT_EQ(answers[static_cast<std::size_t>(bad)].state, PushState::Refused);
        EXPECT_NE(answers[static_cast<std::size_t>(bad)].detail.find("no allowed option"),
                  std::string::npos);
        EXPECT_EQ(nextStep(static_cast<std::size_t>(bad)), "Call");
        EXPECT_EQ(bench.fake.journal.size(), 99U);
        expectOnce();
        const std::size_t calls = bench.fake.callsMatching(updates);
        std::cout << "bad at " << bad << ": " << calls << " writing calls, "
                  << bench.fake.log.size() << " in all\n";
        EXPECT_LE(calls, 15U);                       // 2 * ceil(log2(100)) + 1
        EXPECT_LE(bench.fake.log.size(), calls + 6); // nobody else went alone
    }
}

TEST_F(HubSpotBatch, ManyBadOnesAreAllFound)
{
    bench.fake.settings.invalidValues = {"hs_next_step=bad"};
    addDeals(40);
    for (int i = 0; i < 40; ++i)
        m_effects.push_back(fieldEdit(i, i % 7 == 0 ? "bad" : "Sign"));
    const auto answers = push();
    for (std::size_t i = 0; i < 40; ++i) {
        EXPECT_EQ(answers[i].state, i % 7 == 0 ? PushState::Refused : PushState::Applied) << i;
        EXPECT_EQ(nextStep(i), i % 7 == 0 ? "Call" : "Sign");
    }
    expectOnce();
}

TEST_F(HubSpotBatch, AConflictStopsOnlyItsOwnRecord)
{
    addDeals(10);
    for (int i = 0; i < 10; ++i)
        m_effects.push_back(fieldEdit(i, "Sign"));
    bench.fake.edit("deals", m_deals[4], {{"hs_next_step", "Lunch"}});
    const auto answers = push();
    EXPECT_EQ(count(answers, PushState::Applied), 9U);
    ASSERT_EQ(answers[4].state, PushState::Conflict);
    ASSERT_EQ(answers[4].clashes.size(), 1U);
    EXPECT_EQ(answers[4].clashes[0].theirs, "Lunch");
    EXPECT_EQ(answers[4].fresh.deals.at(0).nextStep, "Lunch");
    EXPECT_EQ(nextStep(4), "Lunch");
}

TEST_F(HubSpotBatch, WhatStandsThereAlreadyIsNotWritten)
{
    addDeals(3);
    for (int i = 0; i < 3; ++i)
        m_effects.push_back(fieldEdit(i, "Sign"));
    bench.fake.edit("deals", m_deals[1], {{"hs_next_step", "Sign"}});
    const auto answers = push();
    EXPECT_EQ(answers[1].state, PushState::AlreadyApplied);
    EXPECT_EQ(count(answers, PushState::Applied), 2U);
    EXPECT_EQ(bench.fake.journal.size(), 2U);
}

TEST_F(HubSpotBatch, APartialAnswerIsMappedToEachRecord)
{
    stageEdits(6);
    // Somebody deletes one between our reading and our writing, and merges another away.
    bool isDone = false;
    fakes::DirectHttpClient http{[&](const fakes::Request &request) {
        if (request.path.ends_with("/batch/update") && !std::exchange(isDone, true)) {
            bench.fake.archive("deals", m_deals[2]);
            bench.fake.merge("deals", m_deals[5], m_deals[3]);
        }
        return bench.fake.handle(request);
    }};
    HubSpotConnector connector(
        {http, bench.access, bench.gate, bench.pace, bench.clock, bench.options});
    const auto answers = connector.pushMany(m_effects, bench.cancel);
    EXPECT_EQ(bench.fake.callsMatching("batch/update 207"), 1U);
    for (const std::size_t i : {0U, 1U, 3U, 4U})
        EXPECT_EQ(answers[i].state, PushState::Applied) << i;
    EXPECT_EQ(answers[2].state, PushState::Conflict);
    EXPECT_EQ(answers[2].fresh.gone.size(), 1U);
    // Both live on in one record, which was changed once.
    EXPECT_EQ(answers[5].state, PushState::AlreadyApplied);
    EXPECT_EQ(answers[5].remoteId, answers[3].remoteId);
    expectOnce();
}

TEST_F(HubSpotBatch, AnAnswerThatNamesNobodyIsLookedInto)
{
    stageEdits(3);
    bench.fake.faults = {
        {.match = "batch/update", .status = 200, .body = R"({"status":"COMPLETE","results":[]})"}};
    EXPECT_EQ(count(push(), PushState::Applied), 3U);
    EXPECT_EQ(bench.fake.journal.size(), 3U);
    expectOnce();
}

TEST_F(HubSpotBatch, ALostAnswerIsDecidedByReadingAgain)
{
    for (const auto wire :
         {Response::Wire::CloseAfter, Response::Wire::Truncate, Response::Wire::CloseBefore}) {
        const bool arrives = wire != Response::Wire::CloseBefore;
        m_deals.clear();
        bench.fake.journal.clear();
        bench.fake.log.clear();
        stageEdits(100);
        for (std::size_t i = 0; i < 100; ++i)
            m_effects[i] = bench.effect(static_cast<int>(1000 * static_cast<int>(wire) + 100 + i),
                                        {.kind = ActionKind::StageChange,
                                         .deal = "hs:" + m_deals[i],
                                         .stage = "hs:default/contractsent",
                                         .stageBase = "hs:default/appointmentscheduled"});
        bench.fake.faults = {{.match = "batch/update", .wire = wire}};
        const auto answers = push();
        EXPECT_EQ(count(answers, arrives ? PushState::Applied : PushState::Unknown), 100U);
        EXPECT_EQ(bench.fake.callsMatching("batch/update"), 1U);
        EXPECT_EQ(bench.fake.journal.size(), arrives ? 100U : 0U);
        if (arrives)
            continue;
        for (const auto &effect : m_effects)
            EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Refused);
        EXPECT_EQ(count(push(), PushState::Applied), 100U);
        expectOnce();
    }
}

TEST_F(HubSpotBatch, WhenTheReadingIsLostTooAllAreInDoubtAndFoundLater)
{
    stageEdits(20);
    bench.fake.faults = {
        {.match = "batch/update", .wire = Response::Wire::CloseAfter},
        {.match = "batch/read", .times = 100, .after = 1, .wire = Response::Wire::CloseBefore}};
    EXPECT_EQ(count(push(), PushState::Unknown), 20U);
    bench.fake.faults.clear();
    for (const auto &effect : m_effects)
        EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Applied);
    EXPECT_EQ(count(push(), PushState::AlreadyApplied), 20U);
    EXPECT_EQ(bench.fake.journal.size(), 20U);
}

TEST_F(HubSpotBatch, AFailureOfTheirsLeavesEverythingInTheQueueUnlessItArrived)
{
    stageEdits(10);
    bench.fake.faults = {{.match = "batch/update", .status = 503}};
    auto answers = push();
    EXPECT_EQ(count(answers, PushState::NotSent), 10U);
    EXPECT_TRUE(answers[9].retryAtMs.has_value());
    bench.fake.faults = {{.match = "batch/update", .status = 502, .isAnswerKept = true}};
    EXPECT_EQ(count(push(), PushState::Applied), 10U);
    EXPECT_EQ(bench.fake.journal.size(), 10U);
}

TEST_F(HubSpotBatch, ALimitOrNoConnectionKeepsAllOfThemForLater)
{
    stageEdits(10);
    bench.http.setOffline(true);
    EXPECT_EQ(count(push(), PushState::NotSent), 10U);
    bench.http.setOffline(false);
    bench.fake.faults = {{.match = "batch/update", .status = 429, .policy = "DAILY"}};
    const auto limited = push();
    EXPECT_EQ(count(limited, PushState::NotSent), 10U);
    for (const auto &one : limited)
        EXPECT_TRUE(one.retryAtMs && *one.retryAtMs > bench.clock.now());
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST_F(HubSpotBatch, TwoEditsOfOneRecordGoOneAfterTheOther)
{
    addDeals(3);
    m_effects = {fieldEdit(0, "Sign", "Call", 1), fieldEdit(1, "Sign", "Call", 2),
                 fieldEdit(0, "Invoice", "Sign", 3), fieldEdit(2, "Sign", "Call", 4)};
    EXPECT_EQ(count(push(), PushState::Applied), 4U);
    EXPECT_EQ(nextStep(0), "Invoice");
    EXPECT_EQ(bench.fake.callsMatching(updates), 1U);
    EXPECT_EQ(bench.fake.callsMatching("PATCH"), 1U);
}

TEST_F(HubSpotBatch, APropertyThatWentAwayIsDroppedForAllAndTheRestIsWritten)
{
    addDeals(5);
    for (int i = 0; i < 5; ++i)
        m_effects.push_back(bench.effect(
            50 + i, {.kind = ActionKind::FieldEdit,
                     .deal = "hs:" + m_deals[static_cast<std::size_t>(i)],
                     .fields = {{"nextStep", "Call", "Sign"}, {"amount", "", "EUR 5.00"}}}));
    bool isDone = false;
    fakes::DirectHttpClient http{[&](const fakes::Request &request) {
        if (request.path.ends_with("/batch/update") && !std::exchange(isDone, true))
            bench.fake.removeProperty("deals", "hs_next_step");
        return bench.fake.handle(request);
    }};
    HubSpotConnector connector(
        {http, bench.access, bench.gate, bench.pace, bench.clock, bench.options});
    const auto answers = connector.pushMany(m_effects, bench.cancel);
    EXPECT_EQ(count(answers, PushState::Applied), 5U);
    EXPECT_NE(answers[3].detail.find("nextStep"), std::string::npos);
    EXPECT_EQ(bench.fake.value("deals", m_deals[3], "amount"), "5");
    EXPECT_LE(bench.fake.callsMatching(updates), 3U);
}

TEST_F(HubSpotBatch, AMissingRightIsSaidOnceAndNotSearchedFor)
{
    stageEdits(100);
    bench.fake.faults = {{.match = "batch/update",
                          .status = 403,
                          .times = 1000,
                          .body = R"({"message":"no","category":"MISSING_SCOPES","errors":[)"
                                  R"({"context":{"requiredGranularScopes":["deals.write"]}}]})"}};
    EXPECT_EQ(count(push(), PushState::Refused), 100U);
    EXPECT_EQ(bench.fake.callsMatching(updates), 1U);
}

TEST_F(HubSpotBatch, WhereBatchesAreNotOfferedEachGoesAlone)
{
    stageEdits(4);
    bench.fake.faults = {{.match = "batch/update", .status = 405, .times = 100}};
    EXPECT_EQ(count(push(), PushState::Applied), 4U);
    expectOnce();
}

TEST_F(HubSpotBatch, AHundredTasksAreMadeOnceInTwoCalls)
{
    tasks(100);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::Task), 1U); // not known yet
    EXPECT_EQ(count(push(), PushState::Applied), 100U);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::Task), 100U);
    EXPECT_EQ(bench.fake.callsMatching(creates), 1U);
    EXPECT_EQ(bench.fake.liveCount("tasks"), 100U);
    std::cout << "100 tasks: " << bench.fake.log.size() << " calls\n";
    EXPECT_LE(bench.fake.log.size(), 3U);
    bench.restart();
    bench.fake.log.clear();
    EXPECT_EQ(count(push(), PushState::AlreadyApplied), 100U);
    EXPECT_EQ(bench.fake.callsMatching("POST .*/tasks/batch/read"), 1U);
    EXPECT_LE(bench.fake.log.size(), 2U); // and the properties
    EXPECT_EQ(bench.fake.liveCount("tasks"), 100U);
}

TEST_F(HubSpotBatch, OneBadTaskIsFoundWhetherTheAnswerNamesItOrNot)
{
    for (const bool isNamed : {true, false}) {
        bench.fake.settings.tracesCreates = isNamed;
        bench.fake.log.clear();
        m_effects.clear();
        const int firstId = isNamed ? 1000 : 2000;
        tasks(100, firstId);
        m_effects[63] = bench.effect(firstId + 63, {.contact = "hs:99999999"}); // not there
        const auto answers = push();
        EXPECT_EQ(count(answers, PushState::Applied), 99U);
        EXPECT_EQ(answers[63].state, PushState::Refused) << answers[63].detail;
        std::cout << (isNamed ? "named: " : "found by halving: ")
                  << bench.fake.callsMatching(creates) << " creating calls\n";
        EXPECT_LE(bench.fake.callsMatching(creates), isNamed ? 1U : 15U);
        for (const auto &effect : m_effects)
            EXPECT_LE(bench.fake.createdWithKey(effect.id.text()), 1U);
    }
}

TEST_F(HubSpotBatch, ALostCreateNeverMakesASecondOne)
{
    for (const auto wire : {Response::Wire::CloseAfter, Response::Wire::CloseBefore}) {
        const bool arrives = wire == Response::Wire::CloseAfter;
        m_effects.clear();
        tasks(50, arrives ? 100 : 200);
        bench.fake.faults = {{.match = "batch/create", .wire = wire}};
        EXPECT_EQ(count(push(), arrives ? PushState::Applied : PushState::Unknown), 50U);
        for (const auto &effect : m_effects)
            EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state,
                      arrives ? PushState::Applied : PushState::Refused);
        push();
        for (const auto &effect : m_effects)
            EXPECT_EQ(bench.fake.createdWithKey(effect.id.text()), 1U);
    }
}

TEST_F(HubSpotBatch, WithoutTheKeyActivitiesGoAlone)
{
    const auto acme = bench.addCompany();
    for (int i = 0; i < 3; ++i)
        m_effects.push_back(bench.effect(
            i, {.contact = "hs:" + acme.contact, .body = "Hello " + std::to_string(i)}));
    EXPECT_EQ(count(push(), PushState::Applied), 3U);
    EXPECT_EQ(bench.fake.callsMatching("batch/create"), 0U);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::Task), 1U);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::StageChange), 100U);
}

TEST_F(HubSpotBatch, AnEndAtAnyRequestOfABatchDoesTheWorkOnce)
{
    for (const bool isEdit : {true, false}) {
        for (const bool arrives : {false, true}) {
            bool wasCut = true;
            for (int cutAt = 0; wasCut; ++cutAt) {
                HubSpotBench own;
                own.defineKeys();
                const auto acme = own.addCompany();
                std::vector<domain::Effect> effects;
                for (int i = 0; i < 5; ++i) {
                    const std::string deal = own.fake.add(
                        "deals", {{"dealname", "D"}, {"hs_next_step", "Call"}}, hubspotNow - 1);
                    effects.push_back(own.effect(
                        i, isEdit ? HubSpotBench::Wish{.kind = ActionKind::FieldEdit,
                                                       .deal = "hs:" + deal,
                                                       .fields = {{"nextStep", "Call", "Sign"}}}
                                  : HubSpotBench::Wish{.contact = "hs:" + acme.contact}));
                }
                CutClient cut(own.http, cutAt, arrives);
                HubSpotConnector dying(
                    {cut, own.access, own.gate, own.pace, own.clock, own.options});
                (void)dying.pushMany(effects, own.cancel);
                wasCut = cut.wasCut();
                // As the engine after a restart: looked up, and sent again only when absent.
                own.restart();
                std::vector<domain::Effect> again;
                for (auto &effect : effects) {
                    const auto seen = own.connector().lookUp(effect, own.cancel);
                    effect.attempts = 2;
                    if (seen.state == PushState::Refused)
                        again.push_back(effect);
                    else
                        EXPECT_EQ(seen.state, PushState::Applied);
                }
                EXPECT_EQ(count(own.connector().pushMany(again, own.cancel), PushState::Applied),
                          again.size());
                EXPECT_EQ(own.fake.journal.size(), 5U) << isEdit << arrives << cutAt;
                ASSERT_LT(cutAt, 20);
            }
        }
    }
}

TEST_F(HubSpotBatch, ForeignBytesAreRefusedBesideTheOthers)
{
    stageEdits(3);
    m_effects[1].wire.replace(m_effects[1].wire.find("contractsent"), 12, "closedwon---");
    const auto answers = push();
    EXPECT_EQ(answers[0].state, PushState::Applied);
    EXPECT_EQ(answers[1].state, PushState::Refused);
    EXPECT_EQ(answers[2].state, PushState::Applied);
    EXPECT_EQ(stage(1), "appointmentscheduled");
}

TEST_F(HubSpotBatch, AMixtureOfKindsGoesInItsGroups)
{
    addDeals(2);
    tasks(2);
    for (int i = 0; i < 2; ++i)
        m_effects.push_back(fieldEdit(i, "Sign", "Call", 70 + i));
    EXPECT_EQ(count(push(), PushState::Applied), 4U);
    EXPECT_EQ(bench.fake.callsMatching(updates), 1U);
    EXPECT_EQ(bench.fake.callsMatching(creates), 1U);
}

} // namespace topline::crm
