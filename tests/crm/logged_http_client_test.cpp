// The log of requests: what a person may see of each, and never what nobody may see.
#include "core/crm/logged_http_client.h"
#include "tests/fakes/direct_http_client.h"
#include "tests/fakes/fake_pace.h"

#include <gtest/gtest.h>
#include <thread>

namespace topline::crm {
namespace {

using fakes::Response;

struct World {
    Response answer;
    base::FixedClock clock{1'700'000'000'000};
    fakes::FakePace pace{&clock};
    fakes::DirectHttpClient direct{[this](const fakes::Request &) {
        pace.advance(250);
        return answer;
    }};
    RequestList list;
    LoggedHttpClient client{direct, {"hubspot", list, clock, pace}};
    CancelToken cancel;

    domain::RequestRow rowOf(const HttpRequest &request)
    {
        (void)client.send(request, cancel);
        const std::vector<domain::RequestRow> rows = list.take();
        EXPECT_EQ(rows.size(), 1U);
        return rows.empty() ? domain::RequestRow{} : rows.front();
    }
};

HttpRequest patch()
{
    HttpRequest request;
    request.method = HttpMethod::Patch;
    request.url = "https://api.example.com/crm/v3/objects/deals/51?properties=amount#x";
    request.body = "{}";
    request.bearer = base::Secret("canary-token");
    return request;
}

TEST(LoggedHttpClient, NotesWhatAPersonMaySee)
{
    World world;
    world.answer = {
        .status = 201, .headers = {{"X-HubSpot-Correlation-Id", "c0ffee"}}, .body = "{\"id\":1}"};
    const domain::RequestRow row = world.rowOf(patch());
    EXPECT_EQ(row.system, "hubspot");
    EXPECT_EQ(row.atMs, 1'700'000'000'000);
    EXPECT_EQ(row.method, "PATCH");
    EXPECT_EQ(row.host, "api.example.com");
    EXPECT_EQ(row.path, "/crm/v3/objects/deals/51");
    EXPECT_EQ(row.status, 201);
    EXPECT_EQ(row.durationMs, 250);
    EXPECT_GT(row.bytesReceived, 8);
    EXPECT_GT(row.bytesSent, 2);
    EXPECT_EQ(row.outcome, "ok");
    EXPECT_EQ(row.reference, "c0ffee");
}

TEST(LoggedHttpClient, NotesRefusalsAndFailures)
{
    World world;
    world.answer.status = 429;
    EXPECT_EQ(world.rowOf(patch()).outcome, "HTTP 429");
    world.answer.wire = Response::Wire::CloseAfter;
    const domain::RequestRow lost = world.rowOf(patch());
    EXPECT_EQ(lost.status, 0);
    EXPECT_EQ(lost.outcome, "The answer was lost; the change may have arrived.");
    world.direct.setOffline(true);
    EXPECT_EQ(world.rowOf(patch()).outcome, "There is no connection.");
}

TEST(LoggedHttpClient, GivesAnswersOnAsTheyCame)
{
    World world;
    world.answer = {.status = 404, .headers = {{"A", "b"}}, .body = "gone"};
    const auto answer = world.client.send(patch(), world.cancel);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->status, 404);
    EXPECT_EQ(answer->header("a"), "b");
    EXPECT_EQ(answer->body, "gone");
}

TEST(LoggedPath, HidesWhatMayBeASecretOrAPerson)
{
    EXPECT_EQ(loggedPath("https://a.example/oauth/v1/access-tokens/CKj3abc?x=1"),
              "/oauth/v1/access-tokens/…");
    EXPECT_EQ(loggedPath("https://a.example/oauth/v1/refresh-tokens/abc/x"),
              "/oauth/v1/refresh-tokens/…/x");
    EXPECT_EQ(loggedPath("https://a.example/contacts/ann@acme.example"), "/contacts/…");
    EXPECT_EQ(loggedPath("https://a.example/contacts/ann%40acme.example/x"), "/contacts/…/x");
    EXPECT_EQ(loggedPath("https://a.example/" + std::string(41, 'x')), "/…");
    EXPECT_EQ(loggedPath("https://a.example/services/oauth2/token"), "/services/oauth2/token");
    EXPECT_EQ(loggedPath("https://a.example/sobjects/Contact/Topline_Id__c/"
                         "3f0f7b1e-1111-4222-8333-444455556666"),
              "/sobjects/Contact/Topline_Id__c/3f0f7b1e-1111-4222-8333-444455556666");
    EXPECT_EQ(loggedPath("https://a.example"), "/");
    EXPECT_EQ(loggedPath("https://a.example?code=1"), "/");
    EXPECT_EQ(loggedPath("https://a.example/a//b/"), "/a//b/");
    EXPECT_EQ(loggedPath(""), "/");
    EXPECT_EQ(loggedHost("https://me:canary@a.example:8443/x"), "a.example:8443");
}

TEST(RequestList, ForgetsTheOldestWhenNobodyLooks)
{
    RequestList list(3);
    for (int i = 0; i < 5; ++i) {
        domain::RequestRow row;
        row.id = i;
        list.add(row);
    }
    EXPECT_EQ(list.droppedCount(), 2);
    const std::vector<domain::RequestRow> rows = list.take();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows.front().id, 2);
    EXPECT_EQ(rows.back().id, 4);
    EXPECT_TRUE(list.take().empty());
}

TEST(RequestList, LosesNothingBetweenThreads)
{
    RequestList list(100'000);
    std::vector<std::thread> couriers;
    couriers.reserve(4);
    for (int courier = 0; courier < 4; ++courier) {
        couriers.emplace_back([&list] {
            for (int i = 0; i < 1'000; ++i)
                list.add({});
        });
    }
    std::size_t taken = 0;
    while (taken < 2'000)
        taken += list.take().size();
    for (std::thread &courier : couriers)
        courier.join();
    EXPECT_EQ(taken + list.take().size(), 4'000U);
}

} // namespace
} // namespace topline::crm
