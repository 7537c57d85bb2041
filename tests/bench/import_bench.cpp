// Importing deals from CSV, against a bare sqlite3 insert of the same rows.
#include "tests/bench/bench_workspace.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sqlite3.h>
#include <vector>

namespace topline::bench {

namespace {

constexpr int rows = 50'000;
constexpr int batchRows = 500; // as the import commits them
constexpr int columns = 7;

using Row = std::vector<std::string>;

std::vector<Row> makeRows()
{
    std::vector<Row> out;
    for (int n = 0; n < rows; ++n) {
        const std::string number = std::to_string(n);
        out.push_back({"d" + number, "Renewal of the contract " + number,
                       "a" + std::to_string(n % 500), "o1", n % 3 == 0 ? "s2" : "s1",
                       std::to_string(100 + n % 9'000) + ".50",
                       "2026-07-0" + std::to_string(n % 9 + 1)});
    }
    return out;
}

void writeFiles(const std::string &folder, const std::vector<Row> &deals)
{
    std::ofstream(folder + "/owners.csv") << "id,name\no1,Robin Vale\n";
    std::ofstream(folder + "/stages.csv")
        << "id,name,pipeline,order,kind\ns1,Proposal,sales,0,open\ns2,Won,sales,1,won\n";
    std::ofstream accounts(folder + "/accounts.csv");
    accounts << "id,name\n";
    for (int n = 0; n < 500; ++n)
        accounts << "a" << n << ",Company " << n << "\n";
    std::ofstream file(folder + "/deals.csv");
    file << "id,name,account,owner,stage,amount,created\n";
    for (const auto &row : deals) {
        for (std::size_t i = 0; i < row.size(); ++i)
            file << row[i] << (i + 1 < row.size() ? ',' : '\n');
    }
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The least that keeping these rows durably can cost: one prepared insert, the same batches.
double bareInsertSeconds(const std::string &file, const std::vector<Row> &deals)
{
    sqlite3 *db = nullptr;
    sqlite3_open(file.c_str(), &db);
    sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", nullptr, nullptr,
                 nullptr);
    sqlite3_exec(db,
                 "CREATE TABLE deal (id TEXT PRIMARY KEY, name TEXT, account TEXT, owner TEXT, "
                 "stage TEXT, amount TEXT, created TEXT) STRICT",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt *insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO deal VALUES (?, ?, ?, ?, ?, ?, ?)", -1, &insert, nullptr);
    const auto start = std::chrono::steady_clock::now();
    for (int n = 0; n < rows; ++n) {
        if (n % batchRows == 0)
            sqlite3_exec(db, n == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE", nullptr,
                         nullptr, nullptr);
        for (int i = 0; i < columns; ++i) {
            const auto &cell = deals[static_cast<std::size_t>(n)][static_cast<std::size_t>(i)];
            sqlite3_bind_text(insert, i + 1, cell.data(), static_cast<int>(cell.size()),
                              SQLITE_STATIC);
        }
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    const double out = secondsSince(start);
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return out;
}

void importCsv(benchmark::State &state)
{
    const auto deals = makeRows();
    double ours = 0;
    double bare = 0;
    for (auto _ : state) {
        BenchWorkspace workspace;
        const std::string folder = workspace.folder + "/in";
        std::filesystem::create_directory(folder);
        writeFiles(folder, deals);
        bare += bareInsertSeconds(workspace.folder + "/bare.db", deals);
        engine::ImportRequest request;
        request.paths = {folder};
        request.mapping = "topline";
        const auto start = std::chrono::steady_clock::now();
        const auto report = need(workspace.engine().import(request));
        const double seconds = secondsSince(start);
        if (report.byKind.at("deals").added != rows)
            state.SkipWithError("not every row came in");
        ours += seconds;
        state.SetIterationTime(seconds);
    }
    state.counters["rows_per_second"] =
        static_cast<double>(rows) * static_cast<double>(state.iterations()) / ours;
    state.counters["ratio_to_bare_insert"] = ours / bare;
}

BENCHMARK(importCsv)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace topline::bench
