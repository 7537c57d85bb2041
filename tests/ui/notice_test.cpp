// What is told outside the window: which cards, how often, when not, and with how many words.
#include "tests/ui/fake_cockpit.h"
#include "ui/shell/tray.h"

#include <QApplication>
#include <QSettings>

#include <gtest/gtest.h>

using namespace topline;
using shell::NoticeCentre;
using shell::NoticeRules;
using shell::NoticeSettings;

namespace {

constexpr base::UtcMs noon = 1'763'467'200'000; // Tuesday 18 November 2025, 12:00 UTC

domain::FeedCard card(int number, int band)
{
    domain::FeedCard out;
    out.action.id = base::Uuid::named("card", std::to_string(number));
    out.action.whyNow = {domain::ReasonCode::TrialStart, {domain::AtTime{noon}}};
    out.contactName = "Dana Reyes";
    out.rank.band = band;
    out.sortKey = std::to_string(band) + std::to_string(number);
    return out;
}

engine::FeedUpdate update(std::vector<domain::FeedCard> cards)
{
    engine::FeedUpdate out;
    out.changed = std::move(cards);
    return out;
}

struct FakeNotifier final : shell::Notifier {
    std::vector<std::pair<QString, QString>> told;
    QString summary;

    void show(const QString &title, const QString &text) override
    {
        told.emplace_back(title, text);
    }

    void setSummary(const QString &text) override { summary = text; }
};

struct Centre {
    Centre()
    {
        QSettings().clear();
        cockpit.clock = noon;
        centre = std::make_unique<NoticeCentre>(bridge, notifier, [this] { return inFront; });
        bridge.start();
        arrive({});
    }

    void arrive(std::vector<domain::FeedCard> cards)
    {
        Q_EMIT bridge.feedChanged(update(std::move(cards)));
        QApplication::processEvents();
    }

    test::FakeCockpit cockpit;
    bridge::Bridge bridge{cockpit};
    FakeNotifier notifier;
    bool inFront = false;
    std::unique_ptr<NoticeCentre> centre;
};

} // namespace

TEST(NoticeRules, OnlyCardsThatABuyerWaitsForAreToldAndEachOnce)
{
    NoticeRules rules;
    const base::TimeZone utc;
    rules.take(update({card(1, 0)})); // there when the window opened
    EXPECT_TRUE(rules.due({}, noon, utc, false).empty());
    rules.take(update({card(2, 1), card(3, 2), card(4, 3), card(5, 0)}));
    const auto due = rules.due({}, noon, utc, false);
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].rank.band, 0);   // most urgent first
    rules.take(update({card(2, 0)})); // its SLA is breached now: the same episode
    EXPECT_TRUE(rules.due({}, noon, utc, false).empty());
}

TEST(NoticeRules, WhatIsHandedOnIsToldAnewAndOnce)
{
    NoticeRules rules;
    const base::TimeZone utc;
    rules.take(update({}));
    auto late = card(1, 0);
    late.action.owner = domain::OwnerId{1};
    rules.take(update({late}));
    EXPECT_EQ(rules.due({}, noon, utc, false).size(), 1U);
    late.action.owner = domain::OwnerId{2};
    rules.take(update({late}));
    EXPECT_EQ(rules.due({}, noon, utc, false).size(), 1U);
    rules.take(update({late}));
    EXPECT_TRUE(rules.due({}, noon, utc, false).empty());
}

TEST(NoticeRules, QuietHoursRunOverMidnightByTheWallClock)
{
    const NoticeSettings settings;
    const base::TimeZone utc;
    EXPECT_FALSE(shell::isQuiet(settings, noon, utc));
    EXPECT_FALSE(shell::isQuiet(settings, noon + 6 * base::hourMs - 1, utc));
    EXPECT_TRUE(shell::isQuiet(settings, noon + 6 * base::hourMs, utc));
    EXPECT_TRUE(shell::isQuiet(settings, noon + 20 * base::hourMs - 1, utc));
    EXPECT_FALSE(shell::isQuiet(settings, noon + 20 * base::hourMs, utc));
    const auto tokyo = base::TimeZone::find("Asia/Tokyo");
    ASSERT_TRUE(tokyo.ok());
    EXPECT_TRUE(shell::isQuiet(settings, noon, *tokyo));
    NoticeSettings day = settings;
    day.quietFromMinute = 9 * 60;
    day.quietToMinute = 13 * 60;
    EXPECT_TRUE(shell::isQuiet(day, noon, utc));
    day.hasQuietHours = false;
    EXPECT_FALSE(shell::isQuiet(day, noon, utc));
}

