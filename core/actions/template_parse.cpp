#include "core/actions/template.h"
#include "core/actions/template_fields.h"
#include "core/base/text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace topline::actions {

namespace {

using Node = Template::Node;

constexpr int depthMax = 3;
constexpr std::size_t shownMax = 40;

struct Token {
    bool isTag = false;
    std::string_view source; // with its braces
    std::string_view inside; // of a tag, trimmed
    std::size_t at = 0;
};

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto open = text.find("{{", at);
        const auto close = open == std::string_view::npos ? open : text.find("}}", open + 2);
        const auto literalEnd = open == std::string_view::npos ? text.size() : open;
        if (literalEnd > at)
            out.push_back({false, text.substr(at, literalEnd - at), {}, at});
        if (open == std::string_view::npos)
            break;
        if (close == std::string_view::npos) {
            out.push_back({true, text.substr(open), {}, open}); // no end: a fault of its own
            break;
        }
        out.push_back({true, text.substr(open, close + 2 - open),
                       base::trimmed(text.substr(open + 2, close - open - 2)), open});
        at = close + 2;
    }
    return out;
}

bool isClosed(const Token &token)
{
    return token.source.size() >= 4 && token.source.ends_with("}}");
}

class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
        , m_tokens(tokensOf(text))
    {
    }

    std::vector<Node> parse()
    {
        std::vector<Node> out;
        while (m_next < m_tokens.size()) {
            block(out, 0);
            if (m_next < m_tokens.size()) { // {{else}} or {{/if}} of nothing
                const Token &token = m_tokens[m_next++];
                out.push_back(
                    broken(token, std::string(token.inside),
                           "There is no {{#if …}} before {{" + std::string(token.inside) + "}}.",
                           "Take it out, or open the condition."));
            }
        }
        return out;
    }

    std::vector<base::Error> faults() && { return std::move(m_faults); }

private:
    static bool endsBlock(const Token &token)
    {
        return token.isTag && isClosed(token) && (token.inside == "else" || token.inside == "/if");
    }

    // Up to the {{else}} or {{/if}} that ends it, or the end of the text.
    void block(std::vector<Node> &out, int depth)
    {
        while (m_next < m_tokens.size() && !endsBlock(m_tokens[m_next])) {
            const Token &token = m_tokens[m_next++];
            if (!token.isTag)
                out.push_back({.kind = Node::Kind::Literal, .text = std::string(token.source)});
            else if (!isClosed(token))
                out.push_back(broken(token, std::string(token.source.substr(0, shownMax)),
                                     "A {{ has no }}.", "Close the field."));
            else if (token.inside.starts_with("#if") &&
                     (token.inside.size() == 3 || token.inside[3] == ' '))
                choice(out, token, depth);
            else
                out.push_back(single(token));
        }
    }

    void choice(std::vector<Node> &out, const Token &token, int depth)
    {
        Node node;
        node.kind = Node::Kind::Choice;
        node.open = std::string(token.source);
        node.field = std::string(base::trimmed(token.inside.substr(3)));
        if (depth >= depthMax)
            fault(token, node.field, "Conditions stand more than three deep.",
                  "Write it with fewer.");
        else if (!isTemplateField(node.field))
            noField(token, node.field);
        if (depth >= 2 * depthMax) { // what is this deep is kept as it stands
            out.push_back({.kind = Node::Kind::Broken, .text = std::string(token.source)});
            return;
        }
        block(node.then, depth + 1);
        if (m_next < m_tokens.size() && m_tokens[m_next].inside == "else") {
            ++m_next;
            block(node.orElse, depth + 1);
        }
        if (m_next < m_tokens.size() && m_tokens[m_next].inside == "/if") {
            ++m_next;
            out.push_back(std::move(node));
            return;
        }
        fault(token, node.field, "The condition {{#if " + node.field + "}} has no {{/if}}.",
              "Close it.");
        out.push_back({.kind = Node::Kind::Broken, .text = std::move(node.open)});
        std::move(node.then.begin(), node.then.end(), std::back_inserter(out));
        std::move(node.orElse.begin(), node.orElse.end(), std::back_inserter(out));
    }

    Node single(const Token &token)
    {
        constexpr std::string_view snippet = "snippet:";
        if (token.inside.starts_with(snippet)) {
            const auto name = base::trimmed(token.inside.substr(snippet.size()));
            return {.kind = Node::Kind::Snippet, .text = std::string(name)};
        }
        const auto bar = token.inside.find('|');
        std::string field(base::trimmed(token.inside.substr(0, bar)));
        if (!isTemplateField(field)) {
            noField(token, field);
            return {.kind = Node::Kind::Broken, .text = std::string(token.source)};
        }
        Node out{.kind = Node::Kind::Field, .field = std::move(field)};
        out.open = std::string(token.source);
        if (bar != std::string_view::npos) {
            out.hasDefault = true;
            out.text = std::string(base::trimmed(token.inside.substr(bar + 1)));
        }
        return out;
    }

    Node broken(const Token &token, std::string field, std::string message, std::string todo)
    {
        fault(token, std::move(field), std::move(message), std::move(todo));
        return {.kind = Node::Kind::Broken, .text = std::string(token.source)};
    }

    void noField(const Token &token, const std::string &field)
    {
        if (m_faults.size() >= faultsMax)
            return;
        const std::string near = nearestTemplateField(field);
        fault(token, field, "There is no field {{" + field.substr(0, shownMax) + "}}.",
              near.empty() ? std::string("Correct its name.") : "Did you mean " + near + "?");
    }

    void fault(const Token &token, std::string field, std::string message, std::string todo)
    {
        if (m_faults.size() >= faultsMax)
            return;
        const auto before = m_text.substr(0, token.at);
        const auto lineStart = before.rfind('\n');
        const auto column =
            token.at - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
        base::Place place;
        place.line = 1 + std::count(before.begin(), before.end(), '\n');
        place.column = static_cast<std::int64_t>(column);
        place.field = std::move(field);
        m_faults.push_back({.code = base::ErrorCode::InvalidInput,
                            .message = std::move(message),
                            .kept = "The draft is kept.",
                            .todo = std::move(todo),
                            .place = std::move(place)});
    }

    static constexpr std::size_t faultsMax = 50;
    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    std::vector<base::Error> m_faults;
};

} // namespace

Template Template::parse(std::string_view text)
{
    Template out;
    if (text.size() > templateBytesMax) {
        out.m_faults.push_back({.code = base::ErrorCode::InvalidInput,
                                .message = "The text is longer than 64 KiB.",
                                .kept = "The draft is kept.",
                                .todo = "Shorten it."});
        out.m_nodes.push_back(
            {.kind = Node::Kind::Broken, .text = std::string(text.substr(0, templateBytesMax))});
        return out;
    }
    Parser parser(text);
    out.m_nodes = parser.parse();
    out.m_faults = std::move(parser).faults();
    return out;
}

} // namespace topline::actions
