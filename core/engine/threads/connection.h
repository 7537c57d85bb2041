// One CRM that records come from and effects go to: its courier, its two pumps, and when the next
// sync is due or something arrived. Lets nobody in whose organisation is not the workspace's. Made
// by Connections; on the engine's thread. A failure of this connection waits here and never holds
// up another one.
#pragma once

#include "core/base/random.h"
#include "core/crm/sign_in.h"
#include "core/engine/engine.h"
#include "core/engine/threads/arrival_wait.h"
#include "core/engine/threads/courier.h"
#include "core/engine/threads/pumps.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

struct ConnectionParts {
    Engine &engine;
    base::WorkQueue &queue; // the engine's
    std::string system;
    crm::Connector *connector = nullptr;                     // there already, and open to everybody
    crm::ConnectionSource *source = nullptr;                 // else: brings it
    std::shared_ptr<std::atomic<bool>> isSecretLasting = {}; // with a source: what it says of that
    base::DurationMs syncMs = 0;                             // between two syncs
    base::DurationMs lookUpMs = 0; // between two looks at effects in doubt
    std::function<void()> pageStored;
    std::function<void(const base::Status &)> worked; // something to show; failures of the store
};

class Connection {
public:
    explicit Connection(ConnectionParts parts);

    const std::string &system() const { return m_parts.system; }

    // Opens, syncs and sends what is due now.
    void work();
    // Sends what may leave now.
    void send();
    // Whatever waits for its time is due now.
    void hurry();
    void syncNow(Done done);
    void stopSync();
    // A person signed in, or allowed the first sync: opens (again) with what is stored now.
    void reopen();
    // Nothing is asked any more until reopen(); `then` runs when what was under way has ended.
    void shut(std::function<void()> then);

    // Signed in, and nobody has allowed the first sync yet.
    void awaitConfirm() { m_door = Door::AwaitsConfirm; }

    bool awaitsConfirm() const { return m_door == Door::AwaitsConfirm; }

    // Effects about no record go here.
    void takeOwnerless(bool takes);

    void cancel();
    void stop();

    bool isBusy() const;

    bool isSyncing() const { return m_sync.isBusy(); }

    // Fills in what only this run knows.
    void describe(domain::ConnectionView &view) const;

private:
    // Where it stands between the workspace and the CRM.
    enum class Door { Closed, Opening, Open, Shut, SignInNeeded, OtherOrg, AwaitsConfirm };

    void open();
    void arrived();
    void opened(const base::Result<domain::SourceProfile> &profile);
    void ended(const base::Status &status);
    void sent(const crm::PushAnswer &answer);
    void fail(const base::Error &error);
    void recover();
    void answerWaiting(const base::Status &status);
    domain::ConnectionState state() const;
    void note(const base::Status &status);
    bool maySend() const;
    base::UtcMs nextTry(int failures, std::optional<base::UtcMs> retryAtMs);
    bool isDue(base::UtcMs lastMs, base::DurationMs everyMs) const;

    base::UtcMs now() const { return m_parts.engine.now(); }

    ConnectionParts m_parts;
    Courier m_courier;
    SyncPump m_sync;
    SendPump m_send;
    std::optional<ArrivalWait> m_arrivals; // where the outside party may tell of them
    Door m_door;
    std::vector<Done> m_waiting; // for a sync, until it is open
    bool m_isStopped = false;    // by a person, until asked again
    base::UtcMs m_syncedMs = 0;
    base::UtcMs m_askedMs = 0;
    base::UtcMs m_tryAtMs = 0;                  // after a failure
    base::UtcMs m_sendAtMs = 0;                 // after effects that could not be sent
    int m_failures = 0;                         // in a row
    int m_notSent = 0;                          // in a row
    int m_putOff = 0;                           // in a row, each for a reason of its own
    std::optional<base::UtcMs> m_pausedUntilMs; // by a limit
    base::Error m_error;                        // of the last try, with an empty message when well
    base::Random m_random;                      // for the waits
};

} // namespace topline::engine
