#include "core/engine/threads/arrival_wait.h"

#include "core/crm/retry.h"

#include <algorithm>
#include <utility>

namespace topline::engine {

namespace {

constexpr std::size_t waitsMax = 8;
// Up to 15 s, 30 s … half an hour: the mail is fetched every few minutes meanwhile.
constexpr crm::Backoff patience{.firstMs = 15 * base::secondMs, .capMs = 30 * base::minuteMs};
constexpr base::DurationMs waitMs = 29 * base::minuteMs;
// The clock is looked at every second: so long without a look, and the machine slept.
constexpr base::DurationMs sleptMs = 90 * base::secondMs;
// Arrivals so soon after each other are told later and later.
constexpr base::DurationMs soonMs = 90 * base::secondMs;
constexpr int hurriesMax = 6;

} // namespace

struct ArrivalWait::Hold {
    crm::CancelToken cancel; // outlives the watch
    std::unique_ptr<crm::ArrivalWatch> watch;
    ArrivalWait *owner = nullptr; // on the engine's thread only; null: nobody wants to know
};

ArrivalWait::ArrivalWait(base::WorkQueue &engineQueue, crm::ConnectionSource &source,
                         std::string system, std::function<void()> arrived)
    : m_engineQueue(engineQueue)
    , m_source(source)
    , m_system(std::move(system))
    , m_arrived(std::move(arrived))
    , m_random(base::mixSeeds(1, m_system))
    , m_worker(waitsMax)
{
}

ArrivalWait::~ArrivalWait()
{
    stop();
}

void ArrivalWait::rest()
{
    if (m_hold) {
        m_hold->owner = nullptr;
        m_hold->cancel.cancelled = true;
        m_hold.reset();
    }
    m_isWaiting = false;
    m_cannotWait = false;
    m_failures = 0;
    m_againMs = 0;
}

void ArrivalWait::stop()
{
    rest();
    m_worker.stop();
}

void ArrivalWait::work(base::UtcMs now, bool mayWait)
{
    const bool isJump = now - m_now > sleptMs || now < m_now;
    m_now = now;
    if (!mayWait)
        return rest();
    if (isJump)
        rest();
    if (!m_isWaiting && !m_cannotWait && now >= m_againMs)
        begin();
}

void ArrivalWait::begin()
{
    if (!m_hold) {
        m_hold = std::make_shared<Hold>();
        m_hold->owner = this;
    }
    m_isWaiting = m_worker.post(
        [hold = m_hold, &source = m_source, &queue = m_engineQueue, system = m_system] {
            base::Result<crm::WatchEnd> end = crm::WatchEnd::CannotWait;
            if (!hold->watch) {
                auto made = source.watch(system);
                if (made.ok())
                    hold->watch = std::move(made).value();
                else
                    end = made.error();
            }
            if (hold->watch)
                end = hold->watch->wait(waitMs, hold->cancel);
            queue.postAnswer([hold, end] {
                if (hold->owner)
                    hold->owner->ended(end);
            });
        });
}

void ArrivalWait::ended(const base::Result<crm::WatchEnd> &end)
{
    m_isWaiting = false;
    if (!end.ok()) {
        ++m_failures;
        m_againMs = m_now + crm::retryDelayMs(patience, m_failures, {}, m_random);
        return;
    }
    m_failures = 0;
    m_cannotWait = *end == crm::WatchEnd::CannotWait;
    if (*end != crm::WatchEnd::Arrived)
        return;
    // A server that calls without end must not make us pull without end.
    m_hurries = m_now - m_lastArrivalMs < soonMs ? std::min(m_hurries + 1, hurriesMax) : 0;
    m_lastArrivalMs = m_now;
    m_againMs = m_now + (base::secondMs << m_hurries);
    m_arrived();
}

} // namespace topline::engine
