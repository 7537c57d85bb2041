#include "tests/tidy/module_table.h"
#include "tests/tidy/rules.h"
#include "tests/tidy/word_search.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace topline::tidy {
namespace {

void report(Breaches &breaches, const SourceFile &file, std::size_t offset, std::string what)
{
    breaches.push_back({file.path, lineAt(file.text, offset), std::move(what)});
}

void reportConfined(Breaches &breaches, const Tree &tree, const std::vector<Confined> &words)
{
    for (const SourceFile &file : tree) {
        if (!isCpp(file))
            continue;
        for (const Confined &word : words) {
            if (std::any_of(word.folders.begin(), word.folders.end(),
                            [&file](std::string_view place) {
                                return isIn(file.path, place) || file.path.rfind(place, 0) == 0;
                            }))
                continue;
            for (std::size_t at : wordsIn(file.code, word.what))
                report(breaches, file, at, std::string(word.what) + " is not for this folder");
        }
    }
}

// Clauses, not words: "Select a deal from the list" is a sentence for people.
bool looksLikeSql(const std::string &text)
{
    static const std::regex clause(
        R"(\bSELECT\s+[\w*(]|\bINSERT\s+(OR\s+\w+\s+)?INTO\b|\bREPLACE\s+INTO\b|\bUPDATE\s+\w+\s+SET\b)"
        R"(|\bDELETE\s+FROM\b|\b(CREATE|DROP|ALTER)\s+(TEMP\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b)"
        R"(|\bPRAGMA\s+\w|\bBEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED)\b|\bATTACH\s+DATABASE\b|\bVACUUM\b|\bWHERE\s+\w+\s*(=|<|>|IN\b))"
        R"(|\bselect\s+.*\sfrom\s+\w+\s+(where|order|group|join|limit)\b|\binsert\s+into\s+\w+\s*[(]|\bdelete\s+from\s+\w+\s+where\b)"
        R"(|\bupdate\s+\w+\s+set\s+\w+\s*=|\bcreate\s+table\b|(^|[^#\w])pragma\s+\w+)");
    return std::regex_search(text, clause);
}

// SQL's own clocks: CURRENT_TIMESTAMP, datetime('now'), unixepoch().
bool readsClockInSql(const std::string &text)
{
    static const std::regex clock(
        R"(\bCURRENT_(TIMESTAMP|DATE|TIME)\b|'no[w]'|\bunixepoch\s*\(\s*\))", std::regex::icase);
    return std::regex_search(text, clock);
}

bool isHexColour(std::string_view text, std::size_t hash)
{
    std::size_t end = hash + 1;
    while (end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) != 0)
        ++end;
    const std::size_t digits = end - hash - 1;
    const bool wordGoesOn = end < text.size() && isWordCharacter(text[end]);
    return !wordGoesOn && (digits == 3 || digits == 4 || digits == 6 || digits == 8);
}

bool holdsHexColour(std::string_view text)
{
    for (std::size_t at = text.find('#'); at != std::string_view::npos;
         at = text.find('#', at + 1)) {
        if (isHexColour(text, at))
            return true;
    }
    return false;
}

// A note is made in a comment, and is not quoted.
bool isNote(std::string_view text, std::size_t at)
{
    const std::size_t start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1; // npos + 1 is 0
    const std::string_view before = text.substr(start, at - start);
    const bool inComment =
        before.find("//") != std::string_view::npos || before.find('#') != std::string_view::npos ||
        before.find('*') != std::string_view::npos || before.find("--") != std::string_view::npos;
    return inComment && before.back() != '"';
}

bool isLookedAfter(const SourceFile &file)
{
    return file.path != "LICENSE" && !isMarkdown(file);
}

} // namespace

Breaches sqlStaysInTheStore(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (isInAny(file.path, {"core/store", "tests/store", "tests/bench"}))
            continue;
        for (const Literal &literal : file.literals) {
            if (looksLikeSql(literal.text))
                breaches.push_back({file.path, literal.line, "SQL outside core/store"});
        }
        const bool isSql = file.path.size() > 4 && file.path.substr(file.path.size() - 4) == ".sql";
        if (isSql && !isIn(file.path, "resources/schema"))
            breaches.push_back({file.path, 0, "SQL files live in resources/schema"});
    }
    return breaches;
}

Breaches noQtObjectsInCore(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isCpp(file) || !isIn(file.path, "core") || isIn(file.path, "core/platform"))
            continue;
        for (std::string_view word : objectWords()) {
            for (std::size_t at : wordsIn(file.code, word))
                report(breaches, file, at, std::string(word) + " in core outside platform");
        }
        for (std::size_t at : callsIn(file.code, "tr"))
            report(breaches, file, at, "sentences are made in ui/text; core gives reason codes");
    }
    return breaches;
}

