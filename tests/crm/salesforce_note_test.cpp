// Notes of Salesforce, the enhanced and the classic ones: each is told once, at its time, of the
// record that counts most, and an organisation without them is none the worse.
#include "core/crm/soql.h"
#include "tests/crm/salesforce_bench.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::EventKind;

QString word(const std::string &text)
{
    return QString::fromStdString(text);
}

// One record of each kind that a note may stand on.
struct Records {
    explicit Records(SalesforceBench &bench)
        : account(bench.fake.add("Account", {{QLatin1String("Name"), QLatin1String("Acme")}}))
        , contact(bench.addContact("Curie", account))
        , deal(bench.addDeal("Radium", 500, "Prospecting", account))
        , lead(bench.fake.add("Lead", {{QLatin1String("LastName"), QLatin1String("Hopper")},
                                       {QLatin1String("Company"), QLatin1String("Navy")}}))
    {
        bench.pass(base::minuteMs);
    }

    std::string account, contact, deal, lead;
};

std::string addClassic(SalesforceBench &bench, const std::string &title, const std::string &body,
                       const std::string &parent)
{
    return bench.fake.add("Note", {{QLatin1String("Title"), word(title)},
                                   {QLatin1String("Body"), word(body)},
                                   {QLatin1String("ParentId"), word(parent)}});
}

// "deal", "contact", "account": which references a note has.
std::string linkOf(const Mirror &mirror, const std::string &title)
{
    const domain::Event *note = mirror.event(EventKind::NoteAdded, title);
    if (note == nullptr)
        return "none";
    return note->account.remoteId + "|" + note->contact.remoteId + "|" + note->deal.remoteId;
}

std::int64_t callsOfAPass(SalesforceBench &bench, Mirror &mirror)
{
    const auto before = bench.fake.calls;
    EXPECT_TRUE(bench.pullInto(mirror).ok());
    return bench.fake.calls - before;
}

void hideNotes(SalesforceBench &bench)
{
    for (const char *object : {"ContentNote", "ContentDocumentLink", "Note"})
        bench.fake.hide(object, "");
}

} // namespace

TEST(SalesforceNotes, AnEnhancedNoteComesWithItsTitleItsTextAndItsTime)
{
    SalesforceBench bench;
    const Records records(bench);
    const base::UtcMs writtenMs = bench.clock.now() / base::secondMs * base::secondMs;
    const std::string id =
        fakes::addEnhancedNote(bench.fake, "Rollout", "Start in spring, <b>not</b> before.", {});
    bench.pass(base::hourMs); // it is of the time when it was written, not of its link's
    fakes::linkNote(bench.fake, id, records.deal);
    bench.pass(base::hourMs);
    fakes::addEnhancedNote(bench.fake, "Later", "x", {records.lead});
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 2U);
    const domain::Event *note = mirror.event(EventKind::NoteAdded, "Rollout");
    ASSERT_NE(note, nullptr);
    EXPECT_EQ(note->body, "Start in spring, <b>not</b> before."); // as text, whatever it says
    EXPECT_EQ(note->atMs, writtenMs);
    EXPECT_EQ(linkOf(mirror, "Rollout"), "||sf:" + records.deal);
    EXPECT_EQ(linkOf(mirror, "Later"), "|sf:" + records.lead + "|");
    EXPECT_EQ(mirror.progress.at("notes").state, domain::ObjectState::Fresh);
    EXPECT_EQ(mirror.progress.at("notes").done, 2);
    EXPECT_TRUE(mirror.progress.at("notes").throughMs.has_value());
}

TEST(SalesforceNotes, ANoteOnSeveralRecordsIsToldOnceOfTheOneThatCountsMost)
{
    SalesforceBench bench;
    const Records of(bench);
    fakes::addEnhancedNote(bench.fake, "All", "x", {of.account, of.lead, of.contact, of.deal});
    fakes::addEnhancedNote(bench.fake, "Person", "x", {of.account, of.lead, of.contact});
    fakes::addEnhancedNote(bench.fake, "Lead", "x", {of.account, of.lead});
    fakes::addEnhancedNote(bench.fake, "Account", "x", {of.account});
    bench.pass(base::minuteMs); // what is as old as the reading comes again
    Mirror mirror = bench.pulled();
    EXPECT_EQ(linkOf(mirror, "All"), "||sf:" + of.deal);
    EXPECT_EQ(linkOf(mirror, "Person"), "|sf:" + of.contact + "|");
    EXPECT_EQ(linkOf(mirror, "Lead"), "|sf:" + of.lead + "|");
    EXPECT_EQ(linkOf(mirror, "Account"), "sf:" + of.account + "||");
    EXPECT_EQ(mirror.eventsDelivered, 4U);
    bench.pass(base::hourMs);
    fakes::addEnhancedNote(bench.fake, "New", "x", {of.account, of.contact, of.deal});
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(linkOf(mirror, "New"), "||sf:" + of.deal);
    EXPECT_EQ(mirror.eventsDelivered, 5U);
}

