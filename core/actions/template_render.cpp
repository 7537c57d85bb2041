#include "core/actions/draft_fault.h"
#include "core/actions/template.h"
#include "core/base/html_tokens.h"
#include "core/base/text.h"

#include <algorithm>
#include <utility>

namespace topline::actions {

namespace {

using Node = Template::Node;

constexpr std::size_t stepsMax = 20'000;
constexpr std::size_t valueBytesMax = 8UL * 1024;
constexpr std::size_t linkBytesMax = 2UL * 1024;
constexpr std::string_view tooLongMark = "{{too long}}";

// Whether what is written next belongs to a link.
bool endsInLink(std::string_view text)
{
    const auto tail = text.substr(text.size() - std::min(text.size(), linkBytesMax));
    const auto space = tail.find_last_of(" \t\r\n\"'<>()");
    const auto word =
        base::lowerAscii(space == std::string_view::npos ? tail : tail.substr(space + 1));
    return word.find("http://") != std::string::npos ||
           word.find("https://") != std::string::npos || word.starts_with("www.");
}

// Of one text: snippets are parsed once each, and every node counts.
class Writer {
public:
    Writer(const MergeFields &fields, const Snippets &snippets, TemplateTarget target,
           bool keepsGaps)
        : m_fields(fields)
        , m_snippets(snippets)
        , m_target(target)
        , m_keepsGaps(keepsGaps)
    {
    }

    base::Status write(const std::vector<Node> &nodes, bool inSnippet)
    {
        for (const Node &node : nodes) {
            if (m_isFull)
                return {};
            if (++m_steps > stepsMax) {
                TRY(full("The text takes too many steps.", "Write it more simply."));
                return {};
            }
            TRY(writeOne(node, inSnippet));
        }
        return {};
    }

    Rendered take() && { return std::move(m_out); }

private:
    base::Status writeOne(const Node &node, bool inSnippet)
    {
        switch (node.kind) {
        case Node::Kind::Literal:
            return literal(node.text);
        case Node::Kind::Broken:
            if (m_keepsGaps)
                return literal(node.text);
            return draftFault(node.text.substr(0, 40), "A field is not written correctly.",
                              "Correct it.");
        case Node::Kind::Field:
            return field(node);
        case Node::Kind::Choice: {
            const auto found = m_fields.find(node.field);
            const bool holds = found != m_fields.end() && !found->second.empty();
            return write(holds ? node.then : node.orElse, inSnippet);
        }
        case Node::Kind::Snippet:
            return snippet(node, inSnippet);
        }
        return {};
    }

    base::Status field(const Node &node)
    {
        const auto found = m_fields.find(node.field);
        if (found != m_fields.end() && !found->second.empty()) {
            if (m_target == TemplateTarget::Header && hasControlCharacter(found->second)) {
                if (m_keepsGaps)
                    return literal(node.open);
                return draftFault(node.field,
                                  "The value of {{" + node.field + "}} has a line break.",
                                  "Correct the record or write the line by hand.");
            }
            return value(node.field, found->second);
        }
        if (node.hasDefault)
            return literal(node.text);
        if (m_keepsGaps)
            return literal(node.open);
        return draftFault(node.field, "The field {{" + node.field + "}} has no value here.",
                          "Replace it in the text.");
    }

    base::Status snippet(const Node &node, bool inSnippet)
    {
        const std::string source = "{{snippet:" + node.text + "}}";
        const auto found = m_snippets.find(node.text);
        if (found == m_snippets.end() || inSnippet) {
            if (m_keepsGaps)
                return literal(source);
            return draftFault("snippet:" + node.text,
                              inSnippet ? "A snippet cannot name another snippet."
                                        : "There is no snippet \"" + node.text + "\".",
                              "Replace it in the text.");
        }
        auto parsed = m_parsed.find(node.text);
        if (parsed == m_parsed.end())
            parsed = m_parsed.emplace(node.text, Template::parse(found->second)).first;
        if (!parsed->second.faults().empty() && !m_keepsGaps)
            return parsed->second.faults().front();
        return write(parsed->second.nodes(), true);
    }

