// One conversation with an IMAP server: looks into folders without changing anything in them, finds
// messages, and files our own copies. Used by the mail connector, one thread, blocking. After an
// Unavailable or Refused of the wire the session is over (isOver) and a new one is needed; a plain
// "NO" of the server is Refused with its words and leaves the session alive.
#pragma once

#include "core/mail/imap_reader.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace topline::mail {

struct ImapFolder {
    std::string name;            // as the server writes it
    std::set<std::string> marks; // in lower case: "\\sent", "\\all", "\\noselect"
};

struct ImapFolderState {
    std::uint32_t uidValidity = 0;
    std::uint32_t uidNext = 0; // 0: the server does not say
    std::uint32_t exists = 0;
};

struct ImapMessage {
    std::uint32_t uid = 0;
    std::string internalDate; // "01-Dec-2026 08:00:00 +0000"
    std::string bytes;        // as far as was asked for
};

class ImapSession {
public:
    ImapSession(std::unique_ptr<ImapWire> wire, base::DurationMs answerMs);

    bool isOver() const { return m_isOver; }

    base::Status readCapabilities();

    bool can(const std::string &upperCase) const { return m_can.count(upperCase) > 0; }

    base::Result<std::vector<ImapFolder>> folders();
    // Read only: no message is ever marked by looking.
    base::Result<ImapFolderState> examine(const std::string &folder);
    // `criteria` as in RFC 3501, of ASCII; texts in it through imapQuoted.
    base::Result<std::vector<std::uint32_t>> search(const std::string &criteria);
    // The first `bytesMax` bytes of each message, one after the other; one that the server cannot
    // give is left out, unless it says that it cannot now.
    base::Status fetch(const std::vector<std::uint32_t> &uids, std::size_t bytesMax,
                       const std::function<void(const ImapMessage &)> &take);
    base::Status append(const std::string &folder, const std::string &message);

    // Waits in the folder that is open until something arrives; false when the time is over.
    base::Result<bool> idle(base::DurationMs duration);

private:
    using Untagged = std::function<void(const ImapAnswer &)>;
    std::string nextTag();
    base::Status command(const std::string &text, const Untagged &untagged);
    base::Status awaitTag(const std::string &tag, const Untagged &untagged);
    base::Status sendLine(const std::string &line);
    base::Error lost(base::Error error);

    std::unique_ptr<ImapWire> m_wire;
    ImapReader m_reader;
    base::DurationMs m_answerMs;
    std::set<std::string> m_can;
    int m_count = 0;
    bool m_isOver = false;
};

// A text between quotes. It must have no line end or NUL: nothing then.
std::optional<std::string> imapQuoted(std::string_view text);

} // namespace topline::mail
