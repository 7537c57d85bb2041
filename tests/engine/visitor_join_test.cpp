// Events of people whom nobody knows yet, and how they find their contacts: in any order the same.
#include "core/engine/engine.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <map>
#include <random>

namespace topline::engine {

using domain::VisitorKind;
using domain::VisitorName;
using flow::need;

namespace {

const VisitorName browser{VisitorKind::Anonymous, "a1"};
const VisitorName user{VisitorKind::User, "u1"};
const VisitorName mail{VisitorKind::Email, "dana@northwind.example"};

class VisitorJoinTest : public testing::Test {
protected:
    Engine &engine() { return m_world.engine(); }

    static domain::EventDraft view(const std::string &id, const VisitorName &who,
                                   std::int64_t minute,
                                   domain::EventKind kind = domain::EventKind::PricingView)
    {
        domain::EventDraft out;
        out.event.sourceKey = domain::eventKey("segment", id);
        out.event.kind = kind;
        out.event.atMs = flow::birthMs - base::hourMs + minute * base::minuteMs;
        out.event.receivedMs = flow::birthMs;
        if (who.kind == VisitorKind::Anonymous)
            out.anonymousId = who.name;
        if (who.kind == VisitorKind::User)
            out.userId = who.name;
        if (who.kind == VisitorKind::Email)
            out.contactEmail = who.name;
        return out;
    }

    domain::IncomingCounts take(std::vector<domain::EventDraft> drafts,
                                std::vector<domain::VisitorLink> links = {})
    {
        return need(engine().takeIncoming({{"segment", std::move(drafts), std::move(links)}}))
            .front();
    }

    domain::IncomingCounts say(const VisitorName &from, const VisitorName &to, std::int64_t minute)
    {
        return take({}, {{from, to, flow::birthMs - base::hourMs + minute * base::minuteMs}});
    }

    void arrive(const std::string &contact, const std::string &email)
    {
        crm::Page page;
        page.accounts.push_back(account("acc1", "northwind.example"));
        page.contacts.push_back({});
        page.contacts.back().remoteId = contact;
        page.contacts.back().account.remoteId = "acc1";
        page.contacts.back().email = email;
        page.contacts.back().firstName = contact;
        page.contacts.back().updatedMs = flow::birthMs;
        need(engine().applyPage("tiny", page));
    }

    void merge(const std::string &from, const std::string &into)
    {
        crm::Page page;
        page.merged.push_back({domain::RecordKind::Contact, from, into});
        need(engine().applyPage("tiny", page));
    }

    static domain::Account account(const std::string &id, const std::string &domainName)
    {
        domain::Account out;
        out.remoteId = id;
        out.name = id;
        out.domain = domainName;
        out.updatedMs = flow::birthMs;
        return out;
    }

