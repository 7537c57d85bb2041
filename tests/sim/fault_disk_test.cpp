// The disk itself: what was synced stays, what was not may go.
#include "tests/sim/fault_disk.h"

#include <gtest/gtest.h>
#include <set>

namespace topline::sim {

namespace {

std::set<std::string> fatesOf(CrashModel model, bool syncs)
{
    std::set<std::string> out;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        base::Random random(seed);
        FaultDisk disk;
        disk.load("f", "a");
        const auto file = disk.find("f");
        file->write(disk.nextNumber(), 0, "b");
        file->write(disk.nextNumber(), 1, "c");
        if (syncs)
            disk.sync("f", *file);
        disk.powerOn(random, model);
        out.insert(disk.bytes("f"));
    }
    return out;
}

} // namespace

TEST(FaultDisk, KeepsWhatWasSynced)
{
    EXPECT_EQ(fatesOf(CrashModel::AnyOrder, true), std::set<std::string>{"bc"});
    EXPECT_EQ(fatesOf(CrashModel::InOrder, true), std::set<std::string>{"bc"});
}

TEST(FaultDisk, MayKeepAnyPartOfWhatWasNot)
{
    const std::string later{'a', 'c'};
    EXPECT_EQ(fatesOf(CrashModel::AnyOrder, false), (std::set<std::string>{"a", "b", "bc", later}));
    EXPECT_EQ(fatesOf(CrashModel::InOrder, false), (std::set<std::string>{"a", "b", "bc"}));
}

TEST(FaultDisk, MayForgetANewFileOrBringBackADeletedOne)
{
    std::set<bool> isNewThere;
    std::set<bool> isOldThere;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        base::Random random(seed);
        FaultDisk disk;
        disk.load("old", "a");
        disk.create("new");
        disk.remove("old", false);
        EXPECT_FALSE(disk.exists("old"));
        disk.powerOn(random, CrashModel::AnyOrder);
        isNewThere.insert(disk.exists("new"));
        isOldThere.insert(disk.exists("old"));
    }
    EXPECT_EQ(isNewThere.size(), 2u);
    EXPECT_EQ(isOldThere.size(), 2u);
}

TEST(FaultDisk, TearsALargeWriteAtSectors)
{
    int torn = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        base::Random random(seed);
        FaultDisk disk;
        disk.load("f", std::string(8'192, 'a'));
        disk.find("f")->write(disk.nextNumber(), 0, std::string(8'192, 'b'));
        disk.powerOn(random, CrashModel::AnyOrder);
        const std::string &bytes = disk.bytes("f");
        torn += bytes.find('a') != std::string::npos && bytes.find('b') != std::string::npos;
        for (std::size_t at = 0; at < bytes.size(); ++at)
            ASSERT_EQ(bytes[at], bytes[at / 512 * 512]) << seed;
    }
    EXPECT_GT(torn, 5);
}

} // namespace topline::sim
