// A dry run asks what a play would have asked: caps, hours, lists, other cadences, in the order of
// time and with what it would have done itself.
#include "core/engine/engine.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/reads/reads.h"
#include "core/engine/reads/trial_account.h"
#include "core/engine/reads/trial_mails.h"
#include "tests/flow/tiny_crm.h"
#include "tests/flow/world.h"

#include <algorithm>
#include <random>

namespace topline::engine {
namespace {

using domain::ReasonCode;
using flow::need;

constexpr base::UtcMs tuesday = 1'791'288'000'000; // noon UTC

TEST(TrialMails, KeepTheCapsOfEveryDayAndTheHoursOfWhoReceivesThem)
{
    for (std::uint32_t seed = 1; seed <= 100; ++seed) {
        std::mt19937 random(seed);
        const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
        domain::Policy policy;
        policy.zone = "Europe/Berlin";
        policy.guards.mailsPerDay = 1 + upTo(8);
        policy.guards.mailsPerDomainDay = 1 + upTo(3);
        policy.guards.autoMailsPerRepDay = upTo(4);
        const auto zone = need(base::TimeZone::find(policy.zone));
        TrialMails mails(policy, {}, "p");
        std::map<std::int64_t, int> byDay;
        base::UtcMs at = tuesday;
        for (int i = 0; i < 120; ++i) {
            at += upTo(6) * base::hourMs + 1;
            TrialMail mail;
            mail.atMs = at;
            mail.owner = domain::OwnerId{1 + upTo(1)};
            mail.host = upTo(1) == 0 ? "a.example" : "b.example";
            mail.where = plays::whereabouts(upTo(1) == 0 ? "America/New_York" : "Asia/Tokyo", "",
                                            policy.zone);
            mail.byPolicy = upTo(2) == 0 && policy.guards.autoMailsPerRepDay > 0;
            const auto why = mails.take(mail);
            const auto wait = plays::waitToReach(at, mail.where, policy.guards);
            ASSERT_TRUE(!wait || why) << "seed " << seed << ": it would have left at night";
            if (!why)
                ++byDay[base::dayNumber(zone.dateOf(at))];
        }
        for (const auto &[day, count] : byDay)
            ASSERT_LE(count, policy.guards.mailsPerDay) << "seed " << seed << " day " << day;
    }
}

TEST(TrialMails, SayTheFirstRuleAndCountWhatLeftThen)
{
    domain::Policy policy;
    policy.guards.mailsPerDay = 2;
    const auto today = tuesday / base::dayMs;
    const std::vector<store::PastMail> past = {{today, {}, "x.example", false, "other"},
                                               {today, {}, "x.example", false, "p"}};
    TrialMails mails(policy, past, "p"); // its own mail of that day is not in its way
    TrialMail mail;
    mail.atMs = tuesday;
    mail.host = "y.example";
    mail.where = plays::whereabouts("UTC", "", "UTC");
    EXPECT_FALSE(mails.take(mail));
    const auto full = mails.take(mail);
    ASSERT_TRUE(full);
    EXPECT_EQ(full->code, ReasonCode::DayLimit);
    mail.atMs = tuesday + 8 * base::hourMs; // 20:00
    EXPECT_EQ(mails.take(mail)->code, ReasonCode::OutsideHours);
    mail.atAnyHour = true;
    policy.guards.mailsPerDay = 50;
    EXPECT_FALSE(mails.take(mail));
    mail.atAnyHour = false;
    mail.where = plays::whereabouts("Europe/Berlin", "DE", "UTC");
    mail.atMs = need(base::TimeZone::find("Europe/Berlin")).at({2028, 10, 3}, 10 * base::hourMs);
    EXPECT_EQ(mails.take(mail)->code, ReasonCode::Holiday);
}

// One person of one account, and a play of three steps.
struct TrialWorld {
    TrialWorld()
    {
        play.id = "p";
        play.name = "P";
        play.triggers = {domain::SignalType::PricingRevisit};
        play.signalAgeMaxMs = 90 * base::dayMs;
        play.cooldownMs = 0;
        for (const std::int64_t day : {0, 2, 6}) {
            auto &step = play.steps.emplace_back();
            step.kind = domain::ActionKind::Email;
            step.day = day;
        }
        policy.suppression.channelCooldownMs = 0;
        policy.suppression.personTouchesMax = 50;
        policy.suppression.accountTouchesMax = 50;
        history.account.id = {1};
        auto &contact = history.contacts.emplace_back();
        contact.id = {1};
        contact.account.id = {1};
        contact.firstName = "Dana";
        contact.email = "dana@northwind.example";
    }

    domain::Signal signal(base::UtcMs at) const
    {
        domain::Signal out;
        out.id = base::Uuid::named("signal", std::to_string(at));
        out.type = domain::SignalType::PricingRevisit;
        out.account = {1};
        out.contact = {1};
        out.occurredMs = at;
        return out;
    }

    void reply(base::UtcMs at)
    {
        auto &event = history.events.emplace_back();
        event.kind = domain::EventKind::EmailReplied;
        event.atMs = at;
        event.contact.id = {1};
        event.account.id = {1};
    }

    TrialKnowledge known() const { return {play, policy, owners, calendars, untilMs}; }

    TrialAccount account() const { return {history, {}, false}; }

