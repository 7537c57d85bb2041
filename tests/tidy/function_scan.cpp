#include "tests/tidy/function_scan.h"

#include "tests/tidy/source_file.h"
#include "tests/tidy/word_search.h"

#include <cctype>

namespace topline::tidy {
namespace {

enum class Brace { Container, Function, Inner, Initialiser };

// "namespace x", "class X : public Y": a scope keyword outside parentheses with none after it, so
// that a macro without a semicolon in front does not matter.
bool opensScope(std::string_view head)
{
    for (std::string_view keyword : {"namespace", "class", "struct", "union", "enum", "extern"}) {
        for (std::size_t at : wordsIn(head, keyword)) {
            int depth = 0;
            for (char c : head.substr(0, at))
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && head.find('(', at) == std::string_view::npos)
                return true;
        }
    }
    return false;
}

bool endsInAccessSpecifier(std::string_view head)
{
    for (std::string_view word :
         {"public", "private", "protected", "signals", "slots", "Q_SIGNALS"}) {
        if (head.size() >= word.size() && head.substr(head.size() - word.size()) == word)
            return true;
    }
    return false;
}

std::string folded(std::string_view text)
{
    std::string out;
    for (char c : text) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

// After the parameters, ": m_a" opens a constructor's list; its own braces are not the body yet.
bool isInConstructorList(std::string_view head)
{
    int depth = 0;
    bool closedParameters = false;
    for (std::size_t at = 0; at < head.size(); ++at) {
        if (head[at] == '(') {
            ++depth;
        } else if (head[at] == ')') {
            closedParameters = --depth == 0;
        } else if (head[at] == ':' && depth == 0 && closedParameters) {
            const bool scope = (at + 1 < head.size() && head[at + 1] == ':') || head[at - 1] == ':';
            if (!scope)
                return true;
        }
    }
    return false;
}

class Scanner {
public:
    explicit Scanner(std::string_view code)
        : m_code(code)
    {
    }

    std::vector<FunctionBody> run()
    {
        for (m_at = 0; m_at < m_code.size(); ++m_at) {
            const char c = m_code[m_at];
            if (c == '#' && startsLine())
                skipDirective();
            else if (c == '{')
                open();
            else if (c == '}')
                close();
            else
                read(c);
        }
        return std::move(m_bodies);
    }

private:
    bool startsLine() const
    {
        const std::size_t before = m_code.find_last_not_of(" \t", m_at == 0 ? 0 : m_at - 1);
        return m_at == 0 || before == std::string_view::npos || m_code[before] == '\n';
    }

    void skipDirective()
    {
        while (m_at < m_code.size() && (m_code[m_at] != '\n' || m_code[m_at - 1] == '\\'))
            ++m_at;
    }

    bool atFileLevel() const { return m_braces.empty() || m_braces.back() == Brace::Container; }

    void read(char c)
    {
        if (!atFileLevel())
            return;
        if (c == '(')
            ++m_parens;
        if (c == ')')
            --m_parens;
        if ((c == ';' && m_parens <= 0) || (c == ':' && endsInAccessSpecifier(m_head)))
            startStatement();
        else
            m_head += c;
    }

    void startStatement()
    {
        m_head.clear();
        m_parens = 0;
    }

    Brace kind() const
    {
        if (!atFileLevel())
            return Brace::Inner;
        const std::string head = folded(m_head);
        const char last = head.empty() ? '\0' : head.back();
        if (head.empty() || opensScope(head))
            return Brace::Container;
        if (head.find('[') != std::string::npos && last == ')')
            return Brace::Function; // a lambda, perhaps within the parentheses of a call
        if (m_parens > 0 || last == '=' || last == ',' || head.find('(') == std::string::npos)
            return Brace::Initialiser;
        const bool endsInName = isWordCharacter(last) || last == '>';
        return endsInName && isInConstructorList(head) ? Brace::Initialiser : Brace::Function;
    }

    void open()
    {
        const Brace brace = kind();
        m_braces.push_back(brace);
        if (brace == Brace::Function)
            m_bodies.push_back({lineAt(m_code, m_at), 0, folded(m_head)});
        if (brace == Brace::Container)
            startStatement();
    }

    void close()
    {
        if (m_braces.empty())
            return;
        const Brace brace = m_braces.back();
        m_braces.pop_back();
        if (brace == Brace::Function) {
            FunctionBody &body = m_bodies.back();
            body.lineCount = lineAt(m_code, m_at) - body.firstLine + 1;
        }
        // What follows an initialiser still belongs to the statement it stands in.
        if (brace == Brace::Initialiser)
            m_head += ')';
        else if (brace != Brace::Inner)
            startStatement();
    }

    std::string_view m_code;
    std::size_t m_at = 0;
    std::string m_head;
    int m_parens = 0;
    std::vector<Brace> m_braces;
    std::vector<FunctionBody> m_bodies;
};

} // namespace

std::vector<FunctionBody> functionBodies(std::string_view code)
{
    std::vector<FunctionBody> bodies = Scanner(code).run();
    std::erase_if(bodies, [](const FunctionBody &body) { return body.lineCount == 0; });
    return bodies;
}

} // namespace topline::tidy
