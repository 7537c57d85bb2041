// What people set on the Guardrails page: each change is checked, stored, and told in the ledger
// with what was before; what is set binds.
#include "core/engine/engine.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/reads/reads.h"
#include "core/engine/reads/send_guard_view.h"
#include "tests/engine/guard_world.h"
#include "tests/flow/tiny_crm.h"

#include <algorithm>

namespace topline::engine {
namespace {

using domain::LedgerKind;
using domain::Reach;
using domain::ReasonCode;
using flow::need;

class GuardSettingsTest : public testing::Test {
protected:
    GuardDesk desk() { return GuardDesk(m_world.context()); }

    domain::GuardView view()
    {
        return need(guardView(m_world.tables(), m_world.context().plays, m_world.context().policy,
                              m_clock.now()));
    }

    std::string newest(LedgerKind kind)
    {
        std::string out;
        need(m_world.tables().ledger.forEach([&](const domain::LedgerEntry &row) -> base::Status {
            if (row.kind == kind)
                out = row.payload;
            return {};
        }));
        return out;
    }

    ReasonCode ruleOf(const base::Uuid &letter)
    {
        const auto rule = m_world.rule(letter);
        return rule ? rule->code : ReasonCode::Proposed;
    }

    // A Tuesday, noon in Europe and morning in America.
    base::FixedClock m_clock{1'791'288'000'000};
    GuardWorld m_world{m_clock};
};

bool says(const std::string &payload, const std::string &text)
{
    return payload.find(text) != std::string::npos;
}

TEST_F(GuardSettingsTest, SeatsAndHoursAreToldWithWhatWasBefore)
{
    const auto sam = m_world.owner("Sam");
    need(desk().setSeat({sam, 2, 10}));
    EXPECT_TRUE(says(newest(LedgerKind::PolicyChanged), R"("before":"none")"));
    need(desk().setSeat({sam, 3, 10, false, m_clock.now() + base::dayMs}));
    const auto seat = newest(LedgerKind::PolicyChanged);
    EXPECT_TRUE(says(seat, R"("before":"weight 2, capacity 10, here")")) << seat;
    EXPECT_TRUE(says(seat, "weight 3, capacity 10, away until 20")) << seat;
    domain::WorkCalendar calendar;
    calendar.owner = sam;
    calendar.zone = "Europe/Berlin";
    calendar.country = "DE";
    need(desk().setCalendar(calendar));
    calendar.daysOff = {{2026, 12, 24}};
    need(desk().setCalendar(calendar));
    const auto hours = newest(LedgerKind::PolicyChanged);
    EXPECT_TRUE(says(hours, "friday 08:00-18:00, off 2026-12-24")) << hours;
    EXPECT_TRUE(says(hours, R"("before":"Europe/Berlin, holidays of DE, monday 08:00-18:00)"));
    need(desk().removeCalendar(sam));
    EXPECT_TRUE(says(newest(LedgerKind::PolicyChanged), "none of their own"));
    need(desk().removeSeat(sam));
    EXPECT_TRUE(says(newest(LedgerKind::PolicyChanged), R"("after":"none")"));
    EXPECT_TRUE(need(m_world.tables().routing.seats()).empty());
}

TEST_F(GuardSettingsTest, WhatCannotBeIsRefusedByTheNameOfItsField)
{
    const auto field = [](const base::Status &status) {
        return status.ok() || !status.error().place ? std::string() : status.error().place->field;
    };
    const auto sam = m_world.owner("Sam");
    EXPECT_EQ(field(desk().setSeat({sam, 0, 10})), "weight");
    EXPECT_EQ(field(desk().setSeat({sam, 1, 1'001})), "capacity");
    EXPECT_EQ(field(desk().setSeat({sam, 1, 5, false, m_clock.now()})), "away_until");
    domain::WorkCalendar calendar;
    calendar.week[4] = domain::WorkSpan{base::hourMs, base::hourMs};
    EXPECT_EQ(field(desk().setCalendar(calendar)), "friday");
    calendar = {};
    calendar.owner = domain::OwnerId{999};
    EXPECT_FALSE(desk().setCalendar(calendar).ok());
    domain::Consent consent;
    consent.basis = "consent";
    const ReachAddress dana{Reach::Mail, "dana@northwind.example"};
    EXPECT_EQ(field(desk().noteConsent(dana, consent)), "source");
    consent.source = "web form";
    consent.basis = "because";
    EXPECT_EQ(field(desk().noteConsent(dana, consent)), "basis");
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::PolicyChanged), 0);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::ConsentChanged), 0);
}

TEST_F(GuardSettingsTest, AWholeDomainIsStoppedWithItsSubdomainsAndNobodyElse)
{
    const auto dana = m_world.person({.mail = "Dana@EU.NorthWind.example"});
    const auto luis = m_world.person({.mail = "luis@notnorthwind.example"});
    need(desk().stopContact({Reach::Mail, "https://www.Northwind.example/"},
                            domain::StopWhy::ByHand, "asked by their counsel"));
    const auto stopped = m_world.letter({.to = dana});
    m_world.letter({.to = luis});
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(ruleOf(stopped), ReasonCode::DoNotContact);
    const auto list = view().list;
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].host, "northwind.example");
    EXPECT_EQ(list[0].people.size(), 1u);
    EXPECT_EQ(list[0].row.note, "asked by their counsel");
    // Everybody with a mailbox at a provider is more than anybody means.
    EXPECT_FALSE(desk().stopContact({Reach::Mail, "@gmail.com"}, domain::StopWhy::ByHand, {}).ok());
    EXPECT_FALSE(desk().stopContact({Reach::Mail, "northwind"}, domain::StopWhy::ByHand, {}).ok());
    need(desk().release(list[0].row.id, "their counsel wrote again"));
    m_world.letter({.to = dana});
    EXPECT_EQ(m_world.send(), 1);
}

TEST_F(GuardSettingsTest, AConsentIsShownWithItsSourceAndNeverOfAWholeDomain)
{
    m_world.person({.mail = "dana@northwind.example"});
    domain::Consent consent;
    consent.basis = "contract";
    consent.source = "order 4711";
    need(desk().noteConsent({Reach::Mail, "DANA@northwind.example"}, consent));
    EXPECT_FALSE(desk().noteConsent({Reach::Mail, "@northwind.example"}, consent).ok());
    m_clock.advance(base::hourMs);
    consent.state = domain::ConsentState::Withdrawn;
    consent.source = "by telephone";
    need(desk().noteConsent({Reach::Mail, "dana@northwind.example"}, consent));
    const auto shown = view();
    ASSERT_EQ(shown.consents.size(), 1u); // the newest word of hers
    EXPECT_EQ(shown.consents[0].consent.state, domain::ConsentState::Withdrawn);
    EXPECT_EQ(shown.consents[0].consent.source, "by telephone");
    EXPECT_EQ(shown.consents[0].people.size(), 1u);
    EXPECT_EQ(shown.list.size(), 1u);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::ConsentChanged), 2);
}

