// Replacing a refresh token: whatever step the program ends at, a stored token is found again, the
// newer first, and nothing but the slots' own keys is touched.
#include "core/crm/token_slots.h"
#include "tests/crm/sign_in_fakes.h"

#include <gtest/gtest.h>

namespace topline::crm {
namespace {

std::vector<std::string> texts(const base::Result<std::vector<base::Secret>> &tokens)
{
    std::vector<std::string> out;
    EXPECT_TRUE(tokens.ok());
    for (const base::Secret &token : *tokens)
        out.push_back(token.reveal());
    return out;
}

using Texts = std::vector<std::string>;

TEST(TokenSlots, HoldOneTokenAfterEachReplacement)
{
    MemoryVault vault;
    TokenSlots slots(vault, "w/hubspot/1");
    EXPECT_EQ(texts(slots.read()), Texts{});
    for (const char *token : {"one", "two", "three", "three", "a b c"}) {
        ASSERT_TRUE(slots.replace(base::Secret(token)).ok());
        EXPECT_EQ(texts(slots.read()), Texts{token});
    }
    ASSERT_TRUE(slots.clear().ok());
    EXPECT_EQ(texts(slots.read()), Texts{});
}

TEST(TokenSlots, AreFoundAgainWhateverStepTheProgramEndedAt)
{
    int crashes = 0;
    for (const bool afterwards : {false, true}) {
        for (int step = 0; step < 32; ++step) {
            StepVault vault;
            TokenSlots slots(vault, "w");
            ASSERT_TRUE(slots.replace(base::Secret("old")).ok());
            vault.crashAt(vault.steps() + step, afterwards);
            bool ended = false;
            try {
                ASSERT_TRUE(slots.replace(base::Secret("new")).ok());
            } catch (const Crash &) {
                ended = true;
                ++crashes;
            }
            vault.crashAt(-1, false);
            TokenSlots again(vault, "w");
            const Texts found = texts(again.read());
            ASSERT_FALSE(found.empty()) << step;
            if (!ended)
                EXPECT_EQ(found, Texts{"new"});
            else
                EXPECT_TRUE(found == Texts{"old"} || found == Texts{"new"} ||
                            found == (Texts{"new", "old"}))
                    << step;
            // The next rotation heals it.
            ASSERT_TRUE(again.replace(base::Secret("newer")).ok());
            EXPECT_EQ(texts(again.read()), Texts{"newer"});
        }
    }
    EXPECT_EQ(crashes, 2 * 5); // two reads, write, read back, remove
}

TEST(TokenSlots, KeepTheOldTokenWhenTheVaultFails)
{
    for (int step = 0; step < 4; ++step) {
        StepVault vault;
        TokenSlots slots(vault, "w");
        ASSERT_TRUE(slots.replace(base::Secret("old")).ok());
        vault.failFrom(vault.steps() + step);
        EXPECT_FALSE(slots.replace(base::Secret("new")).ok()) << step;
        vault.failFrom(-1);
        EXPECT_EQ(texts(slots.read()).back(), "old") << step;
    }
}

TEST(TokenSlots, TakeNothingThatTheyDidNotWrite)
{
    MemoryVault vault;
    const TokenSlots slots(vault, "w");
    for (const char *text : {"", "token", "0 token", "-1 token", "x token", "1 ", "1x token"}) {
        ASSERT_TRUE(vault.write("w/refresh-a", base::Secret(text)).ok());
        EXPECT_EQ(texts(slots.read()), Texts{}) << text;
    }
}

} // namespace
} // namespace topline::crm
