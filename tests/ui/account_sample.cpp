#include "tests/ui/account_sample.h"

#include <string>

namespace topline::test {

using base::dayMs;
using base::hourMs;
using domain::BuyingRole;
using domain::ElementState;
using domain::EventKind;
using domain::QualificationElement;
using domain::ReasonCode;
using domain::TimelineActor;
using domain::TimelineGroup;

namespace {

base::Money dollars(std::int64_t amount)
{
    return {amount * 100, *base::Currency::parse("USD")};
}

domain::CommitteeMember member(std::int64_t id, const char *name, BuyingRole role)
{
    domain::CommitteeMember out;
    out.contact = {id};
    out.name = name;
    out.role = role;
    out.engagementMilli = 83'000 - (id - dana.value) * 12'000;
    return out;
}

domain::Committee committee(base::UtcMs now)
{
    domain::Committee out;
    auto chief = member(dana.value, "Dana Reyes", BuyingRole::EconomicBuyer);
    chief.title = "CFO";
    chief.persona = {domain::Seniority::Chief, domain::Department::Finance};
    chief.lastTwoWayMs = now - 3 * hourMs;
    auto champion = member(dana.value + 1, "Owen Park", BuyingRole::Champion);
    champion.persona = {domain::Seniority::VicePresident, domain::Department::Operations};
    champion.source = domain::RoleSource::Person;
    champion.lastSeenMs = now - 8 * dayMs;
    auto user = member(dana.value + 2, "Miguel Santos", BuyingRole::Unknown);
    user.reachable = false;
    out.members = {chief, champion, user};
    out.required = {BuyingRole::Champion, BuyingRole::EconomicBuyer, BuyingRole::Legal};
    out.missing = {BuyingRole::Legal};
    out.engaged = 2;
    return out;
}

domain::AccountDeal deal(domain::DealId id, const char *name, base::UtcMs now)
{
    domain::AccountDeal out;
    out.row.deal = id;
    out.row.name = name;
    out.row.stageName = "Proposal";
    out.row.amount = dollars(id == largeDeal ? 48'000 : 9'000);
    out.row.ageInStageDays = 15;
    out.row.probability = domain::WinProbability{610'000, 33, 134};
    out.row.riskMilli = 38'000;
    out.committee = committee(now);
    auto &said = out.qualification;
    said.elements = {
        {QualificationElement::Budget, ElementState::Noted, "48k is set aside", {}, "rep", now},
        {QualificationElement::Authority, ElementState::Suggested, {}, {{7001}, {}}, {}, {}},
        {QualificationElement::Need, ElementState::Empty, {}, {}, {}, {}},
        {QualificationElement::Timing, ElementState::Validated, "by January", {}, "rep", now}};
    said.known = 2;
    return out;
}

domain::TimelineItem event(std::int64_t id, EventKind kind, TimelineGroup group, base::UtcMs atMs)
{
    domain::TimelineItem out;
    out.event = {id};
    out.kind = kind;
    out.group = group;
    out.atMs = atMs;
    out.who = "Dana Reyes";
    return out;
}

std::vector<domain::TimelineItem> timeline(base::UtcMs now)
{
    auto pricing = event(7001, EventKind::PricingView, TimelineGroup::Web, now - hourMs);
    auto reply = event(7002, EventKind::EmailReplied, TimelineGroup::Mail, now - 26 * hourMs);
    reply.title = "Quote for 420 seats";
    reply.body = "The numbers look right. <b>Can you bring someone technical?</b>";
    auto click =
        event(botClick.value, EventKind::EmailClicked, TimelineGroup::Mail, now - 27 * hourMs);
    click.machine = domain::Reason{ReasonCode::BotTooFast, {domain::Span{800}}};
    domain::TimelineItem move;
    move.atMs = now - 3 * dayMs;
    move.actor = TimelineActor::Crm;
    move.group = TimelineGroup::Crm;
    move.reason = domain::Reason{
        ReasonCode::StageMove,
        {std::string("Discovery"), std::string("Proposal"), domain::AtTime{move.atMs}}};
    return {pricing, reply, click, move};
}

} // namespace

std::vector<domain::AccountRow> sampleAccounts(int count, base::UtcMs now)
{
    std::vector<domain::AccountRow> out;
    for (int i = 0; i < count; ++i) {
        domain::AccountRow row;
        row.account = {northwind.value + i};
        row.name = i == 0 ? "Northwind Logistics" : "Company " + std::to_string(i);
        row.domain = "company" + std::to_string(i) + ".example";
        row.industry = i % 2 == 0 ? "logistics" : "retail";
        row.ownerName = i % 3 == 0 ? "Maya Okafor" : "Priya Rao";
        row.totalMilli = 90'000 - i * 80'000 / std::max(1, count);
        row.tier = row.totalMilli >= 70'000   ? domain::Tier::Hot
                   : row.totalMilli >= 40'000 ? domain::Tier::Warm
                                              : domain::Tier::Cold;
        row.stage = i % 4 == 0 ? domain::LifecycleStage::Opportunity : domain::LifecycleStage::Lead;
        row.openDeals = i % 4 == 0 ? 1 : 0;
        if (row.openDeals > 0)
            row.openAmount = dollars(10'000 + i);
        if (i % 2 == 0)
            row.lastTwoWayMs = now - i * hourMs;
        out.push_back(std::move(row));
    }
    return out;
}

domain::AccountView sampleAccount(base::UtcMs now)
{
    domain::AccountView out;
    out.row = sampleAccounts(1, now).front();
    out.account.id = northwind;
    out.account.country = "Norway";
    out.profileName = "Shippers";
    out.score.account = northwind;
    out.score.computedMs = now;
    out.score.fitMilli = 81'301;
    out.score.engagementMilli = 82'702;
    out.score.rows = {
        {{ReasonCode::ScoreCriterion,
          {std::string("Shippers"), std::string("industry"), std::string("logistics"),
           std::int64_t{40}}},
         20'325},
        {{ReasonCode::ScoreCriterion,
          {std::string("Shippers"), std::string("seniority"), std::string(), std::int64_t{60}}},
         20'325},
        {{ReasonCode::ScoreEvents,
          {std::string("pricing_view"), std::int64_t{3}, domain::AtTime{now}}},
         45'555},
        {{ReasonCode::ScoreGroupCap, {std::string("web"), std::int64_t{40}}}, -4'204}};
    for (const auto &row : out.score.rows)
        out.score.totalMilli += row.milliPoints;
    out.row.totalMilli = out.score.totalMilli;
    out.lifecycle.stage = domain::LifecycleStage::MarketingQualified;
    out.lifecycle.steps = {
        {northwind, domain::LifecycleStage::Lead, now - 40 * dayMs},
        {northwind, domain::LifecycleStage::MarketingQualified, now - 2 * dayMs}};
    out.lifecycle.acceptByMs = now + dayMs;
    out.row.stage = out.lifecycle.stage;
    out.deals = {deal(largeDeal, "Fleet analytics, 420 seats", now),
                 deal(smallDeal, "Pilot & training", now)};
    out.timeline = timeline(now);
    out.timelineCounts = {2, 1, 0, 0, 1, 0};
    out.sinceMs = now - 40 * dayMs;
    domain::Signal signal;
    signal.type = domain::SignalType::PricingRevisit;
    signal.account = northwind;
    signal.occurredMs = now - hourMs;
    signal.reason = {ReasonCode::PricingRevisit,
                     {std::int64_t{3}, domain::Span{7 * dayMs}, domain::AtTime{now - hourMs}}};
    out.signals = {signal};
    domain::FeedCard card;
    card.action.id = base::Uuid::named("sample", "card");
    card.action.kind = domain::ActionKind::Call;
    card.action.account = northwind;
    card.action.whyNow = signal.reason;
    card.contactName = "Dana Reyes";
    card.accountName = "Northwind Logistics";
    out.cards = {card};
    return out;
}

domain::TierReport sampleTierReport()
{
    domain::TierReport out;
    out.tiers = {{domain::Tier::Hot, 40, 18, 0.45, 0.35},
                 {domain::Tier::Warm, 120, 14, 0.117, 0.085},
                 {domain::Tier::Cold, 400, 8, 0.02, 0.012}};
    out.moments = 560;
    out.met = 40;
    out.baseRate = 0.0714;
    out.verdict = domain::TierVerdict::Proven;
    return out;
}

domain::IcpPolicy sampleIcp()
{
    using domain::IcpField;
    domain::IcpPolicy out;
    out.profiles = {{"Shippers",
                     {{IcpField::Industry, 40, {"logistics", "retail"}, {}, {}},
                      {IcpField::Employees, 30, {}, 50, 5'000},
                      {IcpField::Seniority, 30, {"chief"}, {}, {}}}}};
    out.personas = {{"treasurer", {domain::Seniority::Director, domain::Department::Finance}}};
    return out;
}

} // namespace topline::test
