#include "core/base/hash.h"
#include "core/base/uuid.h"

#include <gtest/gtest.h>

using namespace topline::base;

TEST(Uuid, NamedIdIsTheSameForTheSameCause)
{
    EXPECT_EQ(Uuid::named("signal", "a"), Uuid::named("signal", "a"));
    EXPECT_NE(Uuid::named("signal", "a"), Uuid::named("action", "a"));
}

TEST(Uuid, TextAndBack)
{
    const Uuid id = Uuid::named("signal", "a");
    EXPECT_EQ(Uuid::parse(id.text()), id);
    EXPECT_EQ(id.text()[14], '8');
    EXPECT_FALSE(Uuid::parse("not-a-uuid"));
    EXPECT_FALSE(Uuid::parse("zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz"));
}

TEST(Hash, MatchesThePublishedVectorOfAbc)
{
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