TEST(SalesforceNotes, OneThatIsRelatedToMoreLaterIsStillTheSameNote)
{
    SalesforceBench bench;
    const Records of(bench);
    const std::string note = fakes::addEnhancedNote(bench.fake, "Plan", "x", {of.contact});
    Mirror mirror = bench.pulled();
    bench.pass(base::hourMs);
    fakes::linkNote(bench.fake, note, of.account);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    ASSERT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(linkOf(mirror, "Plan"), "|sf:" + of.contact + "|");
}

TEST(SalesforceNotes, FilesAndNotesOnOtherThingsAreNone)
{
    SalesforceBench bench;
    const Records of(bench);
    fakes::addFile(bench.fake, "Offer", of.deal);
    fakes::addEnhancedNote(bench.fake, "Mine alone", "x", {});
    fakes::addEnhancedNote(bench.fake, "On a case", "x", {"5005e0000000001AAA"});
    addClassic(bench, "Classic on a case", "x", "5005e0000000001AAA");
    EXPECT_TRUE(bench.pulled().events.empty());
}

TEST(SalesforceNotes, AClassicNoteComesOfItsParentAndNoLongerThanWeKeep)
{
    SalesforceBench bench;
    const Records of(bench);
    const base::UtcMs writtenMs = bench.clock.now() / base::secondMs * base::secondMs;
    addClassic(bench, "Long", std::string(19'999, 'a') + std::string(6'000, '\xC3'), of.deal);
    addClassic(bench, "Person", "Knows us.", of.contact);
    addClassic(bench, "Lead", "x", of.lead);
    addClassic(bench, std::string(900, 't'), "x", of.account);
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 4U);
    EXPECT_EQ(linkOf(mirror, "Long"), "||sf:" + of.deal);
    EXPECT_EQ(linkOf(mirror, "Person"), "|sf:" + of.contact + "|");
    EXPECT_EQ(linkOf(mirror, "Lead"), "|sf:" + of.lead + "|");
    EXPECT_EQ(linkOf(mirror, std::string(500, 't')), "sf:" + of.account + "||");
    EXPECT_EQ(mirror.event(EventKind::NoteAdded, "Person")->body, "Knows us.");
    EXPECT_EQ(mirror.event(EventKind::NoteAdded, "Person")->atMs, writtenMs);
    const std::string &body = mirror.event(EventKind::NoteAdded, "Long")->body;
    EXPECT_LE(body.size(), 20'000U);
    EXPECT_GE(body.size(), 19'999U);
}

TEST(SalesforceNotes, ASecondPassBringsWhatIsNewAlsoWhereItBecameVisibleLate)
{
    SalesforceBench bench;
    const Records of(bench);
    fakes::addEnhancedNote(bench.fake, "Old", "x", {of.deal});
    addClassic(bench, "Old classic", "x", of.deal);
    bench.pass(base::minuteMs);
    Mirror mirror = bench.pulled();
    bench.pass(base::minuteMs);
    const auto late = bench.clock.now() - 5 * base::minuteMs;
    const std::string note = fakes::addEnhancedNote(bench.fake, "Late", "x", {});
    bench.fake.stamp("ContentDocumentLink", fakes::linkNote(bench.fake, note, of.account), late);
    bench.fake.stamp("Note", addClassic(bench, "Late classic", "x", of.deal), late);
    fakes::addEnhancedNote(bench.fake, "New", "x", {of.account});
    addClassic(bench, "New classic", "x", of.deal);
    bench.pass(base::minuteMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 6U);
    EXPECT_EQ(mirror.eventsDelivered, 6U);
    const std::string later = fakes::addEnhancedNote(bench.fake, "Later", "x", {});
    bench.fake.stamp("ContentDocumentLink", fakes::linkNote(bench.fake, later, of.account), late);
    bench.fake.stamp("Note", addClassic(bench, "Later classic", "x", of.deal), late);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 8U);
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.eventsDelivered, 8U);
}

TEST(SalesforceNotes, WhatIsDeletedThereStaysAsItHappenedLikeEveryActivity)
{
    SalesforceBench bench;
    const Records of(bench);
    const std::string kept = fakes::addEnhancedNote(bench.fake, "Kept", "x", {of.deal});
    const std::string classic = addClassic(bench, "Kept classic", "x", of.deal);
    const std::string task = bench.addTask("Kept call", of.contact);
    bench.fake.remove("ContentNote", fakes::addEnhancedNote(bench.fake, "Gone", "x", {of.deal}));
    bench.fake.remove("Note", addClassic(bench, "Gone classic", "x", of.deal));
    bench.fake.remove("Task", bench.addTask("Gone call", of.contact));
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.events.size(), 3U);
    bench.fake.remove("ContentNote", kept);
    bench.fake.remove("Note", classic);
    bench.fake.remove("Task", task);
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 3U);
    EXPECT_TRUE(mirror.gone.empty());
}

