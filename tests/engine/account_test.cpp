// What is said and shown about one account: profiles, roles, elements, stages of qualification, and
// everything in one stream.
#include "core/engine/commands/account_work.h"
#include "core/engine/engine.h"
#include "core/engine/reads/reads.h"
#include "core/scoring/icp_rules.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace topline::engine {

using domain::BuyingRole;
using domain::ElementFact;
using domain::ElementState;
using domain::EventKind;
using domain::LifecycleStage;
using domain::QualificationElement;
using domain::TimelineActor;
using domain::TimelineGroup;
using flow::need;

namespace {

class AccountTest : public testing::Test {
protected:
    AccountTest() { m_world.sync(); }

    Engine &engine() { return m_world.engine(); }

    domain::AccountId account(const std::string &remoteId)
    {
        return need(engine().tables().records.accountByRemoteId(remoteId));
    }

    domain::AccountView view(const std::string &remoteId)
    {
        return need(engine().reads().accountView(account(remoteId)));
    }

    void arrive(crm::Page page)
    {
        m_crm.arrive(std::move(page));
        m_world.sync();
    }

    // An account without a deal that has looked twice at prices and asked for a demo.
    void addLead()
    {
        crm::Page page;
        domain::Account lead;
        lead.remoteId = "a77";
        lead.name = "Lead";
        lead.industry = "Logistics";
        lead.createdMs = lead.updatedMs = flow::birthMs - 9 * base::dayMs;
        page.accounts.push_back(lead);
        domain::Contact person;
        person.remoteId = "c77";
        person.account.remoteId = "a77";
        person.firstName = "Ada";
        person.title = "Head of Fleet";
        person.email = "ada@lead.example";
        person.phone = "+1 555 0177";
        person.updatedMs = 1;
        page.contacts.push_back(person);
        for (const auto &[kind, hours] : {std::pair{EventKind::PricingView, 30},
                                          {EventKind::PricingView, 6},
                                          {EventKind::DemoRequested, 3}}) {
            auto event = flow::tinyEvent(77, kind, flow::birthMs - hours * base::hourMs,
                                         "lead" + std::to_string(hours));
            event.deal = {};
            page.events.push_back(event);
        }
        arrive(std::move(page));
    }

    ElementFact noted(QualificationElement element)
    {
        ElementFact out;
        out.element = element;
        out.state = ElementState::Noted;
        out.note = "They said so";
        return out;
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
};

std::int64_t sumOf(const domain::AccountScore &score)
{
    return std::accumulate(score.rows.begin(), score.rows.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto &row) { return sum + row.milliPoints; });
}

const ElementFact &elementOf(const domain::AccountView &view, QualificationElement element)
{
    for (const auto &one : view.deals.at(0).qualification.elements) {
        if (one.element == element)
            return one;
    }
    ADD_FAILURE() << "no such element";
    std::abort();
}

} // namespace

TEST_F(AccountTest, TheListIsByTotalAndAgreesWithEachAccountsPage)
{
    addLead();
    const auto rows = need(engine().reads().accounts());
    ASSERT_EQ(rows.size(), 13u);
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.totalMilli > b.totalMilli;
    }));
    EXPECT_EQ(rows.front().name, "Lead");
    for (const auto &row : rows) {
        const auto page = need(engine().reads().accountView(row.account));
        EXPECT_EQ(page.row, row) << row.name;
        EXPECT_EQ(sumOf(page.score), page.score.totalMilli);
        EXPECT_EQ(page.profileName, "default");
    }
}

TEST_F(AccountTest, AnUnknownAccountIsNotFound)
{
    const auto found = engine().reads().accountView(domain::AccountId{999});
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(engine().accounts().acceptLead(domain::AccountId{999}).ok());
    EXPECT_FALSE(engine().accounts().setRole(domain::ContactId{999}, BuyingRole::Champion).ok());
    EXPECT_FALSE(engine()
                     .accounts()
                     .setElement(domain::DealId{999}, noted(QualificationElement::Need))
                     .ok());
}