    // Contact and account of every event, by its key; ids of the CRM rather than rows.
    static std::map<std::int64_t, std::pair<std::string, std::string>> joined(Engine &from)
    {
        std::map<std::int64_t, std::pair<std::string, std::string>> out;
        for (const auto &event : need(from.tables().events.after({}, 1'000))) {
            const auto contact = need(from.tables().records.contact(event.contact.id));
            const auto company = need(from.tables().records.account(event.account.id));
            out[event.sourceKey] = {contact ? contact->remoteId : "",
                                    company ? company->remoteId : ""};
        }
        return out;
    }

    std::pair<std::string, std::string> of(const std::string &id)
    {
        return joined(engine()).at(domain::eventKey("segment", id));
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 0};
    flow::World m_world{m_crm, m_clock};
};

const std::pair<std::string, std::string> nobody;
const std::pair<std::string, std::string> dana{"c1", "acc1"};

} // namespace

TEST_F(VisitorJoinTest, EarlierEventsFollowOnceTheVisitorIsKnown)
{
    arrive("c1", "dana@northwind.example");
    take({view("1", browser, 0), view("2", browser, 1)});
    EXPECT_EQ(of("1"), nobody);
    EXPECT_EQ(say(browser, user, 10).joined, 0);
    EXPECT_EQ(say(user, mail, 10).joined, 2);
    EXPECT_EQ(of("1"), dana);
    take({view("3", browser, 20), view("4", user, 20), view("5", mail, 21)});
    EXPECT_EQ(of("3"), dana);
    EXPECT_EQ(of("4"), dana);
    EXPECT_EQ(of("5"), dana);
    EXPECT_EQ(take({view("3", browser, 20)}), (domain::IncomingCounts{0, 1, 0}));
}

TEST_F(VisitorJoinTest, ScoresFollowTheEventsThatWereJoined)
{
    arrive("c1", "dana@northwind.example");
    std::vector<domain::EventDraft> visits;
    for (int i = 0; i < 6; ++i)
        visits.push_back(view("v" + std::to_string(i), browser, i * 5));
    take(visits);
    need(engine().derive());
    const auto accountId = need(engine().tables().records.accountByRemoteId("acc1"));
    const auto before = need(engine().tables().derived.digest());
    say(browser, mail, 40);
    need(engine().derive());
    EXPECT_NE(need(engine().tables().derived.digest()), before);
    EXPECT_EQ(need(engine().tables().events.timeline(accountId, m_clock.now(), 100)).size(), 6u);
}

TEST_F(VisitorJoinTest, AContactThatArrivesLaterFindsItsEvents)
{
    take({view("1", browser, 0)}, {{browser, mail, flow::birthMs}});
    EXPECT_EQ(of("1"), nobody);
    crm::Page page;
    page.accounts.push_back(account("acc1", "northwind.example"));
    need(engine().applyPage("tiny", page));
    EXPECT_EQ(of("1"), (std::pair<std::string, std::string>{"", "acc1"})) << "by the mail's domain";
    arrive("c1", "Dana@Northwind.example");
    EXPECT_EQ(of("1"), dana);
}

TEST_F(VisitorJoinTest, ASharedBrowserBelongsToWhoeverWasLastThere)
{
    arrive("c1", "dana@northwind.example");
    arrive("c2", "eli@northwind.example");
    const VisitorName eli{VisitorKind::Email, "eli@northwind.example"};
    take({view("0", browser, 0), view("15", browser, 15), view("25", browser, 25)});
    say(browser, eli, 20);
    say(browser, mail, 10);
    EXPECT_EQ(of("0").first, "c1") << "before anybody said so: the first who did";
    EXPECT_EQ(of("15").first, "c1");
    EXPECT_EQ(of("25").first, "c2");
}

TEST_F(VisitorJoinTest, AWrongJoinCanBeTakenBack)
{
    arrive("c1", "dana@northwind.example");
    take({view("1", browser, 0), view("2", mail, 1)}, {{browser, mail, flow::birthMs}});
    EXPECT_EQ(of("1"), dana);
    need(engine().cutVisitor({"segment", browser, mail, true}));
    EXPECT_EQ(of("1"), nobody);
    EXPECT_EQ(of("2"), dana);
    say(browser, mail, 50);
    EXPECT_EQ(of("1"), nobody) << "whatever is said later";
    need(engine().cutVisitor({"segment", browser, mail, false}));
    EXPECT_EQ(of("1"), dana);
    EXPECT_FALSE(engine().cutVisitor({"segment", {VisitorKind::User, "x"}, mail, true}).ok());
}

TEST_F(VisitorJoinTest, ACircleOfAliasesEnds)
{
    arrive("c1", "dana@northwind.example");
    const VisitorName other{VisitorKind::User, "u2"};
    take(
        {view("1", user, 0), view("2", other, 0)},
        {{user, other, flow::birthMs}, {other, user, flow::birthMs}, {other, mail, flow::birthMs}});
    EXPECT_EQ(of("1"), dana);
    EXPECT_EQ(of("2"), dana);
}

TEST_F(VisitorJoinTest, AMachinesReplyIsNone)
{
    arrive("c1", "dana@northwind.example");
    auto reply = view("1", mail, 0, domain::EventKind::EmailReplied);
    reply.event.title = "Automatic reply: Offer";
    take({reply});
    crm::Page page;
    page.events.push_back(reply.event);
    page.events.back().sourceKey = 17;
    page.events.push_back(page.events.back());
    page.events.back().sourceKey = 18;
    page.events.back().title = "Re: Offer";
    need(engine().applyPage("tiny", page));
    const auto events = need(engine().tables().events.after({}, 10));
    ASSERT_EQ(events.size(), 3u);
    EXPECT_EQ(events[0].kind, domain::EventKind::OutOfOffice);
    EXPECT_EQ(events[1].kind, domain::EventKind::OutOfOffice);
    EXPECT_EQ(events[2].kind, domain::EventKind::EmailReplied);
}

namespace {

using Joined = std::map<std::int64_t, std::pair<std::string, std::string>>;

// Everything that happens to two people with a browser, a phone and two addresses, who turn out to
// be one; in an order by the seed (0: as it stands here), with the merge anywhere behind the
// records.
class TwoThatAreOne : public VisitorJoinTest {
protected:
    Joined live(unsigned seed)
    {
        flow::TinyCrm crm{flow::birthMs, 0};
        flow::World world{crm, m_clock};
        std::mt19937 random(seed);
        auto steps = incoming();
        steps.emplace_back(); // the records
        if (seed != 0)
            std::shuffle(steps.begin(), steps.end(), random);
        std::size_t mergeAfter = seed == 0 ? steps.size() : random() % (steps.size() + 1);
        bool hasRecords = false;
        for (std::size_t i = 0; i <= steps.size(); ++i) {
            if (hasRecords && i >= mergeAfter) {
                mergeAfter = SIZE_MAX;
                crm::Page page;
                page.merged.push_back({domain::RecordKind::Contact, "hs:2", "hs:1"});
                need(world.engine().applyPage("hubspot", page));
            }
            if (i == steps.size())
                break;
            if (steps[i].source.empty())
                need(world.engine().applyPage("hubspot", records()));
            else
                need(world.engine().takeIncoming({steps[i]}));
            hasRecords = hasRecords || steps[i].source.empty();
        }
        EXPECT_EQ(mergeAfter, SIZE_MAX) << "the merge came";
        return joined(world.engine());
    }

