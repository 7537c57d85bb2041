// Many writes at a time into Salesforce: what they cost, that one bad record concerns no other,
// that nothing unseen is overwritten, and that a lost answer never makes anything happen twice.
#include "core/crm/salesforce_id.h"
#include "tests/crm/cut_client.h"
#include "tests/crm/salesforce_bench.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>

namespace topline::crm {

namespace {

using domain::ActionKind;
using fakes::FakeFault;
using fakes::Response;

QString word(const std::string &text)
{
    return QString::fromStdString(text);
}

class SalesforceBatch : public testing::Test {
protected:
    void addDeals(int count)
    {
        m_deals.clear();
        m_effects.clear();
        for (int i = 0; i < count; ++i)
            m_deals.push_back(bench.addDeal("Deal " + std::to_string(i), 100 + i));
        bench.pass(base::minuteMs);
        bench.fake.journal.clear();
        bench.fake.log.clear();
    }

    domain::Effect edit(std::size_t at, const std::string &value,
                        const std::string &before = "Call", int number = -1) const
    {
        return bench.effect(ActionKind::FieldEdit, {{"deal", "sf:" + m_deals[at]}},
                            {{"nextStep", before, value}},
                            number < 0 ? static_cast<int>(at) : number);
    }

    void stageEdits(int count, int firstId = 0)
    {
        addDeals(count);
        for (int i = 0; i < count; ++i)
            m_effects.push_back(
                bench.effect(ActionKind::StageChange,
                             {{"deal", "sf:" + m_deals[static_cast<std::size_t>(i)]},
                              {"stage", "sf:stage:Proposal"},
                              {"stage_base", "sf:stage:Prospecting"}},
                             {}, firstId + i));
    }

    void calls(int count, int firstId = 0)
    {
        if (m_contact.empty())
            m_contact = bench.addContact("Curie");
        m_effects.clear();
        for (int i = 0; i < count; ++i)
            m_effects.push_back(bench.effect(ActionKind::Call,
                                             {{"contact", "sf:" + m_contact},
                                              {"subject", "Call " + std::to_string(i)},
                                              {"body", "Hello"}},
                                             {}, firstId + i));
        bench.pass(base::minuteMs);
        bench.fake.journal.clear();
        bench.fake.log.clear();
    }

    std::vector<PushAnswer> push() { return bench.connector().pushMany(m_effects, bench.cancel); }

    QString nextStep(std::size_t at) const
    {
        return bench.fake.cell("Opportunity", m_deals[at], "NextStep");
    }

    static std::size_t count(const std::vector<PushAnswer> &answers, PushState state)
    {
        return static_cast<std::size_t>(
            std::count_if(answers.begin(), answers.end(),
                          [&](const PushAnswer &one) { return one.state == state; }));
    }

    std::size_t requests(const std::string &method, const std::string &part) const
    {
        return static_cast<std::size_t>(
            std::count_if(bench.fake.log.begin(), bench.fake.log.end(), [&](const auto &one) {
                return one.method == method && one.path.find(part) != std::string::npos;
            }));
    }

    // No record was written more often than once.
    void expectOnce() const
    {
        std::map<std::string, int> times;
        for (const auto &write : bench.fake.journal)
            EXPECT_EQ(++times[write.id], 1) << write.id;
    }

    // Somebody else at the very moment before a request that has `part` in its body.
    void beforeWrite(const std::string &part, std::function<void()> act)
    {
        bench.fake.onRequest = [part, act = std::move(act),
                                isDone = false](const fakes::Request &request) mutable {
            if (!isDone && request.body.find(part) != std::string::npos) {
                isDone = true;
                act();
            }
        };
    }