TEST(NoticeRules, WhatCameInQuietHoursIsToldAfterwardsUnlessItIsGone)
{
    NoticeRules rules;
    const base::TimeZone utc;
    rules.take(update({}));
    const base::UtcMs night = noon + 10 * base::hourMs;
    rules.take(update({card(1, 1), card(2, 1)}));
    EXPECT_TRUE(rules.due({}, night, utc, false).empty());
    engine::FeedUpdate gone;
    gone.removed = {card(1, 1).action.id};
    rules.take(gone);
    const auto due = rules.due({}, noon + base::dayMs, utc, false);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due[0].action.id, card(2, 1).action.id);
}

TEST(NoticeRules, WhatIsSeenInTheWindowIsNotToldLater)
{
    NoticeRules rules;
    rules.take(update({}));
    rules.take(update({card(1, 0)}));
    EXPECT_TRUE(rules.due({}, noon, {}, true).empty());
    EXPECT_TRUE(rules.due({}, noon, {}, false).empty());
}

TEST(NoticeCentre, OneCardIsNamedAndSeveralAreCounted)
{
    Centre c;
    c.arrive({card(1, 0)});
    ASSERT_EQ(c.notifier.told.size(), 1U);
    EXPECT_TRUE(c.notifier.told[0].first.contains(QLatin1String("Dana Reyes")));
    EXPECT_FALSE(c.notifier.told[0].second.isEmpty());
    c.arrive({card(2, 0), card(3, 1)});
    ASSERT_EQ(c.notifier.told.size(), 2U);
    EXPECT_TRUE(c.notifier.told[1].first.contains(QLatin1String("2")));
}

TEST(NoticeCentre, WithoutContentNothingOfTheBuyersIsShown)
{
    Centre c;
    NoticeSettings settings = c.centre->settings();
    settings.hidesContent = true;
    c.centre->setSettings(settings);
    c.arrive({card(1, 0)});
    c.arrive({card(2, 0), card(3, 0)});
    ASSERT_EQ(c.notifier.told.size(), 2U);
    for (const auto &[title, text] : c.notifier.told) {
        EXPECT_FALSE(title.contains(QLatin1String("Dana")));
        EXPECT_TRUE(text.isEmpty());
    }
}

TEST(NoticeCentre, APauseEndsAndIsKeptOverARestart)
{
    Centre c;
    c.centre->pauseUntilTomorrow();
    c.arrive({card(1, 0)});
    EXPECT_TRUE(c.notifier.told.empty());
    const NoticeCentre again(c.bridge, c.notifier, [] { return false; });
    EXPECT_EQ(again.settings(), c.centre->settings());
    EXPECT_EQ(again.settings().pausedUntilMs, noon + 20 * base::hourMs);
    c.centre->resume();
    EXPECT_EQ(c.notifier.told.size(), 1U);
}

TEST(NoticeCentre, AMessageLeadsToItsCard)
{
    Centre c;
    base::Uuid wanted = card(9, 0).action.id;
    QObject::connect(c.centre.get(), &NoticeCentre::cardWanted,
                     [&wanted](const base::Uuid &id) { wanted = id; });
    c.arrive({card(1, 0)});
    c.centre->openTold();
    EXPECT_EQ(wanted, card(1, 0).action.id);
    c.arrive({card(2, 0), card(3, 0)});
    c.centre->openTold();
    EXPECT_TRUE(wanted.isNull());
}

TEST(Tray, TheMenuStopsAutomationPausesAndOpens)
{
    Centre c;
    std::vector<std::string> did;
    shell::Tray tray({[&] { did.emplace_back("open"); }, [&] { did.emplace_back("next"); },
                      [&] { did.emplace_back("stop"); }, [&] { did.emplace_back("quit"); }});
    tray.attach(*c.centre, c.bridge);
    const auto press = [&](const char *text) {
        for (QAction *action : tray.menu().actions()) {
            if (action->text() == QLatin1String(text))
                return action->trigger(), true;
        }
        return false;
    };
    EXPECT_TRUE(press("Open Topline"));
    EXPECT_TRUE(press("Next card"));
    EXPECT_TRUE(press("Stop all automation"));
    EXPECT_TRUE(press("Quit"));
    EXPECT_EQ(did, (std::vector<std::string>{"open", "next", "stop", "quit"}));
    EXPECT_TRUE(press("Pause them for an hour"));
    EXPECT_EQ(c.centre->settings().pausedUntilMs, noon + base::hourMs);
    EXPECT_TRUE(press("Go on with them"));
    EXPECT_FALSE(c.centre->settings().pausedUntilMs);
    EXPECT_TRUE(press("Without names and texts"));
    EXPECT_TRUE(c.centre->settings().hidesContent);
    EXPECT_TRUE(press("Notifications"));
    EXPECT_FALSE(c.centre->settings().isOn);
    c.arrive({card(1, 0)});
    EXPECT_TRUE(c.notifier.told.empty());
}
