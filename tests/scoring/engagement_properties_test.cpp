#include "core/scoring/account_score.h"
#include "tests/scoring/history_parts.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

namespace topline::scoring {
namespace {

using domain::EventKind;

constexpr EventKind positive[] = {EventKind::PageView,      EventKind::PricingView,
                                  EventKind::EmailClicked,  EventKind::EmailReplied,
                                  EventKind::MeetingHeld,   EventKind::CallAnswered,
                                  EventKind::DemoRequested, EventKind::DocsView};
constexpr EventKind negative[] = {EventKind::Unsubscribed, EventKind::MeetingMissed};

std::vector<domain::Event> randomEvents(std::mt19937 &random, bool withNegative)
{
    std::vector<domain::Event> out;
    for (auto left = random() % 20; left > 0; --left) {
        const bool isNegative = withNegative && random() % 8 == 0;
        const auto kind = isNegative ? negative[random() % std::size(negative)]
                                     : positive[random() % std::size(positive)];
        out.push_back(eventAt(kind,
                              static_cast<base::DurationMs>(random() % 90) * base::dayMs +
                                  static_cast<base::DurationMs>(random() % 86'400'000),
                              1 + static_cast<std::int64_t>(random() % 2)));
    }
    return out;
}

domain::AccountScore scored(const domain::AccountHistory &history, base::UtcMs at = testNow)
{
    return scoreAccount(history, {}, at, domain::Tier::Cold);
}

} // namespace

TEST(EngagementProperties, AnOldPositiveEventNeverLowersAScore)
{
    constexpr std::uint32_t seed = 21;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 5'000; ++round) {
        auto history = historyWith(randomEvents(random, true));
        const auto before = scored(history);
        history.events.push_back(
            eventAt(positive[random() % std::size(positive)],
                    static_cast<base::DurationMs>(random() % 120) * base::dayMs));
        const auto after = scored(history);
        ASSERT_GE(after.engagementMilli, before.engagementMilli);
        ASSERT_GE(after.totalMilli, before.totalMilli);
    }
}

TEST(EngagementProperties, TwoContactsMergedIntoOneScoreTheSame)
{
    constexpr std::uint32_t seed = 22;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2'000; ++round) {
        auto two = historyWith(randomEvents(random, true));
        two.contacts = {contactOf(1, "CFO"), contactOf(2, "CFO")};
        auto one = two;
        one.contacts.pop_back();
        for (auto &event : one.events)
            event.contact.id = domain::ContactId{1};
        ASSERT_EQ(scored(one), scored(two));
    }
}

// Below the caps and with one kind, so that all of it fades by one half-life.
TEST(EngagementProperties, TimeAloneNeverPutsOneAccountBeforeAnother)
{
    constexpr std::uint32_t seed = 23;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 1'000; ++round) {
        const auto views = [&random] {
            std::vector<domain::Event> out;
            for (auto left = random() % 4; left > 0; --left)
                out.push_back(eventAt(EventKind::PricingView,
                                      static_cast<base::DurationMs>(random() % 86'400'000) * 60));
            return historyWith(std::move(out));
        };
        const auto a = views();
        const auto b = views();
        const bool isAhead = scored(a).engagementMilli > scored(b).engagementMilli;
        for (std::int64_t day = 0; isAhead && day < 100; day += 9) {
            const auto at = testNow + day * base::dayMs;
            ASSERT_GE(scored(a, at).engagementMilli, scored(b, at).engagementMilli);
        }
    }
}

TEST(EngagementProperties, GroupsNeverExceedTheirCaps)
{
    constexpr std::uint32_t seed = 24;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 1'000; ++round) {
        auto history = historyWith({});
        for (int i = 0; i < 40; ++i)
            history.events.push_back(
                eventAt(positive[random() % std::size(positive)], base::hourMs));
        ASSERT_LE(scored(history).engagementMilli, 100'000);
        std::erase_if(history.events, [](const auto &event) {
            return event.kind != EventKind::PricingView && event.kind != EventKind::PageView;
        });
        ASSERT_LE(scored(history).engagementMilli, 40'000);
    }
}

TEST(EngagementProperties, AMachinesEventsCountNothing)
{
    constexpr std::uint32_t seed = 25;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 500; ++round) {
        auto history = historyWith(randomEvents(random, true));
        const auto before = scored(history);
        auto machine = randomEvents(random, true);
        for (auto &event : machine) {
            event.suspectBot = true;
            history.events.push_back(event);
        }
        ASSERT_EQ(scored(history), before);
    }
}

} // namespace topline::scoring
