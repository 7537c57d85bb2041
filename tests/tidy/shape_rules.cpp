#include "tests/tidy/function_scan.h"
#include "tests/tidy/rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace topline::tidy {
namespace {

constexpr std::size_t fileLinesMax = 500;
constexpr std::size_t headerLinesMax = 150;
constexpr std::size_t readmeLinesMax = 60;
constexpr int functionLinesMax = 70;
constexpr int openingLinesMin = 2;
constexpr int openingLinesMax = 6;

bool isWrittenByHand(const SourceFile &file)
{
    if (isCpp(file) || isCMake(file) || file.path == "dev")
        return true;
    for (std::string_view end : {".py", ".sh", ".sql"}) {
        if (file.path.size() > end.size() &&
            file.path.compare(file.path.size() - end.size(), end.size(), end) == 0)
            return true;
    }
    return false;
}

std::string count(std::size_t lines, std::size_t most)
{
    return std::to_string(lines) + " lines, at most " + std::to_string(most);
}

int openingCommentLines(const SourceFile &file)
{
    int lines = 0;
    for (std::string_view line : linesOf(file.text)) {
        if (line.substr(0, 2) != "//")
            break;
        ++lines;
    }
    return lines;
}

// Test data is described by the test beside it.
bool isDataFolder(std::string_view folder)
{
    if (!isIn(folder, "tests"))
        return false;
    const std::string name(folder.substr(folder.rfind('/') + 1));
    return name == "data" || name == "fixtures" || name == "golden" ||
           folder.find("/data/") != std::string_view::npos ||
           folder.find("/fixtures/") != std::string_view::npos;
}

} // namespace

Breaches filesStayShort(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        const std::size_t lines = linesOf(file.text).size();
        const std::size_t most = isHeader(file) ? headerLinesMax : fileLinesMax;
        if (isWrittenByHand(file) && lines > most)
            breaches.push_back({file.path, 0, count(lines, most)});
    }
    return breaches;
}

Breaches functionsStayShort(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        for (const FunctionBody &body : functionBodies(file.code)) {
            if (body.lineCount > functionLinesMax)
                breaches.push_back(
                    {file.path, body.firstLine,
                     count(static_cast<std::size_t>(body.lineCount), functionLinesMax) + ": " +
                         body.head});
        }
    }
    return breaches;
}

Breaches headersOpenWithAComment(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isHeader(file))
            continue;
        const int lines = openingCommentLines(file);
        if (lines < openingLinesMin || lines > openingLinesMax)
            breaches.push_back({file.path, 1,
                                "opens with " + std::to_string(lines) +
                                    " comment lines; 2 to 6 say what it is for, who calls it, on "
                                    "which thread, and what it promises on failure"});
    }
    return breaches;
}

Breaches foldersHaveAReadme(const Tree &tree)
{
    std::set<std::string> folders;
    std::map<std::string, std::size_t> readmeLines;
    for (const SourceFile &file : tree) {
        const bool isReadme =
            file.path.size() > 10 && file.path.substr(file.path.size() - 10) == "/README.md";
        if (isReadme)
            readmeLines[folderOf(file.path)] = linesOf(file.text).size();
        for (std::string folder = folderOf(file.path); !folder.empty(); folder = folderOf(folder))
            folders.insert(folder);
    }
    Breaches breaches;
    for (const std::string &folder : folders) {
        if (folder.front() == '.' || isDataFolder(folder))
            continue;
        const auto readme = readmeLines.find(folder);
        if (readme == readmeLines.end())
            breaches.push_back(
                {folder, 0, "has no README.md: what lives here, what may not, how to add one"});
        else if (readme->second > readmeLinesMax)
            breaches.push_back({folder + "/README.md", 0, count(readme->second, readmeLinesMax)});
    }
    return breaches;
}

Breaches oneTitlePerDocument(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isMarkdown(file))
            continue;
        int line = 0;
        int titles = 0;
        bool inCode = false;
        for (std::string_view text : linesOf(file.text)) {
            ++line;
            if (text.substr(0, 3) == "```")
                inCode = !inCode;
            if (!inCode && text.substr(0, 2) == "# " && ++titles > 1)
                breaches.push_back({file.path, line, "a second title; use ## below the first"});
        }
        if (titles == 0)
            breaches.push_back({file.path, 1, "has no title"});
    }
    return breaches;
}

} // namespace topline::tidy
