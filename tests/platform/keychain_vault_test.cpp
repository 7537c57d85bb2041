// The keychain, a real one: secrets outlive the process and are found nowhere else on the disk.
// Where none answers, memory is used and says so; planted files are not believed.
#include "tests/platform/keyring_session.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace topline::platform {
namespace {

const std::string program = TOPLINE_KEYCHAIN_PROGRAM;

// Every file below the folder that holds the text.
std::vector<std::string> filesWith(const std::string &folder, const std::string &text)
{
    std::vector<std::string> found;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::ostringstream bytes;
        bytes << file.rdbuf();
        if (bytes.str().find(text) != std::string::npos)
            found.push_back(entry.path().string());
    }
    return found;
}

void writeFile(const std::string &path, const std::string &text)
{
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path) << text;
}

class KeychainVaultTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (!KeyringSession::isInstalled())
            GTEST_SKIP() << "gnome-keyring or dbus-daemon is not installed (./dev setup)";
    }

    std::string say(const std::string &mode, const std::string &lines)
    {
        return session.run(mode, {program}, lines);
    }

    KeyringSession session;
};

TEST_F(KeychainVaultTest, KeepsSecretsBetweenRuns)
{
    const std::string canary = "canary-4f1d";
    const std::string twice = "echo 'write w/hubspot/1/token " + canary + "' | \"$0\"; " +
                              "printf 'read w/hubspot/1/token\\nread w/hubspot/2/token\\n"
                              "remove w/hubspot/1/token\\nread w/hubspot/1/token\\n"
                              "remove w/hubspot/1/token\\n' | \"$0\"";
    EXPECT_EQ(session.run("open", {"sh", "-c", twice, program}),
              "ok\n= " + canary + "\nnone\nok\nnone\nok\n");
    EXPECT_EQ(filesWith(session.home(), canary), std::vector<std::string>{});
}

TEST_F(KeychainVaultTest, IsChosenWhenItAnswers)
{
    EXPECT_EQ(say("open", "choose\nread probe/x\n"), "lasting\nnone\n");
}

TEST_F(KeychainVaultTest, OverwritesAndTakesAnyBytes)
{
    EXPECT_EQ(say("open", "write k one\nwrite k two \\ \"\xC3\xBC'\nread k\n"),
              "ok\nok\n= two \\ \"\xC3\xBC'\n");
}

TEST_F(KeychainVaultTest, IsBlockingFromAnyThread)
{
    EXPECT_EQ(say("open", "race 8\nrace 8\n"), "ok\nok\n");
}

TEST_F(KeychainVaultTest, MemoryIsChosenWhereNothingAnswers)
{
    for (const char *mode : {"none", "locked"}) {
        const std::string out = say(mode, "choose\nwrite w/token canary-77aa\nread w/token\n");
        EXPECT_EQ(out.rfind("memory: The keychain did not answer", 0), 0U) << mode << out;
        EXPECT_NE(out.find("\nerror "), std::string::npos) << mode;
        EXPECT_EQ(out.find("canary"), std::string::npos) << mode;
        EXPECT_EQ(filesWith(session.home(), "canary-77aa"), std::vector<std::string>{}) << mode;
    }
}

TEST_F(KeychainVaultTest, PlantedFilesAreNotBelieved)
{
    const std::string planted = "[General]\nw\\token=planted\nw%5Ctoken=planted\n"
                                "[w]\ntoken\\data=planted\ntoken\\type=0\ntoken=planted\n";
    writeFile(session.home() + "/.config/topline.conf", planted);
    writeFile(session.home() + "/.config/Unknown Organization/topline.conf", planted);
    for (const char *desktop : {"GNOME", "KDE"}) {
        session.setDesktop(desktop);
        for (const char *mode : {"open", "locked", "none"})
            EXPECT_EQ(say(mode, "read w/token\n").find("planted"), std::string::npos)
                << mode << desktop;
    }
    EXPECT_EQ(filesWith(session.home(), "planted").size(), 2U);
}

} // namespace
} // namespace topline::platform
