// The commands about plays, limits, drafts and what else decides of acting: a part of the command
// table, in the order of the help. Used by command_table; cannot fail.
#pragma once

#include "app/cli/commands.h"

#include <span>

namespace topline::app {

std::span<const CommandSpec> actingCommands();

} // namespace topline::app
