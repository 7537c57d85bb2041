// From the first sync over a privacy deletion in HubSpot, which leaves no trace there, to the row
// that goes: with what it costs, what a person is asked, and an end of the program at any moment.
#include "core/domain/action.h"
#include "tests/crm/cut_client.h"
#include "tests/crm/hubspot_bench.h"
#include "tests/flow/world.h"

#include <algorithm>

namespace topline::flow {

namespace {

using domain::RecordKind;

struct Crash {};

constexpr const char *reads = "POST /crm/objects/2026-09/contacts/batch/read";

class PrivacyDelete : public testing::Test {
protected:
    void SetUp() override
    {
        m_acme = m_bench.addCompany();
        m_contacts.push_back(m_acme.contact);
    }

    void fill(int contacts)
    {
        for (int i = 1; i < contacts; ++i)
            m_contacts.push_back(m_bench.fake.add("contacts",
                                                  {{"email", std::to_string(i) + "@acme.example"}},
                                                  crm::hubspotNow - base::dayMs));
        m_world.sync();
        later();
        m_world.sync(); // the first comparison of the counts
        EXPECT_EQ(alive(), contacts);
        EXPECT_EQ(m_bench.fake.callsMatching(reads), 0U);
    }

    void later(base::DurationMs passed = base::hourMs) { m_bench.clock.advance(passed); }

    void forget(std::size_t index) { m_bench.fake.forget("contacts", m_contacts.at(index)); }

    store::Tables &tables() { return m_world.engine().tables(); }

    std::int64_t alive() { return need(tables().records.counts()).contacts; }

    bool isDeleted(std::size_t index)
    {
        const auto row =
            need(tables().links.rowOf(RecordKind::Contact, "hs:" + m_contacts.at(index)));
        return need(tables().records.contact({row}))->deleted;
    }

    // A round an hour later; the requests that it made.
    std::size_t round()
    {
        later();
        m_bench.fake.log.clear();
        m_world.sync();
        return m_bench.fake.log.size();
    }

