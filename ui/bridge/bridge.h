// The one place where the engine's callbacks become Qt signals on the GUI thread. Owned by main,
// handed to shell and pages through PageContext. Commands go straight to cockpit(); their answers
// are wrapped with answer() or done(), which deliver on the GUI thread and drop the answer when
// the receiver has died meanwhile. Failures arrive as base::Error, nothing throws.
#pragma once

#include "core/engine/cockpit.h"

#include <QMetaObject>
#include <QObject>
#include <QPointer>

#include <memory>
#include <unordered_map>
#include <utility>

namespace topline::bridge {

class Bridge final : public QObject {
    Q_OBJECT

public:
    // `cockpit` must outlive the bridge. Nothing arrives before start().
    explicit Bridge(engine::Cockpit &cockpit, QObject *parent = nullptr);
    ~Bridge() override;

    // Subscribes; the whole feed comes first.
    void start();

    engine::Cockpit &cockpit() { return m_cockpit; }

    // The last status that arrived; empty before the first.
    const domain::WorkspaceStatus &status() const { return m_status; }

    // The last state of the connections that arrived; empty before the first.
    const domain::SyncView &sync() const { return m_sync; }

    // The whole feed as it stands, for a page that is made after the first update.
    engine::FeedUpdate wholeFeed() const;

    // Wraps `handle(base::Result<T>)` so that it runs on the GUI thread while `receiver` lives.
    template <typename T, typename Handle>
    engine::Answer<T> answer(QObject *receiver, Handle handle) const
    {
        return [relay = m_relay, receiver = QPointer<QObject>(receiver),
                handle = std::move(handle)](base::Result<T> result) {
            deliver(relay, receiver,
                    [handle, result = std::move(result)]() mutable { handle(std::move(result)); });
        };
    }

    // The same for commands: `handle(base::Status)`.
    template <typename Handle> engine::Done done(QObject *receiver, Handle handle) const
    {
        return answer<void>(receiver, std::move(handle));
    }

    // For commands where only a failure matters: it is told by failed(), a success by carriedOut().
    engine::Done report();

    // Calls from any thread land in `handle` on the GUI thread; used for import progress.
    template <typename Handle> void post(QObject *receiver, Handle handle) const
    {
        deliver(m_relay, QPointer<QObject>(receiver), std::move(handle));
    }

    // A poster that may be kept by another thread beyond the bridge's own life.
    template <typename Value>
    std::function<void(Value)> poster(QObject *receiver, std::function<void(Value)> handle) const
    {
        return [relay = m_relay, receiver = QPointer<QObject>(receiver), handle](Value value) {
            deliver(relay, receiver, [handle, value = std::move(value)] { handle(value); });
        };
    }

Q_SIGNALS:
    void feedChanged(const topline::engine::FeedUpdate &update);
    void statusChanged(const topline::domain::WorkspaceStatus &status);
    void recordsChanged(const topline::domain::ChangeSet &changes);
    void syncChanged(const topline::domain::SyncView &sync);
    void failed(const topline::base::Error &error);
    void carriedOut(); // a command of report() did what it was asked

private:
    using Relay = std::shared_ptr<QObject>;

    template <typename Work>
    static void deliver(const Relay &relay, const QPointer<QObject> &receiver, Work work)
    {
        QMetaObject::invokeMethod(
            relay.get(),
            [receiver, work = std::move(work)]() mutable {
                if (receiver)
                    work();
            },
            Qt::QueuedConnection);
    }

    void keep(const engine::FeedUpdate &update);
    void keep(const domain::SyncView &sync);

    engine::Cockpit &m_cockpit;
    std::unordered_map<base::Uuid, domain::FeedCard> m_cards;
    domain::FeedCounts m_counts;
    base::UtcMs m_feedNowMs = 0;
    // Lives on the GUI thread as long as any callback may still want it.
    Relay m_relay;
    domain::WorkspaceStatus m_status;
    domain::SyncView m_sync;
    bool m_hasSync = false; // by the observer
    std::unique_ptr<engine::Subscription> m_subscription;
};

} // namespace topline::bridge
