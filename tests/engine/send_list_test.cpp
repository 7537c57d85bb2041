// Who must not be written to or called: the list, the consents, and what lifts them; asked at the
// last moment, whatever was approved.
#include "tests/engine/guard_world.h"

#include <QFile>

namespace topline::engine {
namespace {

using domain::ActionState;
using domain::EffectState;
using domain::LedgerKind;
using domain::Reach;
using domain::ReasonCode;
using flow::need;

constexpr base::UtcMs tuesdayNoon = flow::birthMs; // 2026-09-01T12:00Z

class SendListTest : public testing::Test {
protected:
    std::optional<ReasonCode> code(const base::Uuid &action)
    {
        const auto rule = m_world.rule(action);
        return rule ? std::optional(rule->code) : std::nullopt;
    }

    void block(Reach reach, const std::string &address,
               domain::StopWhy why = domain::StopWhy::ByHand)
    {
        m_world.change([&](Step &step) {
            return ConsentBook(step).put({reach, address}, why, "asked for it", actor::rep);
        });
    }

    base::FixedClock m_clock{tuesdayNoon};
    GuardWorld m_world{m_clock};
};

TEST_F(SendListTest, WhoIsOnTheListGetsNothingHoweverTheAddressIsSpelt)
{
    const auto person = m_world.person({.mail = "Dana@NorthWind.example"});
    const auto id = m_world.letter({.to = person});
    block(Reach::Mail, " <dana@northwind.EXAMPLE> ", domain::StopWhy::Unsubscribed);
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(m_world.action(id).state, ActionState::Failed);
    EXPECT_EQ(m_world.effect(id).state, EffectState::Cancelled);
    ASSERT_EQ(code(id), ReasonCode::DoNotContact);
    EXPECT_EQ(m_world.rule(id)->arguments.at(1), domain::ReasonArgument("unsubscribed"));
}

TEST_F(SendListTest, TheListIsOfTheAddressThatTheBytesGoToAndOfTheOneOnRecord)
{
    const auto person = m_world.person({.mail = "old@northwind.example"});
    const auto id = m_world.letter({.to = person});
    m_world.change([&](Step &step) -> base::Status {
        TRY_ASSIGN(auto contact, step.tables().records.contact(person));
        contact->email = "new@northwind.example";
        contact->updatedMs = m_clock.now();
        TRY(step.tables().records.put(*contact, step.changes()));
        return {};
    });
    block(Reach::Mail, "old@northwind.example");
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(id), ReasonCode::DoNotContact);
}

TEST_F(SendListTest, AReleaseLiftsExactlyOneRowAndNeedsAReason)
{
    const auto person = m_world.person();
    block(Reach::Mail, "dana@northwind.example", domain::StopWhy::ByHand);
    block(Reach::Mail, "dana@northwind.example", domain::StopWhy::Complaint);
    block(Reach::Mail, "dana@northwind.example", domain::StopWhy::Complaint); // stands already
    const auto rows = need(m_world.tables().suppressed.all(10));
    ASSERT_EQ(rows.size(), 2u);
    {
        Step step = need(Step::begin(m_world.context(), "test"));
        EXPECT_FALSE(ConsentBook(step).release(rows[0].id, "  ").ok());
        EXPECT_FALSE(ConsentBook(step).release(base::Uuid::named("x", "y"), "asked").ok());
    }
    const auto release = [&](const base::Uuid &row) {
        m_world.change([&](Step &step) { return ConsentBook(step).release(row, "she asked"); });
    };
    release(rows[1].id);
    const auto first = m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(first), ReasonCode::DoNotContact);
    release(rows[0].id);
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.ledgerRows(LedgerKind::DoNotContact), 4);
}

TEST_F(SendListTest, CallsHaveTheirOwnList)
{
    const auto person = m_world.person({.country = "Germany"});
    block(Reach::Call, "+49 30 123456");
    const auto call = m_world.letter(
        {.to = person, .kind = domain::ActionKind::Call, .channel = domain::Channel::Crm});
    const auto mail = m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(crm::PushState::Applied, domain::Channel::Crm), 0);
    EXPECT_EQ(code(call), ReasonCode::DoNotContact);
    EXPECT_EQ(m_world.send(), 1);
    EXPECT_EQ(m_world.action(mail).state, ActionState::Done);
}

TEST_F(SendListTest, NobodyOnTheListIsInvitedAndATaskAboutThemIsWritten)
{
    const auto person = m_world.person();
    block(Reach::Mail, "dana@northwind.example");
    const auto meeting = m_world.letter(
        {.to = person, .kind = domain::ActionKind::Meeting, .channel = domain::Channel::Crm});
    EXPECT_EQ(m_world.send(crm::PushState::Applied, domain::Channel::Crm), 0);
    EXPECT_EQ(code(meeting), ReasonCode::DoNotContact);
    m_world.letter(
        {.to = person, .kind = domain::ActionKind::Task, .channel = domain::Channel::Crm});
    EXPECT_EQ(m_world.send(crm::PushState::Applied, domain::Channel::Crm), 1);
}

TEST_F(SendListTest, TheFileHoldsNoAddressOfTheList)
{
    block(Reach::Mail, "very.secret.person@hidden.example");
    m_world.close();
    const QString name = QString::fromStdString(m_world.file());
    for (const char *ending : {"", "-wal"}) {
        QFile file(name + QLatin1String(ending));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        EXPECT_FALSE(file.readAll().contains("very.secret.person")) << ending;
    }
}

TEST_F(SendListTest, AConsentTakenBackBlocksAndOnlyAPersonGivesItAgain)
{
    const auto person = m_world.person();
    const ReachAddress address{Reach::Mail, "dana@northwind.example"};
    const auto note = [&](domain::ConsentState state, std::string_view who) {
        Step step = need(Step::begin(m_world.context(), "test"));
        domain::Consent consent;
        consent.state = state;
        const auto status = ConsentBook(step).note(address, consent, who);
        if (status.ok())
            need(step.commit());
        return status;
    };
    m_world.setPolicy([](auto &policy) { policy.guards.needsConsent = true; });
    const auto before = m_world.letter({.to = person});
    m_world.send();
    EXPECT_EQ(code(before), ReasonCode::NoConsent);
    EXPECT_TRUE(note(domain::ConsentState::Given, actor::engine).ok());
    m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 1);

    EXPECT_TRUE(note(domain::ConsentState::Withdrawn, actor::buyer).ok());
    const auto after = m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(after), ReasonCode::DoNotContact);
    EXPECT_FALSE(note(domain::ConsentState::Given, actor::engine).ok());
    EXPECT_TRUE(note(domain::ConsentState::Given, actor::rep).ok());
    const auto listed = m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0); // the list is lifted by its own command only
    EXPECT_EQ(code(listed), ReasonCode::DoNotContact);
}

TEST_F(SendListTest, LiftingARowGivesNoConsent)
{
    const auto person = m_world.person();
    m_world.change([&](Step &step) {
        domain::Consent consent;
        consent.state = domain::ConsentState::Withdrawn;
        return ConsentBook(step).note({Reach::Mail, "dana@northwind.example"}, consent,
                                      actor::buyer);
    });
    for (const auto &row : need(m_world.tables().suppressed.all(10)))
        m_world.change([&](Step &step) { return ConsentBook(step).release(row.id, "a slip"); });
    const auto id = m_world.letter({.to = person});
    EXPECT_EQ(m_world.send(), 0);
    EXPECT_EQ(code(id), ReasonCode::NoConsent);
}

} // namespace
} // namespace topline::engine
