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

TEST(CliGuards, LimitsAreSetAllTogetherOrNotAtAll)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    const auto value = [&](const char *name) {
        for (const auto &item : terminal.json({"guards", "limits"}).items()) {
            const auto row = item.toObject();
            if (row.value(QLatin1String("name")).toString() == QLatin1String(name))
                return row.value(QLatin1String("value")).toString().toStdString();
        }
        return std::string();
    };
    EXPECT_EQ(value("mails_per_day"), "200");
    ASSERT_EQ(terminal
                  .run({"guards", "set", "mails_per_day=120", "reach_from=08:30",
                        "off_hours=itself", "needs_consent=yes"})
                  .status,
              0);
    EXPECT_EQ(value("mails_per_day"), "120");
    EXPECT_EQ(value("reach_from"), "08:30");
    EXPECT_EQ(value("off_hours"), "itself");
    EXPECT_EQ(value("needs_consent"), "yes");
    EXPECT_EQ(terminal.run({"guards", "set", "mails_per_day=10", "reach_to=25:00"}).status, 2);
    EXPECT_EQ(terminal.run({"guards", "set", "mails_per_day=10", "no_such=1"}).status, 2);
    const Ran early = terminal.run({"guards", "set", "mails_per_day=10", "reach_to=07:00"});
    EXPECT_EQ(early.status, 1);
    EXPECT_EQ(value("mails_per_day"), "120");
    EXPECT_EQ(terminal.run({"guards", "hours", "--week", "08:00-18:00"}).status, 1);
    ASSERT_EQ(terminal
                  .run({"guards", "hours", "--zone", "Europe/Berlin", "--holidays", "DE", "--week",
                        "09:00-17:00,09:00-17:00,09:00-17:00,09:00-17:00,09:00-14:00,off,off",
                        "--off", "2026-12-24"})
                  .status,
              0);
    const Ran hours = terminal.run({"guards", "hours"});
    EXPECT_NE(hours.out.find("friday 09:00-14:00, off 2026-12-24"), std::string::npos) << hours.out;
    EXPECT_EQ(terminal.run({"guards", "hours", "Nobody Here"}).status, 1);
    EXPECT_EQ(terminal.run({"guards", "seat", "Nobody Here", "--weight", "2"}).status, 1);
    EXPECT_EQ(terminal.run({"guards", "speed"}).status, 0);
}

TEST(CliGuards, ConsentsAndWholeDomainsAreNoted)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new"}).status, 0);
    EXPECT_EQ(terminal.run({"consent", "give", "dana@example.com"}).status, 1); // no source
    ASSERT_EQ(terminal.run({"consent", "give", "dana@example.com", "--source", "web form"}).status,
              0);
    ASSERT_EQ(
        terminal.run({"consent", "withdraw", "dana@example.com", "--source", "by mail"}).status, 0);
    const auto consents = terminal.json({"consent", "list"}).items();
    ASSERT_EQ(consents.size(), 1);
    EXPECT_EQ(consents.at(0).toObject().value(QLatin1String("state")).toString(),
              QLatin1String("withdrawn"));
    EXPECT_EQ(terminal.run({"suppress", "add", "@gmail.com"}).status, 1);
    ASSERT_EQ(terminal.run({"suppress", "add", "@example.org", "--note", "asked"}).status, 0);
    EXPECT_EQ(terminal.json({"suppress", "list"}).items().size(), 2);
}

} // namespace topline::app
