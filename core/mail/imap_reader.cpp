#include "core/mail/imap_reader.h"

#include "core/base/text.h"

#include <algorithm>

namespace topline::mail {

namespace {

constexpr std::size_t lineMax = std::size_t{256} * 1024; // a search of 30 days is one line
constexpr std::size_t literalMax = std::size_t{5} * 1024 * 1024;
constexpr std::size_t literalsMax = 64; // of one answer
constexpr std::size_t wordsMax = 100'000;
constexpr char literalMark = '\x01'; // where a literal stood; no server may send it

base::Error tooMuch()
{
    return {.code = base::ErrorCode::Refused,
            .message = "The mail server's answer is longer than allowed.",
            .kept = "Nothing was changed there."};
}

base::Error brokenOff()
{
    return {.code = base::ErrorCode::Unavailable,
            .message = "The answer of the mail server broke off.",
            .kept = "Nothing was changed there."};
}

// The bytes that "{123}" at the end of a line announces; -1: none.
long long literalSize(std::string_view line)
{
    if (line.empty() || line.back() != '}')
        return -1;
    const std::size_t open = line.rfind('{');
    if (open == std::string_view::npos)
        return -1;
    std::string_view digits = line.substr(open + 1, line.size() - open - 2);
    if (!digits.empty() && digits.back() == '+')
        digits.remove_suffix(1);
    if (digits.empty() || digits.size() > 12)
        return -1;
    long long size = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return -1;
        size = size * 10 + (c - '0');
    }
    return size;
}

std::string quotedText(std::string_view line, std::size_t &at)
{
    std::string out;
    for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] == '\\' && at + 1 < line.size())
            ++at;
        out += line[at];
    }
    if (at < line.size())
        ++at;
    return out;
}

} // namespace

bool ImapWord::isAtom(std::string_view upperCase) const
{
    return kind == ImapWordKind::Atom && text.size() == upperCase.size() &&
           base::lowerAscii(text) == base::lowerAscii(upperCase);
}

std::vector<ImapWord> imapWords(std::string_view line, std::vector<std::string> &literals)
{
    std::vector<ImapWord> out;
    std::size_t literal = 0;
    for (std::size_t at = 0; at < line.size() && out.size() < wordsMax;) {
        const char c = line[at];
        if (c == ' ') {
            ++at;
        } else if (c == '(' || c == ')') {
            out.push_back({c == '(' ? ImapWordKind::Open : ImapWordKind::Close, {}});
            ++at;
        } else if (c == '"') {
            out.push_back({ImapWordKind::Text, quotedText(line, at)});
        } else if (c == literalMark) {
            out.push_back({ImapWordKind::Text, literal < literals.size()
                                                   ? std::move(literals[literal++])
                                                   : std::string()});
            ++at;
        } else {
            // The brackets of "BODY[HEADER.FIELDS (X)]" belong to the word.
            std::size_t end = at;
            int brackets = 0;
            while (end < line.size() && line[end] != literalMark) {
                if (brackets == 0 &&
                    std::string_view(" ()\"").find(line[end]) != std::string_view::npos)
                    break;
                brackets += line[end] == '[' ? 1 : line[end] == ']' && brackets > 0 ? -1 : 0;
                ++end;
            }
            out.push_back({ImapWordKind::Atom, std::string(line.substr(at, end - at))});
            at = end;
        }
    }
    return out;
}

base::Result<bool> ImapReader::fill()
{
    if (m_begin > 0) {
        m_buffer.erase(0, m_begin);
        m_begin = 0;
    }
    TRY_ASSIGN(const std::optional<std::string> more, m_wire.receive());
    if (!more)
        return false;
    m_buffer += *more;
    return true;
}

base::Result<std::optional<std::string>> ImapReader::line()
{
    std::size_t looked = m_begin;
    for (;;) {
        const std::size_t end = m_buffer.find('\n', looked);
        if (end != std::string::npos) {
            std::string out = m_buffer.substr(m_begin, end - m_begin);
            m_begin = end + 1;
            if (!out.empty() && out.back() == '\r')
                out.pop_back();
            return std::optional(std::move(out));
        }
        const std::size_t pending = m_buffer.size() - m_begin;
        if (pending > lineMax)
            return tooMuch();
        TRY_ASSIGN(const bool isFilled, fill());
        looked = pending; // fill() has moved what was there to the front
        if (!isFilled && pending > 0)
            return brokenOff();
        if (!isFilled)
            return std::optional<std::string>();
    }
}

base::Result<std::string> ImapReader::bytes(std::size_t count)
{
    while (m_buffer.size() - m_begin < count) {
        TRY_ASSIGN(const bool isFilled, fill());
        if (!isFilled)
            return brokenOff();
    }
    std::string out = m_buffer.substr(m_begin, count);
    m_begin += count;
    return out;
}

base::Result<std::optional<ImapAnswer>> ImapReader::next()
{
    std::string whole;
    std::vector<std::string> literals;
    std::size_t literalBytes = 0;
    for (;;) {
        TRY_ASSIGN(std::optional<std::string> part, line());
        if (!part && whole.empty() && literals.empty())
            return std::optional<ImapAnswer>();
        if (!part)
            return brokenOff();
        std::replace(part->begin(), part->end(), literalMark, ' ');
        const long long size = literalSize(*part);
        if (size >= 0)
            part->erase(part->rfind('{'));
        whole += *part;
        if (whole.size() > lineMax)
            return tooMuch();
        if (size < 0)
            break;
        literalBytes += static_cast<std::size_t>(size);
        if (literalBytes > literalMax || literals.size() >= literalsMax)
            return tooMuch();
        TRY_ASSIGN(std::string literal, bytes(static_cast<std::size_t>(size)));
        literals.push_back(std::move(literal));
        whole += literalMark;
    }
    ImapAnswer out;
    const std::size_t space = std::min(whole.find(' '), whole.size());
    out.tag = whole.substr(0, space);
    out.line = whole.substr(std::min(space + 1, whole.size()));
    out.words = imapWords(out.line, literals);
    return std::optional(std::move(out));
}

} // namespace topline::mail
