// Mutual plans through the terminal, and putting cards aside until the buyer answers.
#include "tests/app/cli_process.h"

#include <gtest/gtest.h>

namespace topline::app {

namespace {

QString textAt(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

} // namespace

TEST(CliPlan, TasksAndChecksAreSetShownAndTakenBack)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new", "--demo"}).status, 0);
    const Ran deals = terminal.json({"deals", "--open", "--limit", "1"});
    ASSERT_EQ(deals.status, 0) << deals.err;
    const auto first = deals.items().at(0).toObject().value(QLatin1String("id"));
    const std::string deal = first.toVariant().toString().toStdString();

    ASSERT_EQ(
        terminal
            .run({"plan", "add", deal, "Name the signer", "--side", "them", "--due", "2020-01-01"})
            .status,
        0);
    Ran shown = terminal.json({"plan", "show", deal});
    ASSERT_EQ(shown.items().size(), 1);
    EXPECT_EQ(textAt(shown.items().at(0).toObject(), "side"), QLatin1String("them"));
    EXPECT_NE(terminal.run({"plan", "show", deal}).out.find("(late)"), std::string::npos);
    ASSERT_EQ(terminal.run({"plan", "set", deal, "1", "done"}).status, 0);
    EXPECT_EQ(textAt(terminal.json({"plan", "show", deal}).items().at(0).toObject(), "state"),
              QLatin1String("done"));
    const auto checks = shown.document().value(QLatin1String("checks")).toArray();
    ASSERT_EQ(checks.size(), 3);
    EXPECT_NE(terminal.run({"plan", "check", deal, "2"}).out.find("2. [x]"), std::string::npos);
    EXPECT_EQ(terminal.run({"undo"}).status, 0);
    EXPECT_EQ(terminal.run({"plan", "show", deal}).out.find("2. [x]"), std::string::npos);

    EXPECT_EQ(terminal.run({"plan", "check", deal, "9"}).status, 1);
    EXPECT_EQ(terminal.run({"plan", "set", deal, "1", "maybe"}).status, 2);
    EXPECT_EQ(terminal.run({"plan", "add", deal, "x", "--side", "everybody"}).status, 2);
    EXPECT_EQ(terminal.run({"plan", "show", "999999"}).status, 1);
}

TEST(CliPlan, ACardIsPutAsideUntilAReplyOrLinkedAsADuplicate)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new", "--demo"}).status, 0);
    const auto cards = terminal.json({"feed", "--limit", "2"}).items();
    ASSERT_EQ(cards.size(), 2);
    const std::string a = textAt(cards.at(0).toObject(), "id").toStdString();
    const std::string b = textAt(cards.at(1).toObject(), "id").toStdString();
    const Ran snoozed = terminal.run({"snooze", a, "--until-reply"});
    EXPECT_EQ(snoozed.status, 0) << snoozed.err;
    EXPECT_NE(snoozed.out.find("until a reply"), std::string::npos);
    EXPECT_EQ(terminal.run({"dismiss", b, "--of", a}).status, 0);
    EXPECT_EQ(terminal.run({"dismiss", b, "--of", "zz"}).status, 1);
    EXPECT_EQ(terminal.run({"dismiss", b, "--of", a, "--reason", "bad_timing"}).status, 2);
}

} // namespace topline::app
