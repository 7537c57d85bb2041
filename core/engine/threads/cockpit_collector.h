// The collector over the engine's threads: commands and what comes in on the engine's thread. A
// part of CockpitThread, which it must not outlive. Without a host everything is Refused.
#pragma once

#include "core/engine/collector.h"
#include "core/engine/threads/collector_host.h"
#include "core/engine/threads/engine_loop.h"

namespace topline::engine {

class CockpitCollector final : public Collector {
public:
    // `host` may be null; it must outlive this.
    CockpitCollector(EngineLoop &loop, CollectorHost *host);

    // Before the loop runs.
    void begin();
    // From any thread, while the loop still runs: nothing comes in any more.
    void end();

    void set(bool isOn, std::uint16_t port, Done done) override;
    void makeWriteKey(Answer<std::string> answer) override;

private:
    bool take(domain::IncomingEvents incoming, IncomingQueue::Done done);
    domain::CollectorView view() const; // on the engine's thread

    EngineLoop &m_loop;
    CollectorHost *m_host;
    IncomingQueue m_incoming;
};

} // namespace topline::engine
