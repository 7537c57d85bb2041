// Takes hostile HTML apart: text, tags with their attributes, and nothing that browsers hide
// (scripts, styles, comments, embedded objects). Called by safeHtml and by whoever wants the words
// of a mail, on any thread. Pure, linear in its input, and cannot fail: every text is some HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace topline::base {

struct HtmlToken {
    enum class Kind { End, Text, Open, Close };

    Kind kind = Kind::End;
    std::string name; // of a tag, in lower case
    std::string
        text; // of Text: decoded, without control characters and marks that turn lines round
    std::vector<std::pair<std::string, std::string>> attributes; // names in lower case, decoded

    // Of the first attribute of that name; empty when there is none.
    std::string attribute(std::string_view wanted) const;
};

class HtmlTokens {
public:
    // The text must outlive this.
    explicit HtmlTokens(std::string_view html)
        : m_html(html)
    {
    }

    // The next one; Kind::End for ever once all is read.
    HtmlToken next();

private:
    bool readMarkup(HtmlToken &out);
    bool readTag(HtmlToken &out);
    void readAttributes(HtmlToken &out);
    std::string readAttributeValue();
    void skipPast(std::string_view end);
    void skipElement(std::string_view name);
    void skipSpace();

    bool atEnd() const { return m_at >= m_html.size(); }

    std::string_view m_html;
    std::size_t m_at = 0;
};

// Characters for "&amp;", "&#8364;" and the like; what is no entity stays. Without control
// characters (tabs and line ends stay) and without marks that turn the direction of lines round;
// bytes that are not UTF-8 become U+FFFD.
std::string htmlDecoded(std::string_view text);

// "&", "<", ">" and both quotation marks as entities.
std::string htmlEscaped(std::string_view text);

} // namespace topline::base
