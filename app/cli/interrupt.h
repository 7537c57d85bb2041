// Ctrl+C as a request to stop: long commands look at it between steps, so that what is done is
// whole and kept. Installed by main, asked by imports and syncs on the main thread; cannot fail.
#pragma once

namespace topline::app {

// From now on the first Ctrl+C asks to stop; a second one ends the program at once.
void watchForInterrupt();
bool isInterrupted();

} // namespace topline::app
