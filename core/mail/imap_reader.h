// The answers of an IMAP server (RFC 3501, 9051), from bytes to words. Used by ImapSession. Pure
// but for the wire that it reads. Trusts nobody: a line, a literal and the words of an answer have
// limits, after which the connection is good for nothing more (Refused); an end in the middle is
// Unavailable.
#pragma once

#include "core/mail/mail_sender.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::mail {

enum class ImapWordKind { Atom, Text, Open, Close }; // Text: quoted or a literal

struct ImapWord {
    ImapWordKind kind = ImapWordKind::Atom;
    std::string text;
    bool isAtom(std::string_view upperCase) const; // whatever its case
};

// One answer: "*", "+" or a tag, and what stands behind it.
struct ImapAnswer {
    std::string tag;
    std::string line; // as one text, without its literals: for codes and people
    std::vector<ImapWord> words;
};

// Words of one whole answer whose literals stand in `literals`, in their order.
std::vector<ImapWord> imapWords(std::string_view line, std::vector<std::string> &literals);

class ImapReader {
public:
    explicit ImapReader(ImapWire &wire)
        : m_wire(wire)
    {
    }

    // Nothing: the time is over and no answer has begun.
    base::Result<std::optional<ImapAnswer>> next();

private:
    base::Result<bool> fill(); // false: the time is over
    base::Result<std::optional<std::string>> line();
    base::Result<std::string> bytes(std::size_t count);

    ImapWire &m_wire;
    std::string m_buffer;
    std::size_t m_begin = 0; // of what was not read yet
};

} // namespace topline::mail
