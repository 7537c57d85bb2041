// The terminal program run as a process and watched while it runs: what can be seen of it from the
// outside (arguments, environment, files, both outputs) is searched for a word again and again.
// For tests in this folder, one thread; what cannot be started is a failed expectation.
#pragma once

#include "tests/app/cli_process.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace topline::app {

struct Watch {
    std::string word;                               // what is searched for
    std::vector<std::string> folders;               // searched whole, while it runs and afterwards
    std::vector<std::string> extraEnvironment = {}; // "NAME=value"
};

struct WatchedRun {
    Ran ran;
    // "arguments", "environment", "output", "errors", or the path of a file.
    std::set<std::string> found;
    int looks = 0; // at the running process; the environment could be read in all of them
};

// `input` is its whole standard input. `onErrors` is called with all of standard error so far,
// whenever more has come: what a person would read there and act on.
WatchedRun runWatched(const std::vector<std::string> &words, const std::string &input,
                      const Watch &watch,
                      const std::function<void(const std::string &)> &onErrors = {});

// The paths of files below the folders that hold the word.
std::set<std::string> filesWith(const std::string &word, const std::vector<std::string> &folders);

} // namespace topline::app
