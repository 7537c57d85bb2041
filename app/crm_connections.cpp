#include "app/crm_connections.h"

#include "core/crm/logged_http_client.h"
#include "core/platform/keychain_vault.h"

#include <utility>

namespace topline::app {

CrmConnections::CrmConnections(std::string workspaceId, const base::Clock &clock,
                               std::map<std::string, ConnectorMaker> makers,
                               std::vector<std::uint16_t> ports)
    : m_clock(clock)
    , m_source({
          .workspaceId = std::move(workspaceId),
          .openVault = [] { return platform::openVault().vault; },
          .makeHttp = [this](const std::string &system) { return clientFor(system); },
          .takeRequests = [this] { return m_requests.take(); },
          .pace = m_pace,
          .clock = clock,
          .makers = std::move(makers),
          .ports = std::move(ports),
      })
{
}

std::unique_ptr<crm::HttpClient> CrmConnections::clientFor(const std::string &system)
{
    return std::make_unique<crm::LoggedHttpClient>(
        m_http, crm::LogPlace{system, m_requests, m_clock, m_pace});
}

} // namespace topline::app
