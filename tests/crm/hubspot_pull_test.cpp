// What a pull from HubSpot brings, and that it goes on after any end.
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_bench.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::EventKind;

std::vector<std::string> idsOf(const std::vector<domain::Contact> &contacts)
{
    std::vector<std::string> out;
    for (const auto &contact : contacts)
        out.push_back(contact.remoteId);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST(HubSpotPull, ARecordComesWithItsFieldsAndLinks)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    const auto accounts = pulled.all(&Page::accounts);
    ASSERT_EQ(accounts.size(), 1U);
    EXPECT_EQ(accounts[0].remoteId, "hs:" + acme.company);
    EXPECT_EQ(accounts[0].domain, "acme.example");
    EXPECT_EQ(accounts[0].employees, 120);
    EXPECT_EQ(accounts[0].annualRevenue, (base::Money{100'000'000, *base::Currency::parse("EUR")}));
    EXPECT_EQ(accounts[0].owner.remoteId, "hs:71");
    const auto contacts = pulled.all(&Page::contacts);
    ASSERT_EQ(contacts.size(), 1U);
    EXPECT_EQ(contacts[0].account.remoteId, "hs:" + acme.company);
    EXPECT_EQ(contacts[0].fullName(), "Kim Lee");
    EXPECT_EQ(contacts[0].updatedMs, hubspotNow - base::dayMs);
    const auto deals = pulled.all(&Page::deals);
    ASSERT_EQ(deals.size(), 1U);
    EXPECT_EQ(deals[0].account.remoteId, "hs:" + acme.company);
    EXPECT_EQ(deals[0].contact.remoteId, "hs:" + acme.contact);
    EXPECT_EQ(deals[0].stage.remoteId, "hs:default/appointmentscheduled");
    EXPECT_EQ(deals[0].amount, (base::Money{150'050, *base::Currency::parse("EUR")}));
    EXPECT_EQ(deals[0].owner.remoteId, "hs:72");
    EXPECT_EQ(deals[0].closeMs, 1'798'736'400'000);
    const auto owners = pulled.all(&Page::owners);
    ASSERT_EQ(owners.size(), 2U);
    EXPECT_TRUE(owners[0].active);
    EXPECT_FALSE(owners[1].active);
}

TEST(HubSpotPull, StagesAreWonOrLostByTheirMetadataAndInTheirOrder)
{
    HubSpotBench bench;
    const auto stages = bench.pull().all(&Page::stages);
    ASSERT_EQ(stages.size(), 7U);
    EXPECT_EQ(stages[0].remoteId, "hs:default/appointmentscheduled");
    EXPECT_EQ(stages[0].kind, domain::StageKind::Open);
    EXPECT_EQ(stages[2].kind, domain::StageKind::Won);
    EXPECT_EQ(stages[3].kind, domain::StageKind::Lost);
    EXPECT_EQ(stages[5].remoteId, "hs:77001/88002");
    EXPECT_EQ(stages[5].pipeline, "Renewals");
    EXPECT_EQ(stages[5].order, 1);
}

TEST(HubSpotPull, HistoryOfStagesAmountsAndCloseDatesComesOldestFirst)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    bench.fake.edit("deals", acme.deal,
                    {{"dealstage", "contractsent"},
                     {"amount", "2000"},
                     {"closedate", "2027-01-31T17:00:00.000Z"}});
    bench.pace.advance(10 * base::minuteMs);
    const auto pulled = bench.pull();
    const auto stages = pulled.all(&Page::stageChanges);
    ASSERT_EQ(stages.size(), 2U);
    EXPECT_EQ(stages[0].stage.remoteId, "hs:default/appointmentscheduled");
    EXPECT_EQ(stages[0].atMs, hubspotNow - base::dayMs);
    EXPECT_EQ(stages[1].stage.remoteId, "hs:default/contractsent");
    EXPECT_EQ(stages[1].atMs, hubspotNow);
    const auto amounts = pulled.all(&Page::amountChanges);
    ASSERT_EQ(amounts.size(), 2U);
    EXPECT_EQ(amounts[1].amount.amountMinor, 200'000);
    const auto closes = pulled.all(&Page::closeChanges);
    ASSERT_EQ(closes.size(), 2U);
    EXPECT_EQ(closes[0].atMs, hubspotNow - base::dayMs);
    EXPECT_EQ(closes[1].atMs, hubspotNow);
    EXPECT_EQ(closes[1].closeMs - closes[0].closeMs, 31 * base::dayMs);
}

TEST(HubSpotPull, ActivitiesBecomeEvents)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const base::UtcMs at = hubspotNow - base::dayMs;
    const std::string when = hubspotTimeText(at - base::hourMs);
    const std::string task = bench.fake.add("tasks",
                                            {{"hs_timestamp", hubspotTimeText(at + base::dayMs)},
                                             {"hs_task_subject", "Send offer"},
                                             {"hs_task_body", "<p>a &amp; b</p>"},
                                             {"hs_task_status", "COMPLETED"}},
                                            at);
    bench.fake.link("tasks", task, "contacts", acme.contact, 204);
    bench.fake.add("tasks", {{"hs_timestamp", when}, {"hs_task_status", "NOT_STARTED"}}, at);
    bench.fake.add("calls",
                   {{"hs_timestamp", when},
                    {"hs_call_direction", "OUTBOUND"},
                    {"hs_call_duration", "61000"},
                    {"hs_call_disposition", "f240bbac-87c9-4f6e-bf70-924b57d47db7"}},
                   at);
    bench.fake.add("emails", {{"hs_timestamp", when}, {"hs_email_direction", "INCOMING_EMAIL"}},
                   at);
    bench.fake.add("meetings", {{"hs_timestamp", when}, {"hs_meeting_outcome", "COMPLETED"}}, at);
    bench.fake.add("notes", {{"hs_timestamp", when}, {"hs_note_body", "<b>Hi</b>"}}, at);
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    const auto events = pulled.all(&Page::events);
    std::vector<EventKind> kinds;
    for (const auto &event : events)
        kinds.push_back(event.kind);
    EXPECT_EQ(kinds, (std::vector{EventKind::TaskDone, EventKind::CallMade, EventKind::CallAnswered,
                                  EventKind::EmailReplied, EventKind::MeetingBooked,
                                  EventKind::MeetingHeld, EventKind::NoteAdded}));
    EXPECT_EQ(events[0].title, "Send offer");
    EXPECT_EQ(events[0].body, "a & b");
    EXPECT_EQ(events[0].contact.remoteId, "hs:" + acme.contact);
    EXPECT_EQ(events[0].atMs, at); // not when it was due
    EXPECT_EQ(events[1].amount, 61);
    const auto counted = bench.connector().count(bench.cancel);
    ASSERT_TRUE(counted.ok());
    EXPECT_EQ(counted->at("events"), 7);
}

TEST(HubSpotPull, AMeetingWasHeldUntilItsEndAndACancelledOneWasNot)
{
    HubSpotBench bench;
    const base::UtcMs at = hubspotNow - base::dayMs;
    for (const char *outcome : {"COMPLETED", "NO_SHOW", "CANCELED", "RESCHEDULED", "SCHEDULED"})
        bench.fake.add("meetings",
                       {{"hs_timestamp", hubspotTimeText(at)},
                        {"hs_meeting_start_time", hubspotTimeText(at)},
                        {"hs_meeting_end_time", hubspotTimeText(at + 45 * base::minuteMs)},
                        {"hs_meeting_outcome", outcome}},
                       at);
    const auto pulled = bench.pull();
    ASSERT_FALSE(pulled.error) << pulled.error->text();
    auto events = pulled.all(&Page::events);
    std::erase_if(events, [](const auto &event) { return event.kind == EventKind::MeetingBooked; });
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].kind, EventKind::MeetingHeld);
    EXPECT_EQ(events[0].atMs, at);
    EXPECT_EQ(events[0].amount, 45 * 60);
    EXPECT_EQ(events[1].kind, EventKind::MeetingMissed);
    EXPECT_EQ(events[2].kind, EventKind::MeetingCancelled);
    const auto counted = bench.connector().count(bench.cancel);
    ASSERT_TRUE(counted.ok());
    EXPECT_EQ(counted->at("events"), 8);
}

