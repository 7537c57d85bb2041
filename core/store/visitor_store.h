// Visitors, what was said about who they are, and which events are theirs. Written by the engine
// where events come in and where a person takes a join back, inside its transaction. Says nothing
// about which contact a visitor is: that follows from these rows by
// core/engine/intake/visitor_join.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/visitor.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::store {

class Database;

using VisitorId = std::int64_t; // 0: none

struct StoredLink {
    VisitorId to = 0;
    domain::VisitorName toName;
    base::UtcMs atMs = 0;
};

struct VisitorEvent {
    domain::EventId event;
    domain::ContactId contact;
    domain::AccountId account;
    base::UtcMs atMs = 0;
};

class VisitorStore {
public:
    explicit VisitorStore(Database &database)
        : m_database(database)
    {
    }

    // False while nobody came: then nothing needs to be asked per record.
    base::Result<bool> hasAny() const;

    // Sources matter for names that are known within a source only.
    base::Result<VisitorId> find(std::string_view source, const domain::VisitorName &name) const;
    base::Result<VisitorId> put(std::string_view source, const domain::VisitorName &name);
    base::Result<domain::VisitorName> name(VisitorId visitor) const;

    // True when it says something new.
    base::Result<bool> link(VisitorId from, VisitorId to, base::UtcMs atMs);
    // Without what was cut; the latest first, then by kind and name.
    base::Result<std::vector<StoredLink>> linksFrom(VisitorId visitor) const;
    // Those that were said to be this one, directly.
    base::Result<std::vector<VisitorId>> linkedTo(VisitorId visitor) const;
    // `isCut` false takes it back.
    base::Status cut(VisitorId from, VisitorId to, std::string_view byWhom, base::UtcMs atMs,
                     bool isCut);

    base::Status attach(domain::EventId event, VisitorId visitor);
    base::Result<std::vector<VisitorEvent>> eventsOf(VisitorId visitor) const;
    // The event belongs to these from now on; both its old and its new account are touched.
    base::Status assign(const VisitorEvent &event, domain::ContactId contact,
                        domain::AccountId account, domain::ChangeSet &changes);

    // The contact of that address, living ones first; also one that became part of another.
    base::Result<domain::ContactId> contactByEmail(const std::string &email) const;
    base::Result<domain::AccountId> accountOf(domain::ContactId contact) const;

private:
    Database &m_database;
};

} // namespace topline::store
