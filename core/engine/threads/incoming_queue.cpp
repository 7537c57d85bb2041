#include "core/engine/threads/incoming_queue.h"

#include "core/engine/engine.h"

#include <utility>
#include <vector>

namespace topline::engine {

namespace {

constexpr std::size_t eventsPerCommit = 5'000;

} // namespace

std::size_t IncomingQueue::sizeOf(const domain::IncomingEvents &incoming)
{
    return incoming.drafts.size() + incoming.links.size() + 1;
}

bool IncomingQueue::post(domain::IncomingEvents incoming, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        const std::size_t size = sizeOf(incoming);
        if (m_events + size > m_eventsMax)
            return false;
        m_events += size;
        m_waiting.push_back({std::move(incoming), std::move(done)});
    }
    m_changed.notify_one();
    return true;
}

bool IncomingQueue::waitUntil(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_until(lock, deadline, [this] { return !m_waiting.empty(); });
}

std::deque<IncomingQueue::Waiting> IncomingQueue::takeSome()
{
    std::deque<Waiting> out;
    const std::lock_guard lock(m_mutex);
    std::size_t events = 0;
    while (!m_waiting.empty() && events < eventsPerCommit) {
        events += sizeOf(m_waiting.front().incoming);
        out.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    m_events -= events;
    return out;
}

void IncomingQueue::count(const Engine &engine, const std::vector<domain::IncomingCounts> &stored)
{
    for (const auto &each : stored) {
        m_tally.added += each.added;
        m_tally.known += each.known;
    }
    m_tally.lastMs = engine.now();
}

base::Status IncomingQueue::drain(Engine &engine)
{
    std::deque<Waiting> taken = takeSome();
    if (taken.empty())
        return {};
    std::vector<domain::IncomingEvents> all;
    for (auto &each : taken)
        all.push_back(std::move(each.incoming));
    const auto together = engine.takeIncoming(all);
    if (together.ok())
        count(engine, *together);
    base::Status out;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (together.ok()) {
            taken[i].done(true);
            continue;
        }
        const auto alone = engine.takeIncoming({all[i]});
        if (alone.ok())
            count(engine, *alone);
        else
            out = alone.error();
        taken[i].done(alone.ok());
    }
    return out;
}

} // namespace topline::engine
