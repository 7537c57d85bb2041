#include "core/intake/mail_words.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace topline::intake {

namespace {

constexpr std::size_t newTextMax = 4'000;

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        out.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// "On Tue, 1 Dec 2026 at 08:00, Sam <sam@x> wrote:", which may be broken over lines.
bool isAttribution(std::string_view line, std::string_view next)
{
    struct Form {
        std::string_view start;
        std::string_view verb;
    };

    static constexpr std::array forms = {
        Form{"on ", "wrote:"},        Form{"am ", "schrieb"},    Form{"le ", "a écrit"},
        Form{"el ", "escribió"},      Form{"il ", "ha scritto"}, Form{"em ", "escreveu"},
        Form{"op ", "schreef"},       Form{"den ", "skrev"},     Form{"", "のメール:"},
        Form{"", "さんは書きました"},
    };
    const std::string first = base::lowerAscii(base::trimmed(line.substr(0, 400)));
    const std::string both = first + ' ' + base::lowerAscii(base::trimmed(next.substr(0, 400)));
    return std::any_of(forms.begin(), forms.end(), [&](const Form &form) {
        if (!startsWith(first, form.start) || first.size() > 300)
            return false;
        const auto endsHere = [&form](const std::string &text) {
            const std::size_t at = text.find(form.verb);
            return at != std::string::npos && (endsWith(text, ":") || endsWith(text, "："));
        };
        return endsHere(first) || (!form.start.empty() && endsHere(both));
    });
}

// "-----Original Message-----", and the block of headers that Outlook puts over what it quotes.
bool isQuoteHead(std::string_view line, std::string_view next)
{
    static constexpr std::string_view froms[] = {"from:", "von:", "de :", "de:", "da:", "差出人:"};
    static constexpr std::string_view dates[] = {
        "sent:",    "date:",       "gesendet:", "datum:", "envoyé :",  "envoyé:",
        "enviado:", "enviado el:", "inviato:",  "fecha:", "送信日時:", "to:"};
    const std::string lower = base::lowerAscii(base::trimmed(line.substr(0, 400)));
    const std::string below = base::lowerAscii(base::trimmed(next.substr(0, 400)));
    if (startsWith(lower, "-----") && endsWith(lower, "-----") && lower.size() > 12)
        return true;
    const auto begins = [](const std::string &text, const auto &words) {
        return std::any_of(std::begin(words), std::end(words),
                           [&text](std::string_view word) { return startsWith(text, word); });
    };
    if (begins(lower, froms) && begins(below, dates))
        return true;
    return lower.size() >= 20 && lower.find_first_not_of('_') == std::string::npos;
}

void appendEntity(std::string &out, std::string_view name)
{
    struct Entity {
        std::string_view name;
        std::string_view text;
    };

    static constexpr std::array entities = {
        Entity{"amp", "&"},    Entity{"lt", "<"},     Entity{"gt", ">"},     Entity{"quot", "\""},
        Entity{"nbsp", " "},   Entity{"apos", "'"},   Entity{"#39", "'"},    Entity{"auml", "ä"},
        Entity{"ouml", "ö"},   Entity{"uuml", "ü"},   Entity{"Auml", "Ä"},   Entity{"Ouml", "Ö"},
        Entity{"Uuml", "Ü"},   Entity{"szlig", "ß"},  Entity{"eacute", "é"}, Entity{"egrave", "è"},
        Entity{"agrave", "à"}, Entity{"ccedil", "ç"}, Entity{"ntilde", "ñ"}, Entity{"oacute", "ó"},
        Entity{"rsquo", "’"},  Entity{"ndash", "–"},  Entity{"mdash", "—"},  Entity{"#160", " "},
    };
    const auto *found = std::find_if(entities.begin(), entities.end(),
                                     [name](const Entity &one) { return one.name == name; });
    if (found != entities.end())
        out += found->text;
    else
        out += '&' + std::string(name) + ';';
}

// What a tag does to the text: nothing, a line end, or the end of what was written anew.
enum class TagEffect { None, Line, Skip, Quote };

TagEffect effectOf(std::string_view tag)
{
    const std::string lower = base::lowerAscii(tag.substr(0, 300));
    const std::size_t end = lower.find_first_of(" \t\n/>", startsWith(lower, "/") ? 1 : 0);
    const std::string name = lower.substr(0, end);
    if (name == "blockquote" || lower.find("gmail_quote") != std::string::npos ||
        lower.find("divrplyfwdmsg") != std::string::npos ||
        lower.find("moz-cite-prefix") != std::string::npos)
        return TagEffect::Quote;
    if (name == "style" || name == "script" || name == "head" || name == "title")
        return TagEffect::Skip;
    static constexpr std::string_view blocks[] = {"br", "p",  "div", "tr",  "li", "/p",  "/div",
                                                  "h1", "h2", "/tr", "/li", "hr", "/h1", "/h2"};
    return std::find(std::begin(blocks), std::end(blocks), name) == std::end(blocks)
               ? TagEffect::None
               : TagEffect::Line;
}

} // namespace