TEST_F(AccountTest, ProfilesAreCheckedKeptAndScoredByAtOnce)
{
    const auto before = view("a1").score;
    domain::Policy policy = engine().policy();
    policy.scores.icp.profiles = {{"Small", {{domain::IcpField::Employees, 60, {}, {}, 10}}}};
    const auto refused = engine().setPolicy(policy);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::InvalidInput);
    EXPECT_TRUE(engine().policy().scores.icp.profiles.empty());

    policy.scores.icp.profiles = {{"Finance",
                                   {{domain::IcpField::Department, 80, {"finance"}, {}, {}},
                                    {domain::IcpField::Country, 10, {}, {}, {}},
                                    {domain::IcpField::Industry, 10, {}, {}, {}}}}};
    need(engine().setPolicy(policy));
    need(engine().derive());
    EXPECT_EQ(view("a1").score.fitMilli, 80'000); // a CFO
    EXPECT_EQ(view("a1").profileName, "Finance");
    EXPECT_NE(view("a1").score.fitMilli, before.fitMilli);
    EXPECT_TRUE(need(engine().rebuild()).same());
    need(m_world.open());
    EXPECT_EQ(engine().policy().scores.icp, policy.scores.icp);
    EXPECT_EQ(engine().reads().icp(), policy.scores.icp);
}

TEST_F(AccountTest, ALeadBecomesAnMqlAtItsSecondSignalAndIsTakenOnOnce)
{
    addLead();
    auto lifecycle = view("a77").lifecycle;
    ASSERT_EQ(lifecycle.stage, LifecycleStage::MarketingQualified);
    ASSERT_EQ(lifecycle.steps.size(), 2u);
    EXPECT_EQ(lifecycle.steps[0].atMs, flow::birthMs - 9 * base::dayMs);
    const auto mqlMs = lifecycle.steps[1].atMs;
    EXPECT_EQ(mqlMs, flow::birthMs - 3 * base::hourMs);
    EXPECT_EQ(lifecycle.acceptByMs, mqlMs + base::dayMs);

    m_clock.advance(base::hourMs);
    need(engine().accounts().acceptLead(account("a77")));
    need(engine().derive());
    lifecycle = view("a77").lifecycle;
    EXPECT_EQ(lifecycle.stage, LifecycleStage::SalesAccepted);
    EXPECT_EQ(lifecycle.steps.back().atMs, m_clock.now());
    EXPECT_FALSE(lifecycle.acceptByMs.has_value());
    const auto again = engine().accounts().acceptLead(account("a77"));
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().code, base::ErrorCode::Refused);
}

TEST_F(AccountTest, StagesReachedOutliveTimeRebuildAndAnotherProfile)
{
    addLead();
    const auto before = need(engine().tables().qualification.allSteps());
    ASSERT_FALSE(before.empty());
    EXPECT_TRUE(need(engine().rebuild()).same());
    EXPECT_EQ(need(engine().tables().qualification.allSteps()), before);
    m_clock.advance(120 * base::dayMs); // every signal is out of sight
    need(engine().tick());
    EXPECT_EQ(need(engine().tables().qualification.allSteps()), before);
    EXPECT_TRUE(need(engine().rebuild()).same());
    EXPECT_EQ(view("a77").lifecycle.stage, LifecycleStage::MarketingQualified);
}

TEST_F(AccountTest, DealsMakeOpportunitiesAndWonOnesCustomers)
{
    EXPECT_EQ(view("a1").lifecycle.stage, LifecycleStage::Opportunity);
    EXPECT_EQ(view("a1").lifecycle.steps.back().atMs, flow::birthMs - 60 * base::dayMs);
    EXPECT_EQ(view("a0").lifecycle.stage, LifecycleStage::Customer);
    EXPECT_EQ(view("a0").lifecycle.steps.back().atMs, flow::birthMs - base::dayMs);
}

