#include "core/engine/threads/cockpit_guards.h"

#include "core/engine/guards/send_guard_desk.h"

#include <utility>

namespace topline::engine {

void CockpitGuards::load(std::function<void(base::Result<domain::GuardView>)> answer)
{
    m_reader.ask<domain::GuardView>([](Reads &reads) { return reads.guards(); }, std::move(answer));
}

void CockpitGuards::stopContact(domain::Reach reach, std::string address, std::string note,
                                Done done)
{
    m_loop.command(
        [reach, address = std::move(address), note = std::move(note)](Engine &engine) {
            return engine.guards().stopContact({reach, address}, domain::StopWhy::ByHand, note);
        },
        std::move(done));
}

void CockpitGuards::release(base::Uuid row, std::string why, Done done)
{
    m_loop.command(
        [row, why = std::move(why)](Engine &engine) { return engine.guards().release(row, why); },
        std::move(done));
}

void CockpitGuards::resumeChannel(domain::Channel channel, Done done)
{
    m_loop.command([channel](Engine &engine) { return engine.guards().resumeChannel(channel); },
                   std::move(done));
}

void CockpitGuards::beginCounting(Done done)
{
    m_loop.command([](Engine &engine) { return engine.guards().beginCounting(); }, std::move(done));
}

void CockpitGuards::promote(std::string playId, Done done)
{
    m_loop.command(
        [playId = std::move(playId)](Engine &engine) { return engine.guards().promote(playId); },
        std::move(done));
}

void CockpitGuards::setLimits(domain::GuardLimits limits, Done done)
{
    m_loop.command(
        [limits](Engine &engine) {
            domain::Policy all = engine.policy();
            all.guards = limits.guards;
            all.suppression = limits.suppression;
            return engine.setPolicy(all);
        },
        std::move(done));
}

void CockpitGuards::noteConsent(std::string address, domain::Consent consent, Done done)
{
    m_loop.command(
        [address = std::move(address), consent = std::move(consent)](Engine &engine) {
            return engine.guards().noteConsent({consent.reach, address}, consent);
        },
        std::move(done));
}

void CockpitGuards::removeSeat(domain::OwnerId owner, Done done)
{
    m_loop.command([owner](Engine &engine) { return engine.guards().removeSeat(owner); },
                   std::move(done));
}

void CockpitGuards::setCalendar(domain::WorkCalendar calendar, Done done)
{
    m_loop.command([calendar = std::move(calendar)](
                       Engine &engine) { return engine.guards().setCalendar(calendar); },
                   std::move(done));
}

void CockpitGuards::removeCalendar(domain::OwnerId owner, Done done)
{
    m_loop.command([owner](Engine &engine) { return engine.guards().removeCalendar(owner); },
                   std::move(done));
}

void CockpitGuards::setSeat(domain::RoutingSeat seat, Done done)
{
    m_loop.command([seat](Engine &engine) { return engine.guards().setSeat(seat); },
                   std::move(done));
}

void CockpitGuards::reassign(std::vector<base::Uuid> ids, domain::OwnerId owner, Done done)
{
    m_loop.command(
        [ids = std::move(ids), owner](Engine &engine) { return engine.reassign(ids, owner); },
        std::move(done));
}

} // namespace topline::engine