TEST(HubSpotPull, AKillAfterAnyPageLosesAndRepeatsNothing)
{
    HubSpotBench bench;
    bench.options.searchRows = 5;
    bench.options.linkRows = 10;
    bench.options.historyRows = 3;
    for (int i = 0; i < 57; ++i) {
        bench.fake.add("contacts", {{"firstname", "C" + std::to_string(i)}},
                       hubspotNow - base::dayMs);
        bench.fake.add("deals", {{"dealname", "D"}, {"dealstage", "closedwon"}},
                       hubspotNow - base::dayMs);
    }
    const auto whole = bench.pull();
    const auto broken = bench.pull({}, true);
    ASSERT_FALSE(broken.error) << broken.error->text();
    EXPECT_EQ(whole.all(&Page::contacts).size(), 57U);
    EXPECT_EQ(whole.all(&Page::contacts), broken.all(&Page::contacts));
    EXPECT_EQ(whole.all(&Page::deals), broken.all(&Page::deals));
    EXPECT_EQ(whole.all(&Page::stageChanges), broken.all(&Page::stageChanges));
    EXPECT_EQ(whole.cursor, broken.cursor);
    EXPECT_GT(whole.pages.size(), 10U);
}

TEST(HubSpotPull, LaterOnlyWhatChangedComes)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const std::string other =
        bench.fake.add("contacts", {{"firstname", "Old"}}, hubspotNow - base::dayMs);
    const auto first = bench.pull();
    bench.pace.advance(base::hourMs);
    bench.fake.edit("contacts", acme.contact, {{"jobtitle", "CEO"}});
    bench.pace.advance(base::hourMs);
    const auto later = bench.pull(first.cursor);
    const auto contacts = later.all(&Page::contacts);
    ASSERT_EQ(contacts.size(), 1U);
    EXPECT_EQ(contacts[0].title, "CEO");
    EXPECT_TRUE(later.all(&Page::deals).empty());
    EXPECT_EQ(later.progress("contacts")->throughMs, bench.clock.now() - base::minuteMs);
    EXPECT_EQ(later.progress("contacts")->remoteCount, 2);
}

