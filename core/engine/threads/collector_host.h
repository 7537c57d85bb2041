// What listens for events of the customer's own site, as the engine needs it: made by app, which
// has the socket, and given to CockpitThread. Everything but end() and view() is called on the
// engine's thread; failures come as Error values and leave the settings as they were.
#pragma once

#include "core/base/result.h"
#include "core/domain/collector_view.h"
#include "core/engine/threads/incoming_queue.h"

#include <cstdint>
#include <functional>
#include <string>

namespace topline::engine {

class CollectorHost {
public:
    // Called on the host's own thread; returns at once, false when there is no room now.
    using Take = std::function<bool(domain::IncomingEvents incoming, IncomingQueue::Done done)>;

    virtual ~CollectorHost() = default;

    // Opens the port when it is set so; what is wrong is told by view().
    virtual void begin(Engine &engine, Take take) = 0;
    // As Collector::set and makeWriteKey.
    virtual base::Status set(Engine &engine, bool isOn, std::uint16_t port) = 0;
    virtual base::Result<std::string> makeWriteKey(Engine &engine) = 0;
    // All but what the engine counts itself. Any thread.
    virtual domain::CollectorView view() const = 0;
    // Closes the port for good; returns when `take` is called no more. Any thread.
    virtual void end() = 0;
};

} // namespace topline::engine
