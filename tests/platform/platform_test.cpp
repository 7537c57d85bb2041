// The machine underneath: ids that do not repeat, a clock that moves on, folders nobody else
// enters.
#include "core/platform/private_folder.h"
#include "core/platform/random_ids.h"
#include "core/platform/system_clock.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>

namespace topline::platform {

namespace {

using std::filesystem::perms;

TEST(RandomIds, AreVersionFourAndDoNotRepeat)
{
    RandomIdSource ids;
    std::set<base::Uuid> seen;
    for (int i = 0; i < 1'000; ++i) {
        const base::Uuid id = ids.next();
        EXPECT_EQ(id.bytes[6] >> 4, 4);
        EXPECT_EQ(id.bytes[8] >> 6, 2);
        EXPECT_TRUE(seen.insert(id).second);
    }
}

TEST(SystemClock, IsInThisCenturyAndNeverRunsBackInOneBreath)
{
    const SystemClock clock;
    const base::UtcMs first = clock.now();
    EXPECT_GT(first, 1'700'000'000'000);
    EXPECT_GE(clock.now(), first - base::secondMs);
}

TEST(PrivateFolder, IsMadeForItsOwnerOnly)
{
    const QTemporaryDir dir;
    const std::string path = dir.path().toStdString() + "/a/b/topline";
    ASSERT_TRUE(makePrivateFolder(path).ok());
    EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_all);
}

TEST(PrivateFolder, IsNarrowedWhenItWasTooOpen)
{
    const QTemporaryDir dir;
    const std::string path = dir.path().toStdString() + "/open";
    std::filesystem::create_directory(path);
    std::filesystem::permissions(path, perms::all);
    ASSERT_TRUE(makePrivateFolder(path).ok());
    EXPECT_EQ(std::filesystem::status(path).permissions(), perms::owner_all);
}

TEST(PrivateFolder, RefusesALinkAndAFile)
{
    const QTemporaryDir dir;
    const std::string root = dir.path().toStdString();
    std::filesystem::create_directory(root + "/real");
    std::filesystem::create_directory_symlink(root + "/real", root + "/link");
    std::ofstream(root + "/file") << "x";
    EXPECT_FALSE(makePrivateFolder(root + "/link").ok());
    const base::Status file = makePrivateFolder(root + "/file");
    ASSERT_FALSE(file.ok());
    EXPECT_NE(file.error().message.find("not a folder"), std::string::npos);
}

} // namespace

} // namespace topline::platform
