#include "core/store/query.h"
#include "core/store/record_row.h"
#include "core/store/record_store.h"
#include "core/store/reference.h"

namespace topline::store {

using base::Result;

namespace {

base::Error unknown(const char *kind, const std::string &remoteId)
{
    return {base::ErrorCode::NotFound,
            std::string("There is no ") + kind + " \"" + remoteId + "\" for this change.",
            "The change was not stored."};
}

} // namespace

Result<Change> RecordStore::add(const domain::StageChange &change, domain::ChangeSet &changes)
{
    TRY_ASSIGN(const auto deal, resolve(m_database, Target::Deal, change.deal));
    if (!deal.isSet())
        return unknown("deal", change.deal.remoteId);
    TRY_ASSIGN(const auto stage, resolve(m_database, Target::Stage, change.stage));
    if (!stage.isSet())
        return unknown("stage", change.stage.remoteId);
    TRY(write(m_database,
              "INSERT INTO stage_change (deal_id, stage_id, at_ms) VALUES (?, ?, ?) "
              "ON CONFLICT DO NOTHING",
              deal, stage, change.atMs));
    if (m_database.changes() == 0)
        return Change::Unchanged;
    TRY(touchDeal(deal, changes));
    return Change::Added;
}

Result<Change> RecordStore::add(const domain::AmountChange &change, domain::ChangeSet &changes)
{
    TRY_ASSIGN(const auto deal, resolve(m_database, Target::Deal, change.deal));
    if (!deal.isSet())
        return unknown("deal", change.deal.remoteId);
    TRY(write(m_database,
              "INSERT INTO amount_change (deal_id, at_ms, amount_minor, currency) "
              "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
              deal, change.atMs, change.amount));
    if (m_database.changes() == 0)
        return Change::Unchanged;
    TRY(touchDeal(deal, changes));
    return Change::Added;
}

Result<Change> RecordStore::add(const domain::CloseChange &change, domain::ChangeSet &changes)
{
    TRY_ASSIGN(const auto deal, resolve(m_database, Target::Deal, change.deal));
    if (!deal.isSet())
        return unknown("deal", change.deal.remoteId);
    TRY(write(m_database,
              "INSERT INTO close_change (deal_id, at_ms, close_ms) VALUES (?, ?, ?) "
              "ON CONFLICT DO NOTHING",
              deal, change.atMs, change.closeMs));
    if (m_database.changes() == 0)
        return Change::Unchanged;
    TRY(touchDeal(deal, changes));
    return Change::Added;
}

base::Status RecordStore::touchDeal(domain::DealId deal, domain::ChangeSet &changes)
{
    changes.deals.insert(deal);
    TRY_ASSIGN(const auto account, readOne(m_database, "SELECT account_id FROM deal WHERE id = ?",
                                           domain::AccountId{}, deal));
    if (account.isSet())
        changes.accounts.insert(account);
    return {};
}

Result<std::optional<domain::Account>> RecordStore::account(domain::AccountId id) const
{
    return readFirst<domain::Account>(m_database, TOPLINE_ACCOUNT_SELECT "WHERE a.id = ?", id);
}

Result<std::optional<domain::Contact>> RecordStore::contact(domain::ContactId id) const
{
    return readFirst<domain::Contact>(m_database, TOPLINE_CONTACT_SELECT "WHERE c.id = ?", id);
}

Result<std::optional<domain::Deal>> RecordStore::deal(domain::DealId id) const
{
    return readFirst<domain::Deal>(m_database, TOPLINE_DEAL_SELECT "WHERE d.id = ?", id);
}

namespace {

template <typename Id>
base::Status addName(Database &database, Holder holder, std::int64_t row,
                     domain::Ref<Id> &reference)
{
    if (!reference.isSet()) {
        TRY_ASSIGN(reference.remoteId, pendingName(database, holder, row));
    }
    return {};
}

} // namespace

base::Status RecordStore::addWaitingNames(domain::Account &account) const
{
    return addName(m_database, Holder::AccountOwner, account.id.value, account.owner);
}

base::Status RecordStore::addWaitingNames(domain::Contact &contact) const
{
    return addName(m_database, Holder::ContactAccount, contact.id.value, contact.account);
}

base::Status RecordStore::addWaitingNames(domain::Deal &deal) const
{
    const std::int64_t row = deal.id.value;
    TRY(addName(m_database, Holder::DealAccount, row, deal.account));
    TRY(addName(m_database, Holder::DealContact, row, deal.contact));
    TRY(addName(m_database, Holder::DealOwner, row, deal.owner));
    TRY(addName(m_database, Holder::DealProduct, row, deal.product));
    return addName(m_database, Holder::DealStage, row, deal.stage);
}

Result<std::vector<domain::Account>> RecordStore::accounts() const
{
    return readAll<domain::Account>(m_database,
                                    TOPLINE_ACCOUNT_SELECT "WHERE a.deleted = 0 ORDER BY a.id");
}

Result<std::vector<domain::AccountId>> RecordStore::accountIds() const
{
    return readAll<domain::AccountId>(m_database,
                                      "SELECT id FROM account WHERE deleted = 0 ORDER BY id");
}

Result<std::vector<domain::Contact>> RecordStore::contacts() const
{
    return readAll<domain::Contact>(m_database,
                                    TOPLINE_CONTACT_SELECT "WHERE c.deleted = 0 ORDER BY c.id");
}

Result<std::vector<domain::Contact>> RecordStore::contactsOf(domain::AccountId account) const
{
    return readAll<domain::Contact>(
        m_database, TOPLINE_CONTACT_SELECT "WHERE c.account_id = ? AND c.deleted = 0 ORDER BY c.id",
        account);
}

Result<std::vector<domain::Deal>> RecordStore::deals() const
{
    return readAll<domain::Deal>(m_database,
                                 TOPLINE_DEAL_SELECT "WHERE d.deleted = 0 ORDER BY d.id");
}

Result<std::vector<domain::Deal>> RecordStore::dealsOf(domain::AccountId account) const
{
    return readAll<domain::Deal>(
        m_database, TOPLINE_DEAL_SELECT "WHERE d.account_id = ? AND d.deleted = 0 ORDER BY d.id",
        account);
}

Result<std::vector<domain::StageChange>> RecordStore::stageChanges() const
{
    return readAll<domain::StageChange>(m_database, TOPLINE_STAGE_CHANGE_SELECT
                                        "ORDER BY h.deal_id, h.at_ms, h.stage_id");
}

Result<std::vector<domain::StageChange>>
RecordStore::stageChangesOf(domain::AccountId account) const
{
    return readAll<domain::StageChange>(m_database,
                                        TOPLINE_STAGE_CHANGE_SELECT
                                        "JOIN deal d ON d.id = h.deal_id WHERE d.account_id = ? "
                                        "AND d.deleted = 0 ORDER BY h.deal_id, h.at_ms, h.stage_id",
                                        account);
}

Result<std::vector<domain::StageChange>> RecordStore::stageChangesOf(domain::DealId deal) const
{
    return readAll<domain::StageChange>(
        m_database, TOPLINE_STAGE_CHANGE_SELECT "WHERE h.deal_id = ? ORDER BY h.at_ms, h.stage_id",
        deal);
}

Result<std::vector<domain::AmountChange>> RecordStore::amountChanges() const
{
    return readAll<domain::AmountChange>(m_database, TOPLINE_AMOUNT_CHANGE_SELECT
                                         "ORDER BY h.deal_id, h.at_ms, h.amount_minor");
}

Result<std::vector<domain::AmountChange>> RecordStore::amountChangesOf(domain::DealId deal) const
{
    return readAll<domain::AmountChange>(
        m_database,
        TOPLINE_AMOUNT_CHANGE_SELECT "WHERE h.deal_id = ? ORDER BY h.at_ms, h.amount_minor", deal);
}

Result<std::vector<domain::AmountChange>>
RecordStore::amountChangesOf(domain::AccountId account) const
{
    return readAll<domain::AmountChange>(m_database,
                                         TOPLINE_AMOUNT_CHANGE_SELECT
                                         "JOIN deal d ON d.id = h.deal_id WHERE d.account_id = ? "
                                         "AND d.deleted = 0 "
                                         "ORDER BY h.deal_id, h.at_ms, h.amount_minor",
                                         account);
}

Result<std::vector<domain::CloseChange>>
RecordStore::closeChangesOf(domain::AccountId account) const
{
    return readAll<domain::CloseChange>(m_database,
                                        TOPLINE_CLOSE_CHANGE_SELECT
                                        "JOIN deal d ON d.id = h.deal_id WHERE d.account_id = ? "
                                        "AND d.deleted = 0 ORDER BY h.deal_id, h.at_ms, h.close_ms",
                                        account);
}

Result<std::vector<domain::CloseChange>> RecordStore::closeChangesOf(domain::DealId deal) const
{
    return readAll<domain::CloseChange>(
        m_database, TOPLINE_CLOSE_CHANGE_SELECT "WHERE h.deal_id = ? ORDER BY h.at_ms, h.close_ms",
        deal);
}

Result<std::vector<domain::TitleChange>>
RecordStore::titleChangesOf(domain::AccountId account) const
{
    return readAll<domain::TitleChange>(m_database,
                                        "SELECT h.contact_id, h.title, h.at_ms FROM title_change h "
                                        "JOIN contact c ON c.id = h.contact_id "
                                        "WHERE c.account_id = ? ORDER BY h.contact_id, h.at_ms",
                                        account);
}

Result<RecordCounts> RecordStore::counts() const
{
    RecordCounts out;
    Statement statement(m_database, "SELECT (SELECT count(*) FROM account WHERE deleted = 0), "
                                    "(SELECT count(*) FROM contact WHERE deleted = 0), "
                                    "(SELECT count(*) FROM deal WHERE deleted = 0), "
                                    "(SELECT count(*) FROM event)");
    TRY_ASSIGN(const bool row, statement.step());
    CHECK(row);
    statement.read(out.accounts, out.contacts, out.deals, out.events);
    return out;
}

Result<domain::AccountId> RecordStore::accountByRemoteId(const std::string &remoteId) const
{
    return readOne(m_database,
                   "SELECT id FROM account WHERE deleted = 0 AND id = coalesce("
                   "(SELECT local_id FROM record_link WHERE kind = 3 AND remote_id = ?1), "
                   "(SELECT id FROM account WHERE remote_id = ?1))",
                   domain::AccountId{}, remoteId);
}

Result<domain::AccountId> RecordStore::accountByDomain(const std::string &domainName) const
{
    return readOne(m_database,
                   "SELECT id FROM account WHERE domain = ? COLLATE NOCASE AND domain <> '' "
                   "AND deleted = 0 ORDER BY id LIMIT 1",
                   domain::AccountId{}, domainName);
}

Result<domain::AccountId> RecordStore::accountByName(const std::string &name) const
{
    return readOne(m_database,
                   "SELECT id FROM account WHERE name = ? COLLATE NOCASE AND deleted = 0 "
                   "ORDER BY id LIMIT 1",
                   domain::AccountId{}, name);
}

Result<domain::ContactId> RecordStore::contactByRemoteId(const std::string &remoteId) const
{
    return readOne(m_database,
                   "SELECT id FROM contact WHERE deleted = 0 AND id = coalesce("
                   "(SELECT local_id FROM record_link WHERE kind = 4 AND remote_id = ?1), "
                   "(SELECT id FROM contact WHERE remote_id = ?1))",
                   domain::ContactId{}, remoteId);
}

Result<domain::ContactId> RecordStore::contactByEmail(const std::string &email) const
{
    return readOne(m_database,
                   "SELECT id FROM contact WHERE email = ? COLLATE NOCASE AND email <> '' "
                   "AND deleted = 0 ORDER BY id LIMIT 1",
                   domain::ContactId{}, email);
}

Result<domain::DealId> RecordStore::dealByRemoteId(const std::string &remoteId) const
{
    return readOne(m_database,
                   "SELECT id FROM deal WHERE deleted = 0 AND id = coalesce("
                   "(SELECT local_id FROM record_link WHERE kind = 5 AND remote_id = ?1), "
                   "(SELECT id FROM deal WHERE remote_id = ?1))",
                   domain::DealId{}, remoteId);
}

} // namespace topline::store