    SalesforceBench bench;
    std::vector<std::string> m_deals;
    std::string m_contact;
    std::vector<domain::Effect> m_effects;
};

} // namespace

TEST_F(SalesforceBatch, AHundredStageEditsCostAHandfulOfCalls)
{
    stageEdits(100);
    auto answers = push();
    ASSERT_EQ(answers.size(), 100U);
    EXPECT_EQ(count(answers, PushState::Applied), 100U);
    for (std::size_t i = 0; i < 100; ++i) {
        EXPECT_EQ(bench.fake.cell("Opportunity", m_deals[i], "StageName"), word("Proposal"));
        EXPECT_EQ(answers[i].remoteId, "sf:" + m_deals[i]);
        ASSERT_EQ(answers[i].fresh.deals.size(), 1U);
        EXPECT_EQ(answers[i].fresh.deals[0].remoteId, "sf:" + m_deals[i]);
        EXPECT_EQ(answers[i].fresh.deals[0].stage.remoteId, "sf:stage:Proposal");
    }
    EXPECT_EQ(bench.fake.journal.size(), 100U);
    const std::size_t first = bench.fake.log.size();
    bench.fake.log.clear();
    for (std::size_t i = 0; i < 100; ++i)
        m_effects[i] = edit(i, "Sign", "Call", static_cast<int>(500 + i));
    answers = push();
    EXPECT_EQ(count(answers, PushState::Applied), 100U);
    std::cout << "100 edits: " << first << " calls the first time, " << bench.fake.log.size()
              << " afterwards\n";
    EXPECT_LE(bench.fake.log.size(), 6U);
}

TEST_F(SalesforceBatch, OneBadOfAHundredConcernsNoOther)
{
    addDeals(100);
    for (std::size_t i = 0; i < 100; ++i)
        m_effects.push_back(edit(i, i == 37 ? std::string(300, 'x') : "Sign"));
    bench.fake.rules["Opportunity.Amount"] = "The amount is fixed.";
    m_effects[62] = bench.effect(ActionKind::FieldEdit, {{"deal", "sf:" + m_deals[62]}},
                                 {{"amount", "EUR 162.00", "EUR 5.00"}}, 62);
    const auto answers = push();
    EXPECT_EQ(answers[62].state, PushState::Refused);
    EXPECT_NE(answers[62].detail.find("The amount is fixed."), std::string::npos);
    EXPECT_EQ(count(answers, PushState::Applied), 99U);
    expectOnce();
}

TEST_F(SalesforceBatch, ABatchThatIsTurnedAwayWholeIsHalvedUntilTheBadOneIsAlone)
{
    addDeals(25);
    for (std::size_t i = 0; i < 25; ++i)
        m_effects.push_back(edit(i, i == 17 ? "poison" : "Sign"));
    // Whatever carries it is not understood, however often it is asked.
    bench.fake.addFault(
        {.match = "poison",
         .times = 100,
         .answer = {400, {}, R"([{"message":"bad","errorCode":"JSON_PARSER_ERROR"}])", {}}});
    const auto answers = push();
    EXPECT_EQ(answers[17].state, PushState::Refused) << answers[17].detail;
    EXPECT_EQ(count(answers, PushState::Applied), 24U);
    std::cout << "bad one of 25: " << requests("POST", "/composite") << " composite calls, "
              << bench.fake.log.size() << " in all\n";
    EXPECT_LE(requests("POST", "/composite"), 2U + 11U + 2U); // 2 * ceil(log2(25)) + 1, and reads
    expectOnce();
}

TEST_F(SalesforceBatch, AConflictStopsOnlyItsOwnRecord)
{
    addDeals(30);
    for (std::size_t i = 0; i < 30; ++i)
        m_effects.push_back(edit(i, "Sign"));
    bench.fake.edit("Opportunity", m_deals[4], {{QLatin1String("NextStep"), word("Lunch")}});
    const auto answers = push();
    EXPECT_EQ(count(answers, PushState::Applied), 29U);
    ASSERT_EQ(answers[4].state, PushState::Conflict);
    EXPECT_EQ(answers[4].clashes.at(0).theirs, "Lunch");
    EXPECT_EQ(nextStep(4), word("Lunch"));
}

TEST_F(SalesforceBatch, WhatIsChangedBetweenReadingAndWritingIsNotOverwritten)
{
    addDeals(30);
    for (std::size_t i = 0; i < 30; ++i)
        m_effects.push_back(edit(i, "Sign"));
    beforeWrite("If-Unmodified-Since", [this] {
        bench.pass(2 * base::secondMs);
        bench.fake.edit("Opportunity", m_deals[9], {{QLatin1String("NextStep"), word("Lunch")}});
        bench.fake.edit("Opportunity", m_deals[8], {{QLatin1String("Amount"), 7}}); // no clash
        bench.fake.remove("Opportunity", m_deals[7]);
    });
    const auto answers = push();
    EXPECT_EQ(answers[9].state, PushState::Conflict);
    EXPECT_EQ(nextStep(9), word("Lunch"));
    EXPECT_EQ(answers[8].state, PushState::Applied);
    EXPECT_EQ(answers[7].state, PushState::Refused);
    EXPECT_EQ(count(answers, PushState::Applied), 28U);
    expectOnce();
}

TEST_F(SalesforceBatch, ALostAnswerIsDecidedByReadingAgain)
{
    int firstId = 0;
    for (const auto wire :
         {Response::Wire::CloseAfter, Response::Wire::Truncate, Response::Wire::CloseBefore}) {
        const bool arrives = wire != Response::Wire::CloseBefore;
        stageEdits(25, firstId += 100);
        bench.fake.addFault({.match = "\"PATCH\"", .wire = wire});
        const auto answers = push();
        EXPECT_EQ(count(answers, arrives ? PushState::Applied : PushState::Unknown), 25U);
        EXPECT_EQ(bench.fake.journal.size(), arrives ? 25U : 0U);
        if (arrives)
            continue;
        for (const auto &effect : m_effects)
            EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state, PushState::Refused);
        EXPECT_EQ(count(push(), PushState::Applied), 25U);
        expectOnce();
    }
}

