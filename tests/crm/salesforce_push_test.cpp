#include "core/crm/salesforce_id.h"
#include "tests/crm/salesforce_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::ActionKind;

QString word(const std::string &text)
{
    return QString::fromStdString(text);
}

// A small company that was pulled, and ids of what is written to.
class SalesforcePushTo : public testing::Test {
protected:
    void SetUp() override
    {
        bench.fillSmall();
        contact = bench.addContact("Curie");
        deal = bench.addDeal("Radium", 500);
        bench.pass(base::minuteMs);
        bench.fake.journal.clear();
    }

    domain::Effect stageChange(const std::string &to, const std::string &from, int number = 1)
    {
        return bench.effect(ActionKind::StageChange,
                            {{"deal", "sf:" + deal},
                             {"stage", to.empty() ? "" : "sf:stage:" + to},
                             {"stage_base", from.empty() ? "" : "sf:stage:" + from}},
                            {}, number);
    }

    domain::Effect fieldEdit(std::vector<domain::FieldChange> fields, int number = 1)
    {
        return bench.effect(ActionKind::FieldEdit, {{"deal", "sf:" + deal}}, std::move(fields),
                            number);
    }

    SalesforceBench bench;
    std::string contact;
    std::string deal;
};

} // namespace

TEST_F(SalesforcePushTo, ACallIsLoggedUnderTheEffectsId)
{
    const auto effect = bench.effect(ActionKind::Call, {{"contact", "sf:" + contact},
                                                        {"deal", "sf:" + deal},
                                                        {"subject", "Price call"},
                                                        {"body", "Wants a quote"}});
    const auto answer = bench.push(effect);
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    ASSERT_EQ(bench.fake.journal.size(), 1U);
    const auto &write = bench.fake.journal.front();
    EXPECT_EQ(write.object, "Task");
    EXPECT_EQ(answer.remoteId, "sf:" + write.id);
    const auto cell = [&](const char *name) {
        return bench.fake.cell("Task", write.id, name).toStdString();
    };
    EXPECT_EQ(cell("Topline_Id__c"), effect.id.text());
    EXPECT_EQ(cell("TaskSubtype"), "Call");
    EXPECT_EQ(cell("CallType"), "Outbound");
    EXPECT_EQ(cell("Status"), "Completed");
    EXPECT_EQ(cell("WhoId"), contact);
    EXPECT_EQ(cell("WhatId"), deal);
    EXPECT_EQ(cell("ActivityDate"), "2026-11-18");
    const auto &sent = bench.fake.log.back();
    EXPECT_EQ(sent.method, "PATCH");
    EXPECT_EQ(sent.path, "/services/data/v67.0/sobjects/Task/Topline_Id__c/" + effect.id.text());
}

TEST_F(SalesforcePushTo, WhatIsDoneHasTheOrganisationsOwnWordForIt)
{
    bench.fake.doneStatus("Erledigt");
    ASSERT_EQ(bench.push(bench.effect(ActionKind::Call, {{"contact", "sf:" + contact}})).state,
              PushState::Applied);
    EXPECT_EQ(bench.fake.journal.front().fields.value(QLatin1String("Status")).toString(),
              word("Erledigt"));
}

TEST_F(SalesforcePushTo, AMeetingIsAnEventWithItsTimes)
{
    const auto effect = bench.effect(ActionKind::Meeting, {{"contact", "sf:" + contact},
                                                           {"subject", "Demo"},
                                                           {"at", "1795100400000"},
                                                           {"until", "1795104000000"}});
    ASSERT_EQ(bench.push(effect).state, PushState::Applied);
    const auto &write = bench.fake.journal.front();
    EXPECT_EQ(write.object, "Event");
    EXPECT_EQ(write.fields.value(QLatin1String("StartDateTime")).toString().toStdString(),
              "2026-11-19T15:00:00.000Z");
    EXPECT_EQ(write.fields.value(QLatin1String("EndDateTime")).toString().toStdString(),
              "2026-11-19T16:00:00.000Z");
}

