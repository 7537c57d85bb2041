#include "core/store/link_store.h"

#include "core/domain/remote_id.h"
#include "core/store/query.h"
#include "core/store/reference.h"
#include "core/store/text_list.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::RecordKind;

namespace {

#define TOPLINE_LINK_SELECT                                                                        \
    "SELECT kind, remote_id, local_id, reason, updated_ms, base FROM record_link "

std::string encodeFields(const FieldTexts &fields)
{
    std::vector<std::string> list;
    for (const auto &[name, text] : fields) {
        list.push_back(name);
        list.push_back(text);
    }
    return encodeTexts(list);
}

base::Status readLink(Statement &statement, Link &link)
{
    std::string base;
    statement.read(link.kind, link.remoteId, link.row, link.reason, link.updatedMs, base);
    const auto list = decodeTexts(base);
    if (!list || list->size() % 2 != 0)
        return base::Error{base::ErrorCode::Corrupt,
                           "What a CRM last said of \"" + link.remoteId + "\" cannot be read.",
                           "Nothing was changed.", "Restore the newest sound backup."};
    for (std::size_t i = 0; i < list->size(); i += 2)
        link.base[(*list)[i]] = (*list)[i + 1];
    return {};
}

// Kinds without remote ids of their own (quotas) or without links (subscriptions) have no target.
std::optional<Target> targetOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Owner:
        return Target::Owner;
    case RecordKind::Product:
        return Target::Product;
    case RecordKind::Stage:
        return Target::Stage;
    case RecordKind::Account:
        return Target::Account;
    case RecordKind::Contact:
        return Target::Contact;
    case RecordKind::Deal:
        return Target::Deal;
    default:
        return std::nullopt;
    }
}

Sql ownIdSql(Target target)
{
    switch (target) {
    case Target::Owner:
        return "SELECT remote_id FROM owner WHERE id = ?";
    case Target::Product:
        return "SELECT remote_id FROM product WHERE id = ?";
    case Target::Stage:
        return "SELECT remote_id FROM stage WHERE id = ?";
    case Target::Account:
        return "SELECT remote_id FROM account WHERE id = ?";
    case Target::Contact:
        return "SELECT remote_id FROM contact WHERE id = ?";
    case Target::Deal:
        break;
    }
    return "SELECT remote_id FROM deal WHERE id = ?";
}

} // namespace

Result<std::optional<Link>> LinkStore::link(RecordKind kind, const std::string &remoteId) const
{
    Statement statement(m_database, TOPLINE_LINK_SELECT "WHERE kind = ? AND remote_id = ?", kind,
                        remoteId);
    TRY_ASSIGN(const bool row, statement.step());
    if (!row)
        return std::optional<Link>();
    Link out;
    TRY(readLink(statement, out));
    return std::optional<Link>(std::move(out));
}

Result<std::vector<Link>> LinkStore::linksOf(RecordKind kind, std::int64_t row) const
{
    std::vector<Link> out;
    Statement statement(m_database,
                        TOPLINE_LINK_SELECT "WHERE kind = ? AND local_id = ? ORDER BY remote_id",
                        kind, row);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        TRY(readLink(statement, out.emplace_back()));
    }
}

Result<bool> LinkStore::hasAny(RecordKind kind) const
{
    return readOne(m_database, "SELECT 1 FROM record_link WHERE kind = ? LIMIT 1", false, kind);
}

base::Status LinkStore::put(const Link &link)
{
    return write(m_database,
                 "INSERT INTO record_link (kind, remote_id, local_id, reason, updated_ms, base) "
                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET local_id = ?3, "
                 "reason = ?4, updated_ms = ?5, base = ?6",
                 link.kind, link.remoteId, link.row, link.reason, link.updatedMs,
                 encodeFields(link.base));
}

base::Status LinkStore::remove(RecordKind kind, const std::string &remoteId)
{
    return write(m_database, "DELETE FROM record_link WHERE kind = ? AND remote_id = ?", kind,
                 remoteId);
}

Result<std::int64_t> LinkStore::rowOf(RecordKind kind, const std::string &remoteId) const
{
    const auto target = targetOf(kind);
    if (!target || remoteId.empty())
        return std::int64_t{0};
    return findRecord(m_database, *target, remoteId);
}

Result<std::string> LinkStore::remoteIdIn(RecordKind kind, std::int64_t row,
                                          const std::string &system) const
{
    const auto target = targetOf(kind);
    if (!target || row == 0)
        return std::string();
    TRY_ASSIGN(auto own, readOne(m_database, ownIdSql(*target), std::string(), row));
    if (!own.empty() && domain::isOfSystem(own, system)) {
        // Deleted there, or merged into another one.
        TRY_ASSIGN(const bool isOver, readOne(m_database,
                                              "SELECT 1 FROM record_link WHERE kind = ? "
                                              "AND remote_id = ? AND reason <> ?",
                                              false, kind, own, LinkReason::Shared));
        if (!isOver)
            return own;
    }
    Statement statement(m_database,
                        "SELECT remote_id FROM record_link WHERE kind = ? AND local_id = ? "
                        "AND reason = ? ORDER BY remote_id",
                        kind, row, LinkReason::Shared);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return std::string();
        statement.read(own);
        if (domain::isOfSystem(own, system))
            return own;
    }
}

base::Status LinkStore::putMerge(RecordKind kind, std::int64_t from, std::int64_t into,
                                 base::UtcMs atMs)
{
    return write(m_database,
                 "INSERT INTO record_merge (kind, from_id, into_id, at_ms) VALUES (?1, ?2, ?3, ?4) "
                 "ON CONFLICT DO UPDATE SET into_id = ?3, at_ms = ?4",
                 kind, from, into, atMs);
}

base::Status LinkStore::removeMerge(RecordKind kind, std::int64_t from)
{
    return write(m_database, "DELETE FROM record_merge WHERE kind = ? AND from_id = ?", kind, from);
}

Result<std::int64_t> LinkStore::survivor(RecordKind kind, std::int64_t row) const
{
    // UNION, not UNION ALL: rows that name each other must not go round for ever.
    return readOne(m_database,
                   "WITH RECURSIVE step (id) AS (SELECT ?2 UNION SELECT m.into_id FROM step "
                   "JOIN record_merge m ON m.kind = ?1 AND m.from_id = step.id) "
                   "SELECT id FROM step WHERE NOT EXISTS (SELECT 1 FROM record_merge m "
                   "WHERE m.kind = ?1 AND m.from_id = step.id)",
                   row, kind, row);
}

Result<std::vector<std::int64_t>> LinkStore::mergedInto(RecordKind kind, std::int64_t row) const
{
    std::vector<std::int64_t> out;
    Statement statement(m_database,
                        "WITH RECURSIVE step (id) AS (SELECT ?2 UNION SELECT m.from_id FROM step "
                        "JOIN record_merge m ON m.kind = ?1 AND m.into_id = step.id) "
                        "SELECT id FROM step WHERE id <> ?2 ORDER BY id",
                        kind, row);
    for (;;) {
        TRY_ASSIGN(const bool more, statement.step());
        if (!more)
            return out;
        statement.read(out.emplace_back());
    }
}

} // namespace topline::store
