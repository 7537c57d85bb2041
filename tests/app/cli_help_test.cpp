// Help, man page and command table say the same; a command line that is not understood says why.
#include "tests/app/cli_process.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>

namespace topline::app {

namespace {

std::set<std::string> commandsInHelp()
{
    std::set<std::string> out;
    const Ran ran = Terminal::bare({"--json", "help"});
    EXPECT_EQ(ran.status, 0);
    for (const auto &item : ran.items())
        out.insert(item.toObject().value(QLatin1String("id")).toString().toStdString());
    return out;
}

// ".BR new " [" \-\-demo …" and ".B import crm": the first words after each .TP of a command.
std::set<std::string> commandsInManPage()
{
    const std::string page =
        Terminal::read(std::string(TOPLINE_SOURCE_DIR) + "/packaging/topline-cli.1");
    const auto from = page.find(".SH COMMANDS");
    const auto to = page.find(".SH EXIT STATUS");
    EXPECT_NE(from, std::string::npos);
    std::set<std::string> out;
    const std::string commands = page.substr(from, to - from);
    static const std::regex name(R"(\.TP\n\.B(?:R|I)? "?([a-z]+(?: [a-z]+(?:-[a-z]+)*)?))");
    for (std::sregex_iterator at(commands.begin(), commands.end(), name), end; at != end; ++at)
        out.insert((*at)[1].str());
    return out;
}

} // namespace

TEST(CliHelp, TheManPageNamesTheSameCommands)
{
    const auto help = commandsInHelp();
    EXPECT_GE(help.size(), 25U);
    EXPECT_EQ(help, commandsInManPage());
}

TEST(CliHelp, TheTextNamesEveryCommandAndNeedsNoWorkspace)
{
    const Ran ran = Terminal::bare({"help"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(ran.err.empty());
    for (const auto &command : commandsInHelp())
        EXPECT_NE(ran.out.find("  " + command), std::string::npos) << command;
}

TEST(CliHelp, EveryCommandHasItsOwnHelp)
{
    for (const auto &command : commandsInHelp()) {
        std::vector<std::string> words{"help"};
        const auto space = command.find(' ');
        words.push_back(command.substr(0, space));
        if (space != std::string::npos)
            words.push_back(command.substr(space + 1));
        const Ran ran = Terminal::bare(words);
        EXPECT_EQ(ran.status, 0) << command;
        EXPECT_NE(ran.out.find(command), std::string::npos);
    }
    EXPECT_NE(Terminal::bare({"feed", "--help"}).out.find("--lane"), std::string::npos);
}

TEST(CliHelp, WhatIsNotUnderstoodIsSaidWithStatus2)
{
    const Terminal terminal;
    const std::pair<std::vector<std::string>, const char *> wrong[] = {
        {{"frobnicate"}, "no command \"frobnicate\""},
        {{"import", "everything"}, "no command \"import everything\""},
        {{"feed", "--colour"}, "--colour is not known"},
        {{"feed", "--seed", "3"}, "no option --seed"},
        {{"feed", "surplus"}, "Usage"},
        {{"show"}, "Usage"},
        {{"new", "--demo", "--seed"}, "--seed needs a value"},
        {{"new", "--demo", "--seed", "many"}, "whole number"},
        {{"new", "--seed", "3"}, "needs --demo"},
        {{"feed", "--lane", "fast"}, "no lane"},
        {{"demo", "advance", "--days", "0"}, "from 1 to"},
        {{"snooze", "abc", "--until", "soonish"}, "--until"},
        {{"feed", "--as-of", "yesterday"}, "--as-of"},
        {{"feed", "--json=yes"}, "takes no value"},
        {{"feed", "--limit", "1", "--limit", "2"}, "twice"},
    };
    for (const auto &[words, says] : wrong) {
        const Ran ran = terminal.run(words);
        EXPECT_EQ(ran.status, 2) << words.front() << ran.err;
        EXPECT_TRUE(ran.out.empty());
        EXPECT_NE(ran.err.find(says), std::string::npos) << ran.err;
    }
    EXPECT_EQ(Terminal::bare({"feed"}).status, 2);
    EXPECT_EQ(Terminal::bare({}).status, 2);
    EXPECT_EQ(Terminal::bare({"--json", "nonsense"}).document().contains(QLatin1String("error")),
              true);
}

} // namespace topline::app
