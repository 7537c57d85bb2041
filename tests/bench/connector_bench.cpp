// A first pull of each CRM through everything but the window: connector, mapping, sync and store,
// over a real loopback connection to a CRM that is made by formula in a process of its own. How
// many calls, against the least that the API's limits allow, and how many bytes it takes; where the
// time goes: in requests, in turning answers into records, and in the store; rows per second
// against a bare sqlite3 insert of the same contacts; and the peak memory of us and of the fake.
#include "core/crm/hubspot_connector.h"
#include "core/crm/salesforce_connector.h"
#include "core/platform/curl_http_client.h"
#include "tests/bench/bare_contacts.h"
#include "tests/bench/fake_process.h"
#include "tests/bench/process_memory.h"
#include "tests/bench/sync_workspace.h"
#include "tests/fakes/fake_pace.h"
#include "tests/fakes/large_hubspot.h"
#include "tests/fakes/large_salesforce.h"
#include "tests/fakes/open_access.h"

#include <benchmark/benchmark.h>
#include <filesystem>
#include <memory>
#include <string>

namespace topline::bench {

namespace {

constexpr base::UtcMs clockMs = 1'790'000'000'000; // 2026-09-21

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

struct HubSpotSide {
    using Fake = fakes::LargeHubSpot;
    using Connector = crm::HubSpotConnector;
    using Parts = crm::HubSpotParts;
    static constexpr const char *system = "hubspot";

    static constexpr const char *token = "pat-good";
};

struct SalesforceSide {
    using Fake = fakes::LargeSalesforce;
    using Connector = crm::SalesforceConnector;
    using Parts = crm::SalesforceParts;
    static constexpr const char *system = "salesforce";

    static constexpr const char *token = "token-1";
};

struct Spent {
    double pull = 0;
    double store = 0;
    double storeContacts = 0;
    double bare = 0;
};

template <typename Connector>
Spent pullAll(Connector &connector, SyncWorkspace &workspace, const char *system)
{
    BareContacts bare(workspace.folder + "/bare.db");
    const crm::CancelToken cancel;
    Spent out;
    std::string cursor;
    while (true) {
        const auto pulling = std::chrono::steady_clock::now();
        const crm::Page page = need(connector.pull(cursor, cancel));
        out.pull += secondsSince(pulling);
        const auto storing = std::chrono::steady_clock::now();
        workspace.apply(page, system);
        const double stored = secondsSince(storing);
        out.store += stored;
        if (!page.contacts.empty()) {
            out.storeContacts += stored;
            const auto inserting = std::chrono::steady_clock::now();
            bare.insert(page.contacts);
            out.bare += secondsSince(inserting);
        }
        cursor = page.nextCursor;
        if (!page.more)
            return out;
    }
}

template <typename Side> void firstPull(benchmark::State &state)
{
    const std::int64_t contacts = state.range(0);
    const fakes::LargeCrm crm{contacts / 10, contacts, contacts / 10, clockMs};
    for (auto _ : state) {
        forgetPeakMemory();
        const double before = megabytesOf("VmRSS:");
        FakeProcess<typename Side::Fake> fake(crm);
        base::FixedClock clock(clockMs);
        fakes::FakePace pace(&clock);
        crm::RateGate gate({}, clock, pace);
        fakes::OpenAccess access(Side::token, fake.baseUrl());
        MeteredClient http;
        typename Side::Connector connector(
            typename Side::Parts{http, access, gate, pace, clock, {}});
        SyncWorkspace workspace;
        const Spent spent = pullAll(connector, workspace, Side::system);

        const auto counts = need(workspace.workspace->tables().records.counts());
        if (counts.contacts != contacts || counts.deals != crm.deals ||
            counts.accounts != crm.companies)
            state.SkipWithError("not every record came in");
        const double all = spent.pull + spent.store;
        const auto rows = static_cast<double>(contacts + crm.deals + crm.companies);
        const auto least = static_cast<double>(Side::Fake::requestsMin(crm));
        state.SetIterationTime(all);
        state.counters["calls"] = static_cast<double>(http.calls);
        state.counters["calls_to_least"] = static_cast<double>(http.calls) / least;
        state.counters["received_mb"] = static_cast<double>(http.received) / 1e6;
        state.counters["sent_mb"] = static_cast<double>(http.sent) / 1e6;
        state.counters["share_requests"] = http.seconds / all;
        state.counters["share_mapping"] = (spent.pull - http.seconds) / all;
        state.counters["share_store"] = spent.store / all;
        state.counters["rows_per_second"] = rows / all;
        state.counters["stored_contacts_per_second"] =
            static_cast<double>(contacts) / spent.storeContacts;
        state.counters["bare_contacts_per_second"] = static_cast<double>(contacts) / spent.bare;
        state.counters["ratio_to_bare_insert"] = spent.storeContacts / spent.bare;
        state.counters["rss_before_mb"] = before;
        state.counters["peak_rss_mb"] = megabytesOf("VmHWM:");
        state.counters["peak_rss_of_fake_mb"] = fake.peakMegabytes();
        state.counters["file_mb"] =
            static_cast<double>(std::filesystem::file_size(workspace.folder + "/bench.topline")) /
            1e6;
    }
}

BENCHMARK(firstPull<HubSpotSide>)
    ->Arg(250'000)
    ->Arg(500'000)
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);
BENCHMARK(firstPull<SalesforceSide>)
    ->Arg(250'000)
    ->Arg(500'000)
    ->UseManualTime()
    ->Iterations(1)
    ->Unit(benchmark::kSecond);

} // namespace

} // namespace topline::bench