TEST_F(SalesforceBatch, AnOverloadedServerKeepsAllOfThemForLater)
{
    stageEdits(60);
    bench.fake.addFault(
        {.match = "\"PATCH\"",
         .answer = {503, {}, R"([{"message":"busy","errorCode":"SERVER_UNAVAILABLE"}])", {}}});
    const auto answers = push();
    EXPECT_EQ(count(answers, PushState::NotSent), 60U);
    EXPECT_TRUE(bench.fake.journal.empty());
    EXPECT_EQ(count(push(), PushState::Applied), 60U);
}

TEST_F(SalesforceBatch, ALockedRowWaitsAloneInItsBatch)
{
    stageEdits(5);
    // The part of the third deal is answered as locked.
    const std::string locked =
        R"({"compositeResponse":[{"body":null,"httpStatusCode":204,"httpHeaders":{},"referenceId":"r0"},)"
        R"({"body":[{"message":"locked","errorCode":"UNABLE_TO_LOCK_ROW"}],"httpStatusCode":400,)"
        R"("httpHeaders":{},"referenceId":"r1"}]})";
    m_effects.resize(2);
    bench.fake.addFault({.match = "\"PATCH\"", .answer = {200, {}, locked, {}}});
    const auto answers = push();
    EXPECT_EQ(answers[0].state, PushState::Applied);
    EXPECT_EQ(answers[1].state, PushState::NotSent);
    EXPECT_TRUE(answers[1].retryAtMs.has_value());
}

TEST_F(SalesforceBatch, PartsThatComeInAnotherOrderAreTakenByTheirReference)
{
    stageEdits(2);
    const std::string swapped =
        R"({"compositeResponse":[{"body":[{"message":"Not so.","errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION"}],)"
        R"("httpStatusCode":400,"httpHeaders":{},"referenceId":"r1"},)"
        R"({"body":null,"httpStatusCode":204,"httpHeaders":{},"referenceId":"r0"}]})";
    bench.fake.addFault({.match = "\"PATCH\"", .answer = {200, {}, swapped, {}}});
    const auto answers = push();
    EXPECT_EQ(answers[0].state, PushState::Applied);
    EXPECT_EQ(answers[1].state, PushState::Refused);
    EXPECT_NE(answers[1].detail.find("Not so."), std::string::npos);
}

TEST_F(SalesforceBatch, TwoEditsOfOneRecordGoOneAfterTheOther)
{
    addDeals(3);
    m_effects = {edit(0, "Sign", "Call", 1), edit(1, "Sign", "Call", 2),
                 edit(0, "Invoice", "Sign", 3), edit(2, "Sign", "Call", 4)};
    EXPECT_EQ(count(push(), PushState::Applied), 4U);
    EXPECT_EQ(nextStep(0), word("Invoice"));
}

TEST_F(SalesforceBatch, TwoHundredCallsAreLoggedOnceInTwoCalls)
{
    EXPECT_EQ(bench.connector().pushMax(ActionKind::Call), 1U); // not known yet
    calls(200);
    EXPECT_EQ(count(push(), PushState::Applied), 200U);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::Call), 200U);
    EXPECT_EQ(requests("PATCH", "/composite/sobjects/Task/Topline_Id__c"), 1U);
    EXPECT_EQ(bench.fake.live("Task"), 200U);
    bench.fake.log.clear();
    EXPECT_EQ(count(push(), PushState::AlreadyApplied), 200U);
    EXPECT_EQ(bench.fake.log.size(), 1U);
    EXPECT_EQ(bench.fake.live("Task"), 200U);
}

