// Campaigns of Salesforce: that somebody was put on one's list, and that they answered it, each
// once and at its time.
#include "tests/crm/salesforce_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::EventKind;

QString word(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string addLead(SalesforceBench &bench)
{
    return bench.fake.add("Lead", {{QLatin1String("LastName"), QLatin1String("Hopper")},
                                   {QLatin1String("Company"), QLatin1String("Navy")}});
}

void respond(SalesforceBench &bench, const std::string &member)
{
    bench.fake.edit("CampaignMember", member,
                    {{QLatin1String("Status"), QLatin1String("Responded")}});
}

} // namespace

TEST(SalesforceCampaigns, AMemberIsAddedAndAnswersAtTheirTimes)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    const std::string lead = addLead(bench);
    const std::string campaign = bench.addCampaign("Spring fair");
    const base::UtcMs addedMs = bench.clock.now() / base::secondMs * base::secondMs;
    const std::string member = bench.addMember(campaign, "ContactId", contact, "Sent");
    bench.pass(3 * base::dayMs);
    respond(bench, member);
    bench.addMember(bench.addCampaign("Webinar"), "LeadId", lead, "Sent");
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 3U);
    const auto *added = mirror.event(EventKind::CampaignAdded, "Spring fair");
    ASSERT_NE(added, nullptr);
    EXPECT_EQ(added->atMs, addedMs);
    EXPECT_EQ(added->contact.remoteId, "sf:" + contact);
    const auto *responded = mirror.event(EventKind::CampaignResponded, "Spring fair");
    ASSERT_NE(responded, nullptr);
    EXPECT_EQ(responded->atMs,
              (addedMs / base::dayMs + 3) * base::dayMs); // the day is all there is
    EXPECT_EQ(responded->contact.remoteId, "sf:" + contact);
    const auto *ofLead = mirror.event(EventKind::CampaignAdded, "Webinar");
    ASSERT_NE(ofLead, nullptr);
    EXPECT_EQ(ofLead->contact.remoteId, "sf:" + lead);
    EXPECT_EQ(mirror.progress.at("campaigns").state, domain::ObjectState::Fresh);
    EXPECT_EQ(mirror.progress.at("campaigns").done, 2);
}

TEST(SalesforceCampaigns, AnAnswerOfTheFirstDayIsNotBeforeTheStart)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    bench.addMember(bench.addCampaign("Spring fair"), "ContactId", contact, "Responded");
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 2U);
    EXPECT_EQ(mirror.event(EventKind::CampaignResponded, "Spring fair")->atMs,
              mirror.event(EventKind::CampaignAdded, "Spring fair")->atMs);
}

TEST(SalesforceCampaigns, WhoAnswersLaterHasASecondEventAndTheFirstStays)
{
    SalesforceBench bench;
    const std::string member = bench.addMember(bench.addCampaign("Spring fair"), "ContactId",
                                               bench.addContact("Curie"), "Sent");
    bench.pass(base::minuteMs);
    Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 1U);
    const auto first = *mirror.events.begin();
    bench.pass(2 * base::dayMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.eventsDelivered, 1U);
    respond(bench, member);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    ASSERT_EQ(mirror.events.size(), 2U);
    EXPECT_EQ(mirror.events.at(first.first), first.second);
    bench.pass(2 * base::dayMs);
    bench.fake.edit("CampaignMember", member, {{QLatin1String("Status"), QLatin1String("Sent")}});
    respond(bench, member);
    bench.restart();
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 2U); // answered for the first time only once
}

TEST(SalesforceCampaigns, WhoWasSetBackHasNotAnsweredAndIsCountedSo)
{
    SalesforceBench bench;
    const std::string campaign = bench.addCampaign("Fair");
    const std::string contact = bench.addContact("Curie");
    const std::string member = bench.addMember(campaign, "ContactId", contact, "Responded");
    bench.addMember(campaign, "ContactId", contact, "Responded");
    bench.fake.edit("CampaignMember", member, {{QLatin1String("Status"), QLatin1String("Sent")}});
    const auto counted = bench.connector().count(bench.cancel);
    ASSERT_TRUE(counted.ok());
    EXPECT_EQ(counted->at("events"), 3);
    EXPECT_EQ(bench.pulled().events.size(), 3U);
}