TEST(SalesforceNotes, ThousandsOfOneSecondComeInFullAnswers)
{
    SalesforceBench bench;
    const Records of(bench);
    Mirror none = bench.pulled();
    const auto empty = bench.fake.calls;
    bench.restart();
    for (int i = 0; i < 4'500; ++i)
        fakes::addEnhancedNote(bench.fake, "Note " + std::to_string(i), "x", {of.contact});
    const Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.events.size(), 4'500U);
    EXPECT_EQ(mirror.eventsDelivered, 4'500U);
    // Two answers more than for none, and one for what did not ride along with the first of them.
    EXPECT_EQ(bench.fake.calls - empty, empty + 3);
}

TEST(SalesforceNotes, WhereThereAreNoneNothingIsAskedAndNothingFails)
{
    SalesforceBench bench;
    const Records of(bench);
    hideNotes(bench);
    bench.fake.hide("CampaignMember", "");
    bench.fake.hide("Campaign", "");
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.contacts.size(), 2U);
    EXPECT_EQ(mirror.deals.size(), 1U);
    for (const char *name : {"notes", "campaigns"}) {
        EXPECT_EQ(mirror.progress.at(name).state, domain::ObjectState::Unavailable) << name;
        EXPECT_FALSE(mirror.progress.at(name).reason.empty()) << name;
    }
    EXPECT_EQ(mirror.progress.at("meetings").state, domain::ObjectState::Fresh);
    bench.pass(base::hourMs);
    ASSERT_TRUE(bench.pullInto(mirror).ok());  // the overlap, with the history of its deals
    EXPECT_EQ(callsOfAPass(bench, mirror), 4); // the describes, and three for twelve objects
    for (const fakes::Request &request : bench.fake.log) {
        const std::string all = fakes::percentDecoded(request.query + request.body, true);
        for (const char *object : {"FROM ContentDocumentLink", "FROM ContentNote", "FROM Note",
                                   "FROM CampaignMember", "FROM Campaign "})
            EXPECT_EQ(all.find(object), std::string::npos) << all;
    }
    const auto profile = bench.connector().inspect(bench.cancel);
    ASSERT_TRUE(profile.ok());
    EXPECT_EQ(profile->denied, (std::vector<std::string>{"CampaignMember", "ContentNote", "Note"}));
    EXPECT_EQ(bench.connector().count(bench.cancel)->at("events"), 0);
}

TEST(SalesforceNotes, AnOrganisationWithOneSortOfNotesHasNotes)
{
    for (const char *missing : {"Note", "ContentNote", "ContentDocumentLink"}) {
        SalesforceBench bench;
        const Records of(bench);
        fakes::addEnhancedNote(bench.fake, "Note", "x", {of.deal});
        addClassic(bench, "Note", "x", of.deal);
        bench.fake.hide(missing, "");
        Mirror mirror = bench.pulled();
        EXPECT_EQ(mirror.events.size(), 1U) << missing;
        EXPECT_EQ(mirror.progress.at("notes").state, domain::ObjectState::Fresh) << missing;
        EXPECT_TRUE(mirror.progress.at("notes").throughMs.has_value()) << missing;
        bench.fake.show(missing, ""); // switched on later: the old ones come as well
        bench.pass(base::hourMs);
        ASSERT_TRUE(bench.pullInto(mirror).ok());
        EXPECT_EQ(mirror.events.size(), 2U) << missing;
    }
}

TEST(SalesforceNotes, WithoutLeadsTheNotesOfTheOthersCome)
{
    SalesforceBench bench;
    const Records of(bench);
    fakes::addEnhancedNote(bench.fake, "Lead", "x", {of.lead});
    fakes::addEnhancedNote(bench.fake, "Contact", "x", {of.contact});
    bench.fake.hide("Lead", "");
    const Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(mirror.progress.at("notes").state, domain::ObjectState::Fresh);
}

TEST(SalesforceNotes, WhereNoPreviewMayBeNamedTheTitleComesAlone)
{
    SalesforceBench bench;
    const Records of(bench);
    fakes::addEnhancedNote(bench.fake, "Rollout", "Text", {of.deal});
    bench.fake.refusedPath = "TextPreview";
    const Mirror mirror = bench.pulled();
    ASSERT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(mirror.events.begin()->second.title, "Rollout");
    EXPECT_EQ(mirror.events.begin()->second.body, "");
}

// Without its document's date a note could not be told at its time, so none is, and none is lost.
TEST(SalesforceNotes, WhereNothingOfTheDocumentMayBeNamedTheyWait)
{
    SalesforceBench bench;
    const Records of(bench);
    fakes::addEnhancedNote(bench.fake, "Rollout", "Text", {of.deal});
    bench.fake.refusedPath = "ContentDocument.CreatedDate";
    Mirror mirror = bench.pulled();
    EXPECT_TRUE(mirror.events.empty());
    EXPECT_EQ(mirror.contacts.size(), 2U);
    EXPECT_EQ(mirror.progress.at("notes").state, domain::ObjectState::Unavailable);
    bench.fake.refusedPath.clear();
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 1U);
}

