#include "core/engine/threads/courier.h"

#include "core/engine/threads/thread_gate.h"

#include <utility>

namespace topline::engine {

namespace {

constexpr const char *notConnected = "There is no connection.";

} // namespace

Courier::Courier(base::WorkQueue &engineQueue, crm::Connector *connector)
    : m_engineQueue(engineQueue)
    , m_connector(connector)
    , m_worker(courierQueueMax)
{
}

std::size_t Courier::pushMax(domain::ActionKind kind) const
{
    const std::lock_guard lock(m_roomMutex);
    const auto found = m_room.find(kind);
    return found == m_room.end() ? 1 : found->second;
}

// Asked here, where the connector is not busy with something else.
void Courier::noteRoom()
{
    using enum domain::ActionKind;
    std::map<domain::ActionKind, std::size_t> room;
    for (const auto kind : {Call, Email, Task, StageChange, FieldEdit, Meeting, Note})
        room[kind] = m_connector ? m_connector->pushMax(kind) : 1;
    const std::lock_guard lock(m_roomMutex);
    m_room = std::move(room);
}

bool Courier::open(Opener opener, std::function<void(base::Result<domain::SourceProfile>)> answer)
{
    return m_worker.post([this, opener = std::move(opener), answer = std::move(answer)] {
        m_connector = nullptr;
        m_owned.reset();
        auto opened = opener();
        base::Result<domain::SourceProfile> profile =
            opened.ok() ? (*opened)->inspect(m_cancel)
                        : base::Result<domain::SourceProfile>(opened.error());
        if (profile.ok()) {
            m_owned = std::move(opened).value();
            m_connector = m_owned.get();
        }
        noteRoom();
        m_engineQueue.postAnswer([profile = std::move(profile), answer] { answer(profile); });
    });
}

bool Courier::pull(std::string cursor, std::function<void(base::Result<crm::Page>)> answer)
{
    // No pull is under way now, so nobody's wish to end one is lost; cancel() is looked at again on
    // the worker's thread.
    m_pullCancel.cancelled = false;
    return m_worker.post([this, cursor = std::move(cursor), answer = std::move(answer)] {
        if (m_cancel.cancelled)
            m_pullCancel.cancelled = true;
        auto page = std::make_shared<base::Result<crm::Page>>(
            m_connector ? m_connector->pull(cursor, m_pullCancel)
                        : base::Result<crm::Page>(base::Error{.code = base::ErrorCode::Cancelled,
                                                              .message = notConnected}));
        m_engineQueue.postAnswer([page, answer] { answer(std::move(*page)); });
    });
}

bool Courier::findGone(domain::RecordKind kind, std::vector<std::string> remoteIds,
                       std::function<void(const GoneAnswer &)> answer)
{
    m_pullCancel.cancelled = false; // as in pull()
    return m_worker.post([this, kind, ids = std::move(remoteIds), answer = std::move(answer)] {
        if (m_cancel.cancelled)
            m_pullCancel.cancelled = true;
        const auto found = std::make_shared<GoneAnswer>(
            m_connector ? m_connector->findGone(kind, ids, m_pullCancel)
                        : GoneAnswer(base::Error{.code = base::ErrorCode::Cancelled,
                                                 .message = notConnected}));
        m_engineQueue.postAnswer([found, answer] { answer(*found); });
    });
}

bool Courier::push(std::vector<domain::Effect> effects, Mark mark,
                   std::function<void(std::vector<crm::PushAnswer>)> answer)
{
    return m_worker.post(
        [this, effects = std::move(effects), mark = std::move(mark), answer = std::move(answer)] {
            std::vector<crm::PushAnswer> given(effects.size(),
                                               {crm::PushState::NotSent, {}, notConnected});
            ThreadGate gate(m_engineQueue, mark, m_cancel);
            if (m_connector)
                given = m_connector->pushGated(effects, gate, m_cancel);
            noteRoom();
            m_engineQueue.postAnswer([given = std::move(given), answer] { answer(given); });
        });
}

bool Courier::lookUp(domain::Effect effect, std::function<void(crm::PushAnswer)> answer)
{
    return m_worker.post([this, effect = std::move(effect), answer = std::move(answer)] {
        crm::PushAnswer given{crm::PushState::Unknown, {}, notConnected};
        if (m_connector)
            given = m_connector->lookUp(effect, m_cancel);
        m_engineQueue.postAnswer([given = std::move(given), answer] { answer(given); });
    });
}

void Courier::close(std::function<void()> then)
{
    const bool isAsked = m_worker.post([this, then] {
        m_connector = nullptr;
        m_owned.reset();
        if (then)
            m_engineQueue.postAnswer(then);
    });
    if (!isAsked && then)
        m_engineQueue.postAnswer(std::move(then));
}

} // namespace topline::engine
