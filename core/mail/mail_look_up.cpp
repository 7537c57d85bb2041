#include "core/mail/mail_look_up.h"

#include "core/base/text.h"

#include <algorithm>

namespace topline::mail {

namespace {

constexpr std::size_t looksMax = 5; // messages looked into of one search
constexpr std::size_t messageBytes = std::size_t{512} * 1024;

bool containsId(const std::string &bytes, const actions::MailWire &wire)
{
    return bytes.find(wire.messageId) != std::string::npos ||
           base::lowerAscii(bytes).find(wire.effectId) != std::string::npos;
}

// Searches the folder and looks into what the server names.
base::Result<bool> isInFolder(ImapSession &session, const std::string &folder,
                              const std::string &criteria, const actions::MailWire &wire)
{
    const auto examined = session.examine(folder);
    if (!examined.ok() && session.isOver())
        return examined.error();
    if (!examined.ok())
        return false; // a folder that cannot be opened holds no evidence
    const auto hits = session.search(criteria);
    if (!hits.ok() && session.isOver())
        return hits.error();
    if (!hits.ok())
        return false;
    std::vector<std::uint32_t> uids = *hits;
    if (uids.size() > looksMax)
        uids.erase(uids.begin(), uids.end() - looksMax);
    bool isFound = false;
    TRY(session.fetch(uids, messageBytes, [&](const ImapMessage &message) {
        isFound = isFound || containsId(message.bytes, wire);
    }));
    return isFound;
}

std::string copyCriteria(const actions::MailWire &wire)
{
    // Both are of letters that need no care between quotes; a server that puts its own Message-ID
    // there keeps the other.
    return "OR HEADER Message-ID \"" + wire.messageId + "\" HEADER X-Effect-Id \"" + wire.effectId +
           '"';
}

std::string answerCriteria(const actions::MailWire &wire)
{
    return "OR OR HEADER In-Reply-To \"" + wire.messageId + "\" HEADER References \"" +
           wire.messageId + "\" BODY \"" + wire.effectId + '"';
}

} // namespace

base::Result<bool> holdsMessage(ImapSession &session, const std::vector<std::string> &folders,
                                const actions::MailWire &wire)
{
    for (const std::string &folder : folders) {
        TRY_ASSIGN(const bool isThere, isInFolder(session, folder, copyCriteria(wire), wire));
        if (isThere)
            return true;
    }
    return false;
}

base::Result<std::optional<std::string>> findEvidence(Mailbox &mailbox, ImapSession &session,
                                                      const actions::MailWire &wire)
{
    TRY_ASSIGN(const MailFolders folders, mailbox.folders(session));
    for (const auto *list : {&folders.sent, &folders.all}) {
        TRY_ASSIGN(const bool isThere, holdsMessage(session, *list, wire));
        if (isThere)
            return std::optional<std::string>("The mail server has a copy of it among what was "
                                              "sent.");
    }
    TRY_ASSIGN(const bool isAnswered, isInFolder(session, "INBOX", answerCriteria(wire), wire));
    if (isAnswered)
        return std::optional<std::string>("A message in the inbox speaks of it.");
    return std::optional<std::string>();
}

} // namespace topline::mail
