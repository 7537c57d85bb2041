#include "tests/tidy/module_table.h"
#include "tests/tidy/rules.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace topline::tidy {
namespace {

struct Include {
    int line = 0;
    bool quoted = false;
    std::string name;
};

std::string_view withoutBlanks(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t"), text.size()));
}

std::vector<Include> includesOf(const SourceFile &file)
{
    std::vector<Include> includes;
    int line = 0;
    for (std::string_view text : linesOf(file.code)) {
        ++line;
        std::string_view rest = withoutBlanks(text);
        if (rest.substr(0, 1) != "#")
            continue;
        rest = withoutBlanks(rest.substr(1));
        if (rest.substr(0, 7) != "include")
            continue;
        const std::size_t open = rest.find_first_of("\"<");
        const std::size_t close = rest.find_first_of("\">", open + 1);
        if (open != std::string_view::npos && close != std::string_view::npos)
            includes.push_back(
                {line, rest[open] == '"', std::string(rest.substr(open + 1, close - open - 1))});
    }
    return includes;
}

// Folders, or the beginnings of file names.
bool isAllowed(std::string_view path, const std::vector<std::string_view> &places)
{
    return std::any_of(places.begin(), places.end(), [path](std::string_view place) {
        return isIn(path, place) || path.rfind(place, 0) == 0;
    });
}

bool isOurs(std::string_view name)
{
    return isInAny(name, {"core", "ui", "app", "tests"});
}

bool isMocOutput(std::string_view name)
{
    return name.size() > 4 && name.substr(name.size() - 4) == ".moc";
}

// "topline_ui_pages" stands for ui/pages, "topline_store" for core/store.
std::string folderOfTarget(std::string_view target)
{
    const std::string_view name = target.substr(std::string_view("topline_").size());
    if (name == "ui" || name.substr(0, 3) == "ui_") {
        std::string folder(name);
        std::replace(folder.begin(), folder.end(), '_', '/');
        return folder;
    }
    return "core/" + std::string(name);
}

// The parts of the window may use each other, except that text knows no widget.
bool mayReach(const Module &module, std::string_view path)
{
    return isIn(path, module.folder) || isInAny(path, module.mayInclude) ||
           (module.folder == "ui" && isIn(path, "ui"));
}

// A library is linked whole even where the table lets only one header of it in.
bool mayDependOn(const Module &module, std::string_view folder)
{
    return mayReach(module, folder) ||
           std::any_of(module.mayInclude.begin(), module.mayInclude.end(),
                       [folder](std::string_view allowed) { return isIn(allowed, folder); });
}

struct ModuleCall {
    std::string path;
    int line = 0;
    std::string folder;
    std::vector<std::string> depends;
};

// Reads the topline_module(FOLDER SOURCES ... DEPENDS ...) calls of one CMakeLists.txt.
std::vector<ModuleCall> moduleCallsOf(const SourceFile &file)
{
    std::string text = file.text;
    for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at)) {
        for (; at < text.size() && text[at] != '\n'; ++at)
            text[at] = ' ';
    }
    std::vector<ModuleCall> calls;
    const std::string_view opening = "topline_module(";
    for (std::size_t at = text.find(opening); at != std::string::npos;
         at = text.find(opening, at + 1)) {
        const std::size_t end = std::min(text.find(')', at), text.size());
        std::istringstream words(text.substr(at + opening.size(), end - at - opening.size()));
        ModuleCall call{file.path, lineAt(text, at), {}, {}};
        words >> call.folder;
        bool inDepends = false;
        for (std::string word; words >> word;) {
            if (word == "SOURCES" || word == "DEPENDS")
                inDepends = word == "DEPENDS";
            else if (inDepends && word.rfind("topline_", 0) == 0)
                call.depends.push_back(word);
        }
        if (call.folder != "FOLDER" && !call.folder.empty())
            calls.push_back(call);
    }
    return calls;
}

using Uses = std::map<std::string, std::set<std::string>>; // library's folder → folders it includes

// The library that holds the file: the longest folder that has a call, else the table's module.
std::string libraryOf(std::string_view path, const std::vector<ModuleCall> &calls)
{
    std::string best;
    for (const ModuleCall &call : calls) {
        if (isIn(path, call.folder) && call.folder.size() > best.size())
            best = call.folder;
    }
    const Module *module = moduleOf(path);
    return best.empty() && module ? std::string(module->folder) : best;
}

Uses usesOf(const Tree &tree, const std::vector<ModuleCall> &calls)
{
    Uses used;
    for (const SourceFile &file : tree) {
        const Module *module = isCpp(file) ? moduleOf(file.path) : nullptr;
        if (!module)
            continue;
        for (const Include &include : includesOf(file)) {
            // A header that the table lets in by its own name is an interface; app links what is
            // behind.
            const auto &allowed = module->mayInclude;
            const bool isInterface =
                std::find(allowed.begin(), allowed.end(), include.name) != allowed.end();
            if (include.quoted && isOurs(include.name) && !isInterface)
                used[libraryOf(file.path, calls)].insert(libraryOf(include.name, calls));
        }
    }
    return used;
}

