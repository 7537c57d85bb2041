#include "tests/tidy/source_file.h"

#include <algorithm>
#include <cctype>

namespace topline::tidy {
namespace {

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool isWordChar(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Walks C++ once. It knows comments, raw strings, escapes, and that 1'000 holds no character
// literal.
class Blanker {
public:
    explicit Blanker(SourceFile &file)
        : m_text(file.text)
        , m_code(file.code)
        , m_literals(file.literals)
    {
    }

    void run()
    {
        m_code = m_text;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '/' && next() == '/') {
                blankTo(lineEnd());
            } else if (c == '/' && next() == '*') {
                blankTo(after("*/", m_at + 2));
            } else if (c == '"' && isRaw()) {
                rawString();
            } else if (c == '"') {
                quoted();
            } else if (c == '\'' && !(m_at > 0 && isWordChar(m_text[m_at - 1]))) {
                character();
            } else {
                ++m_at;
            }
        }
    }

private:
    char next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0'; }

    bool isRaw() const { return m_at > 0 && m_text[m_at - 1] == 'R'; }

    std::size_t lineEnd() const { return std::min(m_text.find('\n', m_at), m_text.size()); }

    std::size_t after(std::string_view what, std::size_t from) const
    {
        const std::size_t found = m_text.find(what, from);
        return found == std::string::npos ? m_text.size() : found + what.size();
    }

    void blankTo(std::size_t end)
    {
        for (; m_at < end; ++m_at) {
            if (m_code[m_at] != '\n')
                m_code[m_at] = ' ';
        }
    }

    std::size_t closingQuote(char quote) const
    {
        std::size_t at = m_at + 1;
        while (at < m_text.size() && m_text[at] != quote && m_text[at] != '\n')
            at += m_text[at] == '\\' ? 2 : 1;
        return std::min(at, m_text.size());
    }

    void keep(std::size_t from, std::size_t to)
    {
        m_literals.push_back({lineAt(m_text, m_at), m_text.substr(from, to - from)});
    }

    void rawString()
    {
        const std::size_t open = m_text.find('(', m_at);
        if (open == std::string::npos) {
            ++m_at;
            return;
        }
        const std::string close = ")" + m_text.substr(m_at + 1, open - m_at - 1) + "\"";
        const std::size_t end = after(close, open);
        keep(open + 1, std::max(open + 1, end - std::min(end, close.size())));
        blankTo(end);
    }

    // The name in #include "..." stays in the code, where the include rules read it.
    void quoted()
    {
        const std::size_t end = closingQuote('"');
        const std::size_t lineStart = m_text.rfind('\n', m_at) + 1; // npos + 1 is 0
        const std::string before = m_code.substr(lineStart, m_at - lineStart);
        if (before.find('#') != std::string::npos && before.find("include") != std::string::npos) {
            m_at = end + 1;
            return;
        }
        keep(m_at + 1, end);
        blankTo(std::min(end + 1, m_text.size()));
    }

    void character() { blankTo(std::min(closingQuote('\'') + 1, m_text.size())); }

    const std::string &m_text;
    std::string &m_code;
    std::vector<Literal> &m_literals;
    std::size_t m_at = 0;
};

} // namespace

SourceFile sourceFile(std::string path, std::string text)
{
    SourceFile file{std::move(path), std::move(text), {}, {}};
    if (isCpp(file))
        Blanker(file).run();
    return file;
}

bool isHeader(const SourceFile &file)
{
    return endsWith(file.path, ".h");
}

bool isCpp(const SourceFile &file)
{
    return isHeader(file) || endsWith(file.path, ".cpp");
}

bool isMarkdown(const SourceFile &file)
{
    return endsWith(file.path, ".md");
}

bool isCMake(const SourceFile &file)
{
    return endsWith(file.path, "CMakeLists.txt") || endsWith(file.path, ".cmake");
}

bool isIn(std::string_view path, std::string_view folder)
{
    if (folder.empty() || path == folder)
        return true;
    return path.size() > folder.size() && path.substr(0, folder.size()) == folder &&
           (path[folder.size()] == '/' || folder.back() == '/');
}

bool isInAny(std::string_view path, const std::vector<std::string_view> &folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [path](std::string_view folder) { return isIn(path, folder); });
}

std::string folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

int lineAt(std::string_view text, std::size_t offset)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    std::size_t start = 0;
    while (start < text.size()) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

} // namespace topline::tidy