TEST(HubSpotPull, WhatWasDeletedIsGoneAndWhatWasRestoredComesBack)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const auto first = bench.pull();
    bench.pace.advance(base::hourMs);
    bench.fake.archive("contacts", acme.contact);
    bench.pace.advance(base::hourMs);
    const auto second = bench.pull(first.cursor);
    ASSERT_EQ(second.all(&Page::gone).size(), 1U);
    EXPECT_EQ(second.all(&Page::gone)[0].remoteId, "hs:" + acme.contact);
    EXPECT_TRUE(second.all(&Page::gone)[0].isDeleted);
    bench.fake.restore("contacts", acme.contact);
    bench.pace.advance(base::hourMs);
    const auto third = bench.pull(second.cursor);
    EXPECT_TRUE(third.all(&Page::gone).empty());
    EXPECT_EQ(idsOf(third.all(&Page::contacts)), std::vector<std::string>{"hs:" + acme.contact});
}

TEST(HubSpotPull, MergedRecordsAreRenamedAndNeverGone)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const std::string twin =
        bench.fake.add("contacts", {{"firstname", "Kim"}}, hubspotNow - base::dayMs);
    const auto first = bench.pull();
    bench.pace.advance(base::hourMs);
    const std::string merged = bench.fake.merge("contacts", acme.contact, twin);
    bench.pace.advance(base::hourMs);
    const auto second = bench.pull(first.cursor);
    std::set<std::pair<std::string, std::string>> renamed;
    for (const RecordMerged &one : second.all(&Page::merged))
        renamed.emplace(one.fromRemoteId, one.toRemoteId);
    EXPECT_EQ(renamed,
              (std::set<std::pair<std::string, std::string>>{{"hs:" + acme.contact, "hs:" + merged},
                                                             {"hs:" + twin, "hs:" + merged}}));
    EXPECT_TRUE(second.all(&Page::gone).empty());
    EXPECT_EQ(second.all(&Page::contacts).at(0).account.remoteId, "hs:" + acme.company);
}

TEST(HubSpotPull, TheLosersOfAMergeAreNotGoneEvenBeforeTheSurvivorIsFound)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    const std::string twin = bench.fake.add("contacts", {}, hubspotNow - base::dayMs);
    const auto first = bench.pull();
    bench.pace.advance(base::hourMs);
    bench.fake.settings.indexLagMs = base::dayMs;
    const std::string merged = bench.fake.merge("contacts", acme.contact, twin);
    bench.pace.advance(base::hourMs);
    const auto second = bench.pull(first.cursor);
    EXPECT_TRUE(second.all(&Page::contacts).empty());
    EXPECT_TRUE(second.all(&Page::gone).empty());
    ASSERT_EQ(second.all(&Page::merged).size(), 2U);
    EXPECT_EQ(second.all(&Page::merged)[0].toRemoteId, "hs:" + merged);
}

TEST(HubSpotPull, EverythingComesAgainAfterAWeekForWhatTheIndexNeverShowed)
{
    HubSpotBench bench;
    bench.options.deepEveryMs = 7 * base::dayMs;
    bench.addCompany();
    const auto first = bench.pull();
    bench.pace.advance(6 * base::dayMs);
    const auto second = bench.pull(first.cursor);
    EXPECT_TRUE(second.all(&Page::contacts).empty());
    bench.pace.advance(2 * base::dayMs);
    const auto third = bench.pull(second.cursor);
    EXPECT_EQ(third.all(&Page::contacts).size(), 1U);
    EXPECT_EQ(third.all(&Page::deals).size(), 1U);
    bench.pace.advance(base::dayMs);
    EXPECT_TRUE(bench.pull(third.cursor).all(&Page::contacts).empty());
}

