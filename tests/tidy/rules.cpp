#include "tests/tidy/rules.h"

namespace topline::tidy {

const std::vector<Rule> &allRules()
{
    static const std::vector<Rule> rules = {
        {"IncludesFollowTheTable", includesFollowTheTable},
        {"RoomsFollowTheTable", roomsFollowTheTable},
        {"ForeignHeadersStayInPlace", foreignHeadersStayInPlace},
        {"NoModuleHeaders", noModuleHeaders},
        {"DependsAgreeWithTheTable", dependsAgreeWithTheTable},
        {"SqlStaysInTheStore", sqlStaysInTheStore},
        {"NoQtObjectsInCore", noQtObjectsInCore},
        {"OneWallClock", oneWallClock},
        {"NoSingletons", noSingletons},
        {"ColoursComeFromTokens", coloursComeFromTokens},
        {"ThreadsAndNetworkStayInPlace", threadsAndNetworkStayInPlace},
        {"NetworkIsSafe", networkIsSafe},
        {"NoQtTestMacros", noQtTestMacros},
        {"TestsDoNotSleep", testsDoNotSleep},
        {"NothingLeftForLater", nothingLeftForLater},
        {"NothingPointsOutside", nothingPointsOutside},
        {"FilesStayShort", filesStayShort},
        {"FunctionsStayShort", functionsStayShort},
        {"HeadersOpenWithAComment", headersOpenWithAComment},
        {"FoldersHaveAReadme", foldersHaveAReadme},
        {"OneTitlePerDocument", oneTitlePerDocument},
    };
    return rules;
}

} // namespace topline::tidy
