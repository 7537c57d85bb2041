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
    base::Status verdict;                        // of every command
    std::vector<domain::RoutingSeat> seats;      // that were set
    std::vector<domain::WorkCalendar> calendars; // likewise
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

    void setLimits(domain::GuardLimits limits, Done done) override
    {
        view.policy = limits.guards;
        view.suppression = limits.suppression;
        tell("limits " + std::to_string(limits.guards.mailsPerDay), done);
    }

    void noteConsent(std::string address, domain::Consent consent, Done done) override
    {
        tell("consent " + address + " " + std::string(domain::consentStateName(consent.state)) +
                 " " + consent.basis + " " + consent.source,
             done);
    }

    void removeSeat(domain::OwnerId owner, Done done) override
    {
        tell("no seat " + std::to_string(owner.value), done);
    }

    void setCalendar(domain::WorkCalendar calendar, Done done) override
    {
        calendars.push_back(calendar);
        tell("hours " + std::to_string(calendar.owner.value), done);
    }

    void removeCalendar(domain::OwnerId owner, Done done) override
    {
        tell("no hours " + std::to_string(owner.value), done);
    }

    void setSeat(domain::RoutingSeat seat, Done done) override
    {
        seats.push_back(seat);
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
