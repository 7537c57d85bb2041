#include "tests/signals/history_builder.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>

using namespace topline;
using namespace topline::test;
using domain::EventKind;

namespace {

constexpr int rounds = 400;
constexpr std::uint32_t seed = 20251118;

class Dice {
public:
    explicit Dice(std::uint32_t number)
        : m_random(number)
    {
    }

    std::int64_t pick(std::int64_t low, std::int64_t high)
    {
        return std::uniform_int_distribution<std::int64_t>(low, high)(m_random);
    }

    std::mt19937 &engine() { return m_random; }

private:
    std::mt19937 m_random;
};

// Weeks of use, and amounts, dates, titles and terms that change.
void addRecordChanges(HistoryBuilder &h, Dice &dice, std::int64_t days)
{
    auto &history = h.history();
    const auto when = [&dice, days] { return start + dice.pick(0, days * day); };
    if (dice.pick(0, 1) == 0) {
        const std::int64_t uses = dice.pick(1, 30);
        for (std::int64_t at = 0; at < days; ++at) {
            if (dice.pick(0, 20) == 0)
                at += dice.pick(0, 20);
            h.event(EventKind::ProductUsed, start + at * day + dice.pick(0, day - 1)).amount =
                static_cast<std::int32_t>(dice.pick(1, uses));
        }
    }
    for (std::int64_t i = dice.pick(0, 6); i > 0; --i) {
        const domain::DealId deal{dice.pick(1, 2)};
        history.amountChanges.push_back({{deal, {}}, base::Money{dice.pick(0, 900)}, when()});
        history.closeChanges.push_back({{deal, {}}, when(), when()});
        history.titleChanges.push_back({{domain::ContactId{dice.pick(1, 2)}, {}},
                                        dice.pick(0, 1) == 0 ? "CFO" : "VP Finance",
                                        when()});
    }
    for (std::int64_t id = dice.pick(0, 3); id > 0; --id) {
        domain::Contact contact;
        contact.id = domain::ContactId{id};
        contact.createdMs = when();
        history.contacts.push_back(contact);
    }
    if (dice.pick(0, 2) == 0) {
        domain::Subscription term;
        term.remoteId = "s1";
        term.startMs = start;
        term.endMs = when() + 60 * day;
        history.subscriptions.push_back(term);
    }
}

// Events, deals and stage changes over `days`, partly in bursts so that the rules have something to
// find.
HistoryBuilder randomHistory(Dice &dice, std::int64_t days)
{
    static constexpr EventKind kinds[] = {
        EventKind::PricingView,      EventKind::PricingView,      EventKind::ProposalViewed,
        EventKind::ProposalSent,     EventKind::EmailReplied,     EventKind::MeetingHeld,
        EventKind::DemoRequested,    EventKind::CompareView,      EventKind::EmailSent,
        EventKind::PageView,         EventKind::DocsView,         EventKind::PageScrolled,
        EventKind::SessionTimed,     EventKind::OutOfOffice,      EventKind::MeetingMissed,
        EventKind::EmailBounced,     EventKind::RoomViewed,       EventKind::RoomJoined,
        EventKind::ProductUsed,      EventKind::ProductUsed,      EventKind::UsageLevel,
        EventKind::TicketOpened,     EventKind::TicketOpened,     EventKind::PaymentFailed,
        EventKind::PaymentSucceeded, EventKind::ContactRequested, EventKind::Unsubscribed,
        EventKind::MeetingBooked,    EventKind::ThirdPartyIntent, EventKind::TrialStarted,
    };
    HistoryBuilder h;
    const auto bursts = dice.pick(0, 10);
    for (std::int64_t burst = 0; burst < bursts; ++burst) {
        const base::UtcMs from = start + dice.pick(0, days * day);
        const auto count = dice.pick(1, 7);
        // Few kinds and a span that is short or long, so that there are episodes to find.
        const EventKind some[] = {kinds[dice.pick(0, std::size(kinds) - 1)],
                                  kinds[dice.pick(0, std::size(kinds) - 1)]};
        const base::DurationMs span = dice.pick(0, 3) == 0 ? 20 * minute : 5 * day;
        for (std::int64_t i = 0; i < count; ++i) {
            auto &event =
                h.event(some[dice.pick(0, 1)], from + dice.pick(0, span), dice.pick(0, 3));
            event.deal.id = domain::DealId{dice.pick(0, 2)};
            event.amount = static_cast<std::int32_t>(dice.pick(0, 400));
            event.suspectBot = dice.pick(0, 9) == 0;
        }
    }
    for (std::int64_t id = 1; id <= dice.pick(0, 2); ++id) {
        base::UtcMs at = start + dice.pick(0, days * day);
        std::int64_t stage = 1;
        h.deal(id, stage, at).amount = base::Money{dice.pick(0, 3)};
        const auto moves = dice.pick(0, 4);
        for (std::int64_t move = 0; move < moves; ++move) {
            stage = dice.pick(1, move == moves - 1 ? 4 : 2);
            h.change(id, stage, at);
            at += dice.pick(0, 30 * day);
        }
        h.history().deals.back().stage.id = domain::StageId{stage};
    }
    addRecordChanges(h, dice, days);
    return h;
}

std::set<base::Uuid> idsOf(const std::vector<domain::Signal> &signals)
{
    std::set<base::Uuid> out;
    for (const auto &signal : signals)
        out.insert(signal.id);
    return out;
}

} // namespace

