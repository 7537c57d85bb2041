// The mirror of the CRM: accounts, contacts, deals and the history of stages and amounts. Written
// by sync and imports, read by the engine. put() matches by remote id, resolves references (one
// that is not known yet is remembered and set as soon as it arrives, in any order), ignores a
// record older than the one stored, writes nothing when nothing changed, and adds the touched
// accounts (before and after a move) and deals to the ChangeSet.
#pragma once

#include "core/base/result.h"
#include "core/domain/change_set.h"
#include "core/domain/close_change.h"
#include "core/domain/record_history.h"
#include "core/domain/records.h"
#include "core/store/written.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

struct RecordCounts {
    std::int64_t accounts = 0; // not deleted, as all of these
    std::int64_t contacts = 0;
    std::int64_t deals = 0;
    std::int64_t events = 0;
};

class RecordStore {
public:
    explicit RecordStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<Written<domain::AccountId>> put(const domain::Account &account,
                                                 domain::ChangeSet &changes);
    base::Result<Written<domain::ContactId>> put(const domain::Contact &contact,
                                                 domain::ChangeSet &changes);
    // A close date that differs from the one stored is kept as history too, as of the record's own
    // time, or of `seenMs` where it has none.
    base::Result<Written<domain::DealId>> put(const domain::Deal &deal, domain::ChangeSet &changes,
                                              base::UtcMs seenMs = 0);
    // History rows are immutable: a known one is Unchanged. A deal that is not known yet is an
    // error (NotFound).
    base::Result<Change> add(const domain::StageChange &change, domain::ChangeSet &changes);
    base::Result<Change> add(const domain::AmountChange &change, domain::ChangeSet &changes);
    base::Result<Change> add(const domain::CloseChange &change, domain::ChangeSet &changes);

    // One record, deleted or not; nullopt when there is none. References carry id and remote id.
    base::Result<std::optional<domain::Account>> account(domain::AccountId id) const;
    base::Result<std::optional<domain::Contact>> contact(domain::ContactId id) const;
    base::Result<std::optional<domain::Deal>> deal(domain::DealId id) const;

    // Fills in the names that references of this stored record still wait for.
    base::Status addWaitingNames(domain::Account &account) const;
    base::Status addWaitingNames(domain::Contact &contact) const;
    base::Status addWaitingNames(domain::Deal &deal) const;

    // Lists leave out deleted records; all by id.
    base::Result<std::vector<domain::Account>> accounts() const;
    base::Result<std::vector<domain::AccountId>> accountIds() const;
    base::Result<std::vector<domain::Contact>> contacts() const;
    base::Result<std::vector<domain::Contact>> contactsOf(domain::AccountId account) const;
    base::Result<std::vector<domain::Deal>> deals() const;
    base::Result<std::vector<domain::Deal>> dealsOf(domain::AccountId account) const;
    // By deal, then time; references carry ids only.
    base::Result<std::vector<domain::StageChange>> stageChanges() const;
    base::Result<std::vector<domain::StageChange>> stageChangesOf(domain::AccountId account) const;
    base::Result<std::vector<domain::StageChange>> stageChangesOf(domain::DealId deal) const;
    base::Result<std::vector<domain::AmountChange>> amountChanges() const;
    base::Result<std::vector<domain::AmountChange>> amountChangesOf(domain::DealId deal) const;
    base::Result<std::vector<domain::AmountChange>>
    amountChangesOf(domain::AccountId account) const;
    base::Result<std::vector<domain::CloseChange>> closeChangesOf(domain::AccountId account) const;
    base::Result<std::vector<domain::CloseChange>> closeChangesOf(domain::DealId deal) const;
    // By contact, then time.
    base::Result<std::vector<domain::TitleChange>> titleChangesOf(domain::AccountId account) const;
    base::Result<RecordCounts> counts() const;

    // Finding what an event file names. Mail address, domain and name without regard to case; the
    // lowest id wins; not deleted. An unset id means that there is none. Remote ids also lead
    // through merges and to records that two systems share.
    base::Result<domain::AccountId> accountByRemoteId(const std::string &remoteId) const;
    base::Result<domain::AccountId> accountByDomain(const std::string &domainName) const;
    base::Result<domain::AccountId> accountByName(const std::string &name) const;
    base::Result<domain::ContactId> contactByRemoteId(const std::string &remoteId) const;
    base::Result<domain::ContactId> contactByEmail(const std::string &email) const;
    base::Result<domain::DealId> dealByRemoteId(const std::string &remoteId) const;

private:
    base::Status touchDeal(domain::DealId deal, domain::ChangeSet &changes);

    Database &m_database;
};

} // namespace topline::store
