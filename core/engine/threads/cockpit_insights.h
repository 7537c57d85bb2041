// Insights over the engine's threads: questions on the reader's thread, judgements on the engine's.
// A part of CockpitThread, which it must not outlive.
#pragma once

#include "core/engine/insights.h"
#include "core/engine/threads/cockpit_guards.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/reader.h"

#include <functional>

namespace topline::engine {

class CockpitInsights final : public Insights {
public:
    // `slow` answers what looks through all of the history; the other one never waits behind it.
    CockpitInsights(EngineLoop &loop, Reader &reader, Reader &slow)
        : m_loop(loop)
        , m_reader(reader)
        , m_slow(slow)
    {
    }

    void loadSignals(Answer<domain::SignalsView> answer) override;
    void dryRunSignals(domain::SignalPolicy policy, Answer<domain::DryRun> answer) override;
    void setSignalPolicy(domain::SignalPolicy policy, Done done) override;
    void trustEvent(domain::EventId event, bool isTrusted, Done done) override;
    void loadAccounts(Answer<std::vector<domain::AccountRow>> answer) override;
    void loadAccount(domain::AccountId account, Answer<domain::AccountView> answer) override;
    void loadTierRates(Answer<domain::TierReport> answer) override;
    void loadIcp(Answer<domain::IcpPolicy> answer) override;
    void setIcp(domain::IcpPolicy icp, Done done) override;
    void setRole(domain::ContactId contact, domain::BuyingRole role, Done done) override;
    void setElement(domain::DealId deal, domain::ElementFact element, Done done) override;
    void acceptLead(domain::AccountId account, Done done) override;
    void loadWinOutlook(Answer<domain::WinOutlook> answer) override;

    GuardPanel &guards() override { return m_guards; }

private:
    EngineLoop &m_loop;
    Reader &m_reader;
    Reader &m_slow;
    CockpitGuards m_guards{m_loop, m_reader};
};

} // namespace topline::engine
