// All connections to CRMs: the demo company's or a test's, and those that a person signed in to.
// Signs in, adds, drops and schedules them, and gives each its own courier, so that none waits for
// another. Owned by EngineLoop; on the engine's thread. What fails stays with its connection.
#pragma once

#include "core/domain/connect.h"
#include "core/engine/engine.h"
#include "core/engine/threads/connection.h"
#include "core/engine/threads/worker.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace topline::engine {

struct ConnectionTimes {
    base::DurationMs syncMs = 5 * base::secondMs; // the demo company lives on by the second
    base::DurationMs crmSyncMs = 3 * base::minuteMs;
    base::DurationMs lookUpMs = 30 * base::secondMs;
};

struct ConnectionsParts {
    Engine &engine;
    base::WorkQueue &queue;                  // the engine's
    crm::Connector *connector = nullptr;     // may be null: the demo company
    crm::ConnectionSource *source = nullptr; // may be null: nobody can sign in
    ConnectionTimes times = {};
    std::function<void()> pageStored;
    std::function<void(const base::Status &)> worked; // something to show; the newest failure
};

class Connections {
public:
    explicit Connections(ConnectionsParts parts);
    ~Connections();

    // Brings back those of earlier runs.
    base::Status load();

    // Opens, syncs and sends what is due now; keeps the requests that were made.
    void work();
    // Sends what may leave now.
    void send();
    // Whatever waits for its time is due at the next work().
    void hurry();
    // All of them; `done` runs when the last one has ended, with the first failure.
    void syncNow(Done done);
    // NotFound for a system that is not connected.
    void syncOne(const std::string &system, Done done);

    void signIn(const domain::SignInRequest &request, crm::OpenBrowser openBrowser,
                Answer<domain::SignInReport> answer);
    void cancelSignIn();
    void startFirstSync(const std::string &system, const Done &done);
    void stopSync(const std::string &system, const Done &done);
    void disconnect(const std::string &system, Done done);
    void setCallBudget(const std::string &system, std::int64_t callsPerDay, const Done &done);

    bool isEmpty() const { return m_connections.empty(); }

    bool isBusy() const;
    bool isSyncing() const;
    base::Result<domain::SyncView> view() const;

    // At the end: requests under way end early, their last answers are in the queue.
    void end();

private:
    struct SigningIn; // what is going on while a person signs in

    Connection &add(const std::string &system, crm::Connector *connector);
    Connection *find(const std::string &system) const;
    void beginSignIn();
    void signedIn(const base::Result<domain::SignInReport> &report);
    void goOn(Connection &connection);
    base::Status keepTraffic();
    void routeOwnerless();
    base::Error notConnected(const std::string &system) const;

    ConnectionsParts m_parts;
    std::map<std::string, std::unique_ptr<Connection>> m_connections; // by system
    std::map<std::string, domain::GateState> m_keptGates;
    // Asked on couriers' threads only: the answer may wait for a person to unlock a keychain.
    std::shared_ptr<std::atomic<bool>> m_isSecretLasting =
        std::make_shared<std::atomic<bool>>(true);
    std::shared_ptr<SigningIn> m_signingIn; // null: nobody is
    crm::CancelToken m_ending;
    std::optional<Worker> m_clerk; // signing in and out, which wait for people and networks
};

} // namespace topline::engine
