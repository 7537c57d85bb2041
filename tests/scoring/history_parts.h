// Small histories for the tests of scoring: events at an age, contacts, stages, deals. Used on the
// tests' thread; pure.
#pragma once

#include "core/domain/account_history.h"

#include <string>
#include <utility>
#include <vector>

namespace topline::scoring {

inline constexpr base::UtcMs testNow = 1'763'460'840'000;

inline domain::Event eventAt(domain::EventKind kind, base::DurationMs age, std::int64_t contact = 0)
{
    static std::int64_t next = 0;
    domain::Event out;
    out.id = domain::EventId{++next};
    out.kind = kind;
    out.atMs = testNow - age;
    out.contact.id = domain::ContactId{contact};
    return out;
}

inline domain::Contact contactOf(std::int64_t id, std::string title)
{
    domain::Contact out;
    out.id = domain::ContactId{id};
    out.firstName = "Person";
    out.lastName = std::to_string(id);
    out.title = std::move(title);
    return out;
}

// Five open stages, then won and lost, with ids 1 to 7.
inline std::vector<domain::Stage> sevenStages()
{
    std::vector<domain::Stage> out;
    for (int i = 0; i < 7; ++i) {
        domain::Stage stage;
        stage.id = domain::StageId{i + 1};
        stage.pipeline = "Sales";
        stage.name = "Stage " + std::to_string(i + 1);
        stage.order = i;
        stage.kind = i < 5    ? domain::StageKind::Open
                     : i == 5 ? domain::StageKind::Won
                              : domain::StageKind::Lost;
        out.push_back(std::move(stage));
    }
    return out;
}

inline domain::Deal dealIn(std::int64_t stage, std::int64_t amountMajor = 10'000)
{
    domain::Deal out;
    out.id = domain::DealId{1};
    out.stage.id = domain::StageId{stage};
    out.amount = base::Money{amountMajor * 100, base::Currency::usd()};
    out.createdMs = testNow - 40 * base::dayMs;
    return out;
}

inline domain::AccountHistory historyWith(std::vector<domain::Event> events)
{
    domain::AccountHistory out;
    out.account.id = domain::AccountId{7};
    out.account.createdMs = testNow - 90 * base::dayMs;
    out.events = std::move(events);
    out.stages = sevenStages();
    return out;
}

} // namespace topline::scoring
