// One record of a page into the mirror: finds the row that it means (through merges, and through
// matches with other systems), keeps what did not come, merges what two systems share, and judges
// our own edits of it. Called by applyPage for owners, accounts, contacts and deals, inside the
// engine's transaction. A record that nothing of this concerns is only put.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/change_set.h"
#include "core/store/tables.h"
#include "core/sync/page_source.h"
#include "core/sync/pending_edits.h"

#include <set>
#include <string>

namespace topline::sync {

class RecordTaker {
public:
    RecordTaker(store::Tables &tables, const PageSource &source, domain::ChangeSet &changes);

    // Once per page, before the first record of each kind: what has to be asked per record.
    base::Status prepare(domain::RecordKind kind, const crm::Page &page);

    template <typename Record> base::Result<store::Change> take(const Record &record);

    std::vector<domain::Conflict> conflicts;
    std::vector<EditVerdict> edits;

private:
    template <typename Record> base::Result<store::Change> put(const Record &record);
    template <typename Record>
    base::Result<std::optional<store::Link>> linkFor(const Record &record);
    template <typename Record>
    base::Result<std::optional<store::Link>> matched(const Record &record);
    template <typename Record>
    base::Result<store::Change> takeShared(const Record &record, const store::Link &link);
    template <typename Record> base::Status keepMissing(Record &record);
    template <typename Record> base::Status useOwnNames(Record &record);
    base::Status judge(std::int64_t row, const Version &theirs);
    base::Status settleJudged(std::int64_t row, const EditVerdict &verdict);
    base::Result<std::optional<domain::Conflict>> decidedBefore(domain::Conflict &conflict);
    domain::Conflict conflictOf(std::int64_t row, const FieldConflict &field,
                                const std::string &oursFrom, const base::Uuid &action) const;
    base::Status closeOutdated(const domain::Conflict &conflict);
    base::Status keep(const domain::Conflict &conflict);

    store::Tables &m_tables;
    const PageSource &m_source;
    domain::ChangeSet &m_changes;
    PendingEdits m_edits;
    bool m_hasEdits = false; // loaded
    domain::RecordKind m_kind = domain::RecordKind::Account;
    std::set<std::string> m_missing;
    bool m_hasLinks = false;
    bool m_mayMatch = false;
    bool m_hasHeld = false;
};

} // namespace topline::sync
