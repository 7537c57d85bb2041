#include "app/window_collector.h"

#include <utility>

namespace topline::app {

WindowCollector::WindowCollector(const base::Clock &clock, const crm::Pace &pace)
    : m_clock(clock)
    , m_pace(pace)
{
}

void WindowCollector::begin(engine::Engine &engine, Take take)
{
    auto settings = collectorSettings(engine.tables());
    const std::lock_guard lock(m_mutex);
    m_take = std::move(take);
    if (settings.ok())
        m_settings = std::move(settings).value();
    else
        m_fault = settings.error().text();
    listen();
}

base::Status WindowCollector::set(engine::Engine &engine, bool isOn, std::uint16_t port)
{
    const std::lock_guard lock(m_mutex);
    if (port == 0)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "A port is a number from 1 to 65535.",
                           .kept = "Nothing was changed."};
    if (isOn && m_settings.keyHash.empty())
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "The collector has no write key yet.",
                           .kept = "Nothing was changed.",
                           .todo = "Make a write key first."};
    TRY(setCollectorPort(engine, port));
    m_settings.port = port;
    TRY(setCollectorOn(engine, isOn));
    m_settings.isOn = isOn;
    m_fault.clear();
    listen();
    return {};
}

base::Result<std::string> WindowCollector::makeWriteKey(engine::Engine &engine)
{
    const std::lock_guard lock(m_mutex);
    TRY_ASSIGN(auto key, app::makeWriteKey(engine));
    TRY_ASSIGN(m_settings, collectorSettings(engine.tables()));
    listen();
    return key;
}

domain::CollectorView WindowCollector::view() const
{
    const std::lock_guard lock(m_mutex);
    domain::CollectorView out;
    out.isOn = m_settings.isOn;
    out.port = m_settings.port;
    out.hasKey = !m_settings.keyHash.empty();
    out.isListening = m_socket != nullptr;
    out.fault = m_fault;
    out.rejected = m_rejected;
    out.refusedCalls = m_refused;
    if (m_socket) {
        out.rejected += m_socket->totals().rejects;
        out.refusedCalls += m_socket->totals().refusals;
    }
    return out;
}

void WindowCollector::end()
{
    const std::lock_guard lock(m_mutex);
    m_hasEnded = true;
    close();
}

// The socket's own thread never waits for this lock, so that its end may be awaited under it.
void WindowCollector::listen()
{
    close();
    if (m_hasEnded || !m_settings.isOn)
        return;
    auto socket = startCollector(m_settings, m_clock, m_pace, m_take);
    if (socket.ok()) {
        m_fault.clear();
        m_socket = std::move(socket).value();
    } else {
        m_fault = socket.error().text();
    }
}

void WindowCollector::close()
{
    if (!m_socket)
        return;
    m_rejected += m_socket->totals().rejects;
    m_refused += m_socket->totals().refusals;
    m_socket.reset();
}

} // namespace topline::app
