#include "core/crm/salesforce_id.h"
#include "tests/crm/salesforce_bench.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

QString word(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

TEST(SalesforcePull, BringsEveryObjectWithItsFields)
{
    SalesforceBench bench;
    bench.fillSmall();
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.owners.size(), 1U);
    ASSERT_EQ(mirror.accounts.size(), 1U);
    const auto &account = mirror.accounts.begin()->second;
    EXPECT_EQ(account.domain, "acme.example");
    EXPECT_EQ(account.annualRevenue, (base::Money{120'000'050, *base::Currency::parse("EUR")}));
    EXPECT_EQ(account.owner.remoteId, mirror.owners.begin()->first);
    EXPECT_EQ(mirror.contacts.size(), 3U); // two contacts and a lead
    ASSERT_EQ(mirror.deals.size(), 1U);
    const auto &deal = mirror.deals.begin()->second;
    EXPECT_EQ(deal.amount, (base::Money{123'450, *base::Currency::parse("EUR")}));
    EXPECT_EQ(deal.stage.remoteId, "sf:stage:Proposal");
    EXPECT_EQ(deal.account.remoteId, account.remoteId);
    EXPECT_TRUE(mirror.contacts.contains(deal.contact.remoteId));
    EXPECT_EQ(deal.closeMs, 20'818 * base::dayMs); // 2026-12-31, whatever zone anyone is in
    EXPECT_EQ(mirror.stages.size(), 5U);
    EXPECT_EQ(mirror.stages.at("sf:stage:Closed Won").kind, domain::StageKind::Won);
    EXPECT_EQ(mirror.stageChanges.size(), 2U);
    EXPECT_EQ(mirror.amountChanges.size(), 1U);
    using enum domain::EventKind;
    std::multiset<domain::EventKind> kinds;
    for (const auto &[key, event] : mirror.events)
        kinds.insert(event.kind);
    EXPECT_EQ(kinds, (std::multiset{CallMade, MeetingHeld, NoteAdded, NoteAdded, CampaignAdded,
                                    CampaignAdded, CampaignResponded}));
}

TEST(SalesforcePull, ASecondPassBringsOnlyWhatChanged)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    const std::size_t first = mirror.delivered;
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.delivered, first);
    const std::string id = bench.addContact("Curie");
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.delivered, first + 1);
    EXPECT_TRUE(mirror.contacts.contains("sf:" + id));
}

TEST(SalesforcePull, TiesAcrossAPageEdgeAreAllRead)
{
    SalesforceBench bench;
    for (int i = 0; i < 4'500; ++i) // all with one stamp
        bench.fake.add("Contact", {{word("LastName"), word("Twin")}});
    const Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.contacts.size(), 4'500U);
    EXPECT_EQ(mirror.delivered, 4'500U);
}

TEST(SalesforcePull, KilledAfterAnyPageItGoesOnToTheSameRecords)
{
    SalesforceBench bench;
    bench.fillSmall();
    for (int i = 0; i < 2'500; ++i)
        bench.fake.add("Contact", {{word("LastName"), word("Many")}});
    const Mirror whole = bench.pulled();
    ASSERT_GE(whole.pages, 3);
    Mirror torn;
    for (int page = 0;; ++page) {
        ASSERT_LT(page, 50);
        bench.restart(); // nothing is remembered but the cursor
        const auto next = bench.connector().pull(torn.cursor, bench.cancel);
        ASSERT_TRUE(next.ok()) << next.error().text();
        torn.apply(*next);
        if (!next->more)
            break;
    }
    EXPECT_EQ(torn.contacts, whole.contacts);
    EXPECT_EQ(torn.deals, whole.deals);
    EXPECT_EQ(torn.events, whole.events);
    EXPECT_EQ(torn.stageChanges, whole.stageChanges);
    EXPECT_EQ(torn.delivered, whole.delivered);
}

TEST(SalesforcePull, ARowThatBecomesVisibleLateIsStillRead)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    const std::string late = bench.addContact("Late");
    bench.fake.stamp("Contact", late, bench.clock.now() - 5 * base::minuteMs);
    bench.addContact("Early");
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    const std::string later = bench.addContact("Later");
    bench.fake.stamp("Contact", later, bench.clock.now() - 5 * base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_TRUE(mirror.contacts.contains("sf:" + late));
    EXPECT_TRUE(mirror.contacts.contains("sf:" + later));
}

TEST(SalesforcePull, AnEditInTheSecondOfTheLastReadingIsRead)
{
    SalesforceBench bench;
    bench.fillSmall();
    const std::string id = bench.addContact("Quick");
    Mirror mirror = bench.pulled();
    bench.fake.edit("Contact", id, {{word("Title"), word("Director")}}); // with the same stamp
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.contacts.at("sf:" + id).title, "Director");
}

TEST(SalesforcePull, TheOverlapIsNotReadForEver)
{
    SalesforceBench bench;
    for (int i = 0; i < 3'000; ++i)
        bench.fake.add("Contact", {{word("LastName"), word("Import")}});
    Mirror mirror = bench.pulled();
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    const std::size_t settled = mirror.delivered;
    const auto calls = bench.fake.calls;
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.delivered, settled);
    EXPECT_EQ(bench.fake.calls - calls, 5); // describe, and four calls for all eighteen objects
}

TEST(SalesforcePull, DeletesMergesConversionsAndRestoresArrive)
{
    SalesforceBench bench;
    bench.fillSmall();
    const std::string deleted = bench.addContact("Deleted");
    const std::string winner = bench.addContact("Winner");
    const std::string loser = bench.addContact("Loser");
    const std::string lead = bench.fake.add(
        "Lead", {{word("LastName"), word("Prospect")}, {word("Company"), word("Firm")}});
    bench.pass(base::minuteMs);
    Mirror mirror = bench.pulled();
    bench.fake.remove("Contact", deleted);
    bench.fake.merge("Contact", winner, loser);
    const std::string contact = bench.fake.convert(lead);
    bench.pass(base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_FALSE(mirror.contacts.contains("sf:" + deleted));
    EXPECT_EQ(mirror.aliases["sf:" + loser], "sf:" + winner);
    EXPECT_EQ(mirror.aliases["sf:" + lead], "sf:" + contact);
    EXPECT_TRUE(mirror.contacts.contains("sf:" + contact));
    bench.fake.restore("Contact", deleted);
    bench.pass(base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_TRUE(mirror.contacts.contains("sf:" + deleted));
}

TEST(SalesforcePull, WhatIsDeletedBehindALongFirstReadingIsFound)
{
    SalesforceBench bench;
    const std::string early = bench.addContact("Early");
    const std::string lead = bench.fake.add(
        "Lead", {{word("LastName"), word("Prospect")}, {word("Company"), word("Firm")}});
    for (int i = 0; i < 2'500; ++i)
        bench.fake.add("Contact", {{word("LastName"), word("Many")}});
    bench.pass(base::minuteMs);
    Mirror mirror;
    const auto first = bench.connector().pull("", bench.cancel);
    ASSERT_TRUE(first.ok());
    mirror.apply(*first);
    ASSERT_TRUE(mirror.contacts.contains("sf:" + early));
    bench.fake.remove("Contact", early);
    bench.pass(3 * base::hourMs); // the reading goes on for long, and others work meanwhile
    bench.addContact("Late");
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_FALSE(mirror.contacts.contains("sf:" + early));
    EXPECT_TRUE(mirror.contacts.contains("sf:" + lead));
}

TEST(SalesforcePull, AnAccountDeletedWithAllThatHangsOnItGoesWhole)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    bench.fake.remove("Account", salesforceIdOf(mirror.accounts.begin()->first).value());
    bench.pass(base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_TRUE(mirror.accounts.empty());
    EXPECT_TRUE(mirror.deals.empty());
    EXPECT_EQ(mirror.contacts.size(), 1U); // the lead stands alone
}

TEST(SalesforcePull, WhatWasPurgedBetweenTwoPassesIsFoundByTheDailySweep)
{
    SalesforceBench bench;
    bench.fillSmall();
    const std::string id = bench.addContact("Purged");
    Mirror mirror = bench.pulled();
    bench.fake.remove("Contact", id);
    bench.fake.purge("Contact");
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_TRUE(mirror.contacts.contains("sf:" + id)); // not proved yet
    bench.pass(base::dayMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_FALSE(mirror.contacts.contains("sf:" + id));
    EXPECT_EQ(mirror.progress["contacts"].remoteCount, 3);
}

TEST(SalesforcePull, WhatIsNoLongerSharedIsNotDeleted)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    const std::string hidden = salesforceIdOf(mirror.contacts.begin()->first).value();
    bench.fake.withhold(hidden);
    for (int day = 0; day < 3; ++day) {
        bench.pass(base::dayMs);
        ASSERT_TRUE(bench.pullInto(mirror).ok());
    }
    EXPECT_TRUE(mirror.contacts.contains("sf:" + hidden));
    EXPECT_TRUE(mirror.gone.empty());
}

TEST(SalesforcePull, APrimaryContactThatChangesBringsItsDealAgain)
{
    SalesforceBench bench;
    bench.fillSmall();
    const std::string other = bench.addContact("Other");
    Mirror mirror = bench.pulled();
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    const std::string deal = mirror.deals.begin()->first;
    bench.fake.add("OpportunityContactRole",
                   {{word("OpportunityId"), QString::fromStdString(deal.substr(3))},
                    {word("ContactId"), QString::fromStdString(other)},
                    {word("IsPrimary"), false}});
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_NE(mirror.deals.at(deal).contact.remoteId, "sf:" + other);
    bench.pass(base::minuteMs);
    const std::string lone = bench.addDeal("No contact yet", 10);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at("sf:" + lone).contact.remoteId, "");
    bench.fake.add("OpportunityContactRole", {{word("OpportunityId"), QString::fromStdString(lone)},
                                              {word("ContactId"), QString::fromStdString(other)},
                                              {word("IsPrimary"), true}});
    bench.pass(base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at("sf:" + lone).contact.remoteId, "sf:" + other);
}

TEST(SalesforcePull, ADealThatChangesTogetherWithItsContactComesOnce)
{
    SalesforceBench bench;
    bench.fillSmall();
    Mirror mirror = bench.pulled();
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    const std::string deal = mirror.deals.begin()->first.substr(3);
    const std::string contact = mirror.contacts.begin()->first.substr(3);
    const std::size_t before = mirror.delivered;
    bench.fake.edit("Opportunity", deal, {{word("NextStep"), word("Sign")}});
    bench.fake.add("OpportunityContactRole",
                   {{word("OpportunityId"), QString::fromStdString(deal)},
                    {word("ContactId"), QString::fromStdString(contact)}});
    bench.pass(base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.deals.at("sf:" + deal).nextStep, "Sign");
    EXPECT_EQ(mirror.delivered, before + 1);
}

TEST(SalesforcePull, AMeetingBookedBecomesAMeetingHeldWhenItsEndHasCome)
{
    SalesforceBench bench;
    bench.fake.add("Event", {{word("Subject"), word("Later")},
                             {word("StartDateTime"), word("2026-11-18T14:00:00.000+0000")},
                             {word("EndDateTime"), word("2026-11-18T15:00:00.000+0000")}});
    Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(mirror.events.begin()->second.kind, domain::EventKind::MeetingBooked);
    bench.pass(6 * base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    ASSERT_EQ(mirror.events.size(), 2U);
    int held = 0;
    for (const auto &[key, event] : mirror.events)
        held += event.kind == domain::EventKind::MeetingHeld ? 1 : 0;
    EXPECT_EQ(held, 1);
}

TEST(SalesforcePull, AStageThatWasRenamedOrTakenAwayKeepsItsDeals)
{
    SalesforceBench bench;
    bench.fillSmall();
    bench.addDeal("Old", 5, "Retired stage");
    const Mirror mirror = bench.pulled();
    ASSERT_TRUE(mirror.stages.contains("sf:stage:Retired stage"));
    EXPECT_EQ(mirror.stages.at("sf:stage:Retired stage").kind, domain::StageKind::Open);
    EXPECT_EQ(mirror.stages.size(), 6U);
}

TEST(SalesforcePull, AMailAndTheTaskThatItMadeAreOneEvent)
{
    SalesforceBench bench;
    const std::string task = bench.fake.add("Task", {{word("Subject"), word("Email: Hello")},
                                                     {word("TaskSubtype"), word("Email")},
                                                     {word("Status"), word("Completed")}});
    bench.fake.add("EmailMessage", {{word("Subject"), word("Hello")},
                                    {word("Incoming"), true},
                                    {word("MessageDate"), word("2026-11-17T10:00:00.000+0000")},
                                    {word("ActivityId"), QString::fromStdString(task)}});
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 1U);
}

TEST(SalesforcePull, MovesOfTheCloseDateComeWithTheHistory)
{
    SalesforceBench bench;
    const std::string deal = bench.addDeal("Deal", 100);
    bench.pass(base::hourMs);
    bench.fake.edit("Opportunity", deal, {{word("CloseDate"), word("2027-01-31")}});
    bench.pass(base::hourMs);
    bench.fake.edit("Opportunity", deal, {{word("Amount"), 200}});
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.closeChanges.size(), 2U) << "the first date and its one move";
    EXPECT_EQ(mirror.closeChanges.rbegin()->second, 20'849 * base::dayMs);
}

TEST(SalesforcePull, HistoryOfManyDealsKeepsItsOrderAcrossPages)
{
    SalesforceBench bench;
    std::vector<std::string> deals;
    for (int i = 0; i < 500; ++i)
        deals.push_back(bench.addDeal("Deal " + std::to_string(i), 100));
    for (const char *stage : {"Qualification", "Proposal", "Closed Won"}) {
        bench.pass(base::hourMs);
        for (const std::string &deal : deals)
            bench.fake.edit("Opportunity", deal, {{word("StageName"), word(stage)}});
    }
    for (const std::string &deal : deals) // 5 rows each, of which 4 are stages
        bench.fake.edit("Opportunity", deal, {{word("Amount"), 200}});
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.stageChanges.size(), 500U * 4U);
    EXPECT_EQ(mirror.amountChanges.size(), 500U * 2U);
    bench.pass(base::hourMs);
    bench.fake.edit("Opportunity", deals.front(), {{word("StageName"), word("Closed Lost")}});
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.stageChanges.size(), 500U * 4U + 1U);
    EXPECT_EQ(mirror.amountChanges.size(), 500U * 2U);
}

TEST(SalesforcePull, CallsForTenThousandContactsAreTheFewestPossible)
{
    SalesforceBench bench;
    bench.fillSmall();
    for (int i = 0; i < 10'000; ++i)
        bench.fake.add("Contact", {{word("LastName"), word("Many")}});
    const Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.contacts.size(), 10'003U);
    // 6 answers of 2,000 contacts. Of the 17 other objects up to four ride along with the first of
    // these, the rest, five to a call, needs three more; the describe one, the currency one, the
    // counts one (the versions are not counted there).
    const std::int64_t fewest = 6 + 3 + 1 + 1 + 1;
    RecordProperty("calls", static_cast<int>(bench.fake.calls));
    std::printf("calls for 10,003 contacts: %lld, fewest %lld\n",
                static_cast<long long>(bench.fake.calls), static_cast<long long>(fewest));
    EXPECT_LE(static_cast<double>(bench.fake.calls), 1.05 * static_cast<double>(fewest));
}

} // namespace topline::crm