    domain::Play play;
    domain::Policy policy;
    domain::AccountHistory history;
    std::vector<domain::Owner> owners;
    std::map<domain::OwnerId, domain::WorkCalendar> calendars;
    base::UtcMs untilMs = tuesday + 60 * base::dayMs;
};

TEST(TrialAccount, ItsOwnCadenceIsExclusiveAndThenCoolsOff)
{
    TrialWorld world;
    auto account = world.account();
    const auto known = world.known();
    const auto first = account.judge(world.signal(tuesday), known, {});
    ASSERT_EQ(first.decision.reason.code, ReasonCode::Proposed);
    const auto steps = account.take(*first.action, known);
    ASSERT_EQ(steps.size(), 2u);
    EXPECT_EQ(steps[0].atMs, tuesday + 2 * base::dayMs);
    EXPECT_EQ(steps[1].atMs, tuesday + 8 * base::dayMs); // over a weekend
    const auto ruleAt = [&](base::UtcMs at) {
        return account.judge(world.signal(at), known, {}).decision.reason.code;
    };
    EXPECT_EQ(ruleAt(tuesday + 3 * base::dayMs), ReasonCode::OtherCadence);
    EXPECT_EQ(ruleAt(steps[1].atMs + base::dayMs), ReasonCode::CadenceCoolOff);
    EXPECT_EQ(ruleAt(steps[1].atMs + 15 * base::dayMs), ReasonCode::Proposed);
}

TEST(TrialAccount, AnAnswerEndsItsCadence)
{
    TrialWorld world;
    world.reply(tuesday + base::dayMs);
    auto account = world.account();
    const auto known = world.known();
    const auto first = account.judge(world.signal(tuesday), known, {});
    EXPECT_TRUE(account.take(*first.action, known).empty());
    world.play.exits = {domain::ExitEvent::Meeting};
    auto other = world.account();
    EXPECT_EQ(other.take(*first.action, known).size(), 2u);
}

TEST(TrialAccount, TouchesOfItsOwnStepsCount)
{
    TrialWorld world;
    world.policy.suppression.personTouchesMax = 2;
    world.policy.guards.coolOffMs = 0;
    auto account = world.account();
    const auto known = world.known();
    account.take(*account.judge(world.signal(tuesday), known, {}).action, known);
    const auto late = tuesday + 8 * base::dayMs + base::hourMs; // the third step was an hour ago
    world.policy.suppression.touchWindowMs = 7 * base::dayMs;
    EXPECT_EQ(account.judge(world.signal(late), known, {}).decision.reason.code,
              ReasonCode::PersonTouchLimit);
}

class PlayTrialTest : public testing::Test {
protected:
    const domain::Play &play(const std::string &id)
    {
        const auto &all = m_world.engine().plays();
        return *std::find_if(all.begin(), all.end(),
                             [&](const auto &each) { return each.id == id; });
    }

    domain::PlayTrial trial(const domain::Play &play)
    {
        return need(m_world.engine().reads().tryPlay(play, 30));
    }

    base::FixedClock m_clock{flow::birthMs};
    flow::TinyCrm m_crm{flow::birthMs, 12};
    flow::World m_world{m_crm, m_clock};
};

TEST_F(PlayTrialTest, EveryFigureHasItsRowsAndTheyAddUp)
{
    m_world.sync();
    auto policy = m_world.engine().policy();
    policy.guards.mailsPerDay = 1;
    need(m_world.engine().setPolicy(policy));
    const auto out = trial(play("pricing-revisit"));
    ASSERT_GT(out.created, 1);
    EXPECT_GT(out.deferred, 0);
    EXPECT_EQ(out.hits, out.created + out.heldOut + out.merged + out.suppressed);
    std::int64_t deferred = 0;
    for (const auto &[code, count] : out.deferredBy) {
        deferred += count;
        EXPECT_EQ(std::count_if(out.newest.begin(), out.newest.end(),
                                [code = code](const auto &hit) {
                                    return hit.deferred && hit.deferred->code == code;
                                }),
                  std::min<std::int64_t>(count, 50));
    }
    EXPECT_EQ(deferred, out.deferred);
    for (const auto &[code, count] : out.suppressedBy)
        EXPECT_EQ(
            std::count_if(out.newest.begin(), out.newest.end(),
                          [code = code](const auto &hit) { return hit.decided.code == code; }),
            std::min<std::int64_t>(count, 50));
    EXPECT_TRUE(std::is_sorted(out.newest.begin(), out.newest.end(),
                               [](const auto &a, const auto &b) { return a.atMs > b.atMs; }));
}

TEST_F(PlayTrialTest, AsksTheListAsItStoodThen)
{
    m_world.sync();
    const auto before = trial(play("pricing-revisit"));
    const auto contacts = need(m_world.engine().tables().records.contacts());
    for (const auto &contact : contacts) {
        if (contact.email.find('@') != std::string::npos)
            need(m_world.engine().guards().stopContact({domain::Reach::Mail, contact.email},
                                                       domain::StopWhy::ByHand, {}));
    }
    // They are on the list since now only: it would have kept nobody back in those days.
    EXPECT_EQ(trial(play("pricing-revisit")).created, before.created);
    auto policy = m_world.engine().policy();
    policy.guards.needsConsent = true;
    need(m_world.engine().setPolicy(policy));
    const auto after = trial(play("pricing-revisit"));
    EXPECT_EQ(after.created, 0);
    EXPECT_EQ(after.suppressedBy.at(ReasonCode::NoConsent), after.suppressed);
}

TEST_F(PlayTrialTest, ThePlaysOwnLimitPerRepCountsByDay)
{
    m_world.sync();
    domain::Play limited = play("pricing-revisit");
    const auto before = trial(limited);
    limited.perRepDayMax = 1;
    const auto after = trial(limited);
    EXPECT_LT(after.created, before.created);
    EXPECT_GT(after.suppressedBy.at(ReasonCode::PlayRepLimit), 0);
}

} // namespace
} // namespace topline::engine