    base::Status value(const std::string &name, const std::string &raw)
    {
        const bool inLink = m_target == TemplateTarget::Text && endsInLink(m_out.text);
        const std::string text = escapedFor(inLink ? TemplateTarget::Url : m_target,
                                            base::storableText(raw, valueBytesMax));
        const auto begin = m_out.text.size();
        TRY(literal(text));
        if (m_isFull)
            return {};
        m_out.values.push_back({begin, text.size(), name});
        std::string fact = name + ": " + raw;
        if (std::find(m_out.facts.begin(), m_out.facts.end(), fact) == m_out.facts.end())
            m_out.facts.push_back(std::move(fact));
        return {};
    }

    base::Status literal(std::string_view text)
    {
        if (m_out.text.size() + text.size() > templateBytesMax)
            return full("The text is longer than 64 KiB.", "Shorten it.");
        m_out.text += text;
        return {};
    }

    base::Status full(const char *message, const char *todo)
    {
        if (!m_keepsGaps)
            return draftFault("text", message, todo);
        m_isFull = true;
        m_out.text += tooLongMark;
        return {};
    }

    const MergeFields &m_fields;
    const Snippets &m_snippets;
    TemplateTarget m_target;
    bool m_keepsGaps;
    bool m_isFull = false;
    std::size_t m_steps = 0;
    std::map<std::string, Template> m_parsed;
    Rendered m_out;
};

// Characters that turn, hide or end a line of text; joiners of scripts that need them stay.
bool isTricky(std::uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || c == 0x200b ||
           c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xe0000 && c <= 0xe007f);
}

// Of valid UTF-8: the character at `at`, and its bytes.
std::pair<std::uint32_t, std::size_t> characterAt(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const auto first = byte(at);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (at + length > text.size())
        return {first, 1};
    std::uint32_t c = length == 1 ? first : first & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i)
        c = (c << 6) | (byte(at + i) & 0x3f);
    return {c, length};
}

std::string plain(std::string_view value)
{
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        const auto [c, length] = characterAt(value, at);
        if (!isTricky(c))
            out += value.substr(at, length);
        at += length;
    }
    return out;
}

std::string percentEncoded(std::string_view value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view kept = "-._~";
    std::string out;
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || kept.find(c) != std::string_view::npos;
        if (isPlain)
            out += c;
        else
            out.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return out;
}

} // namespace

std::string escapedFor(TemplateTarget target, std::string_view value)
{
    switch (target) {
    case TemplateTarget::Text:
    case TemplateTarget::Header:
        return plain(value);
    case TemplateTarget::Html:
        return base::htmlEscaped(plain(value));
    case TemplateTarget::Url:
        return percentEncoded(value);
    }
    return {};
}

base::Result<Rendered> Template::render(const MergeFields &fields, const Snippets &snippets,
                                        TemplateTarget target) const
{
    if (!m_faults.empty())
        return m_faults.front();
    Writer writer(fields, snippets, target, false);
    TRY(writer.write(m_nodes, false));
    return std::move(writer).take();
}

Rendered Template::renderWithGaps(const MergeFields &fields, const Snippets &snippets,
                                  TemplateTarget target) const
{
    Writer writer(fields, snippets, target, true);
    const auto written = writer.write(m_nodes, false);
    CHECK(written.ok());
    Rendered out = std::move(writer).take();
    // A condition that could not be read was decided by nothing: it must not pass as whole.
    const bool looksWhole = out.text.find("{{") == std::string::npos;
    if (!m_faults.empty() && looksWhole)
        out.text += "{{" + m_faults.front().place.value_or(base::Place{}).field + "}}";
    return out;
}

} // namespace topline::actions
