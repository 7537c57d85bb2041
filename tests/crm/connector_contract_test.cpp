// What every connector promises, whatever CRM stands behind it. A new connector adds one line at
// the bottom.
#include "core/base/hash.h"
#include "core/crm/demo_connector.h"
#include "core/crm/hubspot_json.h"
#include "tests/crm/hubspot_bench.h"
#include "tests/crm/salesforce_bench.h"

#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <set>

namespace topline::crm {

namespace {

constexpr base::UtcMs anchor = 1'763'464'440'000; // 2025-11-18 11:14 UTC

// A connector with everything that it stands on, and an effect that its CRM accepts.
class Bench {
public:
    virtual ~Bench() = default;
    virtual Connector &connector() = 0;
    virtual domain::Effect acceptedEffect(int number) = 0;
    virtual void advance(base::DurationMs delta) = 0;
    // What the outside party itself says that it has.
    virtual std::size_t remoteObjects() = 0;
};

class DemoBench final : public Bench {
public:
    Connector &connector() override { return m_connector; }

    domain::Effect acceptedEffect(int number) override
    {
        domain::Effect out;
        out.id = base::Uuid::named("effect", "contract:" + std::to_string(number));
        out.kind = domain::ActionKind::Email;
        out.wire = R"({"account":"acct-00003","action":"a","body":"Hello","contact":"","deal":"",)"
                   R"("effect":")" +
                   out.id.text() + R"(","kind":"email","owner":"","stage":"","subject":"Dates",)" +
                   R"("to":"someone@firm.example"})";
        out.wireSha256 = base::hex(base::sha256(out.wire));
        return out;
    }

    void advance(base::DurationMs delta) override { m_clock.advance(delta); }

    std::size_t remoteObjects() override { return m_journal.readAll()->size(); }

private:
    base::FixedClock m_clock{anchor + 3 * base::hourMs};
    MemoryDemoJournal m_journal;
    DemoConnector m_connector{{7, anchor}, m_clock, m_journal};
};

class HubSpotContractBench final : public Bench {
public:
    explicit HubSpotContractBench(bool hasKeys)
    {
        if (hasKeys)
            m_bench.defineKeys();
        m_company = m_bench.addCompany();
        const base::UtcMs at = hubspotNow - base::dayMs;
        for (int i = 0; i < 30; ++i) {
            const std::string when = hubspotTimeText(at - i * base::hourMs);
            m_bench.fake.add("contacts", {{"firstname", "C" + std::to_string(i)}}, at);
            m_bench.fake.add("notes", {{"hs_timestamp", when}, {"hs_note_body", "n"}}, at);
            m_bench.fake.add("meetings",
                             {{"hs_timestamp", when},
                              {"hs_meeting_outcome", i % 2 == 0 ? "COMPLETED" : "CANCELED"}},
                             at);
        }
        m_bench.options.searchRows = 5;
        m_bench.options.linkRows = 10;
    }

    Connector &connector() override { return m_bench.connector(); }

    domain::Effect acceptedEffect(int number) override
    {
        return m_bench.effect(number, {.kind = domain::ActionKind::Email,
                                       .contact = "hs:" + m_company.contact,
                                       .body = "Hello " + std::to_string(number)});
    }

    void advance(base::DurationMs delta) override { m_bench.pace.advance(delta); }

    std::size_t remoteObjects() override { return m_bench.fake.journal.size(); }

private:
    HubSpotBench m_bench;
    HubSpotBench::Company m_company;
};

class SalesforceContractBench final : public Bench {
public:
    explicit SalesforceContractBench(bool hasIdField)
    {
        if (!hasIdField) {
            for (const char *object : {"Task", "Event", "EmailMessage"})
                m_bench.fake.dropField(object, "Topline_Id__c");
        }
        m_bench.fillSmall();
        m_contact = m_bench.addContact("Curie");
        for (int i = 0; i < 40; ++i)
            m_bench.addTask("Rang " + std::to_string(i), m_contact);
        m_bench.pass(base::minuteMs);
    }

    Connector &connector() override { return m_bench.connector(); }

    domain::Effect acceptedEffect(int number) override
    {
        return m_bench.effect(domain::ActionKind::Email,
                              {{"contact", "sf:" + m_contact},
                               {"subject", "Dates"},
                               {"body", "Hello " + std::to_string(number)},
                               {"to", "someone@firm.example"}},
                              {}, number);
    }

    void advance(base::DurationMs delta) override { m_bench.pass(delta); }

    std::size_t remoteObjects() override { return m_bench.fake.journal.size(); }

private:
    SalesforceBench m_bench;
    std::string m_contact;
};

struct Kind {
    const char *name;
    std::function<std::unique_ptr<Bench>()> make;
};

