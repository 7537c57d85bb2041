#include "core/engine/channels/calendar_book.h"

namespace topline::engine {

base::Result<std::optional<domain::CalendarAccount>> CalendarBook::account() const
{
    return m_context.tables().calendar.account();
}

base::Status CalendarBook::setAccount(const domain::CalendarAccount &account)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "calendar"));
    TRY(step.tables().calendar.setAccount(account));
    return step.commit();
}

base::Status CalendarBook::removeAccount()
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "calendar"));
    TRY(step.tables().calendar.removeAccount());
    return step.commit();
}

} // namespace topline::engine
