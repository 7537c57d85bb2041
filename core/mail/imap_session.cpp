#include "core/mail/imap_session.h"

#include "core/base/text.h"

#include <algorithm>

namespace topline::mail {

namespace {

constexpr int answersMax = 50'000; // to one command
constexpr std::size_t foldersMax = 5'000;
constexpr std::size_t uidsMax = 100'000;

base::Error unavailable(std::string message)
{
    return {.code = base::ErrorCode::Unavailable,
            .message = std::move(message),
            .kept = "Nothing was changed there."};
}

std::uint32_t number(std::string_view text)
{
    std::uint64_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || out > 0xffffffffU)
            return 0;
        out = out * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return out > 0xffffffffU ? 0 : static_cast<std::uint32_t>(out);
}

// Behind "[UIDVALIDITY " and its like; 0 when it is not there.
std::uint32_t codeNumber(const std::string &line, const std::string &code)
{
    const std::size_t at = base::lowerAscii(line).find('[' + code + ' ');
    if (at == std::string::npos)
        return 0;
    const std::size_t begin = at + code.size() + 2;
    return number(std::string_view(line).substr(begin, line.find(']', begin) - begin));
}

bool isForNow(const std::string &answer)
{
    const std::string lower = base::lowerAscii(answer);
    return lower.find("[unavailable]") != std::string::npos ||
           lower.find("[inuse]") != std::string::npos || lower.find("[limit]") != std::string::npos;
}

std::string serversWords(const std::string &line)
{
    return base::storableText(base::trimmed(line), 300);
}

// The value behind a name in the list of a FETCH; nullptr when it is not there.
const ImapWord *valueOf(const std::vector<ImapWord> &words, std::string_view lowerName)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].kind == ImapWordKind::Atom &&
            base::lowerAscii(words[i].text).substr(0, lowerName.size()) == lowerName)
            return &words[i + 1];
    }
    return nullptr;
}

std::optional<ImapMessage> readFetch(const ImapAnswer &answer)
{
    if (answer.words.size() < 2 || !answer.words[1].isAtom("FETCH"))
        return std::nullopt;
    const ImapWord *uid = valueOf(answer.words, "uid");
    const ImapWord *date = valueOf(answer.words, "internaldate");
    const ImapWord *body = valueOf(answer.words, "body[");
    if (!uid || !body)
        return std::nullopt;
    ImapMessage out;
    out.uid = number(uid->text);
    if (date)
        out.internalDate = date->text;
    // NIL: a message that is gone or empty.
    if (body->kind == ImapWordKind::Text)
        out.bytes = body->text;
    return out;
}

std::optional<ImapFolder> readFolder(const ImapAnswer &answer)
{
    const auto &words = answer.words;
    if (words.size() < 4 || !words[0].isAtom("LIST") || words[1].kind != ImapWordKind::Open)
        return std::nullopt;
    ImapFolder out;
    std::size_t i = 2;
    for (; i < words.size() && words[i].kind != ImapWordKind::Close; ++i)
        out.marks.insert(base::lowerAscii(words[i].text));
    i += 2; // the end of the marks, the separator
    if (i >= words.size())
        return std::nullopt;
    out.name = words[i].text;
    return out;
}

} // namespace

std::optional<std::string> imapQuoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '\r' || c == '\n' || c == '\0')
            return std::nullopt;
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

ImapSession::ImapSession(std::unique_ptr<ImapWire> wire, base::DurationMs answerMs)
    : m_wire(std::move(wire))
    , m_reader(*m_wire)
    , m_answerMs(answerMs)
{
}

base::Error ImapSession::lost(base::Error error)
{
    m_isOver = true;
    return error;
}

std::string ImapSession::nextTag()
{
    return 'T' + std::to_string(++m_count);
}

base::Status ImapSession::sendLine(const std::string &line)
{
    if (m_isOver)
        return unavailable("The connection to the mail server is over.");
    const base::Status sent = m_wire->send(line + "\r\n");
    if (!sent.ok())
        return lost(sent.error());
    return {};
}

base::Status ImapSession::awaitTag(const std::string &tag, const Untagged &untagged)
{
    for (int i = 0; i < answersMax; ++i) {
        auto answer = m_reader.next();
        if (!answer.ok())
            return lost(answer.error());
        if (!*answer)
            return lost(unavailable("The mail server did not answer in time."));
        const ImapAnswer &one = **answer;
        if (one.tag == "*") {
            if (!one.words.empty() && one.words.front().isAtom("BYE"))
                return lost(unavailable("The mail server ended the conversation: " +
                                        serversWords(one.line)));
            untagged(one);
        } else if (one.tag == tag) {
            if (!one.words.empty() && one.words.front().isAtom("OK"))
                return {};
            return base::Error{.code = base::ErrorCode::Refused,
                               .message = "The mail server said: " + serversWords(one.line),
                               .kept = "Nothing was changed there."};
        }
    }
    return lost(unavailable("The mail server does not stop to answer."));
}

base::Status ImapSession::command(const std::string &text, const Untagged &untagged)
{
    m_wire->allow(m_answerMs);
    const std::string tag = nextTag();
    TRY(sendLine(tag + ' ' + text));
    return awaitTag(tag, untagged);
}

