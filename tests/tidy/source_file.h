// A file of the tree as the rules see it: its text, and two views of it that are made once. The
// rules and their tests use it; it is a plain value, needs no disk, and never fails: text that is
// not C++ simply has no literals.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topline::tidy {

// The inside of one string literal, without quotes and prefixes. Lines count from 1.
struct Literal {
    int line = 0;
    std::string text;
};

struct SourceFile {
    std::string path; // from the repository's root, with '/'
    std::string text;
    std::string code; // C++ only: same length as text; comments and literals are blanked
    std::vector<Literal> literals;
};

using Tree = std::vector<SourceFile>;

SourceFile sourceFile(std::string path, std::string text);

bool isHeader(const SourceFile &file);
bool isCpp(const SourceFile &file); // headers and sources
bool isMarkdown(const SourceFile &file);
bool isCMake(const SourceFile &file);

// True for "core/base/time.h" in "core/base" and for "core/base" itself; an empty folder holds all.
bool isIn(std::string_view path, std::string_view folder);
bool isInAny(std::string_view path, const std::vector<std::string_view> &folders);
std::string folderOf(std::string_view path);

int lineAt(std::string_view text, std::size_t offset);
std::vector<std::string_view> linesOf(std::string_view text); // a last line without '\n' counts

} // namespace topline::tidy
