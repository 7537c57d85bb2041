// The collector of the window: the socket around its settings, switched while the window is open.
// Made by the composition and given to CockpitThread, which ends it. Threads as CollectorHost says;
// a port that is taken is told by view(), and everything else goes on.
#pragma once

#include "app/collector.h"
#include "core/engine/threads/collector_host.h"

#include <mutex>

namespace topline::app {

class WindowCollector final : public engine::CollectorHost {
public:
    // Clock and pace must outlive this.
    WindowCollector(const base::Clock &clock, const crm::Pace &pace);

    void begin(engine::Engine &engine, Take take) override;
    base::Status set(engine::Engine &engine, bool isOn, std::uint16_t port) override;
    base::Result<std::string> makeWriteKey(engine::Engine &engine) override;
    domain::CollectorView view() const override;
    void end() override;

private:
    // With the lock held:
    void listen();
    void close();

    const base::Clock &m_clock;
    const crm::Pace &m_pace;
    mutable std::mutex m_mutex;
    Take m_take;
    CollectorSettings m_settings;
    std::string m_fault;
    std::unique_ptr<platform::CollectorSocket> m_socket;
    std::int64_t m_rejected = 0; // by the sockets before this one
    std::int64_t m_refused = 0;
    bool m_hasEnded = false;
};

} // namespace topline::app