TEST_F(AccountTest, ElementsOfADealAreNotedByPeopleAndQualifyIt)
{
    const auto deal = view("a1").deals.at(0).row.deal;
    EXPECT_EQ(elementOf(view("a1"), QualificationElement::Need).state, ElementState::Suggested);
    auto mere = noted(QualificationElement::Need);
    mere.state = ElementState::Suggested;
    EXPECT_FALSE(engine().accounts().setElement(deal, mere).ok());
    auto elsewhere = noted(QualificationElement::Need);
    elsewhere.evidence.id = view("a2").timeline.at(0).event;
    for (const auto &item : view("a2").timeline) {
        if (item.event.isSet())
            elsewhere.evidence.id = item.event;
    }
    EXPECT_FALSE(engine().accounts().setElement(deal, elsewhere).ok());

    base::UtcMs qualifiedMs = 0;
    for (const auto element : {QualificationElement::Need, QualificationElement::Budget,
                               QualificationElement::Timing, QualificationElement::Authority}) {
        EXPECT_EQ(view("a1").deals.at(0).qualification.isQualified, qualifiedMs != 0);
        m_clock.advance(base::minuteMs);
        need(engine().accounts().setElement(deal, noted(element)));
        need(engine().derive());
        if (element == QualificationElement::Timing)
            qualifiedMs = m_clock.now();
    }
    const auto page = view("a1");
    EXPECT_EQ(elementOf(page, QualificationElement::Need).note, "They said so");
    EXPECT_EQ(elementOf(page, QualificationElement::Need).by, "rep");
    const auto sql =
        std::find_if(page.lifecycle.steps.begin(), page.lifecycle.steps.end(),
                     [](const auto &step) { return step.stage == LifecycleStage::SalesQualified; });
    ASSERT_NE(sql, page.lifecycle.steps.end());
    EXPECT_EQ(sql->atMs, qualifiedMs);

    // Taking all of it back leaves the moment, and the suggestion returns.
    auto gone = noted(QualificationElement::Need);
    gone.state = ElementState::Empty;
    need(engine().accounts().setElement(deal, gone));
    need(engine().derive());
    EXPECT_EQ(elementOf(view("a1"), QualificationElement::Need).state, ElementState::Suggested);
    EXPECT_EQ(view("a1").lifecycle.steps, page.lifecycle.steps);
}

TEST_F(AccountTest, ARoleIsAPersonsWordUntilItIsTakenBack)
{
    const auto member = [this] { return view("a1").deals.at(0).committee.members.at(0); };
    EXPECT_EQ(member().role, BuyingRole::EconomicBuyer);
    EXPECT_EQ(member().source, domain::RoleSource::Suggested);
    need(engine().accounts().setRole(member().contact, BuyingRole::Champion));
    EXPECT_EQ(member().role, BuyingRole::Champion);
    EXPECT_EQ(member().source, domain::RoleSource::Person);
    need(engine().derive());
    EXPECT_TRUE(need(engine().rebuild()).same());
    const auto &missing = view("a1").deals.at(0).committee.missing;
    EXPECT_EQ(std::count(missing.begin(), missing.end(), BuyingRole::Champion), 0);
    need(engine().accounts().setRole(member().contact, BuyingRole::Unknown));
    EXPECT_EQ(member().role, BuyingRole::EconomicBuyer);
}

TEST_F(AccountTest, TheStreamHoldsEventsChangesAndDeedsNewestFirst)
{
    crm::Page page;
    domain::Deal deal;
    deal.remoteId = "d1";
    deal.name = "Deal 1";
    deal.account.remoteId = "a1";
    deal.contact.remoteId = "c1";
    deal.stage.remoteId = "won";
    deal.amount = base::Money{1, base::Currency::usd()};
    deal.updatedMs = flow::birthMs;
    page.deals.push_back(deal);
    page.stageChanges.push_back({{{}, "d1"}, {{}, "won"}, flow::birthMs - base::hourMs});
    domain::Contact person;
    person.remoteId = "c1";
    person.account.remoteId = "a1";
    person.firstName = "Dana";
    person.title = "CEO";
    person.updatedMs = flow::birthMs;
    page.contacts.push_back(person);
    auto robot = flow::tinyEvent(1, EventKind::EmailClicked, flow::birthMs - base::hourMs, "bot");
    robot.suspectBot = true;
    page.events.push_back(robot);
    arrive(std::move(page));

    const auto found = view("a1");
    const auto &items = found.timeline;
    EXPECT_TRUE(std::is_sorted(items.begin(), items.end(),
                               [](const auto &a, const auto &b) { return a.atMs > b.atMs; }));
    const auto reasonOf = [&](domain::ReasonCode code) {
        return std::count_if(items.begin(), items.end(), [code](const auto &item) {
            return item.reason && item.reason->code == code;
        });
    };
    EXPECT_EQ(reasonOf(domain::ReasonCode::StageMove), 1);
    EXPECT_EQ(reasonOf(domain::ReasonCode::ChampionNewTitle), 1);
    std::array<std::int64_t, domain::timelineGroupCount> counts{};
    std::int64_t machines = 0;
    for (const auto &item : items) {
        ++counts[static_cast<std::size_t>(item.group)];
        EXPECT_NE(item.kind.has_value(), !item.event.isSet());
        if (item.machine) {
            ++machines;
            EXPECT_EQ(item.kind, EventKind::EmailClicked);
            EXPECT_EQ(item.machine->code, domain::ReasonCode::BotSaidSource);
        }
    }
    EXPECT_EQ(machines, 1);
    EXPECT_EQ(counts, found.timelineCounts);
    EXPECT_EQ(items.back().atMs, found.sinceMs);
    EXPECT_EQ(found.row.lastSeenMs, flow::birthMs - 6 * base::hourMs); // not the machine's
}

