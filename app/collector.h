// The collector around an engine: opens the socket with the workspace's settings, and hands on what
// comes in. Made by the composition for the window, and by `topline-cli collect`.
#pragma once

#include "app/collector_settings.h"
#include "core/engine/threads/incoming_queue.h"
#include "core/platform/collector_socket.h"

#include <functional>
#include <memory>

namespace topline::app {

using PostIncoming =
    std::function<bool(domain::IncomingEvents incoming, engine::IncomingQueue::Done done)>;

// Refused without a write key, Busy when the port is taken. `post` is called on the collector's
// thread until the socket ends; clock and pace must outlive it.
base::Result<std::unique_ptr<platform::CollectorSocket>>
startCollector(const CollectorSettings &settings, const base::Clock &clock, const crm::Pace &pace,
               PostIncoming post);

} // namespace topline::app