base::Status ImapSession::readCapabilities()
{
    return command("CAPABILITY", [this](const ImapAnswer &answer) {
        if (answer.words.empty() || !answer.words.front().isAtom("CAPABILITY"))
            return;
        for (const ImapWord &word : answer.words) {
            std::string name = word.text.substr(0, 60);
            std::transform(name.begin(), name.end(), name.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
            if (m_can.size() < 200)
                m_can.insert(name);
        }
    });
}

base::Result<std::vector<ImapFolder>> ImapSession::folders()
{
    std::vector<ImapFolder> out;
    const bool hasMarks = can("SPECIAL-USE") && can("LIST-EXTENDED");
    TRY(command(hasMarks ? "LIST \"\" \"*\" RETURN (SPECIAL-USE)" : "LIST \"\" \"*\"",
                [&out](const ImapAnswer &answer) {
                    auto folder = readFolder(answer);
                    if (folder && out.size() < foldersMax)
                        out.push_back(std::move(*folder));
                }));
    return out;
}

base::Result<ImapFolderState> ImapSession::examine(const std::string &folder)
{
    const auto name = imapQuoted(folder);
    if (!name)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "The folder's name holds a line end."};
    ImapFolderState out;
    TRY(command("EXAMINE " + *name, [&out](const ImapAnswer &answer) {
        if (const std::uint32_t validity = codeNumber(answer.line, "uidvalidity"))
            out.uidValidity = validity;
        if (const std::uint32_t next = codeNumber(answer.line, "uidnext"))
            out.uidNext = next;
        if (answer.words.size() > 1 && answer.words[1].isAtom("EXISTS"))
            out.exists = number(answer.words[0].text);
    }));
    return out;
}

base::Result<std::vector<std::uint32_t>> ImapSession::search(const std::string &criteria)
{
    std::vector<std::uint32_t> out;
    TRY(command("UID SEARCH " + criteria, [&out](const ImapAnswer &answer) {
        if (answer.words.empty() || !answer.words.front().isAtom("SEARCH"))
            return;
        for (std::size_t i = 1; i < answer.words.size() && out.size() < uidsMax; ++i) {
            if (const std::uint32_t uid = number(answer.words[i].text))
                out.push_back(uid);
        }
    }));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

base::Status ImapSession::fetch(const std::vector<std::uint32_t> &uids, std::size_t bytesMax,
                                const std::function<void(const ImapMessage &)> &take)
{
    // One by one, so that no more than one message is ever in memory or on its way.
    for (const std::uint32_t uid : uids) {
        const base::Status fetched =
            command("UID FETCH " + std::to_string(uid) + " (UID INTERNALDATE BODY.PEEK[]<0." +
                        std::to_string(bytesMax) + ">)",
                    [&](const ImapAnswer &answer) {
                        const auto message = readFetch(answer);
                        if (message && message->uid == uid)
                            take(*message);
                    });
        // What the server cannot give must not keep the others from being read; what it cannot give
        // just now must not be passed over (RFC 5530).
        if (!fetched.ok() && (m_isOver || isForNow(fetched.error().message)))
            return m_isOver ? fetched : base::Status(unavailable(fetched.error().message));
    }
    return {};
}

base::Status ImapSession::append(const std::string &folder, const std::string &message)
{
    const auto name = imapQuoted(folder);
    if (!name)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "The folder's name holds a line end."};
    m_wire->allow(m_answerMs);
    const std::string tag = nextTag();
    TRY(sendLine(tag + " APPEND " + *name + " (\\Seen) {" + std::to_string(message.size()) + '}'));
    // The server asks for the bytes, or says no.
    for (;;) {
        auto answer = m_reader.next();
        if (!answer.ok())
            return lost(answer.error());
        if (!*answer)
            return lost(unavailable("The mail server did not answer in time."));
        if ((*answer)->tag == "+")
            break;
        if ((*answer)->tag == tag)
            return base::Error{.code = base::ErrorCode::Refused,
                               .message = "The mail server said: " + serversWords((*answer)->line)};
    }
    TRY(sendLine(message));
    return awaitTag(tag, [](const ImapAnswer &) {});
}

base::Result<bool> ImapSession::idle(base::DurationMs duration)
{
    m_wire->allow(m_answerMs);
    const std::string tag = nextTag();
    TRY(sendLine(tag + " IDLE"));
    bool hasArrived = false;
    const auto note = [&hasArrived](const ImapAnswer &answer) {
        hasArrived = hasArrived || (answer.words.size() > 1 && (answer.words[1].isAtom("EXISTS") ||
                                                                answer.words[1].isAtom("RECENT")));
    };
    bool isWaiting = false;
    for (int i = 0; i < answersMax && !hasArrived; ++i) {
        auto answer = m_reader.next();
        if (!answer.ok())
            return lost(answer.error());
        if (!*answer && !isWaiting)
            return lost(unavailable("The mail server did not answer in time."));
        if (!*answer)
            break; // the time is over
        if ((*answer)->tag == tag)
            return lost(
                unavailable("The mail server does not wait: " + serversWords((*answer)->line)));
        if ((*answer)->tag == "+" && !isWaiting) {
            isWaiting = true;
            m_wire->allow(duration);
        } else if (!(*answer)->words.empty() && (*answer)->words.front().isAtom("BYE")) {
            return lost(unavailable("The mail server ended the conversation."));
        } else if ((*answer)->tag == "*") {
            note(**answer);
        }
    }
    m_wire->allow(m_answerMs);
    TRY(sendLine("DONE"));
    TRY(awaitTag(tag, note));
    return hasArrived;
}

} // namespace topline::mail
