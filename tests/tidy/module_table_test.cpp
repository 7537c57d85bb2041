#include "tests/tidy/module_table.h"
#include "tests/tidy/source_file.h"

#include <gtest/gtest.h>
#include <set>

using namespace topline::tidy;

// Siblings never see each other: whatever a module may include lies in a lower layer.
TEST(ModuleTable, IncludesOnlyPointDown)
{
    for (const Module &module : moduleTable()) {
        for (std::string_view target : module.mayInclude) {
            const Module *lower = moduleOf(target);
            if (!lower)
                continue; // a whole tree, such as "core" for the programs
            EXPECT_LT(lower->layer, module.layer) << module.folder << " -> " << target;
        }
    }
}

TEST(ModuleTable, TheLongestFolderOwnsAFile)
{
    EXPECT_EQ(moduleOf("ui/text/reason_text.h")->folder, "ui/text");
    EXPECT_EQ(moduleOf("ui/textual/a.h")->folder, "ui");
    EXPECT_EQ(moduleOf("core/feed/rank.h")->folder, "core/feed");
    EXPECT_EQ(moduleOf("tests/tidy/rules.h"), nullptr);
}

TEST(EngineRooms, NameOnlyRoomsThatCameBefore)
{
    std::set<std::string_view> before;
    for (const Room &room : engineRooms()) {
        for (std::string_view target : room.mayInclude)
            EXPECT_TRUE(before.count(target)) << room.folder << " -> " << target;
        before.insert(room.folder);
    }
}
