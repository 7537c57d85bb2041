// A process that empties an outbox by three channels and tells the judge every step over a socket.
// Forked by channel_kill_test; it is ended at any moment. Some lives are wrong on purpose.
#pragma once

#include "tests/flow/channel_judge.h"
#include "tests/flow/world.h"

#include <string>

namespace topline::flow {

bool writeLine(int socket, const std::string &line);
std::string readLine(int socket); // empty at the end of the stream

// Where the marks of workspaces lie that tell copies apart.
std::string markFolderOf(const World &world);

// Opens the workspace, sends what is due, says "done" when nothing is left to do. Never returns.
[[noreturn]] void liveByChannels(World &world, int socket, Fault fault);

} // namespace topline::flow