TEST_F(GuardSettingsTest, WhoIsAnsweredAtNightIsDecidedByTheWorkspace)
{
    m_clock.advance(12 * base::hourMs); // midnight there
    const auto dana = m_world.person({.zone = "Europe/Berlin"});
    const auto leaving = [&](domain::OffHours policy, const char *approver,
                             domain::Urgency urgency) {
        m_world.setPolicy([&](auto &all) { all.guards.offHours = policy; });
        m_world.letter({.to = dana, .approver = approver, .urgency = urgency});
        const int out = m_world.send();
        m_clock.advance(base::minuteMs + 1); // the spread of mails that wait together
        return out;
    };
    using domain::OffHours;
    using domain::Urgency;
    EXPECT_EQ(leaving(OffHours::Nobody, "rep", Urgency::Inbound), 0);
    EXPECT_EQ(leaving(OffHours::ByPerson, "policy", Urgency::Inbound), 0);
    EXPECT_EQ(leaving(OffHours::ByPerson, "rep", Urgency::Timed), 0);
    EXPECT_EQ(leaving(OffHours::ByItself, "rep", Urgency::Timed), 0);
    EXPECT_EQ(leaving(OffHours::ByPerson, "rep", Urgency::Inbound), 1);
    EXPECT_EQ(leaving(OffHours::ByItself, "policy", Urgency::Inbound), 1);
}

TEST(GuardLimitsOfAWorkspace, AreCheckedStoredAndTold)
{
    base::FixedClock clock{flow::birthMs};
    flow::TinyCrm crm{flow::birthMs, 2};
    flow::World world{crm, clock};
    domain::Policy policy = world.engine().policy();
    policy.guards.mailsPerDay = 120;
    policy.guards.offHours = domain::OffHours::ByItself;
    policy.suppression.personTouchesMax = 2;
    need(world.engine().setPolicy(policy));
    std::string payload;
    need(
        world.engine().tables().ledger.forEach([&](const domain::LedgerEntry &row) -> base::Status {
            if (row.kind == LedgerKind::PolicyChanged)
                payload = row.payload;
            return {};
        }));
    for (const char *text :
         {R"("guards.mails_per_day":"120")", R"("guards.mails_per_day.before":"200")",
          R"("guards.off_hours":"2")", R"("suppression.person_touches_max.before":"3")"})
        EXPECT_TRUE(says(payload, text)) << text << " in " << payload;
    EXPECT_FALSE(says(payload, "reach_from"));
    policy.guards.reachToMs = policy.guards.reachFromMs;
    const auto refused = world.engine().setPolicy(policy);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().place->field, "reach_to");
    need(world.open());
    EXPECT_EQ(world.engine().policy().guards.mailsPerDay, 120);
    EXPECT_EQ(world.engine().policy().guards.offHours, domain::OffHours::ByItself);
    EXPECT_EQ(world.engine().policy().guards.reachToMs, 18 * base::hourMs);
}

} // namespace
} // namespace topline::engine