TEST(SalesforceNotes, ALookForLinksThatTakesTooLongKeepsNothingElse)
{
    SalesforceBench bench;
    const Records of(bench);
    bench.addTask("Rang", of.contact);
    fakes::addEnhancedNote(bench.fake, "Rollout", "Text", {of.deal});
    bench.fake.slowObject = "ContentDocumentLink";
    Mirror mirror = bench.pulled();
    EXPECT_EQ(mirror.events.size(), 1U);
    EXPECT_EQ(mirror.progress.at("notes").state, domain::ObjectState::Unavailable);
    EXPECT_FALSE(mirror.progress.at("notes").reason.empty());
    bench.fake.slowObject.clear();
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 2U);
    EXPECT_EQ(mirror.progress.at("notes").state, domain::ObjectState::Fresh);
}

TEST(SalesforceNotes, APassThatAnOlderProgramLeftOpenGoesOnWithThem)
{
    SalesforceBench bench;
    bench.fillSmall();
    for (int i = 0; i < 2'500; ++i)
        bench.fake.add("Contact", {{QLatin1String("LastName"), QLatin1String("Many")}});
    Mirror mirror;
    const auto first = bench.connector().pull("", bench.cancel);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(first->more);
    mirror.apply(*first);
    QJsonObject cursor = QJsonDocument::fromJson(QByteArray::fromStdString(mirror.cursor)).object();
    QJsonObject objects = cursor.value(QLatin1String("objects")).toObject();
    for (const char *key :
         {"CampaignMember", "DealNote", "ContactNote", "LeadNote", "AccountNote", "Note"}) {
        EXPECT_TRUE(objects.contains(QLatin1String(key))) << key;
        objects.remove(QLatin1String(key));
    }
    cursor.insert(QLatin1String("objects"), objects);
    mirror.cursor = QJsonDocument(cursor).toJson(QJsonDocument::Compact).toStdString();
    bench.restart();
    ASSERT_TRUE(bench.pullInto(mirror).ok());
    EXPECT_EQ(mirror.events.size(), 7U);
}

TEST(SalesforceNotes, TheFakeDeniesWhatTheVendorDenies)
{
    SalesforceBench bench;
    const auto status = [&](const std::string &object, const std::string &where,
                            const std::string &field = "Id") {
        fakes::Request request =
            fakes::requestOfTarget("GET", "/services/data/v67.0/query?q=" +
                                              percentEncoded(Soql{field, object, where}.text()));
        request.headers.emplace_back("Authorization", "Bearer " + bench.fake.token);
        return bench.fake.handle(request).status;
    };
    const auto links = [&](const std::string &where) {
        return status("ContentDocumentLink", where);
    };
    const std::string ofAccounts = "LinkedEntityId IN (" + Soql{"Id", "Account"}.text() + ")";
    const std::string ofContacts = "LinkedEntityId IN (" + Soql{"Id", "Contact"}.text() + ")";
    const std::string isNote = "ContentDocument.FileType = 'SNOTE'";
    const std::string one = "ContentDocumentId = '0695e0000000001AAA'";
    EXPECT_EQ(links(""), 400);
    EXPECT_EQ(links("SystemModstamp > 2026-01-01T00:00:00Z"), 400);
    EXPECT_EQ(links(isNote), 400);
    EXPECT_EQ(links(one), 200);
    EXPECT_EQ(links(one + " AND " + isNote), 400);
    EXPECT_EQ(links(ofAccounts), 200);
    EXPECT_EQ(links(ofAccounts + " AND " + isNote), 200);
    EXPECT_EQ(links(ofAccounts + " AND LinkedEntity.Name = 'Acme'"), 400);
    EXPECT_EQ(links(ofAccounts + " OR " + ofContacts), 400);
    EXPECT_EQ(links("(" + ofAccounts + ")"), 400);
    EXPECT_EQ(status("ContentDocumentLink", ofAccounts, "CreatedDate"), 400);
    EXPECT_EQ(status("Note", "Body = 'x'"), 400);
}

} // namespace topline::crm
