// Connections, edits and conflicts in the terminal, as far as they go without a network: the demo
// company takes edits, and what is not connected says so.
#include "tests/app/cli_process.h"

#include <gtest/gtest.h>

namespace topline::app {

namespace {

class CliSync : public testing::Test {
protected:
    void SetUp() override
    {
        m_terminal.setAsOf("2025-11-18T11:14:00Z");
        const Ran made = m_terminal.run({"new", "--demo"});
        ASSERT_EQ(made.status, 0) << made.err;
    }

    QJsonObject firstOpenDeal()
    {
        return m_terminal.json({"deals", "--open", "--limit", "1"}).items().first().toObject();
    }

    Terminal m_terminal;
};

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

} // namespace

TEST_F(CliSync, AnEditLeavesWithRunAndComesBack)
{
    const std::string id = textOf(firstOpenDeal(), "remoteId");
    const Ran edited = m_terminal.json({"edit", "deal", id, "nextStep=Call the CFO"});
    ASSERT_EQ(edited.status, 0) << edited.err;
    EXPECT_EQ(textOf(edited.items().first().toObject(), "state"), "approved");
    EXPECT_NE(textOf(firstOpenDeal(), "nextStep"), "Call the CFO"); // not before the CRM has it
    ASSERT_EQ(m_terminal.run({"run"}).status, 0);
    EXPECT_EQ(textOf(firstOpenDeal(), "nextStep"), "Call the CFO");
    // The same again is nothing to do.
    EXPECT_EQ(m_terminal.run({"edit", "deal", id, "nextStep=Call the CFO"}).status, 1);
}

TEST_F(CliSync, AnEditIsTakenBackBeforeItLeaves)
{
    const std::string id = textOf(firstOpenDeal(), "remoteId");
    const std::string before = textOf(firstOpenDeal(), "nextStep");
    ASSERT_EQ(m_terminal.run({"edit", "deal", id, "nextStep=Never mind"}).status, 0);
    ASSERT_EQ(m_terminal.run({"undo"}).status, 0);
    ASSERT_EQ(m_terminal.run({"run"}).status, 0);
    EXPECT_EQ(textOf(firstOpenDeal(), "nextStep"), before);
}

TEST_F(CliSync, ACrmIsNotConnectedBesideTheDemoCompany)
{
    const Ran refused = m_terminal.run({"connect", "hubspot", "--client-id", "app"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.err.find("must not mix"), std::string::npos) << refused.err;
}

TEST_F(CliSync, WhatCannotBeEditedIsSaid)
{
    const std::string id = textOf(firstOpenDeal(), "remoteId");
    EXPECT_EQ(m_terminal.run({"edit", "deal", id, "nextStep"}).status, 2);
    EXPECT_EQ(m_terminal.run({"edit", "stage", id, "name=x"}).status, 2);
    const Ran field = m_terminal.run({"edit", "deal", id, "colour=red"});
    EXPECT_EQ(field.status, 1);
    EXPECT_NE(field.err.find("colour"), std::string::npos);
    EXPECT_EQ(m_terminal.run({"edit", "deal", id, "amount=a lot"}).status, 1);
    EXPECT_EQ(m_terminal.run({"edit", "deal", "no-such-deal", "nextStep=x"}).status, 1);
}

TEST_F(CliSync, ListsAreThereBeforeAnythingIsConnected)
{
    const Ran connections = m_terminal.json({"connections"});
    ASSERT_EQ(connections.status, 0) << connections.err;
    ASSERT_EQ(connections.items().size(), 1);
    EXPECT_EQ(textOf(connections.items().first().toObject(), "id"), "demo");
    EXPECT_EQ(m_terminal.json({"conflicts"}).items().size(), 0);
    EXPECT_EQ(m_terminal.json({"requests"}).items().size(), 0);
    const std::string id = textOf(firstOpenDeal(), "remoteId");
    const Ran missing = m_terminal.json({"missing", id});
    ASSERT_EQ(missing.items().size(), 1);
    EXPECT_EQ(textOf(missing.items().first().toObject(), "code"), "here");
}

TEST_F(CliSync, WhatIsNotConnectedOrNotThereIsRefused)
{
    EXPECT_EQ(m_terminal.run({"sync", "hubspot"}).status, 1);
    EXPECT_EQ(m_terminal.run({"disconnect", "hubspot"}).status, 1);
    EXPECT_EQ(m_terminal.run({"deletes", "hubspot", "accept"}).status, 1);
    EXPECT_EQ(m_terminal.run({"deletes", "hubspot", "maybe"}).status, 2);
    EXPECT_EQ(m_terminal.run({"resolve", "1234", "ours"}).status, 1);
    EXPECT_EQ(m_terminal.run({"resolve", "1234", "both"}).status, 2);
    EXPECT_EQ(m_terminal.run({"connect", "pipedream", "--token-stdin"}).status, 2);
    EXPECT_EQ(m_terminal.run({"connect", "hubspot"}).status, 2);
}

TEST_F(CliSync, ATokenIsReadFromStandardInputAlone)
{
    EXPECT_EQ(m_terminal.run({"connect", "hubspot", "--token", "secret"}).status, 2);
    const Ran none = m_terminal.run({"connect", "hubspot", "--token-stdin"});
    EXPECT_EQ(none.status, 1);
    EXPECT_NE(none.err.find("standard input"), std::string::npos) << none.err;
}

} // namespace topline::app
