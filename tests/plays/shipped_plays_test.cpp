#include "core/actions/draft.h"
#include "core/plays/shipped_plays.h"

#include <gtest/gtest.h>
#include <set>

using namespace topline;

TEST(ShippedPlays, AreAllSoundAndNamedLikeTheirFiles)
{
    ASSERT_GE(plays::shippedPlays().size(), 3U);
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok()) << all.error().text();
    std::set<std::string> files;
    for (const auto &shipped : plays::shippedPlays())
        files.emplace(shipped.fileName);
    std::set<std::string> named;
    for (const auto &play : *all)
        named.insert(play.id + ".yaml");
    EXPECT_EQ(files, named);
}

TEST(ShippedPlays, EverySignalLeadsSomewhereInEveryMode)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    std::set<domain::SignalType> triggers;
    std::set<domain::Mode> modes;
    for (const auto &play : *all) {
        triggers.insert(play.triggers.begin(), play.triggers.end());
        modes.insert(play.mode);
    }
    EXPECT_EQ(triggers.size(), 6U);
    EXPECT_EQ(modes.size(), 3U);
}

TEST(ShippedPlays, TheirTextsUseKnownFieldsAndLeaveNoGapOnABareRecord)
{
    const auto all = plays::loadShippedPlays();
    ASSERT_TRUE(all.ok());
    for (const auto &play : *all) {
        for (auto step : play.steps) {
            const auto draft = actions::renderDraft(step, {{"contact.email", "a@b.example"}});
            ASSERT_TRUE(draft.ok()) << play.id << ": " << draft.error().text();
            EXPECT_TRUE(actions::checkSendable(step.kind, *draft).ok()) << play.id;
        }
    }
}
