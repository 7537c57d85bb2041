// The do-not-contact list and the guardrails from the terminal.
#include "tests/app/cli_process.h"

#include <gtest/gtest.h>

namespace topline::app {

TEST(CliGuards, AnAddressIsPutOnTheListAndReleasedWithAReason)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    EXPECT_NE(terminal.run({"suppress", "list"}).out.find("Nobody"), std::string::npos);
    EXPECT_EQ(terminal.run({"suppress", "add", "no address"}).status, 1);
    ASSERT_EQ(
        terminal.run({"suppress", "add", "Dana@Example.com", "--note", "on the phone"}).status, 0);
    const auto listed = terminal.json({"suppress", "list"}).items();
    ASSERT_EQ(listed.size(), 1);
    const auto row = listed.at(0).toObject();
    EXPECT_EQ(row.value(QLatin1String("scope")).toString(), QLatin1String("mail"));
    EXPECT_EQ(row.value(QLatin1String("note")).toString(), QLatin1String("on the phone"));
    const std::string id = row.value(QLatin1String("id")).toString().toStdString();
    EXPECT_EQ(terminal.run({"suppress", "release", id}).status, 1); // without a reason
    EXPECT_EQ(terminal.run({"suppress", "release", "zz", "--why", "asked"}).status, 1);
    EXPECT_EQ(terminal.run({"suppress", "release", id.substr(0, 8), "--why", "asked"}).status, 0);
    EXPECT_EQ(terminal.run({"suppress", "release", id, "--why", "asked"}).status, 1); // once
}

TEST(CliGuards, LimitsAndSpeedAreShown)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const Ran ran = terminal.run({"guards"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out.find("Mails today: 0 of 200"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("Speed to lead"), std::string::npos);
    EXPECT_EQ(terminal.run({"guards", "promote", "no-such-play"}).status, 1);
    EXPECT_EQ(terminal.run({"guards", "resume", "pigeon"}).status, 2);
    EXPECT_EQ(terminal.run({"guards", "resume", "mail"}).status, 0);
    EXPECT_EQ(terminal.run({"guards", "count-anew"}).status, 0);
}

} // namespace topline::app