TEST_F(SalesforcePushTo, AMailIsARecordOfItsOwnWhereTheOrganisationHasThem)
{
    const auto effect = bench.effect(ActionKind::Email, {{"contact", "sf:" + contact},
                                                         {"deal", "sf:" + deal},
                                                         {"subject", "Dates"},
                                                         {"to", "curie@firm.example"}});
    ASSERT_EQ(bench.push(effect).state, PushState::Applied);
    EXPECT_EQ(bench.fake.journal.front().object, "EmailMessage");
    EXPECT_EQ(bench.fake.live("Task"), 2U); // none was made beside it
    bench.fake.hide("EmailMessage", "");
    bench.restart();
    ASSERT_EQ(
        bench.push(bench.effect(ActionKind::Email, {{"contact", "sf:" + contact}}, {}, 2)).state,
        PushState::Applied);
    EXPECT_EQ(bench.fake.journal.back().object, "Task");
    EXPECT_EQ(bench.fake.journal.back().fields.value(QLatin1String("TaskSubtype")).toString(),
              word("Email"));
}

TEST_F(SalesforcePushTo, ATaskForALeadNamesNoDealBesideIt)
{
    const std::string lead =
        bench.fake.add("Lead", {{word("LastName"), word("L")}, {word("Company"), word("C")}});
    const auto effect = bench.effect(
        ActionKind::Task, {{"contact", "sf:" + lead}, {"deal", "sf:" + deal}, {"subject", "Ask"}});
    ASSERT_EQ(bench.push(effect).state, PushState::Applied);
    EXPECT_FALSE(bench.fake.journal.front().fields.contains(QLatin1String("WhatId")));
    EXPECT_FALSE(bench.fake.journal.front().fields.contains(QLatin1String("Status")));
}

TEST_F(SalesforcePushTo, RecordsOfAnotherSystemAreRefused)
{
    const auto answer = bench.push(bench.effect(ActionKind::Call, {{"contact", "hs:51"}}));
    EXPECT_EQ(answer.state, PushState::Refused);
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST_F(SalesforcePushTo, AStageChangeIsWrittenAndReadBack)
{
    const auto answer = bench.push(stageChange("Proposal", "Prospecting"));
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.fake.cell("Opportunity", deal, "StageName"), word("Proposal"));
    EXPECT_EQ(bench.fake.journal.front().fields.size(), 1); // nothing else was named
    ASSERT_EQ(answer.fresh.deals.size(), 1U);
    EXPECT_EQ(answer.fresh.deals[0].stage.remoteId, "sf:stage:Proposal");
    EXPECT_EQ(bench.push(stageChange("Proposal", "Prospecting")).state, PushState::AlreadyApplied);
    EXPECT_EQ(bench.fake.journal.size(), 1U);
}

