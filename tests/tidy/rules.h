// The rules that hold the tree together, each a pure function from the files to its breaches. The
// tree test runs all of them on this repository, the planted test proves that each one catches
// something. None touches the disk or fails; a breach is a finding, never an error.
#pragma once

#include "tests/tidy/source_file.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::tidy {

struct Breach {
    std::string path;
    int line = 0; // 0 where the file as a whole is meant
    std::string what;
};

using Breaches = std::vector<Breach>;

struct Rule {
    std::string_view name; // CamelCase; the test's name
    Breaches (*check)(const Tree &tree);
};

const std::vector<Rule> &allRules();

// Borders between modules (border_rules.cpp).
Breaches includesFollowTheTable(const Tree &tree);
Breaches roomsFollowTheTable(const Tree &tree);
Breaches foreignHeadersStayInPlace(const Tree &tree);
Breaches noModuleHeaders(const Tree &tree);
Breaches dependsAgreeWithTheTable(const Tree &tree);

// What may be said where (word_rules.cpp).
Breaches sqlStaysInTheStore(const Tree &tree);
Breaches noQtObjectsInCore(const Tree &tree);
Breaches oneWallClock(const Tree &tree);
Breaches noSingletons(const Tree &tree);
Breaches coloursComeFromTokens(const Tree &tree);
Breaches threadsAndNetworkStayInPlace(const Tree &tree);
Breaches networkIsSafe(const Tree &tree);
Breaches noQtTestMacros(const Tree &tree);
Breaches testsDoNotSleep(const Tree &tree);
Breaches nothingLeftForLater(const Tree &tree);
Breaches nothingPointsOutside(const Tree &tree);

// Sizes and documents (shape_rules.cpp).
Breaches filesStayShort(const Tree &tree);
Breaches functionsStayShort(const Tree &tree);
Breaches headersOpenWithAComment(const Tree &tree);
Breaches foldersHaveAReadme(const Tree &tree);
Breaches oneTitlePerDocument(const Tree &tree);

} // namespace topline::tidy
