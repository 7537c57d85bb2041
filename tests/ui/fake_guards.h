// Guardrails for tests of the window: answers at once with what the test put in, and notes what it
// was told. GUI thread only.
#pragma once

#include "core/engine/guard_panel.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace topline::test {

class FakeGuards final : public engine::GuardPanel {
public:
    domain::GuardView view;
    base::Status verdict;            // of every command
    std::vector<std::string> called; // "stop x@y.example", "release <id> why" … in order

    void load(std::function<void(base::Result<domain::GuardView>)> answer) override
    {
        called.emplace_back("load");
        answer(view);
    }

    void stopContact(domain::Reach reach, std::string address, std::string note, Done done) override
    {
        tell("stop " + std::string(domain::reachName(reach)) + " " + address + " " + note, done);
    }

    void release(base::Uuid row, std::string why, Done done) override
    {
        tell("release " + row.text() + " " + why, done);
    }

    void resumeChannel(domain::Channel channel, Done done) override
    {
        tell("resume " + std::string(domain::channelName(channel)), done);
    }

    void beginCounting(Done done) override { tell("count anew", done); }

    void promote(std::string playId, Done done) override { tell("promote " + playId, done); }

    void setLimits(domain::GuardPolicy policy, Done done) override
    {
        tell("limits " + std::to_string(policy.mailsPerDay), done);
    }

    void setSeat(domain::RoutingSeat seat, Done done) override
    {
        tell("seat " + std::to_string(seat.owner.value), done);
    }

    void reassign(std::vector<base::Uuid> ids, domain::OwnerId owner, Done done) override
    {
        tell("reassign " + std::to_string(ids.size()) + " " + std::to_string(owner.value), done);
    }

private:
    void tell(std::string what, const Done &done)
    {
        called.push_back(std::move(what));
        done(verdict);
    }
};

} // namespace topline::test
