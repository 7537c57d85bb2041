#include "core/store/qualification_store.h"

#include "core/base/check.h"
#include "core/store/query.h"

namespace topline::store {

using base::Result;

base::Status QualificationStore::setElement(domain::DealId deal, const domain::ElementFact &fact)
{
    CHECK(fact.state != domain::ElementState::Suggested);
    if (fact.state == domain::ElementState::Empty)
        return write(m_database, "DELETE FROM deal_element WHERE deal_id = ? AND element = ?", deal,
                     fact.element);
    return write(m_database,
                 "INSERT INTO deal_element (deal_id, element, state, note, event_id, by_whom, "
                 "at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET "
                 "state = ?3, note = ?4, event_id = ?5, by_whom = ?6, at_ms = ?7",
                 deal, fact.element, fact.state, fact.note, fact.evidence.id, fact.by,
                 fact.atMs.value_or(0));
}

Result<std::vector<domain::ElementFact>> QualificationStore::elements(domain::DealId deal) const
{
    return readRows<domain::ElementFact>(
        m_database,
        "SELECT element, state, note, event_id, by_whom, at_ms FROM deal_element "
        "WHERE deal_id = ? ORDER BY element",
        [](Statement &statement, domain::ElementFact &fact) {
            statement.read(fact.element, fact.state, fact.note, fact.evidence.id, fact.by,
                           fact.atMs);
        },
        deal);
}

Result<bool> QualificationStore::addStep(const domain::LifecycleStep &step)
{
    TRY(write(m_database,
              "INSERT INTO lifecycle_step (account_id, stage, at_ms) VALUES (?, ?, ?) "
              "ON CONFLICT DO NOTHING",
              step.account, step.stage, step.atMs));
    return m_database.changes() > 0;
}

static void readRow(Statement &statement, domain::LifecycleStep &step)
{
    statement.read(step.account, step.stage, step.atMs);
}

Result<std::vector<domain::LifecycleStep>>
QualificationStore::steps(domain::AccountId account) const
{
    return readAll<domain::LifecycleStep>(m_database,
                                          "SELECT account_id, stage, at_ms FROM lifecycle_step "
                                          "WHERE account_id = ? ORDER BY at_ms, stage",
                                          account);
}

Result<std::vector<domain::LifecycleStep>> QualificationStore::allSteps() const
{
    return readAll<domain::LifecycleStep>(m_database,
                                          "SELECT account_id, stage, at_ms FROM lifecycle_step "
                                          "ORDER BY account_id, stage");
}

} // namespace topline::store