TEST_F(SalesforceBatch, OneBadCreateIsToldByItsPlaceInTheAnswer)
{
    calls(50);
    const std::string gone = bench.addContact("Gone");
    bench.fake.remove("Contact", gone);
    m_effects[31] =
        bench.effect(ActionKind::Call, {{"contact", "sf:" + gone}, {"subject", "Late"}}, {}, 31);
    const auto answers = push();
    EXPECT_EQ(answers[31].state, PushState::Refused) << answers[31].detail;
    EXPECT_EQ(count(answers, PushState::Applied), 49U);
    for (std::size_t i = 0; i < 50; ++i) {
        if (i == 31)
            continue;
        const std::string id = answers[i].remoteId.substr(3);
        EXPECT_EQ(bench.fake.cell("Task", id, "Subject"), word("Call " + std::to_string(i)));
        EXPECT_EQ(bench.fake.cell("Task", id, "Topline_Id__c"), word(m_effects[i].id.text()));
    }
    EXPECT_EQ(bench.fake.live("Task"), 49U);
}

TEST_F(SalesforceBatch, ALostCreateNeverMakesASecondOne)
{
    for (const auto wire : {Response::Wire::CloseAfter, Response::Wire::CloseBefore}) {
        const bool arrives = wire == Response::Wire::CloseAfter;
        const std::size_t before = bench.fake.live("Task");
        calls(40, arrives ? 100 : 200);
        bench.fake.addFault({.match = "/composite/sobjects/", .wire = wire});
        EXPECT_EQ(count(push(), arrives ? PushState::Applied : PushState::Unknown), 40U);
        for (const auto &effect : m_effects)
            EXPECT_EQ(bench.connector().lookUp(effect, bench.cancel).state,
                      arrives ? PushState::Applied : PushState::Refused);
        push();
        EXPECT_EQ(bench.fake.live("Task"), before + 40);
    }
}

TEST_F(SalesforceBatch, AnAnswerOfAnotherShapeLeavesNothingToGuess)
{
    calls(5);
    bench.fake.addFault({.match = "/composite/sobjects/",
                         .answer = {200, {}, R"([{"id":"00T","success":true}])", {}}});
    EXPECT_EQ(count(push(), PushState::Unknown), 5U);
    EXPECT_EQ(count(push(), PushState::Applied), 5U);
}

TEST_F(SalesforceBatch, WithoutTheFieldCallsGoAlone)
{
    bench.fake.dropField("Task", "Topline_Id__c");
    calls(3);
    EXPECT_EQ(count(push(), PushState::Applied), 3U);
    EXPECT_EQ(requests("PATCH", "/composite/"), 0U);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::Call), 1U);
    EXPECT_EQ(bench.connector().pushMax(ActionKind::FieldEdit), 100U);
    EXPECT_EQ(bench.fake.live("Task"), 3U);
}

TEST_F(SalesforceBatch, AnEndAtAnyRequestOfABatchDoesTheWorkOnce)
{
    for (const bool isEdit : {true, false}) {
        for (const bool arrives : {false, true}) {
            bool wasCut = true;
            for (int cutAt = 0; wasCut; ++cutAt) {
                SalesforceBench own;
                const std::string contact = own.addContact("Curie");
                std::vector<domain::Effect> effects;
                for (int i = 0; i < 5; ++i) {
                    const std::string deal = own.addDeal("D", 5);
                    effects.push_back(
                        isEdit
                            ? own.effect(ActionKind::FieldEdit, {{"deal", "sf:" + deal}},
                                         {{"nextStep", "Call", "Sign"}}, i)
                            : own.effect(ActionKind::Call,
                                         {{"contact", "sf:" + contact}, {"subject", "S"}}, {}, i));
                }
                own.fake.journal.clear();
                CutClient cut(own.http, cutAt, arrives);
                SalesforceConnector dying(
                    {cut, own.access, own.gate, own.pace, own.clock, own.options});
                (void)dying.pushMany(effects, own.cancel);
                wasCut = cut.wasCut();
                own.restart();
                own.pass(base::hourMs);
                std::vector<domain::Effect> again;
                for (auto &effect : effects) {
                    const auto seen = own.connector().lookUp(effect, own.cancel);
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

} // namespace topline::crm
