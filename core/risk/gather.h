// What is known of one deal for risk: records, their history and the touches of its account become
// facts. Called by the engine for touched accounts. Pure: the same sources give the same facts, in
// any order of the vectors; nothing depends on the clock but what `untilMs` lets in. Any thread,
// cannot fail.
#pragma once

#include "core/domain/close_change.h"
#include "core/domain/event.h"
#include "core/domain/records.h"
#include "core/domain/risk.h"
#include "core/domain/risk_facts.h"

#include <string>
#include <vector>

namespace topline::risk {

// Borrowed for the call. Changes may be those of more deals than one; so may the events.
struct DealSources {
    const domain::Deal &deal;
    const std::string &industry; // of its account
    const std::vector<domain::Contact> &contacts;
    const std::vector<domain::Stage> &stages;
    const std::vector<domain::StageChange> &stageChanges;
    const std::vector<domain::AmountChange> &amountChanges;
    const std::vector<domain::CloseChange> &closeChanges;
    // Of kinds in touchKinds(), with texts; those of other deals and suspected bots are passed
    // over, and so is what came before the deal began or after it was closed.
    const std::vector<domain::Event> &touches;
    base::UtcMs untilMs = 0;
};

// The kinds of events that facts are gathered from.
bool isRiskTouch(domain::EventKind kind);

domain::RiskFacts gatherFacts(const DealSources &sources, const domain::RiskPolicy &policy);

// Only this many of the newest are kept as evidence of each warning.
inline constexpr std::size_t evidenceMax = 5;

} // namespace topline::risk
