// Connects CRMs for real: sign-in, secrets in the vault, and connectors made of HTTP client, gate
// and token keeper. Made by app's composition; called by the engine on couriers' threads, any
// number at a time. The vault is opened at the first need, which may wait for a person to unlock
// it. A new sign-in is stored whole under a new number before the settings point to it, so that one
// that fails or is cut short leaves the old one in use.
#pragma once

#include "app/connection_plan.h"
#include "core/crm/access.h"
#include "core/crm/http_client.h"
#include "core/crm/rate_gate.h"
#include "core/crm/sign_in.h"
#include "core/crm/sign_in_protocol.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace topline::app {

// What a connector stands on; all outlive it.
struct ConnectorParts {
    const ConnectionPlan &plan;
    crm::HttpClient &http;
    crm::AccessSource &access;
    crm::RateGate &gate;
    crm::Pace &pace;
    const base::Clock &clock;
};

struct ConnectorMaker {
    crm::GateOptions gate;
    std::function<std::unique_ptr<crm::Connector>(const ConnectorParts &)> make;
    // Where the outside party tells of arrivals.
    std::function<std::unique_ptr<crm::ArrivalWatch>(const ConnectorParts &)> watch = {};
};

struct ConnectionSourceParts {
    std::string workspaceId; // secrets of other workspaces are not this one's
    std::function<std::unique_ptr<crm::SecretVault>()> openVault; // called once
    ConnectionSettings *settings = nullptr;                       // null: kept in the vault
    // One client for each connection, which logs under the system's name.
    std::function<std::unique_ptr<crm::HttpClient>(const std::string &system)> makeHttp;
    std::function<std::vector<domain::RequestRow>()> takeRequests = {};
    crm::Pace &pace;
    const base::Clock &clock;
    std::map<std::string, ConnectorMaker> makers = {}; // by system
    std::vector<std::uint16_t> ports = {};             // of the redirect, as registered
};

class CrmConnectionSource final : public crm::ConnectionSource {
public:
    // What `parts` refers to outlives this, and this outlives the connectors that it opened.
    explicit CrmConnectionSource(ConnectionSourceParts parts);
    ~CrmConnectionSource() override;

    base::Result<domain::SourceProfile> signIn(const domain::SignInRequest &request,
                                               const crm::OpenBrowser &openBrowser,
                                               const crm::CancelToken &cancel) override;
    base::Result<std::unique_ptr<crm::Connector>> open(const std::string &system) override;
    bool canWatch(const std::string &system) const override;
    base::Result<std::unique_ptr<crm::ArrivalWatch>> watch(const std::string &system) override;
    base::Status forget(const std::string &system, const crm::CancelToken &cancel) override;
    bool isSecretLasting() const override;
    domain::GateState gate(const std::string &system) const override;
    void setCallBudget(const std::string &system, std::int64_t callsPerDay,
                       std::int64_t usedToday) override;
    std::vector<domain::RequestRow> takeRequests() override;

private:
    struct Wiring; // what the connectors of one sign-in share

    std::shared_ptr<Wiring> wiringOf(const ConnectionPlan &plan, const base::Secret &clientSecret);
    base::Status letIn(Wiring &wiring, const domain::SignInRequest &request,
                       const crm::OpenBrowser &openBrowser, const crm::CancelToken &cancel);
    void keepAccess(Wiring &wiring, const crm::TokenAnswer &answer);
    base::Result<domain::SourceProfile> settle(const std::shared_ptr<Wiring> &wiring,
                                               const ConnectionPlan &before,
                                               const crm::CancelToken &cancel);
    base::Result<std::shared_ptr<Wiring>> storedWiring(const std::string &system);
    base::Result<std::shared_ptr<Wiring>> openWiring(const std::string &system);
    ConnectorParts partsOf(const Wiring &wiring) const;
    std::unique_ptr<crm::Connector> connectorOf(const std::shared_ptr<Wiring> &wiring);
    base::Result<ConnectionPlan> storedPlan(const std::string &system);
    void keepBaseUrl(const ConnectionPlan &plan);
    // Unavailable: the vendor did not confirm it.
    base::Status revokeStored(const std::string &system, const crm::CancelToken &cancel);
    base::Status removeSecrets(const std::string &system, std::int64_t generation);
    std::string key(const std::string &system, std::int64_t generation) const;
    crm::RateGate *gateOf(const std::string &system) const;
    crm::SecretVault &vault() const;
    ConnectionSettings &settings();

    ConnectionSourceParts m_parts;
    std::mutex m_signInMutex; // one sign-in or sign-out at a time
    mutable std::once_flag m_vaultOnce;
    mutable std::unique_ptr<crm::SecretVault> m_vault;
    mutable std::unique_ptr<VaultSettings> m_ownSettings;
    std::map<std::string, std::unique_ptr<crm::RateGate>> m_gates;
    std::mutex m_mutex; // guards what follows, and settings that are read, changed and written
    std::map<std::string, std::shared_ptr<Wiring>> m_wirings;
};

} // namespace topline::app
