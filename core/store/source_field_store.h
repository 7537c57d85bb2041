// The original cells of imported records, so that an export gives back what came in. Written while
// importing, read by exports.
#pragma once

#include "core/base/result.h"
#include "core/domain/source_fields.h"
#include "core/store/written.h"

#include <functional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

class SourceFieldStore {
public:
    explicit SourceFieldStore(Database &database)
        : m_database(database)
    {
    }

    // Matched by kind, remote id, layout and file.
    base::Result<Change> put(const domain::SourceFields &fields);

    // In the order in which they first came in, in bounded memory; stops at the visitor's first
    // error. Empty layout: all.
    base::Status
    forEach(domain::RecordKind kind, const std::string &layout,
            const std::function<base::Status(const domain::SourceFields &)> &visit) const;
    base::Result<std::vector<domain::SourceFields>> of(domain::RecordKind kind,
                                                       const std::string &remoteId) const;
    base::Result<std::vector<std::string>> layouts() const; // by name

private:
    Database &m_database;
};

} // namespace topline::store
