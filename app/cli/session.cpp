#include "app/cli/session.h"

#include <chrono>
#include <thread>

namespace topline::app {

base::Result<std::unique_ptr<Session>> Session::open(const Invocation &invocation)
{
    TRY_ASSIGN(auto composition, Composition::open(invocation.workspace,
                                                   {.asOfMs = invocation.asOfMs, .playFiles = {}}));
    return std::unique_ptr<Session>(new Session(std::move(composition)));
}

base::Result<std::unique_ptr<Session>> Session::create(const Invocation &invocation,
                                                       const NewWorkspace &what)
{
    TRY_ASSIGN(auto composition,
               Composition::create(invocation.workspace, what,
                                   {.asOfMs = invocation.asOfMs, .playFiles = {}}));
    return std::unique_ptr<Session>(new Session(std::move(composition)));
}

base::Status Session::wait(base::DurationMs forMs)
{
    if (m_composition->clock().standsStill())
        return m_composition->moveClockAhead(forMs);
    std::this_thread::sleep_for(std::chrono::milliseconds(forMs));
    return {};
}

ui::text::Format Session::format()
{
    const auto zone = base::TimeZone::find(engine().policy().zone);
    return {QLocale(QLocale::English, QLocale::UnitedStates), zone ? *zone : base::TimeZone(),
            now()};
}

} // namespace topline::app
