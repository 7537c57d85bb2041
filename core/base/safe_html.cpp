#include "core/base/safe_html.h"

#include "core/base/html_cleaner.h"
#include "core/base/html_shape.h"
#include "core/base/html_tokens.h"
#include "core/base/text.h"

namespace topline::base {

namespace {

constexpr std::size_t inputMax = std::size_t{1024} * 1024;

bool endsLine(const HtmlTag &tag)
{
    return tag.shape != HtmlShape::Inline && tag.shape != HtmlShape::Cell &&
           tag.shape != HtmlShape::Void;
}

} // namespace

std::string htmlWords(std::string_view html)
{
    HtmlTokens tokens(html.substr(0, inputMax));
    std::string out;
    HtmlToken token = tokens.next();
    for (int read = 1;
         token.kind != HtmlToken::Kind::End && read <= htmlTokensMax && out.size() < htmlTextMax;
         ++read, token = tokens.next()) {
        if (token.kind == HtmlToken::Kind::Text) {
            out += token.text;
            continue;
        }
        const HtmlTag *tag = htmlTagOf(token.name);
        if (tag && (tag->name == "br" || endsLine(*tag))) {
            while (!out.empty() && out.back() == ' ')
                out.pop_back();
            if (!out.empty() && out.back() != '\n')
                out += '\n';
        } else if (tag && tag->shape == HtmlShape::Cell && !out.empty() && out.back() != '\n' &&
                   out.back() != ' ') {
            out += ' ';
        }
    }
    return cutWords(out);
}

std::string cutWords(std::string_view words)
{
    const std::string valid = storableText(words, htmlTextMax);
    std::string out;
    int lines = 1;
    int unbroken = 0;
    for (const char c : valid) {
        const bool beginsCharacter = (static_cast<unsigned char>(c) & 0xc0) != 0x80;
        if (unbroken >= htmlWordMax && beginsCharacter) {
            out += '\n';
            ++lines;
            unbroken = 0;
        }
        lines += c == '\n' ? 1 : 0;
        if (lines > htmlLinesMax)
            break;
        unbroken = c == ' ' || c == '\n' || c == '\t' ? 0 : unbroken + 1;
        out += c;
    }
    return out;
}

SafeHtml safeHtml(std::string_view hostile)
{
    SafeHtml out;
    out.text = htmlWords(hostile);
    if (hostile.size() > inputMax) {
        out.isPlain = true;
        return out;
    }
    HtmlTokens tokens(hostile);
    HtmlCleaner cleaner;
    for (HtmlToken token = tokens.next();
         token.kind != HtmlToken::Kind::End && !cleaner.isTooMuch(); token = tokens.next())
        cleaner.take(token);
    out.isPlain = cleaner.isTooMuch();
    if (!out.isPlain)
        out.html = cleaner.finish();
    return out;
}

} // namespace topline::base
