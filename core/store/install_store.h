// Which installation a workspace belongs to and how often it was opened. Written by the engine's
// install guard inside its transaction. The epoch and the count of marks never go back.
#pragma once

#include "core/base/result.h"
#include "core/base/uuid.h"
#include "core/domain/install.h"

#include <cstdint>

namespace topline::store {

class Database;

struct Install {
    base::Uuid id;
    std::int64_t epoch = 0; // 0: never opened by a program that keeps marks
    std::int64_t wires = 0;
    domain::FreezeReason why = domain::FreezeReason::None;
    bool operator==(const Install &) const = default;
};

class InstallStore {
public:
    explicit InstallStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<Install> read() const;
    // All but `wires`, which the database itself counts.
    base::Status put(const Install &install);

private:
    Database &m_database;
};

} // namespace topline::store
