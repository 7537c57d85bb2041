// The other ids of a record: losers of merges, and the same person, company or owner in another
// CRM. Asked wherever a remote id is looked up, before the record's own id. Written by core/sync
// inside the engine's transaction, read by the engine for effects and for "why is it missing".
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/domain/records.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// Numbers are stored.
enum class LinkReason {
    Merged = 0, // the id became this row, by a merge or by a new id for the same record
    Shared = 1, // the row in one of the systems that share it
    Gone = 2,   // shared, and deleted there; the row lives on in another system
};

using FieldTexts = std::map<std::string, std::string>; // by field name; absent: never seen

struct Link {
    domain::RecordKind kind = domain::RecordKind::Contact;
    std::string remoteId;
    std::int64_t row = 0;
    LinkReason reason = LinkReason::Merged;
    // Shared, Gone: the time of that system's last version, and what it had then. Merged: when we
    // heard of it.
    base::UtcMs updatedMs = 0;
    FieldTexts base;
    bool operator==(const Link &) const = default;
};

class LinkStore {
public:
    explicit LinkStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<std::optional<Link>> link(domain::RecordKind kind,
                                           const std::string &remoteId) const;
    base::Result<std::vector<Link>> linksOf(domain::RecordKind kind, std::int64_t row) const;
    // False while no id of this kind has another one: then nothing needs to be asked per record.
    base::Result<bool> hasAny(domain::RecordKind kind) const;
    base::Status put(const Link &link);
    base::Status remove(domain::RecordKind kind, const std::string &remoteId);

    // The row of a remote id, through links, deleted or not; 0: never seen.
    base::Result<std::int64_t> rowOf(domain::RecordKind kind, const std::string &remoteId) const;
    // The id that this system ("hubspot") knows the row by; "" when it does not have it. What an
    // effect must say that this system will carry out.
    base::Result<std::string> remoteIdIn(domain::RecordKind kind, std::int64_t row,
                                         const std::string &system) const;

    // A row became part of another; facts that name it are followed by survivor().
    base::Status putMerge(domain::RecordKind kind, std::int64_t from, std::int64_t into,
                          base::UtcMs atMs);
    base::Status removeMerge(domain::RecordKind kind, std::int64_t from);
    // The row that stands for it now, through any number of merges; itself when it was never
    // merged.
    base::Result<std::int64_t> survivor(domain::RecordKind kind, std::int64_t row) const;
    // Rows that became part of this one, directly or through others; by id.
    base::Result<std::vector<std::int64_t>> mergedInto(domain::RecordKind kind,
                                                       std::int64_t row) const;

private:
    Database &m_database;
};

} // namespace topline::store
