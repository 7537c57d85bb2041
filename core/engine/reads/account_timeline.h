// An account's story in one stream: what buyers and reps did, what changed in the CRM, what the
// engine proposed and held back. Used by reads on either thread. Pure; cannot fail. Nothing of a
// held-out action is ever part of it.
#pragma once

#include "core/domain/account_history.h"
#include "core/domain/account_view.h"
#include "core/domain/action.h"

#include <map>
#include <vector>

namespace topline::engine {

domain::TimelineGroup timelineGroupOf(domain::EventKind kind);

// Of one event; `machine` when it is taken for a machine's.
domain::TimelineItem timelineItem(const domain::Event &event,
                                  const std::map<domain::ContactId, std::string> &names,
                                  const std::optional<domain::Reason> &machine);

// Stages, amounts, close dates and titles that changed; the first value of each is no change.
std::vector<domain::TimelineItem> timelineChanges(const domain::AccountHistory &history);

struct EngineDeeds {
    const std::vector<domain::Action> &actions;
    const std::vector<domain::Decision> &decisions;
    const std::vector<domain::Play> &plays;
};

// Actions as they were proposed, and what was held back, with the rule that said so.
std::vector<domain::TimelineItem>
timelineDeeds(const EngineDeeds &deeds, const std::map<domain::ContactId, std::string> &names);

} // namespace topline::engine
