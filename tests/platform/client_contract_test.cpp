// The client without a socket means the same as the real one before a server, so that what is
// tested fast with the one holds with the other.
#include "core/platform/curl_http_client.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/http_server.h"
#include "tests/platform/curl_calls.h"

#include <functional>
#include <gtest/gtest.h>

namespace topline::platform {
namespace {

using fakes::Request;
using fakes::Response;

// Says what it saw, and answers as the path asks.
Response mirror(const Request &request)
{
    Response response;
    response.headers = {{"X-Reference", "r-1"}};
    response.body = request.method + " " + request.path + " " + request.queryValue("q") + " " +
                    request.header("authorization") + " " + request.header("x-trace") + " " +
                    request.body;
    if (request.path == "/204") {
        response.status = 204;
        response.body.clear();
    } else if (request.path == "/429") {
        response.status = 429;
    } else if (request.path == "/before") {
        response.wire = Response::Wire::CloseBefore;
    } else if (request.path == "/after") {
        response.wire = Response::Wire::CloseAfter;
    } else if (request.path == "/cut") {
        response.wire = Response::Wire::Truncate;
    } else if (request.path == "/big") {
        response.body = std::string(100'000, 'x');
    }
    return response;
}

std::string saidOf(const base::Result<crm::HttpResponse> &answer)
{
    return answer.ok()
               ? outcomeOf(answer) + " " + answer->header("x-reference") + " " + answer->body
               : outcomeOf(answer);
}

TEST(ClientContract, TheDirectClientMeansTheSameAsTheRealOne)
{
    fakes::HttpServer server(mirror);
    fakes::DirectHttpClient direct(mirror);
    for (const auto &make : std::vector<std::function<crm::HttpRequest(std::string)>>{
             [](std::string url) { return get(std::move(url)); },
             [](std::string url) { return post(std::move(url)); },
             [](std::string url) { return search(std::move(url)); }}) {
        for (const char *path :
             {"/a%20b/c?q=x%26y+z&q=2", "/", "/204", "/429", "/before", "/after", "/cut", "/big"}) {
            crm::HttpRequest request = make(server.baseUrl() + path);
            request.headers.push_back({"X-Trace", "7"});
            request.bearer = base::Secret("token");
            request.bodyBytesMax = 50'000;
            const crm::CancelToken cancel;
            // A kept connection may make libcurl repeat a read.
            CurlHttpClient real;
            EXPECT_EQ(saidOf(direct.send(request, cancel)), saidOf(real.send(request, cancel)))
                << crm::httpMethodName(request.method) << " " << path;
        }
    }
    EXPECT_EQ(direct.requestCount(), server.requestCount());
}

TEST(ClientContract, OfflineAndStoppedAreTheSameToo)
{
    int port = 0;
    {
        const fakes::HttpServer gone(mirror);
        port = gone.port();
    }
    const std::string url = "http://127.0.0.1:" + std::to_string(port);
    CurlHttpClient real;
    fakes::DirectHttpClient direct(mirror);
    direct.setOffline(true);
    EXPECT_EQ(outcomeOf(direct, post(url)), outcomeOf(real, post(url)));
    crm::CancelToken cancel;
    cancel.cancelled = true;
    EXPECT_EQ(outcomeOf(direct.send(post(url), cancel)), outcomeOf(real.send(post(url), cancel)));
    EXPECT_EQ(direct.requestCount(), 0);
}

} // namespace
} // namespace topline::platform
