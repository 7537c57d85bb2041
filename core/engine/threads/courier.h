// The courier: the one thread that waits for one CRM. It carries a question there and the answer
// back to the engine's thread, and touches nothing else; the connector lives on it. Asked by
// Connection and its pumps on the engine's thread. cancel() lets a request under way end early.
#pragma once

#include "core/base/work_queue.h"
#include "core/crm/connector.h"
#include "core/engine/threads/worker.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace topline::engine {

class Courier {
public:
    // A connector that is there already must outlive the courier; else open() brings one. So must
    // the queue.
    explicit Courier(base::WorkQueue &engineQueue, crm::Connector *connector = nullptr);

    using Opener = std::function<base::Result<std::unique_ptr<crm::Connector>>()>;

    // The callbacks run on the engine's thread. False: too much is waiting already, or it ends.
    // open() replaces the connector by what `opener` gives, and asks who is behind it.
    bool open(Opener opener, std::function<void(base::Result<domain::SourceProfile>)> answer);
    bool pull(std::string cursor, std::function<void(base::Result<crm::Page>)> answer);
    using GoneAnswer = base::Result<std::optional<crm::Page>>; // of Connector::findGone
    bool findGone(domain::RecordKind kind, std::vector<std::string> remoteIds,
                  std::function<void(const GoneAnswer &)> answer);
    // One answer for each, in their order. `mark` makes "on the wire" durable: it runs on the
    // engine's thread, before the point of no return.
    using Mark = std::function<base::Status(std::span<const domain::Effect>)>;
    bool push(std::vector<domain::Effect> effects, Mark mark,
              std::function<void(std::vector<crm::PushAnswer>)> answer);
    bool lookUp(domain::Effect effect, std::function<void(crm::PushAnswer)> answer);
    // Lets go of a connector that open() brought; `then`, which may be empty, runs after all that
    // was asked before has been answered.
    void close(std::function<void()> then);

    // How many effects of a kind may be given to one push, as the connector said last.
    std::size_t pushMax(domain::ActionKind kind) const;

    bool isCancelled() const { return m_cancel.cancelled; }

    // Lets a pull under way end early; later ones are not concerned.
    void cancelPull() { m_pullCancel.cancelled = true; }

    void cancel()
    {
        m_cancel.cancelled = true;
        m_pullCancel.cancelled = true;
    }

    // After cancel(): ends the request under way, hands in its answer and joins.
    void stop() { m_worker.stop(); }

private:
    static constexpr std::size_t courierQueueMax = 64;

    void noteRoom();

    base::WorkQueue &m_engineQueue;
    crm::CancelToken m_cancel;
    crm::CancelToken m_pullCancel;
    mutable std::mutex m_roomMutex;
    std::map<domain::ActionKind, std::size_t> m_room;
    // On the worker's thread only.
    crm::Connector *m_connector;
    std::unique_ptr<crm::Connector> m_owned;
    Worker m_worker;
};

} // namespace topline::engine
