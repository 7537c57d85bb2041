// What the cockpit knows about accounts and deals beyond the feed, and the judgements of people
// that rules go by: signals and their thresholds, whose word stands over a rule's. A part of
// Cockpit (which ui includes): the same threads, callbacks and failures.
#pragma once

#include "core/base/result.h"
#include "core/domain/account_view.h"
#include "core/domain/detector_view.h"
#include "core/domain/icp.h"
#include "core/domain/prediction.h"
#include "core/engine/guard_panel.h"

#include <functional>
#include <vector>

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

    // Every account with its score and stage, best first; and everything about one of them.
    virtual void loadAccounts(Answer<std::vector<domain::AccountRow>> answer) = 0;
    virtual void loadAccount(domain::AccountId account, Answer<domain::AccountView> answer) = 0;
    // How often a meeting followed on each tier; looks through every account's last year.
    virtual void loadTierRates(Answer<domain::TierReport> answer) = 0;
    // No profiles: the default one is used. InvalidInput names what is wrong; scores follow.
    virtual void loadIcp(Answer<domain::IcpPolicy> answer) = 0;
    virtual void setIcp(domain::IcpPolicy icp, Done done) = 0;
    // A person's word; Unknown takes it back.
    virtual void setRole(domain::ContactId contact, domain::BuyingRole role, Done done) = 0;
    // Noted or Validated, with a note and maybe an event as evidence; Empty takes it back.
    virtual void setElement(domain::DealId deal, domain::ElementFact element, Done done) = 0;
    // A rep takes the lead on; Refused when sales has it already.
    virtual void acceptLead(domain::AccountId account, Done done) = 0;

    // Guardrails: limits, lists, modes, hours, routing. Lives as long as this.
    virtual GuardPanel &guards() = 0;

    // The win model with everything needed to doubt it, and what it says of the open deals.
    virtual void loadWinOutlook(Answer<domain::WinOutlook> answer) = 0;
};

} // namespace topline::engine