    crm::HubSpotBench m_bench;
    crm::HubSpotBench::Company m_acme;
    std::vector<std::string> m_contacts;
    World m_world{m_bench.connector(), m_bench.clock};
};

} // namespace

TEST_F(PrivacyDelete, IsFoundInTheNextRoundAtOneCallPerHundred)
{
    fill(250);
    const std::size_t ordinary = round();
    EXPECT_EQ(m_bench.fake.callsMatching(reads), 0U) << "nobody is missing: nobody is called";
    forget(107);
    EXPECT_EQ(round(), ordinary + 3 + 2);
    EXPECT_EQ(m_bench.fake.callsMatching(reads), 5U);
    EXPECT_EQ(alive(), 249);
    EXPECT_TRUE(isDeleted(107));
    EXPECT_EQ(round(), ordinary) << "and once is enough";
    EXPECT_TRUE(need(m_world.engine().verifyLedger()).sound);
}

TEST_F(PrivacyDelete, OfManyRecordsAsksThePerson)
{
    fill(1'400);
    for (std::size_t i = 0; i < 25; ++i)
        forget(1 + i * 50); // some in each call of a thousand
    round();
    EXPECT_EQ(alive(), 1'400);
    EXPECT_EQ(need(tables().heldDeletes.count("hubspot")), 25);
    need(m_world.engine().confirmDeletes("hubspot", true));
    EXPECT_EQ(alive(), 1'375);
    EXPECT_TRUE(isDeleted(1));
    EXPECT_FALSE(isDeleted(2));
}

TEST_F(PrivacyDelete, ARecordMadeMeanwhileStays)
{
    fill(120);
    forget(50);
    // As many came as went: the counts agree until the next sync has brought the new ones.
    m_contacts.push_back(m_bench.fake.add("contacts", {{"email", "new@acme.example"}}));
    round();
    round();
    EXPECT_EQ(alive(), 120);
    EXPECT_TRUE(isDeleted(50));
    EXPECT_FALSE(isDeleted(120));
}

TEST_F(PrivacyDelete, WhileNobodyMayReadContactsAllStayAndAreLookedForAgain)
{
    fill(120);
    forget(50);
    fakes::HubSpotFakeFault fault{.match = reads, .status = 403, .times = 100};
    m_bench.fake.faults = {fault};
    round();
    EXPECT_GT(m_bench.fake.callsMatching(reads), 0U);
    EXPECT_EQ(alive(), 120);
    EXPECT_EQ(need(tables().heldDeletes.hasAny()), false);
    m_bench.fake.faults.clear();
    later(base::dayMs);
    round();
    EXPECT_EQ(alive(), 119);
    EXPECT_TRUE(isDeleted(50));
}

TEST_F(PrivacyDelete, AFailureOfTheReadsDelaysIt)
{
    fill(120);
    forget(50);
    fakes::HubSpotFakeFault fault{.match = reads, .status = 502, .times = 5};
    fault.after = 1; // of the second hundred: the first one was told, and is asked again
    m_bench.fake.faults = {fault};
    round();
    EXPECT_EQ(alive(), 120);
    round();
    EXPECT_EQ(alive(), 119);
}

TEST_F(PrivacyDelete, AnEditOfTheRecordIsNotWrittenAndEnds)
{
    fill(120);
    domain::FieldEditRequest request;
    request.deal.value = need(tables().links.rowOf(RecordKind::Deal, "hs:" + m_acme.deal));
    request.values["nextStep"] = "Ours";
    need(m_world.engine().editFields(request));
    m_bench.fake.forget("deals", m_acme.deal);
    round();
    EXPECT_TRUE(need(tables().records.deal(request.deal))->deleted);
    later();
    (void)m_world.drain();
    EXPECT_TRUE(m_bench.fake.journal.empty());
    EXPECT_EQ(need(tables().outbox.pendingCount()), 0);
    EXPECT_EQ(m_bench.fake.liveCount("deals"), 0U);
}

TEST_F(PrivacyDelete, AnEndOfTheProgramAtAnyStepOrRequestConverges)
{
    fill(1'150);
    const std::vector<std::size_t> lost = {1, 900, 998, 999, 1'000, 1'149};
    for (const std::size_t index : lost)
        forget(index);
    later();
    m_world.close();
    m_world.keepCopy("before");
    const auto settle = [&](const std::string &where) {
        m_world.close();
        need(m_world.open());
        for (int i = 0; i < 2; ++i) {
            later();
            m_world.sync();
        }
        EXPECT_EQ(alive(), 1'150 - static_cast<std::int64_t>(lost.size())) << where;
        for (const std::size_t index : lost)
            EXPECT_TRUE(isDeleted(index)) << where << " " << index;
        m_world.close();
        m_world.restoreCopy("before");
    };
    std::int64_t at = 1;
    for (bool wasReached = true; wasReached && !HasFailure(); ++at) {
        std::int64_t count = 0;
        try {
            need(m_world.open(nullptr, [&](std::string_view name) {
                if (name.find("roll-call") != std::string_view::npos && ++count == at)
                    throw Crash{};
            }));
            m_world.sync();
        } catch (const Crash &) {
        }
        wasReached = count >= at;
        settle("step " + std::to_string(at));
    }
    EXPECT_GE(at, 4) << "two calls, each with a step before and after its commit";
    int cutAt = 0;
    for (bool wasCut = true; wasCut && !HasFailure(); ++cutAt) {
        crm::CutClient cut(m_bench.http, cutAt, true);
        crm::HubSpotConnector dying(
            {cut, m_bench.access, m_bench.gate, m_bench.pace, m_bench.clock, m_bench.options});
        need(m_world.open());
        (void)m_world.engine().sync(dying, m_world.cancel);
        wasCut = cut.wasCut();
        settle("request " + std::to_string(cutAt));
    }
    EXPECT_GT(cutAt, 12 + 2);
}

} // namespace topline::flow
