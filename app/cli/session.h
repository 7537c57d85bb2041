// A workspace opened for one command, and what commands ask of it. Made by the commands that need
// it, on the main thread; closing is the destructor's job. Every Error says what happened to the
// file and what to do.
#pragma once

#include "app/cli/command.h"
#include "app/composition.h"
#include "ui/text/format.h"

#include <memory>
#include <optional>

namespace topline::app {

class Session {
public:
    static base::Result<std::unique_ptr<Session>> open(const Invocation &invocation);
    // A new file; refused when there is one.
    static base::Result<std::unique_ptr<Session>> create(const Invocation &invocation,
                                                         const NewWorkspace &what);

    engine::Engine &engine() { return m_composition->engine(); }

    // The demo company's; null in other workspaces.
    crm::Connector *connector() { return m_composition->connector(); }

    crm::ConnectionSource &source() { return m_composition->source(); }

    const base::Clock &clock() const { return m_composition->clock(); }

    base::UtcMs now() const { return m_composition->clock().now(); }

    // Moves the demo's time on, for later commands too unless it stands still at --as-of.
    base::Status moveAhead(base::DurationMs byMs) { return m_composition->moveClockAhead(byMs); }

    // Time passes: the machine's clock is waited for, one that stands still is moved.
    base::Status wait(base::DurationMs forMs);

    // The rep of --owner, by name in any case; nobody when it was not given.
    base::Result<std::optional<domain::OwnerId>> ownerAsked(const Invocation &invocation);

    ui::text::Format format();

private:
    explicit Session(std::unique_ptr<Composition> composition)
        : m_composition(std::move(composition))
    {
    }

    std::unique_ptr<Composition> m_composition;
};

} // namespace topline::app
