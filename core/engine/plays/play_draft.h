// The text of a proposed action: the step's template, or the variant that its person was given,
// filled from the records. Called when a step is proposed, in the caller's transaction. A field
// that cannot be filled stays as a gap, which keeps the draft from leaving.
#pragma once

#include "core/base/result.h"
#include "core/engine/drafts/draft_facts.h"
#include "core/engine/step/step.h"

#include <vector>

namespace topline::engine {

// `earlier`: actions of the account, to give nobody two variants and to answer in the thread of an
// earlier mail of the run.
base::Status writeDraft(Step &step, domain::Action &action, const domain::Play &play,
                        const DraftSubject &subject, const std::vector<domain::Action> &earlier);

// The same with the records read by the action's ids.
base::Status writeStoredDraft(Step &step, domain::Action &action, const domain::Play &play);

} // namespace topline::engine
