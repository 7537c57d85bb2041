// TLS is verified always: authority, name, dates, and 1.2 or newer. Whatever fails before the
// handshake is over sent nothing, so that even a write is only Unavailable.
#include "core/platform/curl_http_client.h"
#include "tests/fakes/http_server.h"
#include "tests/platform/curl_calls.h"
#include "tests/platform/tls_server.h"

#include <QTemporaryDir>

#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

namespace topline::platform {
namespace {

const crm::CancelToken neverCancelled;

class CurlTls : public testing::Test {
protected:
    void SetUp() override
    {
        if (!hasOpenssl())
            GTEST_SKIP() << "there is no openssl command here";
    }
};

std::string urlOf(const std::string &host, int port)
{
    return "https://" + host + ":" + std::to_string(port) + "/";
}

CurlOptions trusting(const Certificate &certificate)
{
    return {.caFile = certificate.path()};
}

TEST_F(CurlTls, ATrustedServerIsSpokenTo)
{
    const Certificate certificate("localhost");
    ASSERT_TRUE(certificate.isMade());
    for (const char *version : {"-tls1_2", "-tls1_3"}) {
        const TlsServer server(certificate, {version});
        ASSERT_GT(server.port(), 0);
        CurlHttpClient client(trusting(certificate));
        EXPECT_EQ(outcomeOf(client, get(urlOf("localhost", server.port()))), "200") << version;
    }
}

TEST_F(CurlTls, ACertificateSignedByItselfIsRefused)
{
    const Certificate certificate("localhost");
    const TlsServer server(certificate);
    ASSERT_GT(server.port(), 0);
    CurlHttpClient client;
    const auto answer = client.send(post(urlOf("localhost", server.port())), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "Unavailable");
    EXPECT_EQ(answer.error().text(),
              "The certificate of localhost is signed by itself. Nothing was sent.");
}

TEST_F(CurlTls, ACertificateForAnotherNameIsRefused)
{
    const Certificate certificate("localhost");
    const TlsServer server(certificate);
    ASSERT_GT(server.port(), 0);
    CurlHttpClient client(trusting(certificate));
    const auto answer = client.send(post(urlOf("127.0.0.1", server.port())), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "Unavailable");
    EXPECT_EQ(answer.error().text(),
              "The certificate of 127.0.0.1 is made out for another name. Nothing was sent.");
}

TEST_F(CurlTls, AnExpiredCertificateIsRefused)
{
    Certificate certificate("localhost");
    ASSERT_TRUE(certificate.expire());
    const TlsServer server(certificate);
    ASSERT_GT(server.port(), 0);
    CurlHttpClient client(trusting(certificate));
    const auto answer = client.send(post(urlOf("localhost", server.port())), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "Unavailable");
    EXPECT_EQ(answer.error().text(), "The certificate of localhost has expired. Nothing was sent.");
}

// Debian's OpenSSL refuses old versions by itself. Told otherwise, before its first use in this
// process (ctest starts one per test), it is the client that has to refuse them.
void letOpensslSpeakOldTls(const std::string &path)
{
    std::ofstream(path) << "openssl_conf = conf\n[conf]\nssl_conf = ssl\n[ssl]\n"
                           "system_default = lax\n[lax]\nMinProtocol = TLSv1\n"
                           "CipherString = ALL:@SECLEVEL=0\n";
    ::setenv("OPENSSL_CONF", path.c_str(), 1);
}

TEST_F(CurlTls, OldTlsIsRefused)
{
    const Certificate certificate("localhost");
    const QTemporaryDir folder;
    letOpensslSpeakOldTls(folder.path().toStdString() + "/openssl.cnf");
    for (const char *version : {"-tls1", "-tls1_1"}) {
        const TlsServer server(certificate, {version, "-cipher", "ALL:@SECLEVEL=0"});
        ASSERT_GT(server.port(), 0) << version;
        CurlHttpClient client(trusting(certificate));
        const auto answer = client.send(post(urlOf("localhost", server.port())), neverCancelled);
        ASSERT_EQ(outcomeOf(answer), "Unavailable") << version;
        EXPECT_EQ(answer.error().text(), "No secure connection to localhost could be agreed on "
                                         "(TLS 1.2 or newer). Nothing was sent.");
    }
    ::unsetenv("OPENSSL_CONF");
}

TEST(CurlHandshake, AResetWithinTheHandshakeSentNothing)
{
    fakes::SocketServer server([](fakes::Connection &connection, int) {
        std::string start;
        connection.readBytes(5, start);
        connection.resetOnClose();
    });
    CurlHttpClient client;
    const auto answer = client.send(post(urlOf("127.0.0.1", server.port())), neverCancelled);
    ASSERT_EQ(outcomeOf(answer), "Unavailable");
    EXPECT_EQ(answer.error().kept, "Nothing was sent.");
}

TEST(CurlHandshake, APlainServerOnASecurePortGetsNoRequest)
{
    fakes::HttpServer server([](const fakes::Request &) { return fakes::Response{}; });
    CurlHttpClient client;
    crm::HttpRequest request = post(urlOf("127.0.0.1", server.port()));
    request.deadlineMs = 300;
    EXPECT_EQ(outcomeOf(client, request), "Unavailable");
    EXPECT_EQ(server.requestCount(), 0);
}

// The proxy sees a wish for a tunnel and no token; what it refuses was not sent.
TEST(CurlProxy, SeesNeitherTokenNorRequest)
{
    std::vector<fakes::Request> seen;
    fakes::HttpServer proxy([&](const fakes::Request &request) {
        seen.push_back(request);
        return fakes::Response{.status = 407};
    });
    ::setenv("https_proxy", proxy.baseUrl().c_str(), 1);
    CurlHttpClient client;
    crm::HttpRequest request = post("https://api.example.com/crm/v3/objects");
    request.bearer = base::Secret("canary-token");
    const auto answer = client.send(request, neverCancelled);
    ::unsetenv("https_proxy");
    ASSERT_EQ(outcomeOf(answer), "Unavailable");
    EXPECT_EQ(answer.error().text(),
              "The proxy for api.example.com wants a name and a password. Nothing was sent.");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen.front().method, "CONNECT");
    EXPECT_EQ(seen.front().header("Authorization"), "");
    EXPECT_TRUE(seen.front().body.empty());
}

} // namespace
} // namespace topline::platform
