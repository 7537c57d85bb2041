// A first pull of 10,000 contacts from each CRM's fake over a real loopback connection: how many
// calls and bytes it takes, and where the time goes: in requests (the fake answers in the same
// process), in turning answers into records, and in the store.
#include "core/crm/hubspot_connector.h"
#include "core/crm/salesforce_connector.h"
#include "core/platform/curl_http_client.h"
#include "tests/bench/sync_workspace.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/http_server.h"
#include "tests/fakes/hubspot_fake.h"
#include "tests/fakes/salesforce_fake.h"

#include <QJsonObject>
#include <QString>

#include <benchmark/benchmark.h>
#include <memory>
#include <string>

namespace topline::bench {

namespace {

constexpr base::UtcMs clockMs = 1'790'000'000'000; // 2026-09-21
constexpr int contacts = 10'000;

// Counts and times what passes through.
class MeteredClient final : public crm::HttpClient {
public:
    base::Result<crm::HttpResponse> send(const crm::HttpRequest &request,
                                         const crm::CancelToken &cancel) override
    {
        const auto start = std::chrono::steady_clock::now();
        auto response = m_client.send(request, cancel);
        seconds += secondsSince(start);
        ++calls;
        if (response.ok()) {
            received += response->bytesReceived;
            sent += response->bytesSent;
        }
        return response;
    }

    double seconds = 0;
    std::int64_t calls = 0;
    std::int64_t received = 0;
    std::int64_t sent = 0;

private:
    platform::CurlHttpClient m_client;
};

class OpenAccess final : public crm::AccessSource {
public:
    OpenAccess(std::string token, std::string baseUrl)
        : m_token(std::move(token))
        , m_baseUrl(std::move(baseUrl))
    {
    }

    base::Result<crm::Access> access(const crm::CancelToken &) override
    {
        return crm::Access{base::Secret(m_token), m_baseUrl};
    }

    base::Result<crm::Access> renew(const crm::Access &, const crm::CancelToken &) override
    {
        return base::Error{base::ErrorCode::SignInNeeded, "The bench's token was refused."};
    }

private:
    std::string m_token;
    std::string m_baseUrl;
};

struct HubSpotWorld {
    explicit HubSpotWorld(const base::Clock &clock)
        : fake(clock)
    {
        for (int i = 0; i < contacts; ++i) {
            const std::string number = std::to_string(i);
            fake.add("contacts",
                     {{"firstname", "Dana"},
                      {"lastname", "Reyes " + number},
                      {"email", "dana" + number + "@firm.example"},
                      {"jobtitle", "Head of Purchasing"}},
                     clockMs - base::dayMs);
        }
    }

    std::unique_ptr<crm::Connector> connector(crm::HttpClient &http, crm::AccessSource &access,
                                              crm::RateGate &gate, crm::Pace &pace,
                                              const base::Clock &clock)
    {
        return std::make_unique<crm::HubSpotConnector>(
            crm::HubSpotParts{http, access, gate, pace, clock, {}});
    }

    static constexpr const char *system = "hubspot";
    std::string token = "pat-good";
    fakes::HubSpotFake fake;
};

struct SalesforceWorld {
    explicit SalesforceWorld(base::FixedClock &clock)
        : fake(clock)
    {
        token = fake.token;
        for (int i = 0; i < contacts; ++i) {
            const QString number = QString::number(i);
            fake.add("Contact",
                     {{QStringLiteral("FirstName"), QStringLiteral("Dana")},
                      {QStringLiteral("LastName"), QStringLiteral("Reyes %1").arg(number)},
                      {QStringLiteral("Email"), QStringLiteral("dana%1@firm.example").arg(number)},
                      {QStringLiteral("Title"), QStringLiteral("Head of Purchasing")}});
            if (i % 7 == 0)
                clock.advance(base::secondMs);
        }
        clock.advance(base::dayMs);
    }

    std::unique_ptr<crm::Connector> connector(crm::HttpClient &http, crm::AccessSource &access,
                                              crm::RateGate &gate, crm::Pace &pace,
                                              const base::Clock &clock)
    {
        return std::make_unique<crm::SalesforceConnector>(
            crm::SalesforceParts{http, access, gate, pace, clock, {}});
    }

    static constexpr const char *system = "salesforce";
    std::string token;
    fakes::SalesforceFake fake;
};

template <typename World> void firstPull(benchmark::State &state)
{
    for (auto _ : state) {
        base::FixedClock clock(clockMs);
        World world(clock);
        fakes::HttpServer server(world.fake.handler());
        fakes::FakePace pace(&clock);
        crm::RateGate gate({}, clock, pace);
        OpenAccess access(world.token, server.baseUrl());
        MeteredClient http;
        const auto connector = world.connector(http, access, gate, pace, clock);
        SyncWorkspace workspace;
        const crm::CancelToken cancel;

        double pullSeconds = 0;
        double storeSeconds = 0;
        std::string cursor;
        while (true) {
            const auto pulling = std::chrono::steady_clock::now();
            const crm::Page page = need(connector->pull(cursor, cancel));
            pullSeconds += secondsSince(pulling);
            const auto storing = std::chrono::steady_clock::now();
            workspace.apply(page, World::system);
            storeSeconds += secondsSince(storing);
            cursor = page.nextCursor;
            if (!page.more)
                break;
        }
        if (need(workspace.workspace->tables().records.counts()).contacts != contacts)
            state.SkipWithError("not every contact came in");
        const double all = pullSeconds + storeSeconds;
        state.SetIterationTime(all);
        state.counters["calls"] = static_cast<double>(http.calls);
        state.counters["received_kb"] = static_cast<double>(http.received) / 1'000;
        state.counters["sent_kb"] = static_cast<double>(http.sent) / 1'000;
        state.counters["share_requests"] = http.seconds / all;
        state.counters["share_mapping"] = (pullSeconds - http.seconds) / all;
        state.counters["share_store"] = storeSeconds / all;
    }
}

BENCHMARK(firstPull<HubSpotWorld>)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK(firstPull<SalesforceWorld>)
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

} // namespace

} // namespace topline::bench
