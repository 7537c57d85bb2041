// The calendar that meetings are booked in, as far as the workspace keeps it: whose, where, by
// which zone. Its password is in the keychain. Used by Engine, on its thread; each change is one
// transaction.
#pragma once

#include "core/base/result.h"
#include "core/domain/calendar.h"
#include "core/engine/step/step.h"

#include <optional>

namespace topline::engine {

class CalendarBook {
public:
    explicit CalendarBook(Context &context)
        : m_context(context)
    {
    }

    base::Result<std::optional<domain::CalendarAccount>> account() const;
    // What is approved from now on is booked there; what was approved before keeps its bytes.
    base::Status setAccount(const domain::CalendarAccount &account);
    // What waits for it waits on, until one is connected again.
    base::Status removeAccount();

private:
    Context &m_context;
};

} // namespace topline::engine
