// Insights for tests of the window: answers at once with what the test put in, and notes what it
// was told. GUI thread only.
#pragma once

#include "core/engine/insights.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakeInsights final : public engine::Insights {
public:
    domain::SignalsView signalsView;
    domain::DryRun trial;

    std::vector<std::string> called; // in order
    std::optional<domain::SignalPolicy> tried;
    std::optional<domain::SignalPolicy> saved;
    std::vector<std::pair<domain::EventId, bool>> trusted;

    int count(const std::string &name) const
    {
        return static_cast<int>(std::count(called.begin(), called.end(), name));
    }

    void loadSignals(engine::Answer<domain::SignalsView> answer) override
    {
        called.emplace_back("signals");
        answer(signalsView);
    }

    void dryRunSignals(domain::SignalPolicy policy, engine::Answer<domain::DryRun> answer) override
    {
        called.emplace_back("dry run");
        tried = std::move(policy);
        answer(trial);
    }

    void setSignalPolicy(domain::SignalPolicy policy, engine::Done done) override
    {
        called.emplace_back("save signals");
        saved = std::move(policy);
        done(base::Status());
    }

    void trustEvent(domain::EventId event, bool isTrusted, engine::Done done) override
    {
        called.emplace_back("trust");
        trusted.emplace_back(event, isTrusted);
        done(base::Status());
    }
};

} // namespace topline::test
