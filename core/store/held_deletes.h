// Deletions that wait for a person, and records that are only out of sight. Written by core/sync,
// confirmed or dropped through the engine. Nothing here changes a record.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/records.h"

#include <string>
#include <vector>

namespace topline::store {

class Database;

struct HeldDelete {
    std::string system;
    domain::RecordKind kind = domain::RecordKind::Contact;
    std::string remoteId;
    base::UtcMs atMs = 0;
    bool operator==(const HeldDelete &) const = default;
};

class HeldDeletes {
public:
    explicit HeldDeletes(Database &database)
        : m_database(database)
    {
    }

    base::Status hold(const HeldDelete &one); // known: nothing
    base::Result<bool> isHeld(domain::RecordKind kind, const std::string &remoteId) const;
    base::Result<std::int64_t> count(const std::string &system) const;
    base::Result<std::int64_t> count(const std::string &system, domain::RecordKind kind) const;
    base::Result<std::vector<HeldDelete>> of(const std::string &system) const; // by kind, then id
    base::Status drop(domain::RecordKind kind, const std::string &remoteId);
    base::Status dropAll(const std::string &system);

    // The sign-in no longer sees the record; it is kept.
    base::Status hide(domain::RecordKind kind, const std::string &remoteId, base::UtcMs atMs);
    base::Status unhide(domain::RecordKind kind, const std::string &remoteId);
    base::Result<bool> isHidden(domain::RecordKind kind, const std::string &remoteId) const;
    // False while there is nothing to lift when a record comes back.
    base::Result<bool> hasAny() const;

private:
    Database &m_database;
};

} // namespace topline::store
