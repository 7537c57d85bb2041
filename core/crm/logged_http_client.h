// An HttpClient that notes every request: method, host, path without query, status, time, bytes,
// and the outside party's number for it. Stands between a connector or sign-in and the real client,
// on courier threads; thread-safe if that one is. Changes nothing that is sent or answered. No
// header, body, query or token is ever noted, nor what in a path looks like a secret or an address.
#pragma once

#include "core/base/time.h"
#include "core/crm/http_client.h"
#include "core/crm/pace.h"
#include "core/crm/request_list.h"

#include <string>
#include <string_view>

namespace topline::crm {

struct LogPlace {
    std::string system; // "hubspot"
    RequestList &list;
    const base::Clock &clock;
    const Pace &pace;
};

class LoggedHttpClient final : public HttpClient {
public:
    // Everything passed must outlive the client.
    LoggedHttpClient(HttpClient &client, LogPlace place);

    base::Result<HttpResponse> send(const HttpRequest &request, const CancelToken &cancel) override;

private:
    HttpClient &m_client;
    LogPlace m_place;
};

// "api.example.com:8443" of an address; without a user name.
std::string loggedHost(std::string_view url);

// The path as it may be shown. Parts that are longer than an id, hold a mail address or follow the
// name of a token are "…".
std::string loggedPath(std::string_view url);

} // namespace topline::crm
