#include "core/base/file_source.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

using namespace topline::base;

namespace {

class FileSource : public testing::Test {
protected:
    FileSource()
    {
        std::string pattern = testing::TempDir() + "topline-file-XXXXXX";
        m_folder = mkdtemp(pattern.data());
    }

    ~FileSource() override { std::filesystem::remove_all(m_folder); }

    std::string write(const std::string &name, const std::string &text)
    {
        const std::string path = m_folder + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    std::string m_folder;
};

} // namespace

TEST_F(FileSource, ReadsInPiecesAndEndsWithZero)
{
    auto source = openFile(write("a.csv", "hello"));
    ASSERT_TRUE(source.ok());
    EXPECT_EQ((*source)->size(), 5);
    char bytes[4];
    EXPECT_EQ(*(*source)->read(bytes, 4), 4U);
    EXPECT_EQ(*(*source)->read(bytes, 4), 1U);
    EXPECT_EQ(*(*source)->read(bytes, 4), 0U);
}

TEST_F(FileSource, NamesTheFileThatIsNotThere)
{
    const auto source = openFile(m_folder + "/none.csv");
    ASSERT_FALSE(source.ok());
    EXPECT_EQ(source.error().code, ErrorCode::NotFound);
    EXPECT_NE(source.error().message.find("none.csv"), std::string::npos);
    EXPECT_EQ(openFile(write("b", "") + "/below").error().code, ErrorCode::NotFound);
}

TEST_F(FileSource, RefusesFoldersDevicesAndWhatIsTooLarge)
{
    EXPECT_NE(openFile(m_folder).error().message.find("is a folder"), std::string::npos);
    EXPECT_NE(openFile("/dev/null").error().message.find("regular"), std::string::npos);
    const auto large = openFile(write("c", "12345"), 4);
    EXPECT_EQ(large.error().code, ErrorCode::InvalidInput);
    EXPECT_NE(large.error().message.find("at most 4"), std::string::npos);
}

TEST_F(FileSource, SaysWhenPermissionIsMissing)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may read everything";
    const std::string path = write("d", "x");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    EXPECT_EQ(openFile(path).error().code, ErrorCode::PermissionDenied);
}
