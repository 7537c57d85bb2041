#include "app/cli/session.h"

#include "core/base/text.h"

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

base::Result<std::optional<domain::OwnerId>> Session::ownerAsked(const Invocation &invocation)
{
    if (!invocation.has("owner"))
        return std::optional<domain::OwnerId>();
    TRY_ASSIGN(const auto owners, engine().owners());
    for (const auto &known : owners) {
        if (base::lowerAscii(known.name) == base::lowerAscii(invocation.option("owner")))
            return std::optional(known.id);
    }
    return base::Error{base::ErrorCode::NotFound,
                       "There is no owner \"" + invocation.option("owner") + "\"."};
}

ui::text::Format Session::format()
{
    const auto zone = base::TimeZone::find(engine().policy().zone);
    return {QLocale(QLocale::English, QLocale::UnitedStates), zone ? *zone : base::TimeZone(),
            now()};
}

} // namespace topline::app
