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

void Bridge::start()
{
    const Relay relay = m_relay;
    const QPointer<QObject> self(this);
    engine::Observer observer;
    observer.onFeed = [this, relay, self](const engine::FeedUpdate &update) {
        deliver(relay, self, [this, update] { Q_EMIT feedChanged(update); });
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
    m_subscription = m_cockpit.subscribe(std::move(observer));
}

engine::Done Bridge::report()
{
    return done(this, [this](const base::Status &status) {
        if (!status.ok())
            Q_EMIT failed(status.error());
    });
}

} // namespace topline::bridge
