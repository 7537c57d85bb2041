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

TEST(CliDesk, TheChecklistOfAStageIsSetAndTakenBack)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new", "--demo"}).status, 0);
    const auto first = terminal.json({"deals", "--open", "--limit", "1"}).items().at(0).toObject();
    const std::string deal = first.value(QLatin1String("id")).toVariant().toString().toStdString();
    const Ran set = terminal.run({"plan", "list", deal, "Budget named", "Signer met"});
    EXPECT_EQ(set.status, 0) << set.err;
    EXPECT_NE(set.out.find("2. [ ] Signer met"), std::string::npos) << set.out;
    EXPECT_EQ(terminal.run({"plan", "list", deal}).status, 2);
    EXPECT_EQ(terminal.run({"plan", "list", deal, "--usual"}).out.find("Signer met"),
              std::string::npos);
}

TEST(CliDesk, AnActionIsGivenOnWithAReasonAndTakenBack)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new", "--demo"}).status, 0);
    const auto card = terminal.json({"feed", "--limit", "1"}).items().at(0).toObject();
    const std::string id = textAt(card, "id").toStdString();
    const auto reps = terminal.json({"reassign", id}).items();
    ASSERT_GT(reps.size(), 1);
    const std::string other = textAt(reps.at(0).toObject(), "name").toStdString();
    EXPECT_TRUE(reps.last().toObject().value(QLatin1String("hasIt")).toBool());
    EXPECT_EQ(terminal.run({"reassign", id, "--to", other, "--why", "bored"}).status, 2);
    EXPECT_EQ(terminal.run({"reassign", id, "--to", "Nobody"}).status, 1);
    const Ran given = terminal.run({"reassign", id, "--to", other, "--why", "away"});
    EXPECT_EQ(given.status, 0) << given.err;
    const auto holder = terminal.json({"reassign", id}).items().last().toObject();
    EXPECT_EQ(textAt(holder, "name").toStdString(), other);
    EXPECT_EQ(terminal.run({"undo"}).status, 0);
    EXPECT_NE(textAt(terminal.json({"reassign", id}).items().last().toObject(), "name"),
              QString::fromStdString(other));
}

TEST(CliDesk, ABatchIsReviewedAndACallIsLogged)
{
    Terminal terminal;
    ASSERT_EQ(terminal.run({"new", "--demo"}).status, 0);
    std::string call;
    std::vector<std::string> words{"review"};
    for (const auto &each : terminal.json({"feed", "--limit", "60"}).items()) {
        const auto card = each.toObject();
        const std::string id = textAt(card, "id").toStdString();
        // Which people of the demo company come first depends on the hour; some have no number.
        const auto mayDial = [&] {
            return terminal.json({"phone", id}).document().value(QLatin1String("mayDial")).toBool();
        };
        if (call.empty() && textAt(card, "kind") == QLatin1String("call") && mayDial())
            call = id;
        if (words.size() < 4)
            words.push_back(id);
    }
    const Ran review = terminal.json(words);
    EXPECT_EQ(review.status, 0) << review.err;
    EXPECT_EQ(review.items().size(), 3);
    ASSERT_FALSE(call.empty());
    EXPECT_EQ(terminal.run({"phone", call, "--result", "maybe"}).status, 2);
    const Ran logged = terminal.run(
        {"phone", call, "--result", "wrong_number", "--notes", "A bakery", "--minutes", "1"});
    EXPECT_EQ(logged.status, 0) << logged.err;
    const Ran audit = terminal.run({"audit", call});
    EXPECT_NE(audit.out.find("Done"), std::string::npos) << audit.out;
    EXPECT_FALSE(
        terminal.json({"phone", call}).document().value(QLatin1String("mayDial")).toBool());
    EXPECT_EQ(terminal.run({"undo"}).status, 0);
    EXPECT_TRUE(terminal.json({"phone", call}).document().value(QLatin1String("mayDial")).toBool());
}

} // namespace topline::app
