// What keeps records coming in and effects going out while the window is open: each pump asks the
// courier for one thing at a time and goes on when the answer is back. On the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/engine/cockpit.h"
#include "core/engine/courier.h"
#include "core/engine/engine.h"

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace topline::engine {

// Pages in: one at a time, each durable before the next is asked for.
class SyncPump {
public:
    SyncPump(Engine &engine, Courier &courier, std::function<void()> afterPage)
        : m_engine(engine)
        , m_courier(courier)
        , m_afterPage(std::move(afterPage))
    {
    }

    // Begins a cycle, or joins the one under way; `done` runs at its end.
    void start(Done done);

    bool isBusy() const { return m_isBusy; }

private:
    void pullNext();
    void take(base::Result<crm::Page> page, const std::string &cursor);
    void finish(const base::Status &status);

    Engine &m_engine;
    Courier &m_courier;
    std::function<void()> m_afterPage;
    std::vector<Done> m_waiting;
    bool m_isBusy = false;
};

// Effects out: intent, mark, request, answer; the next only then.
class SendPump {
public:
    SendPump(Engine &engine, Courier &courier, std::function<void()> afterAnswer)
        : m_engine(engine)
        , m_courier(courier)
        , m_afterAnswer(std::move(afterAnswer))
    {
    }

    // Sends what may leave now, unless something is on its way. A failure of the store is given
    // back; the next call goes on where it stopped.
    base::Status pump();
    // Asks what became of the effects in doubt.
    base::Status askAboutUnknown();

    bool isBusy() const { return m_isBusy; }

private:
    base::Status record();
    void send(const domain::Effect &effect);

    Engine &m_engine;
    Courier &m_courier;
    std::function<void()> m_afterAnswer;
    bool m_isBusy = false;
    std::optional<domain::Effect> m_claimed;                        // intent stored, mark not yet
    std::optional<std::pair<base::Uuid, crm::PushAnswer>> m_answer; // not stored yet
};

} // namespace topline::engine