TEST(SignalProperties, NextDueIsExactToTheMillisecond)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Dice dice(seed);
    int steps = 0;
    for (int round = 0; round < rounds / 4; ++round) {
        auto h = randomHistory(dice, 60);
        const auto &history = h.history();
        base::UtcMs now = start + dice.pick(-day, 90 * day);
        for (int step = 0; step < 25; ++step, ++steps) {
            const auto before = signals::detectAll(history, {}, now);
            const auto due = signals::nextDueMs(history, {}, now);
            if (!due) {
                ASSERT_EQ(signals::detectAll(history, {}, now + 3'000 * day), before);
                break;
            }
            ASSERT_GT(*due, now);
            ASSERT_EQ(signals::detectAll(history, {}, *due - 1), before) << "round " << round;
            ASSERT_EQ(signals::detectAll(history, {}, dice.pick(now, *due - 1)), before);
            ASSERT_NE(signals::detectAll(history, {}, *due), before) << "round " << round;
            now = *due;
        }
    }
    EXPECT_GT(steps, 1'000);
}

TEST(SignalProperties, OrderOfArrivalNeverMatters)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Dice dice(seed);
    std::size_t total = 0;
    for (int round = 0; round < rounds; ++round) {
        auto h = randomHistory(dice, 60);
        const base::UtcMs now = start + dice.pick(30, 90) * day;
        const auto before = signals::detectAll(h.history(), {}, now);
        total += before.size();
        std::shuffle(h.history().events.begin(), h.history().events.end(), dice.engine());
        std::shuffle(h.history().stageChanges.begin(), h.history().stageChanges.end(),
                     dice.engine());
        std::shuffle(h.history().deals.begin(), h.history().deals.end(), dice.engine());
        auto &dates = h.history().closeChanges;
        std::shuffle(dates.begin(), dates.end(), dice.engine());
        auto &amounts = h.history().amountChanges;
        std::shuffle(amounts.begin(), amounts.end(), dice.engine());
        auto &contacts = h.history().contacts;
        std::shuffle(contacts.begin(), contacts.end(), dice.engine());
        ASSERT_EQ(signals::detectAll(h.history(), {}, now), before);
    }
    EXPECT_GT(total, static_cast<std::size_t>(rounds));
}

TEST(SignalProperties, WhatWasNoticedStaysNoticedWhileTimePasses)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Dice dice(seed);
    domain::SignalPolicy policy;
    policy.lookBackMs = 10'000 * day;
    for (int round = 0; round < rounds; ++round) {
        auto h = randomHistory(dice, 60);
        base::UtcMs now = start;
        auto before = idsOf(signals::detectAll(h.history(), policy, now));
        for (int step = 0; step < 10; ++step) {
            now += dice.pick(0, 12 * day);
            const auto after = idsOf(signals::detectAll(h.history(), policy, now));
            ASSERT_TRUE(std::includes(after.begin(), after.end(), before.begin(), before.end()))
                << "round " << round;
            before = after;
        }
    }
}

TEST(SignalProperties, ACutHistoryNeverRenamesASignal)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Dice dice(seed);
    const domain::SignalPolicy policy;
    for (int round = 0; round < rounds; ++round) {
        auto h = randomHistory(dice, 250);
        const base::UtcMs now = start + dice.pick(100, 280) * day;
        const auto whole = signals::detectAll(h.history(), policy, now);
        std::erase_if(h.history().events, [&](const domain::Event &event) {
            return event.atMs <= now - policy.lookBackMs;
        });
        ASSERT_EQ(signals::detectAll(h.history(), policy, now), whole) << "round " << round;
    }
}

TEST(SignalProperties, ResultsAreSortedAndUnique)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Dice dice(seed);
    for (int round = 0; round < rounds; ++round) {
        auto h = randomHistory(dice, 60);
        const auto found = signals::detectAll(h.history(), {}, start + 60 * day);
        for (std::size_t i = 1; i < found.size(); ++i) {
            ASSERT_LT(std::pair(found[i - 1].occurredMs, found[i - 1].id),
                      std::pair(found[i].occurredMs, found[i].id));
        }
        ASSERT_EQ(idsOf(found).size(), found.size());
    }
}

// A property over histories in which a detector never fires says nothing about that detector.
TEST(SignalProperties, TheRandomHistoriesHoldEveryType)
{
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    Dice dice(seed);
    std::map<domain::SignalType, int> counts;
    for (int round = 0; round < rounds; ++round) {
        auto h = randomHistory(dice, 100);
        for (const auto &signal : signals::detectAll(h.history(), {}, start + 120 * day))
            ++counts[signal.type];
    }
    for (const auto type : domain::signalTypes())
        EXPECT_GT(counts[type], 3) << domain::signalTypeName(type);
}
