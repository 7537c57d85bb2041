// Understands a command line against the command table. Called by main; pure. A line that cannot be
// understood gives an InvalidInput that says what is wrong with it: exit status 2.
#pragma once

#include "app/cli/command.h"

namespace topline::app {

struct ParsedLine {
    const CommandSpec *command = nullptr;
    Invocation invocation;
};

base::Result<ParsedLine> parseCommandLine(const std::vector<std::string> &words);

// True when the words ask for JSON, whatever else is wrong with them.
bool asksForJson(const std::vector<std::string> &words);

} // namespace topline::app
