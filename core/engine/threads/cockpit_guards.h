// The guard panel over the engine's threads: the view on the reader's thread, commands on the
// engine's. A part of CockpitInsights, which it must not outlive.
#pragma once

#include "core/engine/guard_panel.h"
#include "core/engine/threads/engine_loop.h"
#include "core/engine/threads/reader.h"

namespace topline::engine {

class CockpitGuards final : public GuardPanel {
public:
    CockpitGuards(EngineLoop &loop, Reader &reader)
        : m_loop(loop)
        , m_reader(reader)
    {
    }

    void load(std::function<void(base::Result<domain::GuardView>)> answer) override;
    void stopContact(domain::Reach reach, std::string address, std::string note,
                     Done done) override;
    void release(base::Uuid row, std::string why, Done done) override;
    void noteConsent(std::string address, domain::Consent consent, Done done) override;
    void resumeChannel(domain::Channel channel, Done done) override;
    void beginCounting(Done done) override;
    void promote(std::string playId, Done done) override;
    void setLimits(domain::GuardLimits limits, Done done) override;
    void setSeat(domain::RoutingSeat seat, Done done) override;
    void removeSeat(domain::OwnerId owner, Done done) override;
    void setCalendar(domain::WorkCalendar calendar, Done done) override;
    void removeCalendar(domain::OwnerId owner, Done done) override;
    void reassign(std::vector<base::Uuid> ids, domain::OwnerId owner, Done done) override;

private:
    EngineLoop &m_loop;
    Reader &m_reader;
};

} // namespace topline::engine