TEST_F(AccountTest, AnEventThatAPersonTrustsCountsAgain)
{
    crm::Page page;
    auto robot = flow::tinyEvent(2, EventKind::DemoRequested, flow::birthMs - 1, "robot");
    robot.suspectBot = true;
    page.events.push_back(robot);
    arrive(std::move(page));
    const auto before = view("a2");
    domain::EventId event;
    for (const auto &item : before.timeline) {
        if (item.machine)
            event = item.event;
    }
    ASSERT_TRUE(event.isSet());
    need(engine().accounts().trustEvent(event, true));
    need(engine().derive());
    EXPECT_GT(view("a2").score.engagementMilli, before.score.engagementMilli);
    EXPECT_TRUE(need(engine().rebuild()).same());
    need(engine().accounts().trustEvent(event, false));
    need(engine().derive());
    EXPECT_EQ(view("a2").score, before.score);
    EXPECT_FALSE(engine().accounts().trustEvent(domain::EventId{99'999}, true).ok());
}

TEST_F(AccountTest, NothingOfAGhostIsShown)
{
    domain::Policy policy = engine().policy();
    policy.holdout.sharePermille = 1'000;
    need(engine().setPolicy(policy));
    addLead(); // all that comes from now on is held out
    const auto ghosts = need(engine().tables().actions.allOf(account("a77")));
    ASSERT_FALSE(ghosts.empty());
    for (const auto &ghost : ghosts)
        ASSERT_EQ(ghost.state, domain::ActionState::HeldOut);
    const auto found = view("a77");
    EXPECT_TRUE(found.cards.empty());
    EXPECT_FALSE(found.signals.empty());
    for (const auto &item : found.timeline)
        EXPECT_TRUE(!item.reason || item.reason->code != domain::ReasonCode::HeldOut);
    EXPECT_EQ(found.timelineCounts[static_cast<std::size_t>(TimelineGroup::Engine)], 0);
}

TEST_F(AccountTest, TheStreamIsCutAtFiveHundredAndCountsAll)
{
    crm::Page page;
    for (int i = 0; i < 600; ++i)
        page.events.push_back(flow::tinyEvent(1, EventKind::PageView,
                                              flow::birthMs - (i + 1) * base::hourMs,
                                              "many" + std::to_string(i)));
    arrive(std::move(page));
    const auto found = view("a1");
    EXPECT_EQ(found.timeline.size(), 500u);
    EXPECT_GE(found.timelineCounts[static_cast<std::size_t>(TimelineGroup::Web)], 600);
    EXPECT_EQ(found.sinceMs, flow::birthMs - 600 * base::hourMs);
}

TEST_F(AccountTest, CardsOfTheAccountAreItsOpenOnes)
{
    std::set<base::Uuid> wanted;
    domain::AccountId home;
    for (const auto &card : need(engine().feed())) {
        if (!home.isSet())
            home = card.action.account;
        if (card.action.account == home)
            wanted.insert(card.action.id);
    }
    std::set<base::Uuid> found;
    for (const auto &card : need(engine().reads().accountView(home)).cards)
        found.insert(card.action.id);
    EXPECT_FALSE(wanted.empty());
    EXPECT_TRUE(std::includes(found.begin(), found.end(), wanted.begin(), wanted.end()));
}

TEST_F(AccountTest, TierRatesAreCollectedFirst)
{
    const auto report = need(engine().reads().tierRates());
    EXPECT_EQ(report.verdict, domain::TierVerdict::Collecting);
    EXPECT_EQ(report.tiers.size(), 3u);
    m_clock.advance(140 * base::dayMs);
    const auto later = need(engine().reads().tierRates());
    EXPECT_EQ(later.verdict, domain::TierVerdict::NotProven);
    EXPECT_EQ(later.moments, 120);
    EXPECT_EQ(later.met, 0);
}

} // namespace topline::engine
