#include "core/mail/sent_copies.h"

namespace topline::mail {

namespace {

constexpr base::DurationMs serversTurnMs = 30 * base::secondMs; // time to file it by itself
constexpr int triesMax = 3;
constexpr std::size_t waitingMax = 200;

} // namespace

void SentCopies::note(actions::MailWire wire, base::UtcMs sentMs)
{
    if (m_waiting.size() < waitingMax)
        m_waiting.push_back({std::move(wire), sentMs + serversTurnMs, 0});
}

bool SentCopies::isDue(base::UtcMs now) const
{
    return !m_waiting.empty() && m_waiting.front().dueMs <= now;
}

base::Status SentCopies::fileOne(Mailbox &mailbox, ImapSession &session, const Copy &copy)
{
    TRY_ASSIGN(const MailFolders folders, mailbox.folders(session));
    if (folders.sent.empty())
        return {};
    TRY_ASSIGN(const bool isThere, holdsMessage(session, folders.sent, copy.wire));
    if (isThere && copy.tries == 1)
        m_serverFiles = true; // nobody else has put it there
    if (isThere)
        return {};
    m_serverFiles = false;
    return session.append(folders.sent.front(), copy.wire.message);
}

void SentCopies::file(Mailbox &mailbox, base::UtcMs now, const crm::CancelToken &cancel)
{
    while (isDue(now) && !cancel.cancelled) {
        Copy copy = std::move(m_waiting.front());
        m_waiting.pop_front();
        // Counted before the work, which is done again on a new connection: then the copy that is
        // found may be our own.
        const base::Status filed = mailbox.with(
            [&](ImapSession &session) {
                ++copy.tries;
                return fileOne(mailbox, session, copy);
            },
            cancel);
        if (filed.ok() || copy.tries >= triesMax)
            continue;
        copy.dueMs = now + serversTurnMs;
        m_waiting.push_back(std::move(copy));
        return; // the next would fare no better now
    }
}

} // namespace topline::mail
