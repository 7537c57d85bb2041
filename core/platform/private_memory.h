// Keeps what is in memory out of core files: tokens live there. Called by both programs at start,
// on the main thread, before anything secret is read. Does its best; cannot fail.
#pragma once

namespace topline::platform {

// A crash of this process or of its children leaves no core file, and a crash reporter that takes
// one anyway gets no memory of ours with it (Linux: core(5), coredump_filter).
void keepMemoryOutOfCoreFiles();

} // namespace topline::platform
