// Deriving everything anew from a million events, against a plain scan of the event table.
#include "tests/bench/bench_workspace.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <sqlite3.h>

namespace topline::bench {

namespace {

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Reads every column of every row once, as they lie.
double scanSeconds(const std::string &file)
{
    sqlite3 *db = nullptr;
    sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr);
    sqlite3_stmt *scan = nullptr;
    sqlite3_prepare_v2(db,
                       "SELECT id, source_key, account_id, contact_id, deal_id, kind, at_ms, "
                       "received_ms, amount, bot FROM event",
                       -1, &scan, nullptr);
    const auto start = std::chrono::steady_clock::now();
    std::int64_t sum = 0;
    while (sqlite3_step(scan) == SQLITE_ROW) {
        for (int column = 0; column < 10; ++column)
            sum += sqlite3_column_int64(scan, column);
    }
    const double out = secondsSince(start);
    benchmark::DoNotOptimize(sum);
    sqlite3_finalize(scan);
    sqlite3_close(db);
    return out;
}

void rebuild(benchmark::State &state)
{
    BenchWorkspace workspace;
    workspace.fill(state.range(0));
    double ours = 0;
    double scan = 0;
    for (auto _ : state) {
        scan += scanSeconds(workspace.file);
        const auto start = std::chrono::steady_clock::now();
        const auto report = need(workspace.engine().rebuild());
        const double seconds = secondsSince(start);
        if (!report.same())
            state.SkipWithError("the bytes differ");
        ours += seconds;
        state.SetIterationTime(seconds);
    }
    state.counters["accounts"] = static_cast<double>(workspace.accounts());
    state.counters["scan_seconds"] = scan / static_cast<double>(state.iterations());
    state.counters["ratio_to_scan"] = ours / scan;
}

BENCHMARK(rebuild)->Arg(1'000'000)->UseManualTime()->Iterations(2)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace topline::bench
