#include "core/engine/mail_book.h"

namespace topline::engine {

base::Result<std::optional<domain::MailAccount>> MailBook::account() const
{
    return m_context.tables().mail.account();
}

base::Status MailBook::setAccount(const domain::MailAccount &account)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "mailbox"));
    TRY(step.tables().mail.setAccount(account));
    return step.commit();
}

base::Status MailBook::removeAccount()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "mailbox"));
    TRY(step.tables().mail.removeAccount());
    return step.commit();
}

} // namespace topline::engine
