// Short ways to make requests and to say what came of them. Called by the tests of the HTTP client,
// on any thread; a request that fails is an outcome like another.
#pragma once

#include "core/platform/curl_http_client.h"
#include "tests/fakes/http_message.h"

#include <string>
#include <string_view>

namespace topline::platform {

inline crm::HttpRequest get(std::string url)
{
    crm::HttpRequest request;
    request.url = std::move(url);
    return request;
}

// A write, with a small JSON body.
inline crm::HttpRequest post(std::string url)
{
    crm::HttpRequest request = get(std::move(url));
    request.method = crm::HttpMethod::Post;
    request.headers = {{"Content-Type", "application/json"}};
    request.body = R"({"name":"Acme"})";
    return request;
}

// A POST that changes nothing there.
inline crm::HttpRequest search(std::string url)
{
    crm::HttpRequest request = post(std::move(url));
    request.isRead = true;
    return request;
}

// "200", or what kind of failure it was.
std::string outcomeOf(const base::Result<crm::HttpResponse> &answer);
std::string outcomeOf(crm::HttpClient &client, const crm::HttpRequest &request);

// The bytes as a gzip file.
std::string gzipped(std::string_view plain);

} // namespace topline::platform
