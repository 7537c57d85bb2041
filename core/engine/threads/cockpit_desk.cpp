#include "core/engine/threads/cockpit_desk.h"

#include "core/engine/deals/plan_work.h"
#include "core/engine/desk_work.h"

#include <utility>

namespace topline::engine {

void CockpitDesk::snoozeUntilReply(std::vector<base::Uuid> ids, base::UtcMs lastMs, Done done)
{
    m_loop.command(
        [ids = std::move(ids), lastMs](Engine &engine) { return engine.snooze(ids, lastMs, true); },
        std::move(done));
}

void CockpitDesk::markDuplicate(base::Uuid id, base::Uuid of, Done done)
{
    m_loop.command([id, of](Engine &engine) { return engine.markDuplicate(id, of); },
                   std::move(done));
}

void CockpitDesk::loadHandOn(std::vector<base::Uuid> ids, Answer<domain::HandOnOffer> answer)
{
    m_reader.ask<domain::HandOnOffer>(
        [ids = std::move(ids)](Reads &reads) { return reads.handOn(ids); }, std::move(answer));
}

void CockpitDesk::loadHandOnOf(domain::AccountId account, Answer<domain::HandOnOffer> answer)
{
    m_reader.ask<domain::HandOnOffer>([account](Reads &reads) { return reads.handOnOf(account); },
                                      std::move(answer));
}

void CockpitDesk::handOn(std::vector<base::Uuid> ids, domain::OwnerId owner, domain::HandOnWhy why,
                         Done done)
{
    m_loop.command([ids = std::move(ids), owner,
                    why](Engine &engine) { return engine.reassign(ids, owner, why); },
                   std::move(done));
}

void CockpitDesk::loadCall(base::Uuid action, Answer<domain::CallSheet> answer)
{
    m_loop.ask<domain::CallSheet>(
        [action](Engine &engine) { return engine.deeds().callSheet(action); }, std::move(answer));
}

void CockpitDesk::logCall(domain::CallReport report, Done done)
{
    m_loop.command(
        [report = std::move(report)](Engine &engine) { return engine.deeds().logCall(report); },
        std::move(done));
}

void CockpitDesk::reviewBatch(std::vector<base::Uuid> ids, Answer<domain::BatchReview> answer)
{
    m_loop.ask<domain::BatchReview>(
        [ids = std::move(ids)](Engine &engine) { return engine.deeds().reviewBatch(ids); },
        std::move(answer));
}

void CockpitDesk::loadAudit(base::Uuid action, Answer<domain::ActionAudit> answer)
{
    m_reader.ask<domain::ActionAudit>([action](Reads &reads) { return reads.audit(action); },
                                      std::move(answer));
}

void CockpitDesk::loadPlan(domain::DealId deal, Answer<domain::DealPlan> answer)
{
    m_reader.ask<domain::DealPlan>([deal](Reads &reads) { return reads.plan(deal); },
                                   std::move(answer));
}

void CockpitDesk::setPlanTask(domain::PlanTask task, Done done)
{
    m_loop.command(
        [task = std::move(task)](Engine &engine) -> base::Status {
            TRY(engine.plans().setTask(task));
            return {};
        },
        std::move(done));
}

void CockpitDesk::setExitMet(domain::DealId deal, base::Uuid check, bool isMet, Done done)
{
    m_loop.command(
        [deal, check, isMet](Engine &engine) { return engine.plans().setMet(deal, check, isMet); },
        std::move(done));
}

void CockpitDesk::setChecklist(domain::StageId stage, std::optional<std::vector<std::string>> lines,
                               Done done)
{
    m_loop.command([stage, lines = std::move(lines)](
                       Engine &engine) { return engine.plans().setChecklist(stage, lines); },
                   std::move(done));
}

} // namespace topline::engine
