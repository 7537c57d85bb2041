#include "core/engine/threads/cockpit_insights.h"

#include "core/engine/commands/account_work.h"

#include <utility>

namespace topline::engine {

void CockpitInsights::loadSignals(Answer<domain::SignalsView> answer)
{
    m_reader.ask<domain::SignalsView>([](Reads &reads) { return reads.signals(); },
                                      std::move(answer));
}

void CockpitInsights::dryRunSignals(domain::SignalPolicy policy, Answer<domain::DryRun> answer)
{
    m_slow.ask<domain::DryRun>(
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
    m_loop.command([event, isTrusted](
                       Engine &engine) { return engine.accounts().trustEvent(event, isTrusted); },
                   std::move(done));
}

void CockpitInsights::loadAccounts(Answer<std::vector<domain::AccountRow>> answer)
{
    m_reader.ask<std::vector<domain::AccountRow>>([](Reads &reads) { return reads.accounts(); },
                                                  std::move(answer));
}

void CockpitInsights::loadAccount(domain::AccountId account, Answer<domain::AccountView> answer)
{
    m_reader.ask<domain::AccountView>(
        [account](Reads &reads) { return reads.accountView(account); }, std::move(answer));
}

void CockpitInsights::loadTierRates(Answer<domain::TierReport> answer)
{
    m_slow.ask<domain::TierReport>([](Reads &reads) { return reads.tierRates(); },
                                   std::move(answer));
}

void CockpitInsights::loadIcp(Answer<domain::IcpPolicy> answer)
{
    m_reader.ask<domain::IcpPolicy>(
        [](Reads &reads) { return base::Result<domain::IcpPolicy>(reads.icp()); },
        std::move(answer));
}

void CockpitInsights::setIcp(domain::IcpPolicy icp, Done done)
{
    m_loop.command(
        [icp = std::move(icp)](Engine &engine) {
            domain::Policy all = engine.policy();
            all.scores.icp = icp;
            return engine.setPolicy(all);
        },
        std::move(done));
}

void CockpitInsights::setRole(domain::ContactId contact, domain::BuyingRole role, Done done)
{
    m_loop.command(
        [contact, role](Engine &engine) { return engine.accounts().setRole(contact, role); },
        std::move(done));
}

void CockpitInsights::setElement(domain::DealId deal, domain::ElementFact element, Done done)
{
    m_loop.command([deal, element = std::move(element)](
                       Engine &engine) { return engine.accounts().setElement(deal, element); },
                   std::move(done));
}

void CockpitInsights::acceptLead(domain::AccountId account, Done done)
{
    m_loop.command([account](Engine &engine) { return engine.accounts().acceptLead(account); },
                   std::move(done));
}

void CockpitInsights::loadWinOutlook(Answer<domain::WinOutlook> answer)
{
    m_slow.ask<domain::WinOutlook>([](Reads &reads) { return reads.winOutlook(); },
                                   std::move(answer));
}

} // namespace topline::engine
