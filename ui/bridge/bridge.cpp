#include "ui/bridge/bridge.h"

namespace topline::bridge {

Bridge::Bridge(engine::Cockpit &cockpit, QObject *parent)
    : QObject(parent)
    , m_cockpit(cockpit)
    , m_relay(new QObject, [](QObject *relay) { relay->deleteLater(); })
{
}

Bridge::~Bridge()
{
    m_subscription.reset();
}

void Bridge::keep(const engine::FeedUpdate &update)
{
    for (const base::Uuid &id : update.removed)
        m_cards.erase(id);
    for (const domain::FeedCard &card : update.changed)
        m_cards.insert_or_assign(card.action.id, card);
    m_counts = update.counts;
    m_feedNowMs = update.nowMs;
}

void Bridge::keep(const domain::SyncView &sync)
{
    if (sync == m_sync)
        return;
    m_sync = sync;
    Q_EMIT syncChanged(m_sync);
}

engine::FeedUpdate Bridge::wholeFeed() const
{
    engine::FeedUpdate whole;
    whole.changed.reserve(m_cards.size());
    for (const auto &[id, card] : m_cards)
        whole.changed.push_back(card);
    whole.counts = m_counts;
    whole.nowMs = m_feedNowMs;
    return whole;
}

void Bridge::start()
{
    const Relay relay = m_relay;
    const QPointer<QObject> self(this);
    engine::Observer observer;
    observer.onFeed = [this, relay, self](const engine::FeedUpdate &update) {
        deliver(relay, self, [this, update] {
            keep(update);
            Q_EMIT feedChanged(update);
        });
    };
    observer.onStatus = [this, relay, self](const domain::WorkspaceStatus &status) {
        deliver(relay, self, [this, status] {
            m_status = status;
            Q_EMIT statusChanged(m_status);
        });
    };
    observer.onRecords = [this, relay, self](const domain::ChangeSet &changes) {
        deliver(relay, self, [this, changes] { Q_EMIT recordsChanged(changes); });
    };
    observer.onSync = [this, relay, self](const domain::SyncView &sync) {
        deliver(relay, self, [this, sync] {
            m_hasSync = true;
            keep(sync);
        });
    };
    m_subscription = m_cockpit.subscribe(std::move(observer));
    m_cockpit.loadSync(answer<domain::SyncView>(this, [this](const auto &got) {
        if (got.ok() && !m_hasSync) // what was pushed is newer than what was asked
            keep(*got);
    }));
}

engine::Done Bridge::report()
{
    return done(this, [this](const base::Status &status) {
        if (status.ok())
            Q_EMIT carriedOut();
        else
            Q_EMIT failed(status.error());
    });
}

} // namespace topline::bridge
