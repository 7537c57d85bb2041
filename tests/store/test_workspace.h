// A workspace in a folder of its own that goes away with the test, and small records to put in it.
// Used by the store's tests, on their thread. A failure to set up fails the test at once.
#pragma once

#include "core/base/hash.h"
#include "core/domain/action.h"
#include "core/domain/event.h"
#include "core/domain/ledger_entry.h"
#include "core/domain/records.h"
#include "core/store/database.h"
#include "core/store/workspace.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace topline::store {

inline constexpr base::UtcMs testNowMs = 1'767'225'600'000; // 2026-01-01T00:00:00Z

class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder &) = delete;
    TempFolder &operator=(const TempFolder &) = delete;

    const std::filesystem::path &path() const { return m_path; }

    std::filesystem::path operator/(const std::string &name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

// The value, or a failed test.
template <typename T> T need(base::Result<T> result)
{
    if (!result) {
        ADD_FAILURE() << result.error().text();
        std::abort();
    }
    return std::move(result).value();
}

inline void need(const base::Status &status)
{
    EXPECT_TRUE(status.ok()) << (status.ok() ? std::string() : status.error().text());
}

class StoreTest : public testing::Test {
protected:
    StoreTest();

    Tables &tables() { return m_workspace->tables(); }

    Database &database() { return m_workspace->database(); }

    // Runs `work` in a transaction and commits it.
    template <typename Work> auto inTransaction(Work work)
    {
        auto transaction = need(m_workspace->begin());
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            need(transaction.commit());
        } else {
            auto out = work();
            need(transaction.commit());
            return out;
        }
    }

    // The error that `work` ends with inside a transaction, which is rolled back.
    template <typename Work> base::Error refusedBy(Work work)
    {
        auto transaction = need(m_workspace->begin());
        const auto status = work();
        EXPECT_FALSE(status.ok()) << "nothing refused this";
        return status.ok() ? base::Error{} : status.error();
    }

    void reopen();

    domain::AccountId addAccount(const std::string &remoteId,
                                 const std::string &name = "Northwind");
    domain::ContactId addContact(const std::string &remoteId, const std::string &account);
    domain::StageId addStage(const std::string &remoteId, int order, domain::StageKind kind);
    domain::DealId addDeal(const std::string &remoteId, const std::string &account,
                           const std::string &stage = {});

    TempFolder m_folder;
    domain::ChangeSet m_changes;
    std::unique_ptr<Workspace> m_workspace;
};

domain::Account account(const std::string &remoteId, const std::string &name = "Northwind");
domain::Contact contact(const std::string &remoteId, const std::string &account);
domain::Deal deal(const std::string &remoteId, const std::string &account,
                  const std::string &stage = {});
domain::Event event(const std::string &key, domain::EventKind kind, base::UtcMs atMs);
domain::Action action(const std::string &name, domain::AccountId account = {});
domain::Effect effectOf(const domain::Action &action, std::int64_t ordinal = 1);
// A chain with the same shape as the ledger's own.
domain::LedgerEntry chainForTest(domain::LedgerEntry entry, const std::string &prevHash);

std::string readBytes(const std::filesystem::path &path);
void writeBytes(const std::filesystem::path &path, const std::string &bytes);
int modeOf(const std::filesystem::path &path);

} // namespace topline::store