Breaches oneWallClock(const Tree &tree)
{
    Breaches breaches;
    reportConfined(breaches, tree, wallClocks());
    for (const SourceFile &file : tree) {
        for (const Literal &literal : file.literals) {
            if (readsClockInSql(literal.text))
                breaches.push_back({file.path, literal.line, "SQL reads the wall clock"});
        }
        if (isIn(file.path, "resources/schema") && !isMarkdown(file) && readsClockInSql(file.text))
            breaches.push_back({file.path, 0, "SQL reads the wall clock"});
    }
    return breaches;
}

Breaches noSingletons(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        for (std::size_t at : callsIn(file.code, "instance"))
            report(breaches, file, at, "pass it to the constructor instead");
    }
    return breaches;
}

Breaches coloursComeFromTokens(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isIn(file.path, "ui") || file.path.rfind("ui/look/tokens.", 0) == 0)
            continue;
        for (const Literal &literal : file.literals) {
            if (holdsHexColour(literal.text))
                breaches.push_back({file.path, literal.line, "colour outside ui/look/tokens"});
        }
        if (!isCpp(file) && !isMarkdown(file) && !isCMake(file) && holdsHexColour(file.text))
            breaches.push_back({file.path, 0, "colour outside ui/look/tokens"});
    }
    return breaches;
}

Breaches threadsAndNetworkStayInPlace(const Tree &tree)
{
    Breaches breaches;
    reportConfined(breaches, tree, confinedWords());
    return breaches;
}

Breaches networkIsSafe(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        for (std::string_view word : unsafeTlsWords()) {
            for (std::size_t at : wordsIn(file.code, word))
                report(breaches, file, at, std::string(word) + " lets a false certificate pass");
        }
        for (const FixedOption &option : fixedOptions()) {
            const std::string name = "CURLOPT_" + std::string(option.name);
            for (std::size_t at : wordsIn(file.code, name)) {
                const std::string fixed = name + ", " + std::string(option.value) + ")";
                if (file.code.compare(at, fixed.size(), fixed) != 0)
                    report(breaches, file, at, "only " + fixed + " may be written");
            }
        }
    }
    return breaches;
}

Breaches noQtTestMacros(const Tree &tree)
{
    static const std::vector<std::string_view> macros = {"QVERIFY",
                                                         "QVERIFY2",
                                                         "QCOMPARE",
                                                         "QTRY_VERIFY",
                                                         "QTRY_VERIFY2",
                                                         "QTRY_COMPARE",
                                                         "QTRY_VERIFY_WITH_TIMEOUT",
                                                         "QTRY_COMPARE_WITH_TIMEOUT",
                                                         "QFAIL",
                                                         "QSKIP"};
    Breaches breaches;
    for (const SourceFile &file : tree) {
        for (std::string_view macro : macros) {
            for (std::size_t at : callsIn(file.code, macro))
                report(breaches, file, at,
                       std::string(macro) + " returns silently, so the test passes; use EXPECT_");
        }
    }
    return breaches;
}

Breaches testsDoNotSleep(const Tree &tree)
{
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isIn(file.path, "tests"))
            continue;
        for (std::string_view word : {"sleep_for", "sleep_until", "usleep", "qSleep", "msleep"}) {
            for (std::size_t at : callsIn(file.code, word))
                report(breaches, file, at, "wait for a condition, not for a time");
        }
    }
    return breaches;
}

Breaches nothingLeftForLater(const Tree &tree)
{
    // Written apart, so that this file does not hold them.
    static const std::vector<std::string> words = {"FIX"
                                                   "ME",
                                                   "TO"
                                                   "DO",
                                                   "XX"
                                                   "X",
                                                   "HA"
                                                   "CK"};
    Breaches breaches;
    for (const SourceFile &file : tree) {
        if (!isLookedAfter(file))
            continue;
        for (const std::string &word : words) {
            for (std::size_t at : wordsIn(file.text, word)) {
                // In quotes, or as a value, it is a name, such as the currency of no country.
                if (isNote(file.text, at))
                    report(breaches, file, at, word + ": finish it or open an issue");
            }
        }
    }
    return breaches;
}

Breaches nothingPointsOutside(const Tree &tree)
{
    static const std::string shared = "../"
                                      "shared";
    static const std::string work = "/wo"
                                    "rk/";
    Breaches breaches;
    for (const SourceFile &file : tree) {
        for (std::size_t at = file.text.find(shared); at != std::string::npos;
             at = file.text.find(shared, at + 1)) {
            // Tests may look for optional data and servers there, and skip with a message where
            // they are absent.
            const std::string_view rest = std::string_view(file.text).substr(at + shared.size(), 5);
            if ((rest != "/data" && rest != "/rigs") || !isIn(file.path, "tests"))
                report(breaches, file, at, "points outside the repository");
        }
        for (std::size_t at = file.text.find(work); at != std::string::npos;
             at = file.text.find(work, at + 1)) {
            if (at == 0 || !isWordCharacter(file.text[at - 1]))
                report(breaches, file, at, "names a folder of one machine");
        }
    }
    return breaches;
}

} // namespace topline::tidy
