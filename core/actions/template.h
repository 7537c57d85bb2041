// Do once: the template language of plays and snippets. {{field}}, {{field|default}},
// {{#if field}} … {{else}} … {{/if}} at most three deep, {{snippet:name}}; no other expressions.
// Parsed by the drafts of core/actions and by editors that show faults. Pure, any thread, linear in
// the text. A value is inserted once, escaped for where it stands, and never read as a template.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace topline::actions {

// "contact.first_name", "account.name", "deal.amount" … to values; see template_fields.h.
using MergeFields = std::map<std::string, std::string>;
// Named texts of the user, templates themselves; a snippet cannot name another snippet.
using Snippets = std::map<std::string, std::string>;

// What values are escaped for. Text: control characters and those that turn or hide writing are
// left out, and inside a link a value is percent-encoded. Header: a line break is refused.
enum class TemplateTarget { Text, Html, Url, Header };

inline constexpr std::size_t templateBytesMax = 64UL * 1024; // of a template and of what it gives

// Where a value stands in the text; all else came from the template.
struct ValueSpan {
    std::size_t begin = 0; // bytes
    std::size_t length = 0;
    std::string field;
    bool operator==(const ValueSpan &) const = default;
};

struct Rendered {
    std::string text;
    std::vector<ValueSpan> values;  // ascending
    std::vector<std::string> facts; // "field: value", each once
};

class Template {
public:
    struct Node {
        enum class Kind { Literal, Field, Choice, Snippet, Broken };
        Kind kind = Kind::Literal;
        std::string text = {};  // literal, default, snippet's name, or the source of what is broken
        std::string field = {}; // of Field and Choice
        bool hasDefault = false;       // of Field
        std::string open = {};         // of Field and Choice: the tag as written
        std::vector<Node> then = {};   // of Choice
        std::vector<Node> orElse = {}; // of Choice
    };

    // Never fails: what is wrong is in faults(), and kept as it stands.
    static Template parse(std::string_view text);

    // In the order of the text; place: line and column from 1, and the field's name.
    const std::vector<base::Error> &faults() const { return m_faults; }

    const std::vector<Node> &nodes() const { return m_nodes; }

    // InvalidInput: a fault, a field or snippet without a value, more than 64 KiB, or a template
    // that takes more than 20,000 steps.
    base::Result<Rendered> render(const MergeFields &fields, const Snippets &snippets,
                                  TemplateTarget target) const;
    // The same, but what cannot be filled stays in the text as {{…}}, for a person to replace.
    Rendered renderWithGaps(const MergeFields &fields, const Snippets &snippets,
                            TemplateTarget target) const;

private:
    std::vector<Node> m_nodes;
    std::vector<base::Error> m_faults;
};

// A value as it may stand in such a place.
std::string escapedFor(TemplateTarget target, std::string_view value);

} // namespace topline::actions
