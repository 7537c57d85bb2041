// What keeps records coming in and effects going out of one connection while the window is open:
// each pump asks the courier for one thing at a time and goes on when the answer is back. Made by
// Connection; on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/cockpit.h"
#include "core/engine/engine.h"
#include "core/engine/threads/courier.h"

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace topline::engine {

// Pages in: one at a time, each durable before the next is asked for.
class SyncPump {
public:
    struct Told {
        std::function<void()> page;                      // one more is stored
        std::function<void(const base::Status &)> ended; // before those who wait for it
    };

    SyncPump(Engine &engine, Courier &courier, std::string system, Told told)
        : m_engine(engine)
        , m_courier(courier)
        , m_system(std::move(system))
        , m_told(std::move(told))
    {
    }

    // Begins a cycle, or joins the one under way; `done` runs at its end.
    void start(Done done);
    // Ends the cycle under way with Cancelled; what was stored stays.
    void stop();

    bool isBusy() const { return m_isBusy; }

private:
    void pullNext();
    void take(base::Result<crm::Page> page, const std::string &cursor);
    void callRoll(int calls);
    void finish(const base::Status &status);

    Engine &m_engine;
    Courier &m_courier;
    std::string m_system;
    Told m_told;
    std::vector<Done> m_waiting;
    bool m_isBusy = false;
    bool m_isStopping = false;
};

// Effects out, one or as many as go together: intents, request with its marks, answers; the next
// only then.
class SendPump {
public:
    SendPump(Engine &engine, Courier &courier, store::EffectRoute route,
             std::function<void(const crm::PushAnswer &)> afterAnswer)
        : m_engine(engine)
        , m_courier(courier)
        , m_route(std::move(route))
        , m_afterAnswer(std::move(afterAnswer))
    {
    }

    // Stores answers that are not stored yet; then, where `maySend`, sends what may leave now
    // unless something is on its way. A failure of the store is given back; the next call goes on
    // where it stopped.
    base::Status pump(bool maySend);
    // Asks what became of the effects in doubt, unless it is being asked.
    base::Status askAboutUnknown();

    void setRoute(store::EffectRoute route) { m_route = std::move(route); }

    bool isBusy() const { return m_isBusy || m_lookUps > 0; }

    // The last push did not leave because we kept it here (stopped, frozen): no fault of the CRM's.
    bool wasHeldBack() const { return m_isHeldBack; }

private:
    base::Status record();
    void send(std::vector<domain::Effect> effects);

    Engine &m_engine;
    Courier &m_courier;
    store::EffectRoute m_route;
    std::function<void(const crm::PushAnswer &)> m_afterAnswer;
    bool m_isBusy = false;
    bool m_isHeldBack = false;
    std::size_t m_lookUps = 0;                                    // under way
    std::vector<domain::Effect> m_claimed;                        // intents stored, not asked yet
    std::deque<std::pair<base::Uuid, crm::PushAnswer>> m_answers; // not stored yet
};

} // namespace topline::engine
