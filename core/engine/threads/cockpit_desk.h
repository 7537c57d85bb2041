// Desk over the engine's threads: questions on the reader's thread, changes on the engine's. A part
// of CockpitThread, which it must not outlive.
#pragma once

#include "core/engine/desk.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/reader.h"

namespace topline::engine {

class CockpitDesk final : public Desk {
public:
    CockpitDesk(EngineLoop &loop, Reader &reader)
        : m_loop(loop)
        , m_reader(reader)
    {
    }

    void snoozeUntilReply(std::vector<base::Uuid> ids, base::UtcMs lastMs, Done done) override;
    void markDuplicate(base::Uuid id, base::Uuid of, Done done) override;
    void loadHandOn(std::vector<base::Uuid> ids, Answer<domain::HandOnOffer> answer) override;
    void loadHandOnOf(domain::AccountId account, Answer<domain::HandOnOffer> answer) override;
    void handOn(std::vector<base::Uuid> ids, domain::OwnerId owner, domain::HandOnWhy why,
                Done done) override;
    void loadCall(base::Uuid action, Answer<domain::CallSheet> answer) override;
    void logCall(domain::CallReport report, Done done) override;
    void reviewBatch(std::vector<base::Uuid> ids, Answer<domain::BatchReview> answer) override;
    void loadAudit(base::Uuid action, Answer<domain::ActionAudit> answer) override;
    void loadPlan(domain::DealId deal, Answer<domain::DealPlan> answer) override;
    void setPlanTask(domain::PlanTask task, Done done) override;
    void setExitMet(domain::DealId deal, base::Uuid check, bool isMet, Done done) override;
    void setChecklist(domain::StageId stage, std::optional<std::vector<std::string>> lines,
                      Done done) override;

private:
    EngineLoop &m_loop;
    Reader &m_reader;
};

} // namespace topline::engine
