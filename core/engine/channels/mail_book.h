// The mailbox that approved mails leave by, as far as the workspace keeps it: who sends, by which
// servers, with which signature and footer. Its password is in the keychain. Used by Engine, on its
// thread; each change is one transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/mail.h"
#include "core/engine/step/step.h"

#include <optional>

namespace topline::engine {

// The mailbox that this action's mail leaves by, with the language of its footer chosen for the
// recipient. Nothing without one.
base::Result<std::optional<domain::MailAccount>> senderOf(Step &step, const domain::Action &action);

// What the recipient is called, for the head of the mail: the name of the action's person, as long
// as it goes to that person's address; else empty.
base::Result<std::string> recipientName(Step &step, const domain::Action &action);

class MailBook {
public:
    explicit MailBook(Context &context)
        : m_context(context)
    {
    }

    base::Result<std::optional<domain::MailAccount>> account() const;
    // What is approved from now on goes by it; what was approved before keeps its bytes.
    base::Status setAccount(const domain::MailAccount &account);
    // Only what stands in and over mails: name, signature, postal address, address for answers,
    // language, address for unsubscribing. InvalidInput names the field that is wrong.
    base::Status setTexts(const domain::MailAccount &texts);
    // What waits for it waits on, until one is connected again.
    base::Status removeAccount();

private:
    Context &m_context;
};

} // namespace topline::engine
