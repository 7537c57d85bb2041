#include "core/sync/delete_guard.h"

#include <gtest/gtest.h>

namespace topline::sync {
namespace {

TEST(DeleteGuard, BelievesUpToTwentyOfManyRecords)
{
    EXPECT_TRUE(isBelievable(19, 100'000));
    EXPECT_FALSE(isBelievable(20, 100'000));
}

TEST(DeleteGuard, BelievesUpToTwoPerHundredOfFewRecords)
{
    EXPECT_TRUE(isBelievable(1, 100));
    EXPECT_FALSE(isBelievable(2, 100));
}

TEST(DeleteGuard, OneRecordIsNeverAMass)
{
    EXPECT_TRUE(isBelievable(0, 1));
    EXPECT_FALSE(isBelievable(1, 1));
}

} // namespace
} // namespace topline::sync
