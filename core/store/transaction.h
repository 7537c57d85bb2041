// One writing transaction: BEGIN IMMEDIATE now, COMMIT when asked, ROLLBACK when it goes out of
// scope otherwise. Begun by the engine around one step of its work; all store classes write inside
// the caller's transaction. On the connection's thread. A failed commit is rolled back: nothing of
// it is kept.
#pragma once

#include "core/base/result.h"

#include <utility>

namespace topline::store {

class Database;

class Transaction {
public:
    // Busy when another program writes; a transaction inside a transaction is our bug.
    static base::Result<Transaction> begin(Database &database);
    // A consistent view for several reads; commit() or the end of scope closes it.
    static base::Result<Transaction> beginRead(Database &database);

    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }

    Transaction &operator=(Transaction &&other) noexcept
    {
        std::swap(m_database, other.m_database);
        return *this;
    }

    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    base::Status commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }

    Database *m_database;
};

} // namespace topline::store
