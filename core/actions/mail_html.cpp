#include "core/actions/mail_html.h"

#include "core/actions/mail_text.h"
#include "core/base/html_tokens.h"
#include "core/base/text.h"

namespace topline::actions {

namespace {

bool isPlain(unsigned char c)
{
    return c >= 0x20 && c < 0x7f;
}

// How much of a text that begins a word is an address on the web; 0: none of it. Only ASCII, since
// other letters could make it look like another host.
std::size_t linkLength(std::string_view text)
{
    const std::string start = base::lowerAscii(text.substr(0, 8));
    const std::size_t host = start == "https://" ? 8 : start.substr(0, 7) == "http://" ? 7 : 0;
    if (host == 0)
        return 0;
    std::size_t end = host;
    while (end < text.size() && isPlain(static_cast<unsigned char>(text[end])) &&
           std::string_view(" <>\"").find(text[end]) == std::string_view::npos)
        ++end;
    if (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80)
        return 0;
    while (end > host &&
           std::string_view(".,;:!?)]}'").find(text[end - 1]) != std::string_view::npos)
        --end;
    return end > host ? end : 0;
}

void appendHtmlLine(std::string &out, std::string_view line)
{
    std::size_t done = 0;
    for (std::size_t at = line.find("http"); at != std::string_view::npos;
         at = line.find("http", at + 1)) {
        const bool beginsWord = at == 0 || line[at - 1] == ' ' || line[at - 1] == '(' ||
                                line[at - 1] == '\t' || line[at - 1] == '<';
        const std::size_t length = beginsWord && at >= done ? linkLength(line.substr(at)) : 0;
        if (length == 0)
            continue;
        out += base::htmlEscaped(line.substr(done, at - done));
        out += "<a href=\"";
        out += base::htmlEscaped(line.substr(at, length));
        out += "\">";
        out += base::htmlEscaped(line.substr(at, length));
        out += "</a>";
        done = at + length;
    }
    out += base::htmlEscaped(line.substr(done));
}

} // namespace

std::string simpleHtml(std::string_view text)
{
    const std::string lines = withCrLf(base::storableText(text, text.size()));
    std::string out = "<!DOCTYPE html>\r\n<html><head><meta charset=\"utf-8\"></head><body>\r\n<p>";
    bool isFirst = true; // of its paragraph
    std::string_view left = lines;
    while (!left.empty()) {
        const std::size_t end = left.find("\r\n");
        const std::string_view line = left.substr(0, end);
        left.remove_prefix(end + 2);
        if (base::trimmed(line).empty()) {
            if (!isFirst && !left.empty()) {
                out += "</p>\r\n<p>";
                isFirst = true;
            }
            continue;
        }
        if (!isFirst)
            out += "<br>\r\n";
        appendHtmlLine(out, line);
        isFirst = false;
    }
    return out + "</p>\r\n</body></html>\r\n";
}

} // namespace topline::actions
