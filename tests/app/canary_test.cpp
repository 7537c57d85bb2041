// Secrets of a whole life of connections, with a real keyring, a real HTTP client and without a
// keyring: nowhere on the disk, in what is printed, in the log of requests, in the arguments.
#include "tests/platform/keyring_session.h"

#include <algorithm>
#include <sstream>

namespace topline::app {
namespace {

using platform::KeyringSession;

std::vector<std::string> linesWith(const std::string &text, const std::string &start)
{
    std::istringstream lines(text);
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(start, 0) == 0)
            out.push_back(line);
    }
    return out;
}

class CanaryTest : public testing::TestWithParam<const char *> {};

INSTANTIATE_TEST_SUITE_P(Desktops, CanaryTest, testing::Values("open", "locked", "none"));

TEST_P(CanaryTest, NoSecretIsFoundAnywhere)
{
    if (!KeyringSession::isInstalled())
        GTEST_SKIP() << "gnome-keyring or dbus-daemon is not installed (./dev setup)";
    KeyringSession session;
    const std::string folder = session.home() + "/Workspace";
    const std::string out = session.run(GetParam(), {TOPLINE_SECRET_SEARCH_PROGRAM, folder});
    const bool isOpen = std::string(GetParam()) == "open";
    EXPECT_EQ(out.rfind(isOpen ? "lasting\n" : "memory\n", 0), 0U) << out;
    EXPECT_EQ(linesWith(out, "look ").size(), 7U) << out;
    EXPECT_EQ(linesWith(out, "sign in "),
              (std::vector<std::string>{"sign in hubspot: ok", "sign in hubspot: ok",
                                        "sign in salesforce: ok"}));
    EXPECT_EQ(linesWith(out, "renew hubspot: ok").size(), 1U) << out;
    EXPECT_EQ(linesWith(out, "renew salesforce: ok").size(), 1U) << out;
    EXPECT_EQ(linesWith(out, "forget: ok").size(), 2U) << out;
    EXPECT_GT(linesWith(out, "hubspot POST 127.0.0.1").size(), 3U) << out;
    // The one that was planted to see whether looking finds anything.
    EXPECT_EQ(linesWith(out, "found: "), std::vector<std::string>{"found: " + folder + "/control"});
    EXPECT_EQ(out.find("canary-"), std::string::npos) << out;
    EXPECT_EQ(session.errors().find("canary-"), std::string::npos) << session.errors();
}

} // namespace
} // namespace topline::app
