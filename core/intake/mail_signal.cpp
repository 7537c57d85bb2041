#include "core/intake/mail_signal.h"

#include "core/base/text.h"
#include "core/base/uuid.h"
#include "core/intake/absence_date.h"
#include "core/intake/automatic_reply.h"
#include "core/intake/mail_parts.h"
#include "core/intake/mail_words.h"

#include <algorithm>
#include <array>

namespace topline::intake {

namespace {

using domain::MailArrival;
using domain::MailKind;

constexpr std::size_t answersMax = 20;
constexpr std::size_t subjectMax = 500;

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

bool isOurs(std::string_view id, const MailboxSelf &self)
{
    const std::size_t at = id.rfind('@');
    return at != std::string_view::npos && base::lowerAscii(id.substr(at + 1)) == self.idHost &&
           base::Uuid::parse(id.substr(0, at)).has_value();
}

void addAnswer(MailArrival &arrival, const std::string &id)
{
    std::vector<std::string> &answers = arrival.answers;
    if (answers.size() < answersMax &&
        std::find(answers.begin(), answers.end(), id) == answers.end())
        answers.push_back(id);
}

bool answersOurs(const MailArrival &arrival, const MailboxSelf &self)
{
    return std::any_of(arrival.answers.begin(), arrival.answers.end(),
                       [&self](const std::string &id) { return isOurs(id, self); });
}

// Nearest first: what it answers, then the thread from its end.
void readThread(const MailHeaders &headers, MailArrival &arrival)
{
    for (const std::string &id : messageIds(headerOf(headers, "in-reply-to")))
        addAnswer(arrival, id);
    std::vector<std::string> thread = messageIds(headerOf(headers, "references"));
    std::reverse(thread.begin(), thread.end());
    for (const std::string &id : thread)
        addAnswer(arrival, id);
}

// The id of the message that a report brings back; where a server put its own there, the effect's.
void readReturned(const MailHeaders &returned, const MailboxSelf &self, MailArrival &arrival)
{
    std::vector<std::string> ids = messageIds(headerOf(returned, "message-id"));
    const std::string effect = headerOf(returned, "x-effect-id");
    if (base::Uuid::parse(effect))
        ids.insert(ids.begin(), effect + '@' + self.idHost);
    // Before what the report's own headers say.
    std::vector<std::string> after = std::move(arrival.answers);
    arrival.answers.clear();
    for (const std::string &id : ids)
        addAnswer(arrival, id);
    for (const std::string &id : after)
        addAnswer(arrival, id);
}

// "rfc822; Dana@Northwind.example" and "<dana@northwind.example>" are dana@northwind.example.
std::string addressIn(std::string_view value)
{
    if (const std::size_t at = value.find(';'); at != std::string_view::npos)
        value.remove_prefix(at + 1);
    value = base::trimmed(value);
    if (const std::size_t open = value.find('<'); open != std::string_view::npos)
        value = value.substr(open + 1, value.find('>', open) - open - 1);
    const std::string out = base::lowerAscii(base::trimmed(value.substr(0, 320)));
    return contains(out, "@") && !contains(out, " ") ? out : std::string();
}

// "5.1.1" somewhere in the text; the class must be one of failures.
std::string statusIn(std::string_view text)
{
    const auto isDigit = [&text](std::size_t at) {
        return at < text.size() && text[at] >= '0' && text[at] <= '9';
    };
    for (std::size_t at = 0; at + 4 < text.size(); ++at) {
        if ((text[at] != '4' && text[at] != '5') || text[at + 1] != '.' ||
            (at > 0 && (isDigit(at - 1) || text[at - 1] == '.')))
            continue;
        std::size_t end = at + 2;
        while (isDigit(end) && end < at + 5)
            ++end;
        if (end == at + 2 || end >= text.size() || text[end] != '.' || !isDigit(end + 1))
            continue;
        std::size_t last = end + 1;
        while (isDigit(last) && last < end + 4)
            ++last;
        if (!isDigit(last) && (last >= text.size() || text[last] != '.' || !isDigit(last + 1)))
            return std::string(text.substr(at, last - at));
    }
    return {};
}

// RFC 3464. Nothing when no recipient failed.
bool readDeliveryStatus(const MailContent &content, MailArrival &arrival)
{
    std::string recipient;
    std::string original;
    std::string status;
    std::string action;
    const auto failed = [&] {
        if (action != "failed" && !(action.empty() && status.substr(0, 1) == "5"))
            return false;
        arrival.about = original.empty() ? recipient : original;
        arrival.status = status;
        return true;
    };
    for (const auto &[name, value] : readFields(content.deliveryStatus)) {
        if (name.empty()) {
            if (failed())
                return true;
            recipient = original = status = action = {};
        } else if (name == "final-recipient") {
            recipient = addressIn(value);
        } else if (name == "original-recipient") {
            original = addressIn(value);
        } else if (name == "action") {
            action = base::lowerAscii(value.substr(0, value.find_first_of(" (;")));
        } else if (name == "status") {
            status = statusIn(value);
        } else if (name == "diagnostic-code" && status.empty()) {
            status = statusIn(value);
        }
    }
    return failed();
}

// Absences come without a return path as well, so that alone says nothing.
bool isMailServer(const MailContent &content)
{
    static constexpr std::string_view failures[] = {
        "undeliver",       "delivery status",  "failure notice", "returned mail",
        "delivery failed", "delivery failure", "unzustellbar",   "nicht zugestellt",
        "non remis",       "no entregado"};
    const std::string who = content.fromAddress.substr(0, content.fromAddress.find('@'));
    if (who == "mailer-daemon" || who == "postmaster" || who == "mail-daemon" ||
        who == "mailerdaemon" || !headerOf(content.headers, "x-failed-recipients").empty())
        return true;
    const std::string subject = base::lowerAscii(headerOf(content.headers, "subject"));
    return base::trimmed(headerOf(content.headers, "return-path")) == "<>" &&
           !isAutomaticReply(subject) &&
           std::any_of(std::begin(failures), std::end(failures),
                       [&subject](std::string_view word) { return contains(subject, word); });
}

// Servers that keep to no form: our id or the effect's in what they bring back.
bool readOddBounce(const MailContent &content, const MailboxSelf &self, MailArrival &arrival)
{
    if (!isMailServer(content) ||
        (!content.reportType.empty() && content.reportType != "delivery-status"))
        return false;
    MailHeaders quoted = content.returned;
    for (const auto &[name, value] : readFields(content.allText)) {
        if (name == "message-id" || name == "x-effect-id")
            quoted.emplace_back(name, value);
    }
    readReturned(quoted, self, arrival);
    for (const std::string &id : messageIds(content.allText)) {
        if (isOurs(id, self))
            addAnswer(arrival, id);
    }
    const std::string failed = addressIn(headerOf(content.headers, "x-failed-recipients"));
    if (!answersOurs(arrival, self) && failed.empty())
        return false;
    arrival.about = failed;
    for (const std::string &id : messageIds(content.allText)) {
        const std::string address = addressIn(id);
        if (arrival.about.empty() && !isOurs(id, self) && !address.empty() &&
            address != self.address && address != content.fromAddress)
            arrival.about = address;
    }
    arrival.status = statusIn(content.allText);
    return true;
}

bool readBounce(const MailContent &content, const MailboxSelf &self, MailArrival &arrival)
{
    if (!content.deliveryStatus.empty()) {
        if (!readDeliveryStatus(content, arrival))
            return false;
        readReturned(content.returned, self, arrival);
    } else if (!readOddBounce(content, self, arrival)) {
        return false;
    }
    arrival.kind = MailKind::Bounce;
    arrival.isPermanent = arrival.status.substr(0, 1) == "5";
    return true;
}

// RFC 5965.
bool readComplaint(const MailContent &content, const MailboxSelf &self, MailArrival &arrival)
{
    const MailHeaders fields = readFields(content.feedback);
    const std::string type = base::lowerAscii(headerOf(fields, "feedback-type"));
    if (fields.empty() || type == "not-spam" || type == "virus" || type == "auth-failure")
        return false;
    readReturned(content.returned, self, arrival);
    arrival.about = addressIn(headerOf(fields, "original-rcpt-to"));
    if (arrival.about.empty())
        arrival.about = addressIn(headerOf(content.returned, "to"));
    arrival.kind = MailKind::Complaint;
    return true;
}

bool isUnsubscribeSubject(const std::string &subject, const MailboxSelf &self, MailArrival &arrival)
{
    const std::string lower = base::lowerAscii(base::trimmed(subject));
    constexpr std::string_view word = "unsubscribe";
    if (lower.substr(0, word.size()) != word)
        return false;
    const std::string_view rest = base::trimmed(std::string_view(lower).substr(word.size()));
    if (rest.empty())
        return true;
    if (!base::Uuid::parse(rest))
        return false;
    arrival.answers.insert(arrival.answers.begin(), std::string(rest) + '@' + self.idHost);
    return true;
}

// RFC 3834 and what came before it.
bool isAnsweredByMachine(const MailHeaders &headers, const std::string &subject)
{
    const std::string automatic = base::lowerAscii(headerOf(headers, "auto-submitted"));
    static constexpr std::string_view marks[] = {"x-autoreply", "x-autorespond", "x-autoresponse"};
    return isAutomaticReply(subject) || automatic.substr(0, 12) == "auto-replied" ||
           base::lowerAscii(headerOf(headers, "precedence")) == "auto_reply" ||
           std::any_of(std::begin(marks), std::end(marks), [&headers](std::string_view mark) {
               return !headerOf(headers, mark).empty();
           });
}

bool isGenerated(const MailHeaders &headers)
{
    const std::string automatic = base::lowerAscii(headerOf(headers, "auto-submitted"));
    return !automatic.empty() && automatic.substr(0, 2) != "no";
}

// Programs that people write with set some of these as well, so that they only count where nothing
// of ours is answered.
bool isToMany(const MailHeaders &headers)
{
    const std::string precedence = base::lowerAscii(headerOf(headers, "precedence"));
    return !headerOf(headers, "list-id").empty() ||
           !headerOf(headers, "list-unsubscribe").empty() || precedence == "bulk" ||
           precedence == "list" || precedence == "junk";
}

// The sender's own date where it can be true.
base::UtcMs sentAt(const MailContent &content, base::UtcMs receivedMs)
{
    const base::UtcMs at = content.sentMs.value_or(receivedMs);
    return at > receivedMs + base::hourMs || at < receivedMs - 7 * base::dayMs ? receivedMs : at;
}

// Of a message that a person may have written.
std::optional<MailKind> kindOfLetter(const MailContent &content, const MailArrival &arrival,
                                     const MailboxSelf &self)
{
    const bool isAnswer = answersOurs(arrival, self);
    if (isAnsweredByMachine(content.headers, arrival.subject) ||
        (isGenerated(content.headers) && isAnswer))
        return MailKind::OutOfOffice;
    if (isGenerated(content.headers) || (isToMany(content.headers) && !isAnswer))
        return std::nullopt;
    if (!arrival.answers.empty() && asksForNoMore(arrival.text))
        return MailKind::Unsubscribe;
    return isAnswer ? MailKind::Reply : MailKind::OtherMail;
}

// Programs answer an invitation with a part of its own method (RFC 5546, 3.2.3 and 3.2.7).
bool isInviteAnswer(std::string_view calendar)
{
    constexpr std::string_view name = "\nmethod:";
    const std::string text = base::lowerAscii(calendar);
    const std::size_t at = text.find(name);
    const bool isWhole = base::trimmed(text).ends_with("end:vcalendar");
    if (at == std::string::npos || !isWhole)
        return false;
    const std::string_view value = std::string_view(text).substr(at + name.size());
    const std::string_view method = base::trimmed(value.substr(0, value.find('\n')));
    return method == "reply" || method == "counter";
}

} // namespace

std::optional<MailArrival> readMailSignal(std::string_view bytes, const MailboxSelf &self,
                                          const MailReceipt &receipt)
{
    const std::optional<MailContent> content = readContent(bytes);
    if (!content || (content->fromAddress == self.address && content->reportType.empty()))
        return std::nullopt;
    const std::string subject = headerOf(content->headers, "subject");
    MailArrival out;
    const std::vector<std::string> ids = messageIds(headerOf(content->headers, "message-id"));
    out.messageId = ids.empty() ? receipt.ownName : ids.front();
    if (isOurs(out.messageId, self))
        return std::nullopt;
    out.from = content->fromAddress;
    out.fromName = base::storableText(content->fromName, 200);
    out.subject = base::storableText(subject, subjectMax);
    out.text = newTextOf(content->text);
    out.atMs = sentAt(*content, receipt.atMs);
    readThread(content->headers, out);
    if (readComplaint(*content, self, out) || readBounce(*content, self, out))
        return out;
    if (!content->reportType.empty() || out.from.empty() || isMailServer(*content))
        return std::nullopt;
    out.html = content->html;
    if (isUnsubscribeSubject(subject, self, out)) {
        out.kind = MailKind::Unsubscribe;
        return out;
    }
    if (isInviteAnswer(content->calendar))
        out.calendar = content->calendar;
    const std::optional<MailKind> kind = kindOfLetter(*content, out, self);
    if (!kind && out.calendar.empty())
        return std::nullopt;
    out.kind = kind.value_or(MailKind::CalendarWord);
    if (out.kind == MailKind::OutOfOffice)
        out.backMs = returnDate(subject + '\n' + out.text, out.atMs);
    return out;
}

} // namespace topline::intake
