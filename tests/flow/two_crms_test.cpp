// HubSpot and Salesforce at once, with random edits on all three sides, merges, deletions and
// restores: all agree within three quiet rounds, no CRM gets back what it had before, every value
// that lost is on record, nobody is there twice, and writing ends.
#include "tests/flow/two_crms.h"
#include "tests/sync/seed_range.h"

namespace topline::flow {
namespace {

class TwoCrmsTest : public testing::TestWithParam<int> {
protected:
    static void runSeeds(const sync::SeedRange &seeds, int records)
    {
        seeds.print(records);
        TwoCrms::Tally all;
        for (auto seed = seeds.first; seed <= seeds.last && !HasFailure(); ++seed) {
            TwoCrms one(seed);
            one.run(records);
            all.writes += one.tally.writes;
            all.decided += one.tally.decided;
            all.conflicts += one.tally.conflicts;
            all.shared += one.tally.shared;
        }
        std::printf("[  JUDGED  ] %d writes (%d by decision), %d conflicts of the two, %d pairs\n",
                    all.writes, all.decided, all.conflicts, all.shared);
        EXPECT_GT(all.writes, 0);
        EXPECT_GT(all.decided, 0);
        EXPECT_GT(all.conflicts, 0);
        EXPECT_GT(all.shared, 0);
    }
};

constexpr int seedsPerShard = 20;

TEST_P(TwoCrmsTest, BothAgreeWithTheMirrorAndNothingIsLostSilently)
{
    const auto first = static_cast<std::uint64_t>(GetParam() * seedsPerShard + 1);
    runSeeds({first, first + seedsPerShard - 1}, 16);
}

INSTANTIATE_TEST_SUITE_P(Seeds, TwoCrmsTest, testing::Range(0, 6));

// One seed as a rule; many in the long run, or whichever failed.
TEST_F(TwoCrmsTest, ManyRecordsAgreeToo)
{
    runSeeds(sync::seedsAsked({1'001, 1'001}), sync::recordsAsked(150));
}

} // namespace
} // namespace topline::flow
