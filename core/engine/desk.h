// What the cockpit does with cards and deals beyond single keys: putting aside until an answer,
// duplicates, giving on, calls, batches, mutual plans and checklists, and the audit card. A part of
// Cockpit (which ui includes): the same threads, callbacks and failures. Commands are undone by
// Cockpit::undo.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/audit.h"
#include "core/domain/batch_review.h"
#include "core/domain/call.h"
#include "core/domain/deal_plan.h"
#include "core/domain/hand_on.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

template <typename T> using Answer = std::function<void(base::Result<T>)>;
using Done = std::function<void(base::Status)>;

class Desk {
public:
    virtual ~Desk() = default;

    // Until the buyer answers or visits, and at the latest then.
    virtual void snoozeUntilReply(std::vector<base::Uuid> ids, base::UtcMs lastMs, Done done) = 0;
    virtual void markDuplicate(base::Uuid id, base::Uuid of, Done done) = 0;

    // Reps who could take these actions, or those of the account that wait.
    virtual void loadHandOn(std::vector<base::Uuid> ids, Answer<domain::HandOnOffer> answer) = 0;
    virtual void loadHandOnOf(domain::AccountId account, Answer<domain::HandOnOffer> answer) = 0;
    virtual void handOn(std::vector<base::Uuid> ids, domain::OwnerId owner, domain::HandOnWhy why,
                        Done done) = 0;

    // Whom to dial for that action, asked again by every guard.
    virtual void loadCall(base::Uuid action, Answer<domain::CallSheet> answer) = 0;
    // Ends the card of a call; beside any other card it is work of its own. Leaves after the hold.
    virtual void logCall(domain::CallReport report, Done done) = 0;

    // What the guards would say of each if all were approved now. Nothing is kept.
    virtual void reviewBatch(std::vector<base::Uuid> ids, Answer<domain::BatchReview> answer) = 0;
    virtual void loadAudit(base::Uuid action, Answer<domain::ActionAudit> answer) = 0;

    virtual void loadPlan(domain::DealId deal, Answer<domain::DealPlan> answer) = 0;
    // A new one (null id) or a changed one; dropping it is a state.
    virtual void setPlanTask(domain::PlanTask task, Done done) = 0;
    virtual void setExitMet(domain::DealId deal, base::Uuid check, bool isMet, Done done) = 0;
    // Of every deal in the stage; absent: the usual list again.
    virtual void setChecklist(domain::StageId stage, std::optional<std::vector<std::string>> lines,
                              Done done) = 0;
};

} // namespace topline::engine
