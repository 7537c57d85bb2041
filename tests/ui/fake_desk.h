// The desk for tests of the window: notes what was asked of it, and answers at once with what the
// test put in. GUI thread only.
#pragma once

#include "core/engine/desk.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakeDesk final : public engine::Desk {
public:
    std::vector<std::pair<std::vector<base::Uuid>, base::UtcMs>> snoozes;
    std::vector<std::pair<base::Uuid, base::Uuid>> duplicates;
    std::vector<domain::PlanTask> tasks;
    std::vector<std::pair<base::Uuid, bool>> ticks;
    std::vector<std::optional<std::vector<std::string>>> lists;

    struct GivenOn {
        std::vector<base::Uuid> ids;
        domain::OwnerId owner;
        domain::HandOnWhy why;
    };

    domain::HandOnOffer offer;
    domain::AccountId askedOf;
    std::vector<GivenOn> givenOn;
    domain::CallSheet sheet;
    std::vector<domain::CallReport> calls;
    domain::BatchReview review;
    std::vector<std::vector<base::Uuid>> reviewed;
    domain::ActionAudit audit;
    std::vector<base::Uuid> audited;
    domain::DealPlan plan;
    base::Status verdict; // of every command

    void snoozeUntilReply(std::vector<base::Uuid> ids, base::UtcMs lastMs,
                          engine::Done done) override
    {
        snoozes.emplace_back(std::move(ids), lastMs);
        done(verdict);
    }

    void markDuplicate(base::Uuid id, base::Uuid of, engine::Done done) override
    {
        duplicates.emplace_back(id, of);
        done(verdict);
    }

    void loadHandOn(std::vector<base::Uuid> ids,
                    engine::Answer<domain::HandOnOffer> answer) override
    {
        offer.actions = std::move(ids);
        answer(offer);
    }

    void loadHandOnOf(domain::AccountId account,
                      engine::Answer<domain::HandOnOffer> answer) override
    {
        askedOf = account;
        answer(offer);
    }

    void handOn(std::vector<base::Uuid> ids, domain::OwnerId owner, domain::HandOnWhy why,
                engine::Done done) override
    {
        givenOn.push_back({std::move(ids), owner, why});
        done(verdict);
    }

    void loadCall(base::Uuid action, engine::Answer<domain::CallSheet> answer) override
    {
        sheet.action = action;
        answer(sheet);
    }

    void logCall(domain::CallReport report, engine::Done done) override
    {
        calls.push_back(std::move(report));
        done(verdict);
    }

    void reviewBatch(std::vector<base::Uuid> ids,
                     engine::Answer<domain::BatchReview> answer) override
    {
        reviewed.push_back(std::move(ids));
        answer(review);
    }

    void loadAudit(base::Uuid action, engine::Answer<domain::ActionAudit> answer) override
    {
        audited.push_back(action);
        audit.action.id = action;
        answer(audit);
    }

    void loadPlan(domain::DealId deal, engine::Answer<domain::DealPlan> answer) override
    {
        plan.deal = deal;
        answer(plan);
    }

    void setPlanTask(domain::PlanTask task, engine::Done done) override
    {
        tasks.push_back(std::move(task));
        done(verdict);
    }

    void setExitMet(domain::DealId, base::Uuid check, bool isMet, engine::Done done) override
    {
        ticks.emplace_back(check, isMet);
        done(verdict);
    }

    void setChecklist(domain::StageId, std::optional<std::vector<std::string>> lines,
                      engine::Done done) override
    {
        lists.push_back(std::move(lines));
        done(verdict);
    }
};

} // namespace topline::test
