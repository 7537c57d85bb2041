#include "core/mail/mail_watch.h"

#include <algorithm>

namespace topline::mail {

using crm::WatchEnd;

namespace {

constexpr base::DurationMs idleMax = 29 * base::minuteMs;

bool isSame(const ImapFolderState &one, const ImapFolderState &other)
{
    return one.uidValidity == other.uidValidity && one.uidNext == other.uidNext &&
           (one.uidNext != 0 || one.exists == other.exists);
}

} // namespace

MailWatch::MailWatch(domain::MailAccount account, ImapDialer &dialer, crm::AccessSource &access)
    : m_mailbox(std::move(account), dialer, access)
{
}

base::Result<WatchEnd> MailWatch::waitOnce(ImapSession &session, base::DurationMs timeoutMs)
{
    if (!session.can("IDLE"))
        return WatchEnd::CannotWait;
    TRY_ASSIGN(const ImapFolderState now, session.examine("INBOX"));
    // What came before the first look is known to nobody: perhaps behind the last pull.
    const bool isNew = !m_seen || !isSame(*m_seen, now);
    m_seen = now;
    if (isNew)
        return WatchEnd::Arrived;
    TRY_ASSIGN(const bool hasArrived, session.idle(std::min(timeoutMs, idleMax)));
    if (!hasArrived)
        return WatchEnd::TimeOver;
    // Or the next wait would tell of the same again.
    TRY_ASSIGN(m_seen, session.examine("INBOX"));
    return WatchEnd::Arrived;
}

base::Result<WatchEnd> MailWatch::wait(base::DurationMs timeoutMs, const crm::CancelToken &cancel)
{
    WatchEnd end = WatchEnd::TimeOver;
    while (timeoutMs > 0 && end == WatchEnd::TimeOver && !cancel.cancelled) {
        const base::Status waited = m_mailbox.with(
            [&](ImapSession &session) -> base::Status {
                TRY_ASSIGN(end, waitOnce(session, timeoutMs));
                return {};
            },
            cancel);
        TRY(waited);
        timeoutMs -= std::min(timeoutMs, idleMax);
    }
    return end;
}

} // namespace topline::mail
