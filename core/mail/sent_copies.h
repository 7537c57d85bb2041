// Our copies for the folder of sent mail, where the server does not file them itself. Used by the
// mail connector: noted after a success, filed at a later pull, so that recording the success never
// waits for it. One thread. A copy is a convenience: what fails is tried a few times and let go.
#pragma once

#include "core/mail/mail_look_up.h"

#include <deque>

namespace topline::mail {

class SentCopies {
public:
    void note(actions::MailWire wire, base::UtcMs sentMs);

    bool isDue(base::UtcMs now) const;

    // Files what is due and not there already.
    void file(Mailbox &mailbox, base::UtcMs now, const crm::CancelToken &cancel);

    // Whether the server files by itself; nothing: not seen yet.
    std::optional<bool> serverFiles() const { return m_serverFiles; }

private:
    struct Copy {
        actions::MailWire wire;
        base::UtcMs dueMs = 0;
        int tries = 0;
    };

    base::Status fileOne(Mailbox &mailbox, ImapSession &session, const Copy &copy);

    std::deque<Copy> m_waiting;
    std::optional<bool> m_serverFiles;
};

} // namespace topline::mail
