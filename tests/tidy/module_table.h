// The architecture as data: which folder may include which, and where things confined to one place
// may appear. The rules read it; changing it is changing the design, so say why in the commit.
// Constant after start, free of failure.
#pragma once

#include <string_view>
#include <vector>

namespace topline::tidy {

struct Module {
    int layer = 0;
    std::string_view folder;
    std::vector<std::string_view> mayInclude; // folders, or single files; its own folder always
};

// Ordered by layer. A file belongs to the module with the longest matching folder.
const std::vector<Module> &moduleTable();

// Nullptr where no rule holds: tests, packaging, the root.
const Module *moduleOf(std::string_view path);

// A room of core/engine: one library, yet each folder in it sees only the rooms that it names, and
// of the root only the interfaces of the window's side (engineFaces).
struct Room {
    std::string_view folder; // below core/engine
    std::vector<std::string_view> mayInclude;
};

// Ordered: a room names only rooms above it, so the graph has no ring.
const std::vector<Room> &engineRooms();
const std::vector<std::string_view> &engineFaces();

// A word, call or foreign header that only some places may use.
struct Confined {
    std::string_view what;
    std::vector<std::string_view> folders; // folders, or the beginnings of file names
};

const std::vector<Confined> &confinedHeaders(); // includes of what is not ours, by their beginning
const std::vector<Confined> &confinedWords();   // whole words in code
const std::vector<Confined> &wallClocks();      // each reads the time of day
const std::vector<std::string_view> &moduleHeaders(); // each costs seconds per file

// A switch of libcurl that guards secrets or the certainty of what was sent, and the one value that
// may be written for it.
struct FixedOption {
    std::string_view name; // behind "CURLOPT_"
    std::string_view value;
};

const std::vector<FixedOption> &fixedOptions();
const std::vector<std::string_view> &unsafeTlsWords(); // each lets a false certificate pass

// Words that make a pure core file depend on Qt's object system or on a language.
const std::vector<std::string_view> &objectWords();

} // namespace topline::tidy
