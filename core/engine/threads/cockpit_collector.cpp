#include "core/engine/threads/cockpit_collector.h"

#include <utility>

namespace topline::engine {

namespace {

base::Error noHost()
{
    return {.code = base::ErrorCode::Refused,
            .message = "Events of the own site cannot be taken in here.",
            .kept = "Nothing was changed."};
}

} // namespace

CockpitCollector::CockpitCollector(EngineLoop &loop, CollectorHost *host)
    : m_loop(loop)
    , m_host(host)
{
}

void CockpitCollector::begin()
{
    if (m_host == nullptr)
        return;
    m_loop.watchCollector([this] { return view(); });
    m_host->begin(m_loop.engine(), [this](auto incoming, auto done) {
        return take(std::move(incoming), std::move(done));
    });
}

void CockpitCollector::end()
{
    if (m_host != nullptr)
        m_host->end();
}

void CockpitCollector::set(bool isOn, std::uint16_t port, Done done)
{
    m_loop.command(
        [this, isOn, port](Engine &engine) -> base::Status {
            if (m_host == nullptr)
                return noHost();
            TRY(m_host->set(engine, isOn, port));
            m_loop.noteSyncChanged();
            return {};
        },
        std::move(done));
}

void CockpitCollector::makeWriteKey(Answer<std::string> answer)
{
    const bool isTaken = m_loop.queue().post([this, answer] {
        if (m_host == nullptr)
            return answer(noHost());
        auto key = m_host->makeWriteKey(m_loop.engine());
        m_loop.noteSyncChanged();
        m_loop.publish();
        answer(std::move(key));
    });
    if (!isTaken)
        answer(tooBusy());
}

bool CockpitCollector::take(domain::IncomingEvents incoming, IncomingQueue::Done done)
{
    if (!m_incoming.post(std::move(incoming), std::move(done)))
        return false;
    // Never more of these than batches that wait, which the queue of events bounds.
    m_loop.queue().postAnswer([this] {
        static_cast<void>(m_incoming.drain(m_loop.engine())); // told to whoever sent it
        m_loop.publish();
    });
    return true;
}

domain::CollectorView CockpitCollector::view() const
{
    domain::CollectorView out = m_host->view();
    const IncomingTally &tally = m_incoming.tally();
    out.added = tally.added;
    out.known = tally.known;
    out.lastMs = tally.lastMs;
    return out;
}

} // namespace topline::engine
