// What the benchmarks of syncing stand on: an empty workspace in a folder that goes away, and pages
// stored in it as the engine stores them. One thread; a failure ends the program with its text.
#pragma once

#include "core/base/uuid.h"
#include "core/store/workspace.h"
#include "core/sync/apply_page.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace topline::bench {

inline constexpr base::UtcMs nowMs = 1'788'264'000'000; // 2026-09-01T12:00:00Z

template <typename T> T need(base::Result<T> result)
{
    if (!result.ok()) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::abort();
    }
    return std::move(result).value();
}

inline void need(const base::Status &status)
{
    if (!status.ok()) {
        std::fprintf(stderr, "%s\n", status.error().text().c_str());
        std::abort();
    }
}

// A folder that goes away, with an empty workspace in it.
class SyncWorkspace {
public:
    SyncWorkspace()
    {
        std::string name =
            (std::filesystem::temp_directory_path() / "topline-sync-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            std::abort();
        folder = name;
        workspace = need(store::Workspace::create(folder + "/bench.topline",
                                                  base::Uuid::named("workspace", "bench"), nowMs));
    }

    ~SyncWorkspace()
    {
        workspace.reset();
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }

    SyncWorkspace(const SyncWorkspace &) = delete;
    SyncWorkspace &operator=(const SyncWorkspace &) = delete;

    // One page as the engine stores it: records and cursor in one commit.
    void apply(const crm::Page &page, const char *system = "hubspot")
    {
        auto transaction = need(workspace->begin());
        domain::ChangeSet changes;
        need(sync::applyPage(workspace->tables(), page, {system, nowMs}, changes));
        need(
            workspace->tables().settings.setSyncState({system, page.nextCursor, nowMs, nowMs, ""}));
        need(transaction.commit());
    }

    std::string folder;
    std::unique_ptr<store::Workspace> workspace;
};

inline double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace topline::bench