TEST(SalesforceCampaigns, WhichStatusIsAnAnswerTheCampaignItselfSays)
{
    SalesforceBench bench;
    const std::string campaign = bench.addCampaign("Fair");
    bench.fake.add("CampaignMemberStatus", {{QLatin1String("CampaignId"), word(campaign)},
                                            {QLatin1String("Label"), QLatin1String("Came")},
                                            {QLatin1String("HasResponded"), true}});
    bench.addMember(campaign, "ContactId", bench.addContact("Curie"), "Came");
    const Mirror mirror = bench.pulled();
    EXPECT_NE(mirror.event(EventKind::CampaignResponded, "Fair"), nullptr);
}

TEST(SalesforceCampaigns, AConvertedLeadsMembershipIsTheContactsAndTheSameEvent)
{
    SalesforceBench bench;
    const std::string lead = addLead(bench);
    const std::string campaign = bench.addCampaign("Fair");
    const std::string member = bench.addMember(campaign, "LeadId", lead, "Sent");
    Mirror mirror = bench.pulled();
    bench.pass(base::hourMs);
    const std::string contact = bench.fake.convert(lead);
    respond(bench, member);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    ASSERT_EQ(mirror.events.size(), 2U);
    EXPECT_EQ(mirror.event(EventKind::CampaignAdded, "Fair")->contact.remoteId, "sf:" + lead);
    EXPECT_EQ(mirror.event(EventKind::CampaignResponded, "Fair")->contact.remoteId,
              "sf:" + contact);
}

TEST(SalesforceCampaigns, AMemberThatBecomesVisibleLateIsStillRead)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    const std::string campaign = bench.addCampaign("Fair");
    bench.addMember(campaign, "ContactId", contact, "Sent");
    Mirror mirror = bench.pulled();
    const std::string late = bench.addMember(campaign, "ContactId", contact, "Sent");
    bench.fake.stamp("CampaignMember", late, bench.clock.now() - 5 * base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 2U);
}

TEST(SalesforceCampaigns, OneThatIsTakenOffTheListStaysAsItHappened)
{
    SalesforceBench bench;
    const std::string contact = bench.addContact("Curie");
    const std::string campaign = bench.addCampaign("Fair");
    const std::string kept = bench.addMember(campaign, "ContactId", contact, "Sent");
    bench.fake.remove("CampaignMember", bench.addMember(campaign, "ContactId", contact, "Sent"));
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.events.size(), 1U);
    bench.fake.remove("CampaignMember", kept);
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 1U);
    EXPECT_TRUE(mirror.gone.empty());
}

TEST(SalesforceCampaigns, WhereCampaignsMayNotBeReadTheirMembersHaveNoTitle)
{
    SalesforceBench bench;
    bench.addMember(bench.addCampaign("Fair"), "ContactId", bench.addContact("Curie"), "Sent");
    bench.fake.hide("Campaign", "");
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(mirror.events.begin()->second.title, "");
    EXPECT_EQ(mirror.contacts.size(), 1U);
}

// A day that is not shown is not guessed; the answer comes when the day does.
TEST(SalesforceCampaigns, AHiddenDayIsDriftAndTheAnswerComesWithIt)
{
    SalesforceBench bench;
    bench.addMember(bench.addCampaign("Fair"), "ContactId", bench.addContact("Curie"), "Responded");
    bench.fake.hide("CampaignMember", "FirstRespondedDate");
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(mirror.progress.at("campaigns").state, domain::ObjectState::Drift);
    EXPECT_EQ(bench.connector().count(bench.cancel)->at("events"), 1);
    bench.pass(3 * base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    bench.fake.show("CampaignMember", "FirstRespondedDate");
    bench.pass(3 * base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 2U);
    EXPECT_EQ(mirror.progress.at("campaigns").state, domain::ObjectState::Fresh);
}

} // namespace topline::crm
