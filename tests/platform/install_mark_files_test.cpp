// Marks of workspaces in the state folder: they come back as they were, damage shows, and of two
// programs only the owner goes on.
#include "core/platform/install_mark_files.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>

namespace topline::platform {

namespace {

class InstallMarkFilesTest : public testing::Test {
protected:
    std::string folder() const { return m_dir.path().toStdString() + "/state/installs"; }

    std::string file() const { return folder() + "/" + m_workspace.text() + ".mark"; }

    store::InstallMark mark(std::int64_t epoch) const
    {
        return {base::Uuid::named("install", "a"),
                m_marks.placeOf(m_dir.path().toStdString()),
                epoch,
                3,
                17,
                std::string(64, 'f')};
    }

    QTemporaryDir m_dir;
    base::Uuid m_workspace = base::Uuid::named("workspace", "w");
    InstallMarkFiles m_marks{folder()};
};

} // namespace

TEST_F(InstallMarkFilesTest, GivesBackWhatWasWrittenAndNothingBefore)
{
    EXPECT_FALSE(m_marks.read(m_workspace)->has_value());
    ASSERT_TRUE(m_marks.write(m_workspace, mark(4)).ok());
    EXPECT_EQ(m_marks.read(m_workspace)->value(), mark(4));

    struct stat info {};

    ASSERT_EQ(::stat(file().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
}

TEST_F(InstallMarkFilesTest, KeepsAPathWithBlanksAndTellsFilesApart)
{
    std::ofstream(m_dir.filePath(QStringLiteral("a b")).toStdString()) << "x";
    std::ofstream(m_dir.filePath(QStringLiteral("c")).toStdString()) << "x";
    auto first = mark(1);
    first.place = m_marks.placeOf(m_dir.filePath(QStringLiteral("a b")).toStdString());
    ASSERT_TRUE(m_marks.write(m_workspace, first).ok());
    EXPECT_EQ(m_marks.read(m_workspace)->value(), first);
    EXPECT_EQ(first.place.machine.size(), 64u);
    EXPECT_NE(first.place.fileId,
              m_marks.placeOf(m_dir.filePath(QStringLiteral("c")).toStdString()).fileId);
}

TEST_F(InstallMarkFilesTest, ADamagedMarkIsAnErrorAndNotAnAbsence)
{
    ASSERT_TRUE(m_marks.write(m_workspace, mark(4)).ok());
    std::ofstream(file(), std::ios::app) << "x";
    EXPECT_FALSE(m_marks.read(m_workspace).ok());
    std::filesystem::resize_file(file(), 20);
    EXPECT_FALSE(m_marks.read(m_workspace).ok());
}

TEST_F(InstallMarkFilesTest, OnlyTheOwnerAdvances)
{
    ASSERT_TRUE(m_marks.advance(m_workspace, mark(4)).ok());
    ASSERT_TRUE(m_marks.advance(m_workspace, mark(5)).ok());
    const auto older = m_marks.advance(m_workspace, mark(4));
    ASSERT_FALSE(older.ok());
    EXPECT_EQ(older.error().code, base::ErrorCode::Conflict);
    auto another = mark(9);
    another.install = base::Uuid::named("install", "b");
    EXPECT_FALSE(m_marks.advance(m_workspace, another).ok());
    EXPECT_EQ(m_marks.read(m_workspace)->value(), mark(5));
    EXPECT_TRUE(m_marks.write(m_workspace, another).ok()) << "a person said so";
}

TEST_F(InstallMarkFilesTest, SaysWhenItCannotWrite)
{
    std::ofstream(m_dir.filePath(QStringLiteral("state")).toStdString()) << "in the way";
    EXPECT_FALSE(m_marks.write(m_workspace, mark(1)).ok());
}

} // namespace topline::platform
