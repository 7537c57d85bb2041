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
