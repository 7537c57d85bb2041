#include "tests/tidy/read_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace topline::tidy {
namespace {

namespace fs = std::filesystem;

void readFile(const fs::path &root, const fs::path &path, Tree &tree)
{
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const bool binary = text.find('\0') != std::string::npos;
    if (!binary)
        tree.push_back(sourceFile(path.lexically_relative(root).generic_string(), std::move(text)));
}

} // namespace

Tree readTree(const std::string &rootPath)
{
    const fs::path root(rootPath);
    Tree tree;
    for (const fs::directory_entry &entry : fs::directory_iterator(root)) {
        // A worktree's .git is a file; it is git's, not ours.
        if (entry.is_regular_file() && entry.path().filename() != ".git")
            readFile(root, entry.path(), tree);
    }
    for (const char *top : {"app", "core", "ui", "resources", "translations", "tests", "packaging",
                            ".ci", ".github"}) {
        if (!fs::exists(root / top))
            continue;
        for (auto at = fs::recursive_directory_iterator(root / top); at != fs::end(at); ++at) {
            const std::string name = at->path().filename().string();
            if (at->is_directory() && (name.front() == '.' || name == "__pycache__"))
                at.disable_recursion_pending();
            else if (at->is_regular_file())
                readFile(root, at->path(), tree);
        }
    }
    std::sort(tree.begin(), tree.end(),
              [](const SourceFile &a, const SourceFile &b) { return a.path < b.path; });
    return tree;
}

} // namespace topline::tidy
