// A calendar server that drips its answers, or packs a bomb into them, over a real socket: reading
// ends in time with an error, a booking whose answer is lost is in doubt, and nothing grows.
#include "core/platform/curl_http_client.h"
#include "tests/calendar/calendar_desk.h"
#include "tests/fakes/http_server.h"

#include <QByteArray>

#include <chrono>
#include <gtest/gtest.h>
#include <poll.h>

namespace topline::calendar {
namespace {

using fakes::Request;

// With less patience than users have.
class Impatient final : public crm::HttpClient {
public:
    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken &cancel) override
    {
        crm::HttpRequest hurried = request;
        hurried.deadlineMs = 300;
        return m_client.send(hurried, cancel);
    }

private:
    platform::CurlHttpClient m_client;
};

domain::CalendarAccount accountAt(const std::string &url)
{
    domain::CalendarAccount out = deskAccount();
    out.url = url;
    return out;
}

struct Seen {
    base::Error reading;
    crm::PushState booking = crm::PushState::Applied;
    crm::PushState look = crm::PushState::Applied;
};

Seen lookAt(crm::HttpClient &client, const std::string &url)
{
    fakes::OpenAccess access{"secret", ""};
    const base::FixedClock clock{deskNow};
    CalDavConnector connector({client, access, clock, accountAt(url)});
    Seen out;
    const auto page = connector.pull({}, neverCancelled);
    EXPECT_FALSE(page.ok());
    if (!page.ok())
        out.reading = page.error();
    const auto effect = *buildMeetingEffect(
        deskAction(), {.account = accountAt(url), .meeting = deskMeeting()}, deskNow);
    CountingGate gate;
    out.booking = connector.pushGated({&effect, 1}, gate, neverCancelled).front().state;
    out.look = connector.lookUp(effect, neverCancelled).state;
    return out;
}

TEST(CalDavSockets, AByteNowAndThenEndsAtTheDeadline)
{
    fakes::SocketServer server([](fakes::Connection &connection, int) {
        Request request;
        fakes::readRequest(connection, request);
        connection.write("HTTP/1.1 207 Multi-Status\r\nContent-Length: 1000000\r\n\r\n");
        pollfd gone = {connection.descriptor(), POLLRDHUP, 0};
        while (::poll(&gone, 1, 10) == 0 && connection.write("<")) {
        }
    });
    Impatient client;
    const auto began = std::chrono::steady_clock::now();
    const Seen seen = lookAt(client, server.baseUrl());
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
    EXPECT_FALSE(seen.reading.message.empty());
    EXPECT_EQ(seen.booking, crm::PushState::Unknown);
    EXPECT_EQ(seen.look, crm::PushState::Unknown);
}

TEST(CalDavSockets, APackedBombIsCutOffAndProvesNothing)
{
    // Behind four bytes of its own, Qt writes a zlib stream.
    const QByteArray packed = qCompress(QByteArray(64 * 1024 * 1024, '\0'), 9).mid(4);
    ASSERT_LT(packed.size(), 128 * 1024);
    fakes::HttpServer server([&](const Request &) {
        return fakes::Response{.status = 207,
                               .headers = {{"Content-Encoding", "deflate"}},
                               .body = packed.toStdString()};
    });
    platform::CurlHttpClient client;
    const Seen seen = lookAt(client, server.baseUrl());
    EXPECT_EQ(seen.reading.code, base::ErrorCode::Refused) << seen.reading.text();
    EXPECT_EQ(seen.booking, crm::PushState::Unknown);
    EXPECT_EQ(seen.look, crm::PushState::Unknown);
}

} // namespace
} // namespace topline::calendar
