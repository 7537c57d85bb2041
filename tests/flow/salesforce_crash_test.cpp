// Notes and campaigns of Salesforce in the store: of the right account, once, however often the
// program ends while they come.
#include "core/engine/intake/connection_book.h"
#include "tests/crm/salesforce_bench.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace topline::flow {

namespace {

using domain::EventKind;

struct Crash {};

using Told = std::multiset<std::pair<EventKind, std::string>>;

// What the store tells of the account, but the bench's own tasks and meetings.
Told told(World &world, const std::string &accountId)
{
    Told out;
    auto &tables = world.engine().tables();
    for (const auto &account : need(tables.records.accounts())) {
        if (account.remoteId != accountId)
            continue;
        for (const auto &event : need(tables.events.timeline(account.id, birthMs * 2, 100))) {
            if (event.kind == EventKind::NoteAdded || event.kind == EventKind::CampaignAdded ||
                event.kind == EventKind::CampaignResponded)
                out.emplace(event.kind, event.title);
        }
    }
    return out;
}

base::Status work(World &world)
{
    auto &book = world.engine().connections();
    TRY_ASSIGN(const auto profile, world.crm().inspect(world.cancel));
    TRY_ASSIGN(const auto known, world.engine().tables().connections.connection("salesforce"));
    if (!known)
        TRY(book.signedIn({.system = "salesforce"}, profile));
    TRY(book.allowFirstSync("salesforce"));
    TRY_ASSIGN(const auto admission, book.admit(profile));
    EXPECT_EQ(admission, engine::Admission::Welcome);
    TRY(world.engine().sync(world.crm(), world.cancel));
    return {};
}

struct Company {
    explicit Company(crm::SalesforceBench &bench)
        : account(bench.fake.add("Account", {{QLatin1String("Name"), QLatin1String("Acme")}}))
        , contact(bench.addContact("Curie", account))
        , deal(bench.addDeal("Radium", 500, "Prospecting", account))
    {
        fakes::addEnhancedNote(bench.fake, "Of the deal", "x", {deal});
        fakes::addEnhancedNote(bench.fake, "Of all", "x", {account, contact, deal});
        bench.fake.add("Note", {{QLatin1String("Title"), QLatin1String("Classic")},
                                {QLatin1String("ParentId"), QString::fromStdString(contact)}});
        member = bench.addMember(bench.addCampaign("Fair"), "ContactId", contact, "Sent");
        bench.pass(base::minuteMs);
    }

    std::string account, contact, deal, member;
};

// What comes by the first pull, and what by the next one.
const Told first = {{EventKind::NoteAdded, "Of the deal"},
                    {EventKind::NoteAdded, "Of all"},
                    {EventKind::NoteAdded, "Classic"},
                    {EventKind::CampaignAdded, "Fair"}};

Told second()
{
    Told out = first;
    out.emplace(EventKind::NoteAdded, "New");
    out.emplace(EventKind::CampaignResponded, "Fair");
    return out;
}

void goOn(crm::SalesforceBench &bench, const Company &company)
{
    bench.pass(base::hourMs);
    fakes::addEnhancedNote(bench.fake, "New", "x", {company.contact});
    bench.fake.edit("CampaignMember", company.member,
                    {{QLatin1String("Status"), QLatin1String("Responded")}});
    bench.pass(base::minuteMs);
}

} // namespace

TEST(SalesforceInTheStore, NotesAndCampaignsStandOnceAtTheAccountOfTheirRecord)
{
    crm::SalesforceBench bench;
    const Company company(bench);
    World world(bench.connector(), bench.clock);
    need(work(world));
    EXPECT_EQ(told(world, "sf:" + company.account), first);
    goOn(bench, company);
    need(work(world));
    need(work(world));
    EXPECT_EQ(told(world, "sf:" + company.account), second());
}

TEST(SalesforceInTheStore, ACrashAtAnyStepOfEitherPullLosesAndDoublesNothing)
{
    bool wasReached = true;
    std::int64_t at = 1;
    for (; wasReached && !testing::Test::HasFailure(); ++at) {
        crm::SalesforceBench bench;
        const Company company(bench);
        World world(bench.connector(), bench.clock);
        std::int64_t count = 0;
        bool isSecond = false;
        try {
            need(world.open(nullptr, [&](std::string_view) {
                if (++count == at)
                    throw Crash{};
            }));
            need(work(world));
            isSecond = true;
            goOn(bench, company);
            need(work(world));
        } catch (const Crash &) {
        }
        wasReached = count >= at;
        world.close();
        bench.restart(); // nothing is remembered but what is in the file
        world.talkTo(bench.connector());
        need(world.open());
        need(work(world));
        if (!isSecond) {
            EXPECT_EQ(told(world, "sf:" + company.account), first) << at;
            goOn(bench, company);
            need(work(world));
        }
        EXPECT_EQ(told(world, "sf:" + company.account), second()) << at;
    }
    EXPECT_GT(at, 8);
}

} // namespace topline::flow
