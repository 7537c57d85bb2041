// Insights for tests of the window: answers at once with what the test put in, and notes what it
// was told. GUI thread only.
#pragma once

#include "core/engine/insights.h"
#include "tests/ui/fake_guards.h"

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
    bool holdsTrials = false; // dry runs are answered by the test, from here
    std::vector<engine::Answer<domain::DryRun>> heldTrials;
    std::optional<base::Error> failSignals; // the next question or command about signals
    std::vector<std::pair<domain::EventId, bool>> trusted;

    std::vector<domain::AccountRow> accountRows;
    domain::AccountView accountView;
    domain::TierReport tierReport;
    domain::IcpPolicy icp;
    domain::WinOutlook winOutlook;
    base::Status verdict; // of the commands below
    FakeGuards rails;
    std::vector<domain::AccountId> accountsAsked;
    std::vector<std::pair<domain::ContactId, domain::BuyingRole>> roles;
    std::vector<std::pair<domain::DealId, domain::ElementFact>> elements;
    std::vector<domain::AccountId> accepted;

    int count(const std::string &name) const
    {
        return static_cast<int>(std::count(called.begin(), called.end(), name));
    }

    void loadSignals(engine::Answer<domain::SignalsView> answer) override
    {
        called.emplace_back("signals");
        if (failSignals)
            answer(*std::exchange(failSignals, std::nullopt));
        else
            answer(signalsView);
    }

    void dryRunSignals(domain::SignalPolicy policy, engine::Answer<domain::DryRun> answer) override
    {
        called.emplace_back("dry run");
        tried = std::move(policy);
        if (holdsTrials)
            heldTrials.push_back(std::move(answer));
        else if (failSignals)
            answer(*std::exchange(failSignals, std::nullopt));
        else
            answer(trial);
    }

    void setSignalPolicy(domain::SignalPolicy policy, engine::Done done) override
    {
        called.emplace_back("save signals");
        if (failSignals) {
            done(*std::exchange(failSignals, std::nullopt));
            return;
        }
        saved = std::move(policy);
        done(base::Status());
    }

    void trustEvent(domain::EventId event, bool isTrusted, engine::Done done) override
    {
        called.emplace_back("trust");
        trusted.emplace_back(event, isTrusted);
        done(base::Status());
    }

    void loadAccounts(engine::Answer<std::vector<domain::AccountRow>> answer) override
    {
        called.emplace_back("accounts");
        answer(accountRows);
    }

    void loadAccount(domain::AccountId account, engine::Answer<domain::AccountView> answer) override
    {
        called.emplace_back("account");
        accountsAsked.push_back(account);
        answer(accountView);
    }

    void loadTierRates(engine::Answer<domain::TierReport> answer) override
    {
        called.emplace_back("tier rates");
        answer(tierReport);
    }

    void loadIcp(engine::Answer<domain::IcpPolicy> answer) override
    {
        called.emplace_back("icp");
        answer(icp);
    }

    void setIcp(domain::IcpPolicy changed, engine::Done done) override
    {
        called.emplace_back("save icp");
        icp = std::move(changed);
        done(verdict);
    }

    void setRole(domain::ContactId contact, domain::BuyingRole role, engine::Done done) override
    {
        called.emplace_back("role");
        roles.emplace_back(contact, role);
        done(verdict);
    }

    void setElement(domain::DealId deal, domain::ElementFact element, engine::Done done) override
    {
        called.emplace_back("element");
        elements.emplace_back(deal, std::move(element));
        done(verdict);
    }

    void acceptLead(domain::AccountId account, engine::Done done) override
    {
        called.emplace_back("accept");
        accepted.push_back(account);
        done(verdict);
    }

    engine::GuardPanel &guards() override { return rails; }

    void loadWinOutlook(engine::Answer<domain::WinOutlook> answer) override
    {
        called.emplace_back("win outlook");
        answer(winOutlook);
    }
};

} // namespace topline::test
