// The first sync of a large CRM: pages of contacts into the mirror, against a bare sqlite3 insert
// of the same rows in batches of the same size; and the peak memory of 500,000 contacts with 50,000
// deals.
#include "tests/bench/bare_contacts.h"
#include "tests/bench/process_memory.h"
#include "tests/bench/sync_workspace.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace topline::bench {

namespace {

constexpr std::int64_t contactsPerAccount = 10;

domain::Account accountNumber(std::int64_t number)
{
    domain::Account out;
    const std::string text = std::to_string(number);
    out.remoteId = "hs:a" + text;
    out.name = "Company " + text;
    out.domain = "company" + text + ".example";
    out.industry = number % 2 == 0 ? "Manufacturing" : "Software";
    out.country = "Germany";
    out.updatedMs = nowMs;
    return out;
}

// Names as different from each other as people's are.
domain::Contact contactNumber(std::int64_t number)
{
    static constexpr const char *first[] = {"Dana",  "Robin", "Maria", "Jonas", "Aylin",
                                            "Pedro", "Chen",  "Olga",  "Femi",  "Ingrid"};
    static constexpr const char *last[] = {"Reyes",  "Vale",   "Keller", "Okafor", "Silva",
                                           "Nguyen", "Larsen", "Novak",  "Moreau", "Haddad"};
    static constexpr const char *titles[] = {"Head of Purchasing", "CFO", "Sales Engineer",
                                             "Managing Director", "IT Operations Manager"};
    domain::Contact out;
    const std::string text = std::to_string(number);
    out.remoteId = "hs:" + std::to_string(100'000'000 + number * 7);
    out.account.remoteId = "hs:a" + std::to_string(number / contactsPerAccount);
    out.firstName = first[number % 10];
    out.lastName = std::string(last[number / 10 % 10]) + std::to_string(number / 100 % 1'000);
    out.email = out.firstName + "." + out.lastName + "." + text + "@company" +
                std::to_string(number / contactsPerAccount) + ".example";
    out.phone = "+49 30 " + std::to_string(1'000'000 + number);
    out.title = titles[number % 5];
    out.createdMs = nowMs - number * 1'000;
    out.updatedMs = nowMs - number;
    return out;
}

domain::Deal dealNumber(std::int64_t number)
{
    domain::Deal out;
    const std::string text = std::to_string(number);
    out.remoteId = "hs:d" + text;
    out.name = "Renewal " + text;
    out.account.remoteId = "hs:a" + text;
    out.contact.remoteId = "hs:" + std::to_string(100'000'000 + number * contactsPerAccount * 7);
    out.owner.remoteId = "hs:o";
    out.stage.remoteId = "hs:s";
    out.amount = base::Money{(100 + number % 9'000) * 100, base::Currency::usd()};
    out.nextStep = "Send the offer";
    out.createdMs = nowMs - number * 1'000;
    out.updatedMs = nowMs - number;
    return out;
}

crm::Page catalogue()
{
    crm::Page out;
    out.owners = {{{}, "hs:o", "Robin Vale", "robin@us.example", "", "", true, nowMs}};
    out.stages = {{{}, "hs:s", "Sales", "Proposal", 0, domain::StageKind::Open}};
    out.nextCursor = "catalogue";
    return out;
}

// `add(page, number)` for every number, one page after the other.
template <typename Add>
void applyPages(SyncWorkspace &workspace, std::int64_t count, std::int64_t pageSize, Add add)
{
    for (std::int64_t first = 0; first < count; first += pageSize) {
        crm::Page page;
        for (std::int64_t number = first; number < std::min(count, first + pageSize); ++number)
            add(page, number);
        page.nextCursor = std::to_string(first);
        page.more = true;
        workspace.apply(page);
    }
}

// The least that keeping these rows durably can cost.
double bareInsertSeconds(const std::string &file, std::int64_t count, std::int64_t pageSize)
{
    BareContacts bare(file);
    const auto start = std::chrono::steady_clock::now();
    for (std::int64_t first = 0; first < count; first += pageSize) {
        std::vector<domain::Contact> page;
        for (std::int64_t number = first; number < std::min(count, first + pageSize); ++number)
            page.push_back(contactNumber(number));
        bare.insert(page);
    }
    return secondsSince(start);
}

void firstPull(benchmark::State &state)
{
    constexpr std::int64_t contacts = 40'000;
    const std::int64_t pageSize = state.range(0);
    double ours = 0;
    double bare = 0;
    for (auto _ : state) {
        SyncWorkspace workspace;
        bare += bareInsertSeconds(workspace.folder + "/bare.db", contacts, pageSize);
        applyPages(workspace, contacts / contactsPerAccount, pageSize,
                   [](auto &page, auto n) { page.accounts.push_back(accountNumber(n)); });
        const auto start = std::chrono::steady_clock::now();
        applyPages(workspace, contacts, pageSize,
                   [](auto &page, auto n) { page.contacts.push_back(contactNumber(n)); });
        const double seconds = secondsSince(start);
        if (need(workspace.workspace->tables().records.counts()).contacts != contacts)
            state.SkipWithError("not every contact came in");
        ours += seconds;
        state.SetIterationTime(seconds);
    }
    const double rows = static_cast<double>(contacts) * static_cast<double>(state.iterations());
    state.counters["rows_per_second"] = rows / ours;
    state.counters["bare_rows_per_second"] = rows / bare;
    state.counters["ratio_to_bare_insert"] = ours / bare;
}

BENCHMARK(firstPull)->Arg(200)->Arg(2'000)->UseManualTime()->Iterations(3)->Unit(
    benchmark::kMillisecond);

// The next pull of the same records: with 0 nothing changed, with 1 every title did.
void pullOfKnown(benchmark::State &state)
{
    constexpr std::int64_t contacts = 40'000;
    SyncWorkspace workspace;
    int round = 0;
    const auto add = [&](auto &page, auto n) {
        auto contact = contactNumber(n);
        if (state.range(0) != 0)
            contact.title += std::to_string(round);
        page.contacts.push_back(contact);
    };
    applyPages(workspace, contacts, 2'000, add);
    double ours = 0;
    for (auto _ : state) {
        ++round;
        const auto start = std::chrono::steady_clock::now();
        applyPages(workspace, contacts, 200, add);
        const double seconds = secondsSince(start);
        ours += seconds;
        state.SetIterationTime(seconds);
    }
    state.counters["rows_per_second"] =
        static_cast<double>(contacts) * static_cast<double>(state.iterations()) / ours;
}

BENCHMARK(pullOfKnown)
    ->Arg(0)
    ->Arg(1)
    ->UseManualTime()
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

void firstSyncOfHalfAMillion(benchmark::State &state)
{
    constexpr std::int64_t contacts = 500'000;
    constexpr std::int64_t deals = 50'000;
    for (auto _ : state) {
        forgetPeakMemory();
        const double before = megabytesOf("VmRSS:");
        SyncWorkspace workspace;
        const auto start = std::chrono::steady_clock::now();
        workspace.apply(catalogue());
        applyPages(workspace, contacts / contactsPerAccount, 200,
                   [](auto &page, auto n) { page.accounts.push_back(accountNumber(n)); });
        applyPages(workspace, contacts, 200,
                   [](auto &page, auto n) { page.contacts.push_back(contactNumber(n)); });
        applyPages(workspace, deals, 200,
                   [](auto &page, auto n) { page.deals.push_back(dealNumber(n)); });
        state.SetIterationTime(secondsSince(start));
        const auto counts = need(workspace.workspace->tables().records.counts());
        if (counts.contacts != contacts || counts.deals != deals)
            state.SkipWithError("not every record came in");
        state.counters["rss_before_mb"] = before;
        state.counters["peak_rss_mb"] = megabytesOf("VmHWM:");
        state.counters["file_mb"] =
            static_cast<double>(std::filesystem::file_size(workspace.folder + "/bench.topline")) /
            1e6;
    }
}

BENCHMARK(firstSyncOfHalfAMillion)->UseManualTime()->Iterations(1)->Unit(benchmark::kSecond);

} // namespace

} // namespace topline::bench