TEST(HubSpotPull, NumbersAsIdsInLinksAreRead)
{
    HubSpotBench bench;
    const auto acme = bench.addCompany();
    bench.fake.settings.numericLinkIds = true;
    EXPECT_EQ(bench.pull().all(&Page::contacts).at(0).account.remoteId, "hs:" + acme.company);
}

TEST(HubSpotPull, AProperCursorIsNeededAndAForeignOneIsNamed)
{
    HubSpotBench bench;
    for (const char *cursor : {"nonsense", "{}", R"({"v":1})", R"({"v":2,"phase":"contacts"})"}) {
        const auto page = bench.connector().pull(cursor, bench.cancel);
        ASSERT_FALSE(page.ok()) << cursor;
        EXPECT_EQ(page.error().code, base::ErrorCode::InvalidInput) << cursor;
    }
    std::string cursor = bench.pull().cursor;
    cursor.replace(cursor.find("\"phase\":\"\""), 10, "\"phase\":\"moon\"");
    EXPECT_EQ(bench.connector().pull(cursor, bench.cancel).error().code,
              base::ErrorCode::InvalidInput);
}

TEST(HubSpotPull, CallsStayWithinFivePercentOfTheFewestPossible)
{
    HubSpotBench bench;
    const int contacts = 10'000;
    for (int i = 0; i < contacts; ++i)
        bench.fake.add("contacts", {{"firstname", "C"}}, hubspotNow - base::dayMs);
    const auto pulled = bench.pull();
    ASSERT_EQ(pulled.all(&Page::contacts).size(), static_cast<std::size_t>(contacts));
    const double calls = static_cast<double>(
        bench.fake.callsMatching("POST /crm/(objects|associations)/.*contacts"));
    // 200 rows with their values in a search, the links of 1,000 in one read.
    const double fewest = contacts / 200.0 + contacts / 1000.0;
    RecordProperty("calls_per_10000_contacts", std::to_string(calls));
    std::cout << "calls per 10,000 contacts: " << calls << ", fewest possible: " << fewest << "\n";
    EXPECT_LE(calls, fewest * 1.05);
}

TEST(HubSpotPull, CallsForDealsStayWithinFivePercentOfTheFewestPossible)
{
    HubSpotBench bench;
    const int deals = 10'000;
    for (int i = 0; i < deals; ++i)
        bench.fake.add("deals", {{"dealname", "D"}, {"dealstage", "closedwon"}},
                       hubspotNow - base::dayMs);
    ASSERT_EQ(bench.pull().all(&Page::deals).size(), static_cast<std::size_t>(deals));
    const double calls =
        static_cast<double>(bench.fake.callsMatching("POST /crm/(objects|associations)/.*deals/"));
    // Ids by search, values with history for 50, two kinds of links for 1,000 at a time.
    const double fewest = deals / 200.0 + deals / 50.0 + 2 * deals / 1000.0;
    std::cout << "calls per 10,000 deals: " << calls << ", fewest possible: " << fewest << "\n";
    EXPECT_LE(calls, fewest * 1.05);
}

TEST(HubSpotPull, InspectNamesTheAccountAndAdvises)
{
    HubSpotBench bench;
    bench.fake.settings.denied = {"deals"};
    bench.fake.removeProperty("companies", "industry");
    const auto profile = bench.connector().inspect(bench.cancel);
    ASSERT_TRUE(profile.ok()) << profile.error().text();
    EXPECT_EQ(profile->orgId, "1234567");
    EXPECT_EQ(profile->webUrl, "https://app-eu1.hubspot.com/contacts/1234567");
    EXPECT_EQ(profile->timeZone, "America/New_York");
    EXPECT_EQ(profile->currency, "EUR");
    EXPECT_FALSE(profile->hasUniqueIds);
    EXPECT_EQ(profile->denied, std::vector<std::string>{"deals"});
    ASSERT_EQ(profile->advice.size(), 3U);
    EXPECT_NE(profile->advice[0].find("industry"), std::string::npos);
    EXPECT_NE(profile->advice[1].find("crm.objects.deals.read"), std::string::npos);
    EXPECT_NE(profile->advice[2].find("topline_id"), std::string::npos);
    bench.fake.settings.denied = {};
    bench.defineKeys();
    EXPECT_TRUE(bench.connector().inspect(bench.cancel)->hasUniqueIds);
}

} // namespace topline::crm
