// Finds the function bodies of a C++ file by its braces, for the length rule. It reads the blanked
// code of a SourceFile, knows namespaces, classes, constructor lists, initialisers and lambdas at
// file level, and skips preprocessor lines. Unbalanced text yields what closed properly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace topline::tidy {

struct FunctionBody {
    int firstLine = 0; // of the opening brace
    int lineCount = 0; // both braces included
    std::string head;  // the text before the brace, blanks folded
};

std::vector<FunctionBody> functionBodies(std::string_view code);

} // namespace topline::tidy
