// The journal of the demo CRM: what it acknowledged is there after a crash, and nothing else.
#include "core/crm/demo_journal.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace topline::crm {

namespace {

class FileDemoJournalTest : public testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = testing::TempDir() + "democrmXXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        m_path = FileDemoJournal::pathFor(m_folder + "/demo.topline");
    }

    void TearDown() override
    {
        ::chmod(m_folder.c_str(), 0700);
        ::unlink(m_path.c_str());
        ::rmdir(m_folder.c_str());
    }

    std::string m_folder;
    std::string m_path;
};

} // namespace

TEST_F(FileDemoJournalTest, ReadsBackWhatWasAppended)
{
    FileDemoJournal journal(m_path);
    EXPECT_TRUE(journal.readAll()->empty());
    ASSERT_TRUE(journal.append("one"));
    ASSERT_TRUE(journal.append("two"));
    const FileDemoJournal other(m_path);
    EXPECT_EQ(*other.readAll(), (std::vector<std::string>{"one", "two"}));
}

TEST_F(FileDemoJournalTest, IsForItsOwnerAlone)
{
    FileDemoJournal journal(m_path);
    ASSERT_TRUE(journal.append("one"));

    struct stat info {};

    ASSERT_EQ(::stat(m_path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(FileDemoJournalTest, ATornLastLineWasNeverWritten)
{
    {
        std::ofstream out(m_path);
        out << "one\ntwo\nthr";
    }
    FileDemoJournal journal(m_path);
    EXPECT_EQ(journal.readAll()->size(), 2U);
    ASSERT_TRUE(journal.append("three"));
    EXPECT_EQ(*journal.readAll(), (std::vector<std::string>{"one", "two", "three"}));
}

TEST_F(FileDemoJournalTest, AFolderThatIsGoneIsAnError)
{
    FileDemoJournal journal(m_folder + "/nowhere/x.democrm");
    const auto failed = journal.append("one");
    ASSERT_FALSE(failed.ok());
    EXPECT_NE(failed.error().message.find("nowhere"), std::string::npos);
}

TEST_F(FileDemoJournalTest, WhatIsNotAFileIsRefused)
{
    FileDemoJournal journal("/dev/null");
    EXPECT_FALSE(journal.append("one").ok());
}

TEST_F(FileDemoJournalTest, AFullDiskIsNamedAndKeepsWhatWasConfirmed)
{
    FileDemoJournal journal(m_path);
    ASSERT_TRUE(journal.append("one"));

    // A limit on the size of files stands in for a full disk: the write stops half-way.
    struct rlimit before {};

    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit small = before;
    small.rlim_cur = 10;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto failed = journal.append("a line that is longer than ten bytes");
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, base::ErrorCode::DiskFull);
    EXPECT_EQ(*journal.readAll(), std::vector<std::string>{"one"});
    ASSERT_TRUE(journal.append("two"));
    EXPECT_EQ(*journal.readAll(), (std::vector<std::string>{"one", "two"}));
}

} // namespace topline::crm
