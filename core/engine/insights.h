// What the cockpit knows about accounts and deals beyond the feed, and the judgements of people
// that rules go by: signals and their thresholds, whose word stands over a rule's. A part of
// Cockpit (which ui includes): the same threads, callbacks and failures.
#pragma once

#include "core/base/result.h"
#include "core/domain/detector_view.h"

#include <functional>

namespace topline::engine {

template <typename T> using Answer = std::function<void(base::Result<T>)>;
using Done = std::function<void(base::Status)>;

class Insights {
public:
    virtual ~Insights() = default;

    // Every detector with its hits of the last 90 days.
    virtual void loadSignals(Answer<domain::SignalsView> answer) = 0;
    // What the policy would have found in the last 90 days; nothing is saved.
    virtual void dryRunSignals(domain::SignalPolicy policy, Answer<domain::DryRun> answer) = 0;
    virtual void setSignalPolicy(domain::SignalPolicy policy, Done done) = 0;
    // A person says that an event was no machine's, or takes that back.
    virtual void trustEvent(domain::EventId event, bool isTrusted, Done done) = 0;
};

} // namespace topline::engine
