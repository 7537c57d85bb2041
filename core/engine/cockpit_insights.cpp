#include "core/engine/cockpit_insights.h"

#include <utility>

namespace topline::engine {

void CockpitInsights::loadSignals(Answer<domain::SignalsView> answer)
{
    m_reader.ask<domain::SignalsView>([](Reads &reads) { return reads.signals(); },
                                      std::move(answer));
}

void CockpitInsights::dryRunSignals(domain::SignalPolicy policy, Answer<domain::DryRun> answer)
{
    m_reader.ask<domain::DryRun>(
        [policy = std::move(policy)](Reads &reads) { return reads.dryRun(policy); },
        std::move(answer));
}

void CockpitInsights::setSignalPolicy(domain::SignalPolicy policy, Done done)
{
    m_loop.command(
        [policy = std::move(policy)](Engine &engine) {
            domain::Policy all = engine.policy();
            all.signals = policy;
            return engine.setPolicy(all);
        },
        std::move(done));
}

void CockpitInsights::trustEvent(domain::EventId event, bool isTrusted, Done done)
{
    m_loop.command(
        [event, isTrusted](Engine &engine) { return engine.trustEvent(event, isTrusted); },
        std::move(done));
}

} // namespace topline::engine