std::string printable(std::string_view text, bool keepLines)
{
    std::string out;
    out.reserve(text.size());
    bool hadReturn = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || c == '\r') {
            if (!(c == '\n' && hadReturn))
                out += keepLines ? '\n' : ' ';
        } else if (c == '\t') {
            out += ' ';
        } else if (byte >= 0x20 && byte != 0x7f) {
            out += c;
        }
        hadReturn = c == '\r';
    }
    return base::storableText(keepLines ? std::string_view(out) : base::trimmed(out), out.size());
}

std::string textOfHtml(std::string_view html)
{
    std::string out;
    std::string skipTo; // the tag that ends what is not shown
    for (std::size_t at = 0; at < html.size();) {
        const char c = html[at];
        if (c == '<') {
            if (startsWith(html.substr(at), "<!--")) {
                const std::size_t end = html.find("-->", at);
                at = end == std::string_view::npos ? html.size() : end + 3;
                continue;
            }
            const std::size_t end = std::min(html.find('>', at), html.size());
            const std::string_view tag = html.substr(at + 1, end - at - 1);
            at = std::min(end + 1, html.size());
            if (!skipTo.empty()) {
                if (startsWith(base::lowerAscii(tag.substr(0, 12)), skipTo))
                    skipTo.clear();
                continue;
            }
            const TagEffect effect = effectOf(tag);
            if (effect == TagEffect::Quote && !base::trimmed(out).empty())
                break;
            if (effect == TagEffect::Line)
                out += '\n';
            if (effect == TagEffect::Skip && !startsWith(tag, "/"))
                skipTo = '/' + base::lowerAscii(tag.substr(0, tag.find_first_of(" \t\n/")));
            continue;
        }
        if (!skipTo.empty()) {
            at = std::min(html.find('<', at), html.size());
            continue;
        }
        const std::size_t end = c == '&' ? html.substr(at, 12).find(';') : std::string_view::npos;
        if (end != std::string_view::npos) {
            appendEntity(out, html.substr(at + 1, end - 1));
            at += end + 1;
        } else {
            out += c == '\n' ? ' ' : c;
            ++at;
        }
    }
    return out;
}

std::string newTextOf(std::string_view text)
{
    const std::vector<std::string_view> lines = linesOf(text.substr(0, 64 * newTextMax));
    std::string out;
    for (std::size_t i = 0; i < lines.size() && out.size() <= newTextMax; ++i) {
        const std::string_view line = lines[i];
        const std::string_view next = i + 1 < lines.size() ? lines[i + 1] : std::string_view();
        if (line == "-- " || line == "--" || isAttribution(line, next) || isQuoteHead(line, next))
            break;
        if (!startsWith(base::trimmed(line), ">"))
            out += std::string(line) + '\n';
    }
    return base::storableText(base::trimmed(out), newTextMax);
}

bool asksForNoMore(std::string_view newText)
{
    static constexpr std::string_view wishes[] = {
        "unsubscribe",
        "unsubscribe me",
        "please unsubscribe",
        "please unsubscribe me",
        "unsubscribe please",
        "unsubscribe me please",
        "stop",
        "please stop",
        "stop please",
        "stop emailing me",
        "please stop emailing me",
        "remove me",
        "please remove me",
        "opt out",
        "opt-out",
        "remove me from your list",
        "please remove me from your list",
        "take me off your list",
        "please take me off your list",
        "no more emails",
        "no more mails",
        "abmelden",
        "bitte abmelden",
        "abbestellen",
        "bitte abbestellen",
        "abmeldung",
        "austragen",
        "bitte austragen",
        "keine weiteren mails",
        "keine weiteren e-mails",
        "bitte keine weiteren mails",
        "bitte keine weiteren e-mails",
        "désabonner",
        "désinscription",
        "désinscrire",
        "se désabonner",
        "stop mail",
        "me désabonner",
        "me désinscrire",
        "baja",
        "dar de baja",
        "darme de baja",
        "cancelar suscripción",
        "配信停止",
        "配信停止希望",
        "配信停止お願いします",
        "配信停止をお願いします",
        "メール不要",
    };
    const std::string_view first = newText.substr(0, newText.find('\n'));
    // Behind it there is room for a name, not for a letter.
    if (first.size() > 80 || newText.size() > first.size() + 200)
        return false;
    std::string words = base::lowerAscii(base::trimmed(first));
    for (const std::string_view mark : {"。", "！", "“", "”", "„", "’", "«", "»", "\u00a0"}) {
        for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark))
            words.erase(at, mark.size());
    }
    std::erase_if(words, [](char c) {
        return std::string_view(".,!?\"'*<>").find(c) != std::string_view::npos;
    });
    return std::find(std::begin(wishes), std::end(wishes), base::trimmed(words)) !=
           std::end(wishes);
}

} // namespace topline::intake
