#include "core/actions/mail_message.h"

#include "core/actions/mail_footer.h"
#include "core/actions/mail_html.h"
#include "core/actions/mail_text.h"
#include "core/base/text.h"

#include <algorithm>

namespace topline::actions {

namespace {

constexpr std::size_t referencesMax = 12;
constexpr std::size_t idLengthMax = 400;

base::Error refused(std::string message, std::string todo = {})
{
    return {.code = base::ErrorCode::Refused,
            .message = std::move(message),
            .kept = "Nothing was sent.",
            .todo = std::move(todo)};
}

// What stands between the angle brackets of a message id, and nothing that could leave them.
bool isMessageId(std::string_view id)
{
    return !id.empty() && id.size() <= idLengthMax &&
           std::all_of(id.begin(), id.end(), [](unsigned char c) {
               return c > 0x20 && c < 0x7f && c != '<' && c != '>';
           });
}

// With the id of the effect, so that the one click tells who it was.
std::string unsubscribeLink(const std::string &url, const std::string &effectId)
{
    std::string out = url;
    if (const std::size_t at = out.find("{id}"); at != std::string::npos)
        return out.replace(at, 4, effectId);
    return out + (out.find('?') == std::string::npos ? "?id=" : "&id=") + effectId;
}

base::Status checkUrl(const std::string &url)
{
    const bool isPlain = std::all_of(url.begin(), url.end(), [](unsigned char c) {
        return c > 0x20 && c < 0x7f && c != '<' && c != '>' && c != '"' && c != ',';
    });
    if (url.empty() || (isPlain && url.size() < 500 && url.substr(0, 8) == "https://"))
        return {};
    return refused("The address for unsubscribing is not one of https.",
                   "Correct it in the settings of the mailbox.");
}

base::Status check(const MailParts &parts)
{
    for (const auto &[name, value] :
         {std::pair("subject", &parts.subject), std::pair("recipient", &parts.to),
          std::pair("recipient's name", &parts.toName),
          std::pair("sender's name", &parts.account.name),
          std::pair("sender's address", &parts.account.address), std::pair("id", &parts.effectId)})
        TRY(checkHeaderValue(name, *value));
    if (base::trimmed(parts.subject).empty())
        return refused("The subject is empty.");
    for (const std::string *text :
         {&parts.text, &parts.account.signature, &parts.account.postalAddress})
        if (text->find('\0') != std::string::npos)
            return refused("The text holds a character that no mail can carry.");
    if (base::trimmed(parts.account.postalAddress).empty())
        return refused("The mailbox has no postal address, and the law asks for one under a "
                       "commercial mail.",
                       "Enter it in the settings of the mailbox.");
    if (!isMessageId(parts.effectId))
        return refused("The mail has no id.");
    return checkUrl(parts.account.unsubscribeUrl);
}

std::string footer(const MailParts &parts)
{
    const std::string &url = parts.account.unsubscribeUrl;
    const std::string link = url.empty() ? std::string() : unsubscribeLink(url, parts.effectId);
    return std::string(base::trimmed(parts.account.postalAddress)) + '\n' +
           unsubscribeLine(parts.account.language, link) + '\n';
}

std::string fullText(const MailParts &parts)
{
    std::string out = withCrLf(parts.text) + "\r\n-- \r\n";
    if (const auto signature = base::trimmed(parts.account.signature); !signature.empty())
        out += withCrLf(signature) + "\r\n";
    return out + withCrLf(footer(parts));
}

std::string threadHeaders(const MailThread &thread)
{
    std::string out;
    if (isMessageId(thread.inReplyTo))
        out += "In-Reply-To: <" + thread.inReplyTo + ">\r\n";
    std::vector<std::string> ids;
    std::copy_if(thread.references.begin(), thread.references.end(), std::back_inserter(ids),
                 isMessageId);
    // The first names the thread; of the rest the last ones are nearest (RFC 5322, 3.6.4).
    if (ids.size() > referencesMax)
        ids.erase(ids.begin() + 1, ids.end() - (referencesMax - 1));
    if (!ids.empty())
        out += "References:";
    for (const std::string &id : ids)
        out += (&id == ids.data() ? " <" : "\r\n <") + id + '>';
    return ids.empty() ? out : out + "\r\n";
}

std::string unsubscribeHeaders(const MailParts &parts, const std::string &from)
{
    std::string subject = unsubscribeSubject(parts.effectId);
    subject.replace(subject.find(' '), 1, "%20");
    std::string out = "List-Unsubscribe: <mailto:" + from + "?subject=" + subject + '>';
    if (parts.account.unsubscribeUrl.empty())
        return out + "\r\n";
    return out + ",\r\n <" + unsubscribeLink(parts.account.unsubscribeUrl, parts.effectId) +
           ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
}

std::string textPart(std::string_view type, const std::string &text)
{
    return "Content-Type: text/" + std::string(type) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quotedPrintable(withCrLf(text)) + "\r\n";
}

// No boundary can stand in a part: "=_" is neither quoted-printable nor base64.
std::string body(const MailParts &parts, const std::string &boundary)
{
    const std::string text = fullText(parts);
    const std::string between = "--" + boundary + "\r\n";
    std::string out =
        between + textPart("plain", text) + between + textPart("html", simpleHtml(text));
    if (parts.calendar)
        out += between +
               "Content-Type: text/calendar; charset=utf-8; method=" + parts.calendar->method +
               "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64Lines(parts.calendar->text) +
               "\r\n";
    return out + "--" + boundary + "--\r\n";
}

} // namespace

base::Result<std::string> messageIdOf(const std::string &effectId,
                                      const domain::MailAccount &account)
{
    TRY_ASSIGN(const std::string from, mailAddress(account.address));
    return effectId + from.substr(from.rfind('@'));
}

std::string unsubscribeSubject(const std::string &effectId)
{
    return "unsubscribe " + effectId;
}

base::Result<std::string> writeMail(const MailParts &parts)
{
    TRY(check(parts));
    TRY_ASSIGN(const std::string from, mailAddress(parts.account.address));
    TRY_ASSIGN(const std::string to, mailAddress(parts.to));
    TRY_ASSIGN(const std::string messageId, messageIdOf(parts.effectId, parts.account));
    const auto isLetter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (parts.calendar &&
        !std::all_of(parts.calendar->method.begin(), parts.calendar->method.end(), isLetter))
        return refused("The invitation says nothing that a calendar knows.");
    std::string replyTo;
    if (!parts.account.replyTo.empty()) {
        TRY_ASSIGN(const std::string address, mailAddress(parts.account.replyTo));
        replyTo = "Reply-To: " + address + "\r\n";
    }
    const std::string boundary = "=_" + parts.effectId;
    if (boundary.size() > 70)
        return refused("The mail has no id.");
    return "Date: " + headerDate(parts.dateMs) +
           "\r\nFrom: " + headerMailbox(parts.account.name, from, 6) + "\r\n" + replyTo +
           "To: " + headerMailbox(parts.toName, to, 4) +
           "\r\nSubject: " + headerText(parts.subject, 9) + "\r\nMessage-ID: <" + messageId +
           ">\r\n" + threadHeaders(parts.thread) + "X-Effect-Id: " + parts.effectId + "\r\n" +
           unsubscribeHeaders(parts, from) +
           "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"" + boundary +
           "\"\r\n\r\n" + body(parts, boundary);
}

} // namespace topline::actions
