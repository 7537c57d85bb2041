// Commands on the collector of events of the customer's own site, a part of Cockpit (which ui
// includes): the same threads, callbacks and failures. How it does is part of domain::SyncView.
#pragma once

#include "core/engine/insights.h"

#include <cstdint>
#include <string>

namespace topline::engine {

class Collector {
public:
    virtual ~Collector() = default;

    // Kept in the workspace, and the port opened, changed or closed at once. Refused without a
    // write key, InvalidInput for port 0; nothing is changed then. Ok also when the port is taken:
    // that is told by CollectorView::fault, and calling this again tries again.
    virtual void set(bool isOn, std::uint16_t port, Done done) = 0;
    // Told this once, only its hash is stored; the one before fits no more, from now on.
    virtual void makeWriteKey(Answer<std::string> answer) = 0;
};

} // namespace topline::engine
