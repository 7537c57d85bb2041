#include "core/store/transaction.h"

#include "core/store/database.h"

namespace topline::store {

base::Result<Transaction> Transaction::begin(Database &database)
{
    TRY(database.beginWith("BEGIN IMMEDIATE"));
    return Transaction(database);
}

base::Result<Transaction> Transaction::beginRead(Database &database)
{
    TRY(database.beginWith("BEGIN"));
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        m_database->rollBack();
}

base::Status Transaction::commit()
{
    CHECK(m_database != nullptr);
    auto status = m_database->commit(); // a hook that throws leaves the rolling back to us
    m_database = nullptr;
    return status;
}

} // namespace topline::store
