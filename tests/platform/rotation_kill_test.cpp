// A sign-in with rotating refresh tokens, killed (SIGKILL) at every step of its rotation, with a
// real keyring: afterwards it works, or a person is asked to sign in; never anything else.
#include "tests/platform/keyring_session.h"

#include <sstream>

namespace topline::platform {
namespace {

// Two reads to ask with; two reads, write, read back and remove to store: each before and after.
constexpr int steps = 14;
constexpr int rounds = 4;

std::vector<std::string> linesOf(const std::string &text)
{
    std::istringstream lines(text);
    std::vector<std::string> out;
    for (std::string line; std::getline(lines, line);)
        out.push_back(line);
    return out;
}

class RotationKillTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (!KeyringSession::isInstalled())
            GTEST_SKIP() << "gnome-keyring or dbus-daemon is not installed (./dev setup)";
    }

    // For each step: begin, renew and die there, renew again. What was printed, one line a step:
    // the status of the death, and the words of the second renewal.
    std::vector<std::string> killAll(const std::string &vendor)
    {
        const std::string loop =
            "for round in $(seq " + std::to_string(rounds) + "); do for step in $(seq 0 " +
            std::to_string(steps - 1) + "); do \"$0\" \"$HOME/vendor\" " + vendor +
            " begin; \"$0\" \"$HOME/vendor\" " + vendor +
            " renew $step 2>/dev/null; printf '%s ' $?; \"$0\" \"$HOME/vendor\" " + vendor +
            " renew; done; done";
        return linesOf(m_session.run("open", {"sh", "-c", loop, TOPLINE_ROTATION_PROGRAM}));
    }

private:
    KeyringSession m_session;
};

TEST_F(RotationKillTest, AForgivingVendorIsAlwaysStillSignedIn)
{
    const std::vector<std::string> lines = killAll("forgiving");
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(steps * rounds));
    for (const std::string &line : lines)
        EXPECT_EQ(line, "137 in 1");
}

// Between the vendor's answer and the end of the write the only good token is in the memory of the
// process that dies; before and after, the sign-in goes on.
TEST_F(RotationKillTest, AStrictVendorIsStillSignedInOrAskedAgain)
{
    const std::vector<std::string> lines = killAll("strict");
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(steps * rounds));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t step = i % steps;
        const bool isLost = step >= 4 && step < 9;
        EXPECT_EQ(lines[i], isLost ? "137 sign in 1" : "137 in 1") << "step " << step;
    }
}

} // namespace
} // namespace topline::platform