TEST_F(SalesforcePushTo, WhatBothSidesChangedIsAConflictAndNotWritten)
{
    bench.fake.edit("Opportunity", deal, {{word("StageName"), word("Closed Lost")}});
    const auto answer = bench.push(stageChange("Proposal", "Prospecting"));
    ASSERT_EQ(answer.state, PushState::Conflict);
    ASSERT_EQ(answer.clashes.size(), 1U);
    EXPECT_EQ(answer.clashes[0].theirs, "sf:stage:Closed Lost");
    EXPECT_EQ(answer.fresh.deals.at(0).stage.remoteId, "sf:stage:Closed Lost");
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST_F(SalesforcePushTo, OnlyChangedFieldsAreWritten)
{
    const auto answer = bench.push(fieldEdit({{"nextStep", "Call", "Send quote"},
                                              {"amount", "EUR 500.00", "EUR 750.50"},
                                              {"close", "2026-12-31", "2027-01-15"},
                                              {"name", "Radium", "Radium"}}));
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    const QJsonObject &written = bench.fake.journal.at(0).fields;
    EXPECT_EQ(written.size(), 3);
    EXPECT_EQ(written.value(QLatin1String("Amount")).toDouble(), 750.5);
    EXPECT_EQ(written.value(QLatin1String("CloseDate")).toString(), word("2027-01-15"));
    EXPECT_EQ(written.value(QLatin1String("NextStep")).toString(), word("Send quote"));
    EXPECT_EQ(answer.fresh.deals.at(0).amount->amountMinor, 75'050);
}

TEST_F(SalesforcePushTo, AFieldThatTheyChangedElsewhereDoesNotDisturb)
{
    bench.fake.edit("Opportunity", deal, {{word("LeadSource"), word("Web")}});
    const auto answer = bench.push(fieldEdit({{"nextStep", "Call", "Send quote"}}));
    EXPECT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(bench.fake.cell("Opportunity", deal, "LeadSource"), word("Web"));
}

TEST_F(SalesforcePushTo, AnAmountInAnotherCurrencyIsRefused)
{
    const auto answer = bench.push(fieldEdit({{"amount", "EUR 500.00", "USD 700.00"}}));
    EXPECT_EQ(answer.state, PushState::Refused);
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST_F(SalesforcePushTo, AnEditBetweenOurReadingAndOurWritingIsFound)
{
    bool hasActed = false;
    bench.fake.onRequest = [&](const fakes::Request &request) {
        if (hasActed || request.method != "PATCH")
            return;
        hasActed = true;
        bench.pass(2 * base::secondMs);
        bench.fake.edit("Opportunity", deal, {{word("NextStep"), word("Theirs")}});
    };
    const auto answer = bench.push(fieldEdit({{"nextStep", "Call", "Ours"}}));
    EXPECT_EQ(answer.state, PushState::Conflict);
    EXPECT_EQ(answer.clashes.at(0).theirs, "Theirs");
    EXPECT_EQ(bench.fake.cell("Opportunity", deal, "NextStep"), word("Theirs"));
}

TEST_F(SalesforcePushTo, WhatATriggerMadeOfItIsTheNewBase)
{
    bench.fake.triggers["Opportunity.NextStep"] = word("Set by a flow");
    const auto answer = bench.push(fieldEdit({{"nextStep", "Call", "Ours"}}));
    ASSERT_EQ(answer.state, PushState::Applied);
    EXPECT_EQ(answer.fresh.deals.at(0).nextStep, "Set by a flow");
}

TEST_F(SalesforcePushTo, AnEditOfAMergedContactGoesToTheWinner)
{
    const std::string winner = bench.addContact("Sklodowska");
    bench.fake.merge("Contact", winner, contact);
    const auto effect = bench.effect(ActionKind::FieldEdit, {{"contact", "sf:" + contact}},
                                     {{"title", "Head of Buying", "Director"}});
    const auto answer = bench.push(effect);
    ASSERT_EQ(answer.state, PushState::Applied) << answer.detail;
    EXPECT_EQ(answer.remoteId, "sf:" + winner);
    EXPECT_EQ(bench.fake.cell("Contact", winner, "Title"), word("Director"));
}

TEST_F(SalesforcePushTo, AConvertedLeadIsFollowedToItsContact)
{
    const std::string lead =
        bench.fake.add("Lead", {{word("LastName"), word("L")}, {word("Company"), word("C")}});
    const std::string person = bench.fake.convert(lead);
    const auto edit = bench.effect(ActionKind::FieldEdit, {{"contact", "sf:" + lead}},
                                   {{"title", "", "Director"}});
    const auto edited = bench.push(edit);
    EXPECT_EQ(edited.state, PushState::Applied) << edited.detail;
    EXPECT_EQ(edited.remoteId, "sf:" + person);
    const auto call = bench.effect(ActionKind::Call, {{"contact", "sf:" + lead}}, {}, 2);
    const auto called = bench.push(call);
    ASSERT_EQ(called.state, PushState::Applied) << called.detail;
    EXPECT_EQ(bench.fake.cell("Task", called.remoteId.substr(3), "WhoId"), word(person));
}

TEST_F(SalesforcePushTo, ACallSaysWhatCameOfItAndHowLongItTook)
{
    const auto made = bench.push(
        bench.effect(ActionKind::Call, {{"call_ms", "125999"}, {"call_result", "left_message"}}));
    ASSERT_EQ(made.state, PushState::Applied) << made.detail;
    const std::string id = made.remoteId.substr(3);
    EXPECT_EQ(bench.fake.cell("Task", id, "CallDisposition"), word("Left Voicemail"));
    EXPECT_EQ(bench.fake.cell("Task", id, "CallDurationInSeconds").toInt(), 125);
    const auto odd = bench.push(
        bench.effect(ActionKind::Call, {{"call_ms", "-5"}, {"call_result", "x"}}, {}, 2));
    ASSERT_EQ(odd.state, PushState::Applied) << odd.detail;
    EXPECT_EQ(bench.fake.cell("Task", odd.remoteId.substr(3), "CallDisposition"), word(""));
}

TEST_F(SalesforcePushTo, ARecordThatWasDeletedIsNotMadeAgain)
{
    bench.fake.remove("Opportunity", deal);
    const auto answer = bench.push(stageChange("Proposal", "Prospecting"));
    EXPECT_EQ(answer.state, PushState::Refused);
    EXPECT_NE(answer.detail.find("deleted"), std::string::npos);
    ASSERT_EQ(answer.fresh.gone.size(), 1U);
    bench.fake.purge("Opportunity");
    EXPECT_EQ(bench.push(stageChange("Proposal", "Prospecting")).state, PushState::Refused);
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST_F(SalesforcePushTo, AssignmentRulesDoNotMoveALeadThatWeChange)
{
    const std::string lead =
        bench.fake.add("Lead", {{word("LastName"), word("L")}, {word("Company"), word("C")}});
    ASSERT_EQ(bench
                  .push(bench.effect(ActionKind::FieldEdit, {{"contact", "sf:" + lead}},
                                     {{"title", "", "Director"}}))
                  .state,
              PushState::Applied);
    for (const auto &request : bench.fake.log) {
        if (request.method == "PATCH") {
            EXPECT_EQ(request.header("Sforce-Auto-Assign"), "FALSE");
        }
    }
}

TEST_F(SalesforcePushTo, TheRulesOfTheOrganisationAreShownInItsOwnWords)
{
    bench.fake.rules["Opportunity.StageName"] = "Amount needed before winning";
    const auto answer = bench.push(stageChange("Closed Won", "Prospecting"));
    EXPECT_EQ(answer.state, PushState::Refused);
    EXPECT_NE(answer.detail.find("Amount needed before winning"), std::string::npos);
    bench.fake.duplicateRules.insert("Task");
    bench.addTask("Twice", contact);
    const auto twin = bench.push(
        bench.effect(ActionKind::Note, {{"contact", "sf:" + contact}, {"subject", "Twice"}}));
    EXPECT_EQ(twin.state, PushState::Refused);
    EXPECT_NE(twin.detail.find("Use one of these records?"), std::string::npos);
    EXPECT_NE(twin.detail.find("00T"), std::string::npos); // and which
}

TEST_F(SalesforcePushTo, AFieldThatMayNotBeWrittenIsRefusedBeforeAnythingIsSent)
{
    auto field = *fakes::salesforceObjects().at("Opportunity").field("NextStep");
    field.isUpdateable = false;
    bench.fake.setField("Opportunity", field);
    bench.restart();
    EXPECT_EQ(bench.push(fieldEdit({{"nextStep", "Call", "Ours"}})).state, PushState::Refused);
    EXPECT_TRUE(bench.fake.journal.empty());
}

TEST_F(SalesforcePushTo, InspectTellsWhoItIsAndWhatIsStillToBeSetUp)
{
    auto profile = bench.connector().inspect(bench.cancel);
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_EQ(profile->orgId, "00D5e000000TESTEA4");
    EXPECT_EQ(profile->orgName, "Fake Org");
    EXPECT_EQ(profile->currency, "EUR");
    EXPECT_EQ(profile->timeZone, "Europe/Berlin");
    EXPECT_TRUE(profile->isSandbox);
    EXPECT_TRUE(profile->hasUniqueIds);
    EXPECT_TRUE(profile->advice.empty());
    EXPECT_TRUE(profile->denied.empty());
    bench.fake.dropField("Task", "Topline_Id__c");
    auto weak = *fakes::salesforceObjects().at("Event").field("Topline_Id__c");
    weak.isUnique = false;
    bench.fake.setField("Event", weak);
    bench.fake.hide("Lead", "");
    bench.fake.orgId = *salesforceId18("00D5e000000OTHE"); // a refreshed sandbox
    profile = bench.connector().inspect(bench.cancel);
    ASSERT_TRUE(profile.ok());
    EXPECT_FALSE(profile->hasUniqueIds);
    EXPECT_EQ(profile->advice.size(), 2U);
    EXPECT_EQ(profile->denied, (std::vector<std::string>{"Lead"}));
    EXPECT_NE(profile->orgId, "00D5e000000TESTEA4");
    EXPECT_TRUE(bench.fake.journal.empty());
}

} // namespace topline::crm
