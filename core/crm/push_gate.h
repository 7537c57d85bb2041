// The point of no return of a push. A connector asks its gate just before the bytes after which an
// effect may happen outside; the gate makes "on the wire" durable. Implemented by the engine (over
// its thread for couriers, directly for the terminal); asked by connectors on their own thread.
// After a failure, or where nobody asked, nothing of the effect may leave: it is safe to send
// again.
#pragma once

#include "core/base/result.h"
#include "core/domain/effect.h"

#include <span>

namespace topline::crm {

class PushGate {
public:
    virtual ~PushGate() = default;

    // Returns when the marks of all of them are durable; at most once per effect and push.
    virtual base::Status pass(std::span<const domain::Effect> effects) = 0;
};

} // namespace topline::crm