    static std::vector<domain::IncomingEvents> incoming()
    {
        const VisitorName phone{VisitorKind::Anonymous, "a2"};
        const VisitorName other{VisitorKind::User, "u2"};
        const VisitorName company{VisitorKind::Domain, "northwind.example"};
        const auto at = [](std::int64_t minute) { return flow::birthMs + minute * base::minuteMs; };
        return {
            {"segment", {view("1", browser, 0)}, {}},
            {"segment", {view("2", phone, 1)}, {}},
            {"segment", {view("3", user, 2)}, {}},
            {"segment", {view("4", other, 3)}, {{phone, other, at(3)}}},
            {"segment", {}, {{browser, user, at(4)}}},
            {"segment", {}, {{user, mail, at(5)}}},
            {"segment", {}, {{other, second, at(6)}}},
            {"segment", {view("5", second, 7)}, {{browser, other, at(9)}}},
            {"segment", {}, {{other, company, at(8)}}},
        };
    }

    static crm::Page records()
    {
        crm::Page page;
        page.accounts.push_back(account("hs:9", "northwind.example"));
        for (const auto &[id, email] : {std::pair("hs:1", mail.name), {"hs:2", second.name}}) {
            page.contacts.push_back({});
            page.contacts.back().remoteId = id;
            page.contacts.back().account.remoteId = "hs:9";
            page.contacts.back().email = email;
            page.contacts.back().updatedMs = flow::birthMs;
        }
        return page;
    }

    static inline const VisitorName second{VisitorKind::Email, "d.reyes@northwind.example"};
};

} // namespace

// Two contacts that become one are as if there had been one.
TEST_F(TwoThatAreOne, EveryOrderOfArrivalLeavesTheSame)
{
    for (unsigned seed = 0; seed < 12; ++seed) {
        const auto found = live(seed);
        ASSERT_EQ(found.size(), 5u) << "seed " << seed;
        for (const auto &[key, who] : found)
            EXPECT_EQ(who, (std::pair<std::string, std::string>{"hs:1", "hs:9"}))
                << "seed " << seed;
    }
}

} // namespace topline::engine
