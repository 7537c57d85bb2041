// The scripted endpoint over real sockets and the real client: every way in which it may fail.
#include "core/assist/model_endpoint.h"
#include "core/assist/model_text.h"
#include "core/platform/curl_http_client.h"
#include "tests/assist/model_parts.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/socket_server.h"

#include <gtest/gtest.h>

using namespace topline;
using assist::chatAnswer;
using base::ErrorCode;

namespace {

const std::string key = "sk-canary-8b1f7c";

class Endpoint {
public:
    explicit Endpoint(fakes::Response response)
        : m_response(std::move(response))
        , m_server([this](const fakes::Request &request) {
            m_requests.push_back(request);
            return m_response;
        })
    {
    }

    base::Result<std::string> ask(base::DurationMs timeoutMs = 20 * base::secondMs)
    {
        auto settings = assist::sampleSettings();
        settings.baseUrl = m_server.baseUrl() + "/v1/";
        settings.timeoutMs = timeoutMs;
        const auto request = assist::buildModelRequest(assist::sampleFacts(), settings);
        platform::CurlHttpClient client;
        return assist::askModel(client, settings, base::Secret(key), request, m_cancel);
    }

    ErrorCode fault()
    {
        const auto out = ask();
        EXPECT_FALSE(out.ok());
        if (out.ok())
            return ErrorCode::Io;
        EXPECT_EQ(out.error().text().find(key), std::string::npos) << out.error().text();
        EXPECT_EQ(out.error().kept, "The draft is as it was.");
        return out.error().code;
    }

    const std::vector<fakes::Request> &requests() const { return m_requests; }

    crm::CancelToken m_cancel;

private:
    fakes::Response m_response;
    std::vector<fakes::Request> m_requests;
    fakes::HttpServer m_server;
};

ErrorCode faultOf(fakes::Response response)
{
    return Endpoint(std::move(response)).fault();
}

} // namespace

TEST(ModelEndpoint, GetsTheRequestAsBuiltWithTheKeyInOneHeader)
{
    Endpoint endpoint({.body = chatAnswer("Hello.")});
    const auto out = endpoint.ask();
    ASSERT_TRUE(out.ok()) << out.error().text();
    EXPECT_EQ(*assist::answerText(*out), "Hello.");
    ASSERT_EQ(endpoint.requests().size(), 1U);
    const auto &request = endpoint.requests().front();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/v1/chat/completions");
    EXPECT_EQ(request.header("Authorization"), "Bearer " + key);
    EXPECT_EQ(request.header("Content-Type"), "application/json");
    EXPECT_EQ(request.body.find(key), std::string::npos);
}

TEST(ModelEndpoint, EachStatusHasItsMeaning)
{
    EXPECT_EQ(faultOf({.status = 401, .body = "bad key " + key}), ErrorCode::SignInNeeded);
    EXPECT_EQ(faultOf({.status = 403}), ErrorCode::SignInNeeded);
    EXPECT_EQ(faultOf({.status = 400, .body = key}), ErrorCode::Refused);
    EXPECT_EQ(faultOf({.status = 404}), ErrorCode::Refused);
    EXPECT_EQ(faultOf({.status = 413}), ErrorCode::Refused);
    EXPECT_EQ(faultOf({.status = 429}), ErrorCode::LimitReached);
    EXPECT_EQ(faultOf({.status = 204}), ErrorCode::Refused);
    for (const int status : {500, 502, 503, 504})
        EXPECT_EQ(faultOf({.status = status}), ErrorCode::Unavailable) << status;
}

TEST(ModelEndpoint, ALostOrHalfAnswerIsNoAnswer)
{
    using Wire = fakes::Response::Wire;
    const std::string body = chatAnswer("Hello.");
    EXPECT_EQ(faultOf({.body = body, .wire = Wire::CloseBefore}), ErrorCode::Unavailable);
    EXPECT_EQ(faultOf({.body = body, .wire = Wire::CloseAfter}), ErrorCode::Unavailable);
    EXPECT_EQ(faultOf({.body = body, .wire = Wire::Truncate}), ErrorCode::Unavailable);
}

TEST(ModelEndpoint, AHugeAnswerIsNotReadToItsEnd)
{
    Endpoint endpoint({.body = std::string(4UL << 20, 'x')});
    EXPECT_FALSE(endpoint.ask().ok());
}

TEST(ModelEndpoint, ASlowOneIsGivenUpAtItsTime)
{
    // Reads the request and never answers: only the deadline ends it.
    fakes::SocketServer server([](fakes::Connection &connection, int) {
        std::string bytes;
        while (connection.readBytes(1, bytes))
            bytes.clear();
    });
    auto settings = assist::sampleSettings();
    settings.baseUrl = server.baseUrl();
    settings.timeoutMs = base::secondMs;
    platform::CurlHttpClient client;
    const crm::CancelToken cancel;
    const auto out =
        assist::askModel(client, settings, std::nullopt,
                         assist::buildModelRequest(assist::sampleFacts(), settings), cancel);
    EXPECT_FALSE(out.ok());
}

TEST(ModelEndpoint, CancelEndsIt)
{
    Endpoint endpoint({.body = chatAnswer("Hello.")});
    endpoint.m_cancel.cancelled = true;
    EXPECT_EQ(endpoint.fault(), ErrorCode::Cancelled);
    EXPECT_TRUE(endpoint.requests().empty());
}

TEST(ModelEndpoint, TheKeyGoesToNoOtherHostAndNoOtherPath)
{
    std::vector<fakes::Request> strayed;
    fakes::HttpServer other([&](const fakes::Request &request) {
        strayed.push_back(request);
        return fakes::Response{.body = chatAnswer("from elsewhere")};
    });
    for (const int status : {301, 302, 303, 307, 308}) {
        EXPECT_EQ(faultOf({.status = status, .headers = {{"Location", other.baseUrl() + "/v1"}}}),
                  ErrorCode::Refused)
            << status;
        EXPECT_EQ(faultOf({.status = status, .headers = {{"Location", "/elsewhere"}}}),
                  ErrorCode::Refused)
            << status;
    }
    EXPECT_TRUE(strayed.empty());
}

TEST(ModelEndpoint, ItsAddressIsSecureOrOnThisComputer)
{
    const auto fits = [](const std::string &url, const std::string &model = "m") {
        domain::AssistSettings settings;
        settings.baseUrl = url;
        settings.model = model;
        return assist::checkEndpoint(settings).ok();
    };
    for (const char *url :
         {"https://api.model.example/v1", "https://10.0.0.7:8443/v1", "http://127.0.0.1:11434/v1",
          "http://localhost:1234", "http://[::1]:80/v1"})
        EXPECT_TRUE(fits(url)) << url;
    for (const char *url :
         {"", "http://api.model.example", "http://10.0.0.7", "http://127.0.0.1.evil.example",
          "http://localhost.evil.example", "http://127.evil", "ftp://127.0.0.1", "file:///etc",
          "https://user:pass@api.model.example", "https://a.example/?key=1", "https://a.example/#x",
          "https://", "https:// a.example", "https://a.example\\@b.example", "api.model.example"})
        EXPECT_FALSE(fits(url)) << url;
    EXPECT_FALSE(fits("https://a.example", ""));
    EXPECT_FALSE(fits("https://a.example", "two words"));
    EXPECT_FALSE(fits("https://a.example", "m\"x"));
}
