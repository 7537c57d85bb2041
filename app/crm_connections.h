// The connections to CRMs with all that they stand on: HTTP client, log of requests, pace,
// keychain, sign-in. Made once by app's composition for its workspace; source() is given to the
// engine. Must outlive every connector that was opened. Opens nothing, not even the keychain,
// before it is asked.
#pragma once

#include "app/connection_source.h"
#include "core/crm/request_list.h"
#include "core/platform/curl_http_client.h"
#include "core/platform/system_pace.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace topline::app {

class CrmConnections {
public:
    // `ports` are those of the redirect; the registered ones outside of tests. The clock must
    // outlive this.
    CrmConnections(std::string workspaceId, const base::Clock &clock,
                   std::map<std::string, ConnectorMaker> makers, std::vector<std::uint16_t> ports);

    crm::ConnectionSource &source() { return m_source; }

    const crm::Pace &pace() const { return m_pace; }

    // Notes its requests beside those of the connections; this must outlive it.
    std::unique_ptr<crm::HttpClient> clientFor(const std::string &system);

private:
    const base::Clock &m_clock;
    platform::SystemPace m_pace;
    platform::CurlHttpClient m_http;
    crm::RequestList m_requests;
    CrmConnectionSource m_source;
};

} // namespace topline::app
