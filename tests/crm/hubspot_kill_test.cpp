// The program ends at any request of a push, before or after HubSpot saw it: whatever follows, the
// work is done once. And one life over a real socket.
#include "core/platform/curl_http_client.h"
#include "tests/crm/cut_client.h"
#include "tests/crm/hubspot_bench.h"
#include "tests/fakes/http_server.h"

#include <gtest/gtest.h>

namespace topline::crm {

namespace {

using domain::ActionKind;

// As the engine does after a restart: what was on the wire is looked up, and goes again only when
// it is proved absent.
PushState settle(HubSpotBench &bench, domain::Effect effect)
{
    bench.restart();
    effect.attempts = 1;
    const auto seen = bench.connector().lookUp(effect, bench.cancel);
    if (seen.state != PushState::Refused)
        return seen.state;
    effect.attempts = 2;
    return bench.push(effect).state;
}

domain::Effect effectOf(HubSpotBench &bench, ActionKind kind, const HubSpotBench::Company &acme)
{
    if (kind == ActionKind::StageChange)
        return bench.effect(1, {.kind = kind,
                                .deal = "hs:" + acme.deal,
                                .stage = "hs:default/contractsent",
                                .stageBase = "hs:default/appointmentscheduled"});
    if (kind == ActionKind::FieldEdit)
        return bench.effect(
            1,
            {.kind = kind, .contact = "hs:" + acme.contact, .fields = {{"title", "CTO", "CEO"}}});
    return bench.effect(1, {.kind = kind, .contact = "hs:" + acme.contact});
}

} // namespace

TEST(HubSpotKill, AnEndAtAnyRequestOfAPushDoesTheWorkOnce)
{
    for (const ActionKind kind :
         {ActionKind::Task, ActionKind::Email, ActionKind::StageChange, ActionKind::FieldEdit}) {
        for (const bool arrives : {false, true}) {
            bool wasCut = true;
            for (int cutAt = 0; wasCut; ++cutAt) {
                HubSpotBench bench;
                bench.defineKeys();
                const auto acme = bench.addCompany();
                const auto effect = effectOf(bench, kind, acme);
                CutClient cut(bench.http, cutAt, arrives);
                HubSpotConnector dying(
                    {cut, bench.access, bench.gate, bench.pace, bench.clock, bench.options});
                (void)dying.push(effect, bench.cancel);
                wasCut = cut.wasCut();
                const PushState state = settle(bench, effect);
                EXPECT_TRUE(state == PushState::Applied || state == PushState::AlreadyApplied)
                    << static_cast<int>(kind) << " at " << cutAt;
                EXPECT_EQ(bench.fake.journal.size(), 1U) << static_cast<int>(kind) << cutAt;
                ASSERT_LT(cutAt, 20);
            }
        }
    }
}

TEST(HubSpotKill, WithoutTheKeyAnEndAtAnyRequestNeverDoesTheWorkTwice)
{
    for (const bool arrives : {false, true}) {
        bool wasCut = true;
        for (int cutAt = 0; wasCut; ++cutAt) {
            HubSpotBench bench;
            bench.fake.settings.indexLagMs = base::hourMs;
            const auto acme = bench.addCompany();
            const auto effect = effectOf(bench, ActionKind::Note, acme);
            CutClient cut(bench.http, cutAt, arrives);
            HubSpotConnector dying(
                {cut, bench.access, bench.gate, bench.pace, bench.clock, bench.options});
            (void)dying.push(effect, bench.cancel);
            wasCut = cut.wasCut();
            const bool isThere = bench.fake.liveCount("notes") == 1;
            EXPECT_EQ(settle(bench, effect), isThere ? PushState::Applied : PushState::Unknown);
            EXPECT_EQ(bench.fake.liveCount("notes"), isThere ? 1U : 0U);
            ASSERT_LT(cutAt, 20);
        }
    }
}

TEST(HubSpotKill, AnEndAtAnyRequestOfAPullLosesNothing)
{
    HubSpotBench whole;
    const auto make = [](HubSpotBench &bench) {
        bench.options.searchRows = 5;
        bench.options.linkRows = 10;
        bench.options.historyRows = 3;
        bench.addCompany();
        for (int i = 0; i < 23; ++i)
            bench.fake.add("contacts", {{"firstname", "C"}}, hubspotNow - base::dayMs);
    };
    make(whole);
    const auto expected = whole.pull().all(&Page::contacts);
    bool wasCut = true;
    for (int cutAt = 0; wasCut; ++cutAt) {
        HubSpotBench bench;
        make(bench);
        CutClient cut(bench.http, cutAt, true);
        HubSpotConnector dying(
            {cut, bench.access, bench.gate, bench.pace, bench.clock, bench.options});
        std::string cursor;
        std::vector<domain::Contact> contacts;
        for (bool more = true; more;) {
            const auto page = dying.pull(cursor, bench.cancel);
            if (!page.ok())
                break;
            contacts.insert(contacts.end(), page->contacts.begin(), page->contacts.end());
            cursor = page->nextCursor;
            more = page->more;
        }
        wasCut = cut.wasCut();
        if (wasCut) {
            const auto rest = bench.pull(cursor).all(&Page::contacts);
            contacts.insert(contacts.end(), rest.begin(), rest.end());
        }
        EXPECT_EQ(contacts, expected) << cutAt;
        ASSERT_LT(cutAt, 100);
    }
}

TEST(HubSpotKill, ALifeOverARealSocketIsTheSame)
{
    HubSpotBench bench;
    bench.defineKeys();
    const auto acme = bench.addCompany();
    const fakes::HttpServer server(bench.fake.handler());
    platform::CurlHttpClient http;

    class ServerAccess final : public AccessSource {
    public:
        explicit ServerAccess(std::string url)
            : m_url(std::move(url))
        {
        }

        base::Result<Access> access(const CancelToken &) override
        {
            return Access{base::Secret("pat-good"), m_url};
        }

        base::Result<Access> renew(const Access &refused, const CancelToken &) override
        {
            return refused;
        }

    private:
        std::string m_url;
    } access(server.baseUrl());

    HubSpotConnector connector({http, access, bench.gate, bench.pace, bench.clock, bench.options});
    std::string cursor;
    std::size_t records = 0;
    for (bool more = true; more;) {
        const auto page = connector.pull(cursor, bench.cancel);
        ASSERT_TRUE(page.ok()) << page.error().text();
        records += page->accounts.size() + page->contacts.size() + page->deals.size();
        cursor = page->nextCursor;
        more = page->more;
    }
    EXPECT_EQ(records, 3U);
    fakes::HubSpotFakeFault lost{.match = "POST /crm/objects/2026-09/tasks$", .times = 1};
    lost.wire = fakes::Response::Wire::CloseAfter;
    bench.fake.faults = {lost};
    const auto task = effectOf(bench, ActionKind::Task, acme);
    EXPECT_EQ(connector.push(task, bench.cancel).state, PushState::Applied);
    EXPECT_EQ(connector.push(task, bench.cancel).state, PushState::AlreadyApplied);
    EXPECT_EQ(bench.fake.createdWithKey(task.id.text()), 1U);
}

} // namespace topline::crm
