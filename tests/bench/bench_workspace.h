// A workspace for a benchmark, in memory where the machine has a place for that, filled from the
// synthetic CRM. Used by the benchmarks, on one thread; a failure ends the program with its reason.
#pragma once

#include "core/engine/engine.h"

#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

namespace topline::bench {

[[noreturn]] inline void giveUp(const base::Error &error)
{
    std::fprintf(stderr, "benchmark: %s\n", error.text().c_str());
    std::exit(1);
}

template <typename T> T need(base::Result<T> result)
{
    if (!result.ok())
        giveUp(result.error());
    return std::move(result).value();
}

inline void need(const base::Status &status)
{
    if (!status.ok())
        giveUp(status.error());
}

class BenchWorkspace {
public:
    BenchWorkspace();

    base::FixedClock clock;
    std::string folder;
    std::string file;

    engine::Engine &engine() { return *m_engine; }

    // Records for accounts of `eventsPerAccount` events each, and these events; all derived.
    void fill(std::int64_t events);

    std::int64_t accounts() const { return m_accounts; }

private:
    QTemporaryDir m_folder;
    base::SeededIdSource m_ids{1};
    std::unique_ptr<engine::Engine> m_engine;
    std::int64_t m_accounts = 0;
};

} // namespace topline::bench