void forbiddenDepends(const ModuleCall &call, const Module &module, Breaches &breaches)
{
    for (const std::string &target : call.depends) {
        if (!mayDependOn(module, folderOfTarget(target)))
            breaches.push_back(
                {call.path, call.line, call.folder + " may not depend on " + target});
    }
}

void missingDepends(const ModuleCall &call, const std::set<std::string> &uses, Breaches &breaches)
{
    std::set<std::string> declared = {call.folder};
    for (const std::string &target : call.depends)
        declared.insert(folderOfTarget(target));
    for (const std::string &folder : uses) {
        if (declared.count(folder) == 0)
            breaches.push_back(
                {call.path, call.line,
                 call.folder + " includes " + folder + " but does not list it under DEPENDS"});
    }
}

constexpr std::string_view engineFolder = "core/engine/";

bool has(const std::vector<std::string_view> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "" for the root of the engine; nullopt outside it.
std::optional<std::string> engineRoomOf(const std::string &path)
{
    if (path.rfind(engineFolder, 0) != 0)
        return std::nullopt;
    const auto end = path.find('/', engineFolder.size());
    if (end == std::string::npos)
        return std::string();
    return path.substr(engineFolder.size(), end - engineFolder.size());
}

const Room *findRoom(std::string_view folder)
{
    const auto &rooms = engineRooms();
    const auto found = std::find_if(rooms.begin(), rooms.end(),
                                    [folder](const Room &each) { return each.folder == folder; });
    return found == rooms.end() ? nullptr : &*found;
}

bool isFace(const std::string &path)
{
    const auto begin = path.rfind('/') + 1;
    return engineRoomOf(path) == std::string() &&
           has(engineFaces(), path.substr(begin, path.rfind('.') - begin));
}

} // namespace

Breaches includesFollowTheTable(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        const Module *module = isCpp(file) ? moduleOf(file.path) : nullptr;
        if (!module)
            continue;
        for (const Include &include : includesOf(file)) {
            if (!include.quoted || isMocOutput(include.name))
                continue;
            // A short name beside the file could hide a border.
            if (!isOurs(include.name))
                breaches.push_back(
                    {file.path, include.line, include.name + ": write the path from the root"});
            else if (!mayReach(*module, include.name))
                breaches.push_back(
                    {file.path, include.line,
                     std::string(module->folder) + " may not include " + include.name});
        }
    }
    return breaches;
}

Breaches roomsFollowTheTable(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        const auto from = isCpp(file) ? engineRoomOf(file.path) : std::nullopt;
        if (!from)
            continue;
        const Room *room = findRoom(*from);
        if (!room) {
            breaches.push_back({file.path, 0, *from + " is not a room of the table"});
            continue;
        }
        for (const Include &include : includesOf(file)) {
            const auto to = engineRoomOf(include.name);
            if (to && *to != *from && !isFace(include.name) && !has(room->mayInclude, *to))
                breaches.push_back({file.path, include.line,
                                    "core/engine/" + *from + " may not include " + include.name});
        }
    }
    return breaches;
}

Breaches foreignHeadersStayInPlace(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isCpp(file))
            continue;
        for (const Include &include : includesOf(file)) {
            for (const Confined &header : confinedHeaders()) {
                if (include.name.rfind(header.what, 0) == 0 &&
                    !isAllowed(file.path, header.folders))
                    breaches.push_back(
                        {file.path, include.line, include.name + " is not for this folder"});
            }
        }
    }
    return breaches;
}

Breaches noModuleHeaders(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isCpp(file))
            continue;
        for (const Include &include : includesOf(file)) {
            const std::string last = include.name.substr(include.name.rfind('/') + 1);
            const auto &headers = moduleHeaders();
            if (std::find(headers.begin(), headers.end(), last) != headers.end())
                breaches.push_back({file.path, include.line,
                                    "<" + include.name + "> costs seconds; include the class"});
        }
    }
    return breaches;
}

Breaches dependsAgreeWithTheTable(const Tree &tree)
{
    std::vector<ModuleCall> calls;
    for (const SourceFile &file : tree) {
        if (isCMake(file)) {
            for (ModuleCall &call : moduleCallsOf(file))
                calls.push_back(std::move(call));
        }
    }
    const Uses used = usesOf(tree, calls);
    Breaches breaches;
    for (const ModuleCall &call : calls) {
        const Module *module = moduleOf(call.folder);
        const auto uses = used.find(call.folder);
        if (module)
            forbiddenDepends(call, *module, breaches);
        else
            breaches.push_back({call.path, call.line, call.folder + " is not in the table"});
        if (uses != used.end())
            missingDepends(call, uses->second, breaches);
    }
    return breaches;
}

} // namespace topline::tidy
