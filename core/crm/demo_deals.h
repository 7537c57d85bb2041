// What becomes of a demo deal: its plan together with what reps and answering buyers did to it.
// Called by the demo history, life and connector; pure, any thread, cannot fail.
#pragma once

#include "core/crm/demo_company.h"
#include "core/domain/subscription.h"

namespace topline::crm {

// A change from outside the plan: an executed stage change sets a stage, an answering buyer moves
// an open deal on by one.
struct DemoDealChange {
    base::UtcMs atMs = 0;
    std::optional<int> stage; // absent: on by one
};

// The steps that really happen, by time: a planned step counts only when it leads on from where the
// deal stands, and nothing planned reopens a closed deal.
std::vector<DemoStep> mergeDemoSteps(const DemoDeal &deal,
                                     const std::vector<DemoDealChange> &changes);

// The deal as the CRM shows it at this time; `steps` are the merged ones. Not before its creation.
domain::Deal demoDealRecord(const DemoCompany &company, const DemoDeal &deal,
                            const std::vector<DemoStep> &steps, base::UtcMs atMs);

// A subscription and its movements that follow from a won deal, whether before or after the
// anchor; empty movements when the deal brings none (unknown amount).
struct DemoSubscription {
    domain::Subscription record;
    std::vector<domain::SubscriptionMovement> movements; // by time
};

DemoSubscription demoSubscription(const DemoCompany &company, const DemoDeal &deal,
                                  base::UtcMs wonMs);

} // namespace topline::crm
