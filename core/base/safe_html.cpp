#include "core/base/safe_html.h"

#include "core/base/html_cleaner.h"
#include "core/base/html_shape.h"
#include "core/base/html_tokens.h"
#include "core/base/text.h"

namespace topline::base {

namespace {

constexpr std::size_t inputMax = std::size_t{2} * 1024 * 1024;

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
    for (HtmlToken token = tokens.next();
         token.kind != HtmlToken::Kind::End && out.size() < htmlTextMax; token = tokens.next()) {
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
    return storableText(out, htmlTextMax);
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