void PrintTo(const Kind &kind, std::ostream *out)
{
    *out << kind.name;
}

class ConnectorContract : public testing::TestWithParam<Kind> {
protected:
    void SetUp() override { m_bench = GetParam().make(); }

    Connector &connector() { return m_bench->connector(); }

    // Pages from `cursor` until no more are ready.
    std::vector<Page> pullAll(std::string cursor)
    {
        std::vector<Page> out;
        for (;;) {
            auto page = connector().pull(cursor, m_cancel);
            EXPECT_TRUE(page.ok()) << (page.ok() ? "" : page.error().text());
            if (!page.ok())
                return out;
            cursor = page->nextCursor;
            out.push_back(std::move(*page));
            if (!out.back().more)
                return out;
            EXPECT_LT(out.size(), 1'000U) << "pages do not end";
            if (out.size() >= 1'000)
                return out;
        }
    }

    CancelToken m_cancel;
    std::unique_ptr<Bench> m_bench;
};

void expectSame(const Page &a, const Page &b)
{
    EXPECT_EQ(a.owners, b.owners);
    EXPECT_EQ(a.quotas, b.quotas);
    EXPECT_EQ(a.products, b.products);
    EXPECT_EQ(a.stages, b.stages);
    EXPECT_EQ(a.accounts, b.accounts);
    EXPECT_EQ(a.contacts, b.contacts);
    EXPECT_EQ(a.deals, b.deals);
    EXPECT_EQ(a.stageChanges, b.stageChanges);
    EXPECT_EQ(a.amountChanges, b.amountChanges);
    EXPECT_EQ(a.subscriptions, b.subscriptions);
    EXPECT_EQ(a.movements, b.movements);
    EXPECT_EQ(a.events, b.events);
    EXPECT_EQ(a.nextCursor, b.nextCursor);
    EXPECT_EQ(a.more, b.more);
}

} // namespace

TEST_P(ConnectorContract, TheSameCursorGivesTheSamePage)
{
    std::string cursor;
    for (const Page &page : pullAll("")) {
        const auto again = connector().pull(cursor, m_cancel);
        ASSERT_TRUE(again.ok());
        expectSame(page, *again);
        cursor = page.nextCursor;
    }
}

TEST_P(ConnectorContract, PagesEndAndStayBounded)
{
    const auto pages = pullAll("");
    ASSERT_FALSE(pages.empty());
    EXPECT_FALSE(pages.back().more);
    for (const Page &page : pages)
        EXPECT_LE(page.events.size(), 2'000U);
}

TEST_P(ConnectorContract, PullingOnBringsEachEventOnce)
{
    std::set<std::int64_t> keys;
    std::size_t delivered = 0;
    std::string cursor;
    for (int round = 0; round < 4; ++round) {
        for (const Page &page : pullAll(cursor)) {
            for (const auto &event : page.events)
                keys.insert(event.sourceKey);
            delivered += page.events.size();
            cursor = page.nextCursor;
        }
        m_bench->advance(5 * base::hourMs);
    }
    EXPECT_EQ(keys.size(), delivered);
    EXPECT_GT(delivered, 0U);
}

TEST_P(ConnectorContract, CountAnswersWhatAFirstPullBrings)
{
    const auto counted = connector().count(m_cancel);
    ASSERT_TRUE(counted.ok());
    std::map<std::string, std::int64_t> pulled;
    for (const Page &page : pullAll("")) {
        pulled["accounts"] += static_cast<std::int64_t>(page.accounts.size());
        pulled["contacts"] += static_cast<std::int64_t>(page.contacts.size());
        pulled["events"] += static_cast<std::int64_t>(page.events.size());
    }
    for (const auto &[kind, number] : pulled)
        EXPECT_EQ(counted->at(kind), number) << kind;
}

TEST_P(ConnectorContract, PushingTwiceMakesOneRemoteObject)
{
    const auto effect = m_bench->acceptedEffect(1);
    const auto first = connector().push(effect, m_cancel);
    EXPECT_EQ(first.state, PushState::Applied) << first.detail;
    EXPECT_FALSE(first.remoteId.empty());
    const auto second = connector().push(effect, m_cancel);
    EXPECT_EQ(second.state, PushState::AlreadyApplied);
    EXPECT_EQ(second.remoteId, first.remoteId);
    EXPECT_EQ(m_bench->remoteObjects(), 1U);
}

TEST_P(ConnectorContract, TheSameIdWithOtherBytesIsRefused)
{
    auto effect = m_bench->acceptedEffect(1);
    ASSERT_EQ(connector().push(effect, m_cancel).state, PushState::Applied);
    effect.wire.replace(effect.wire.find("Hello"), 5, "Howdy");
    const auto other = connector().push(effect, m_cancel);
    EXPECT_EQ(other.state, PushState::Refused);
    EXPECT_FALSE(other.detail.empty());
    EXPECT_EQ(m_bench->remoteObjects(), 1U);
}

TEST_P(ConnectorContract, LookUpSaysWhatIsThere)
{
    const auto sent = m_bench->acceptedEffect(1);
    const auto pushed = connector().push(sent, m_cancel);
    const auto found = connector().lookUp(sent, m_cancel);
    EXPECT_EQ(found.state, PushState::Applied);
    EXPECT_EQ(found.remoteId, pushed.remoteId);
    const auto absent = connector().lookUp(m_bench->acceptedEffect(2), m_cancel);
    EXPECT_NE(absent.state, PushState::Applied);
    EXPECT_NE(absent.state, PushState::AlreadyApplied);
    EXPECT_EQ(m_bench->remoteObjects(), 1U);
}

TEST_P(ConnectorContract, WhatCannotBeUnderstoodIsRefusedAndNotDone)
{
    auto effect = m_bench->acceptedEffect(1);
    effect.wire = "not JSON";
    EXPECT_EQ(connector().push(effect, m_cancel).state, PushState::Refused);
    EXPECT_EQ(m_bench->remoteObjects(), 0U);
}

TEST_P(ConnectorContract, CancellingKeepsEverythingAsItWas)
{
    m_cancel.cancelled = true;
    EXPECT_EQ(connector().pull("", m_cancel).error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(connector().count(m_cancel).error().code, base::ErrorCode::Cancelled);
    const auto effect = m_bench->acceptedEffect(1);
    const PushState state = connector().push(effect, m_cancel).state;
    EXPECT_TRUE(state == PushState::Unknown || state == PushState::NotSent);
    EXPECT_EQ(m_bench->remoteObjects(), 0U);
    m_cancel.cancelled = false;
    EXPECT_EQ(connector().push(effect, m_cancel).state, PushState::Applied);
}

TEST_P(ConnectorContract, ABatchAnswersEachInOrderAndMakesEachOnce)
{
    std::vector<domain::Effect> effects;
    for (int number = 1; number <= 6; ++number)
        effects.push_back(m_bench->acceptedEffect(number));
    effects[2].wire = "not JSON";
    for (const PushState expected : {PushState::Applied, PushState::AlreadyApplied}) {
        const auto answers = connector().pushMany(effects, m_cancel);
        ASSERT_EQ(answers.size(), effects.size());
        for (std::size_t at = 0; at < answers.size(); ++at) {
            EXPECT_EQ(answers[at].state, at == 2 ? PushState::Refused : expected) << at;
            const auto alone = connector().push(effects[at], m_cancel);
            EXPECT_EQ(alone.remoteId, answers[at].remoteId) << at;
        }
        EXPECT_EQ(m_bench->remoteObjects(), 5U);
    }
    EXPECT_TRUE(connector().pushMany({}, m_cancel).empty());
    EXPECT_GE(connector().pushMax(domain::ActionKind::Email), 1U);
}

TEST_P(ConnectorContract, ACancelledBatchLeavesAllOfItForLater)
{
    const std::vector<domain::Effect> effects = {m_bench->acceptedEffect(1),
                                                 m_bench->acceptedEffect(2)};
    m_cancel.cancelled = true;
    for (const auto &answer : connector().pushMany(effects, m_cancel))
        EXPECT_EQ(answer.state, PushState::NotSent);
    EXPECT_EQ(m_bench->remoteObjects(), 0U);
}

TEST_P(ConnectorContract, AForeignCursorIsAnError)
{
    for (const char *cursor :
         {"nonsense", "1/live/0/", "1/live/0/1x", "9/events/0/0", "1/events"}) {
        const auto page = connector().pull(cursor, m_cancel);
        ASSERT_FALSE(page.ok()) << cursor;
        EXPECT_EQ(page.error().code, base::ErrorCode::InvalidInput) << cursor;
    }
}

const Kind kinds[] = {
    {"Demo", [] { return std::unique_ptr<Bench>(new DemoBench); }},
    {"HubSpot", [] { return std::unique_ptr<Bench>(new HubSpotContractBench(true)); }},
    {"HubSpotWithoutKeys", [] { return std::unique_ptr<Bench>(new HubSpotContractBench(false)); }},
    {"Salesforce", [] { return std::unique_ptr<Bench>(new SalesforceContractBench(true)); }},
    {"SalesforceWithoutField",
     [] { return std::unique_ptr<Bench>(new SalesforceContractBench(false)); }},
};

INSTANTIATE_TEST_SUITE_P(Connectors, ConnectorContract, testing::ValuesIn(kinds),
                         [](const auto &chosen) { return std::string(chosen.param.name); });

} // namespace topline::crm
