#include "core/store/query.h"
#include "core/store/risk_store.h"

#include <utility>

namespace topline::store {

using base::Result;
using domain::DealId;
using domain::RiskFacts;

namespace {

#define TOPLINE_RISK_FACT_COLUMNS                                                                  \
    "deal_id, account_id, product_id, stage_id, kind, industry, amount_minor, currency, "          \
    "first_minor, start_ms, closed_ms, due_ms, two_way_ms, unanswered_ms, unanswered, touches, "   \
    "touch_span_ms, engaged, leaders, roles, pushes, drop_permille, competitors, concessions, "    \
    "proposal_sent, next_step"

void readFacts(Statement &row, RiskFacts &out)
{
    row.read(out.deal, out.account, out.product, out.stage, out.kind, out.industry, out.amount,
             out.firstMinor, out.startMs, out.closedMs, out.dueMs, out.lastTwoWayMs,
             out.unansweredMs, out.unanswered, out.touches, out.touchSpanMs, out.engaged,
             out.leaders, out.roles, out.pushes, out.dropPermille, out.competitors, out.concessions,
             out.proposalSent, out.nextStep);
}

// Stays and evidence of deals from `first` to the last one in `facts`, which are by id.
base::Status addRows(Database &database, std::vector<RiskFacts> &facts)
{
    if (facts.empty())
        return {};
    const DealId first = facts.front().deal;
    const DealId last = facts.back().deal;
    std::size_t at = 0;
    const auto placeOf = [&facts, &at](DealId deal) {
        while (at < facts.size() && facts[at].deal < deal)
            ++at;
        return at < facts.size() && facts[at].deal == deal;
    };
    Statement stays(database,
                    "SELECT deal_id, stage_id, entered_ms, left_ms FROM risk_stay "
                    "WHERE deal_id BETWEEN ? AND ? ORDER BY deal_id, position",
                    first, last);
    for (;;) {
        TRY_ASSIGN(const bool more, stays.step());
        if (!more)
            break;
        DealId deal;
        domain::DealStay stay;
        stays.read(deal, stay.stage, stay.enteredMs, stay.leftMs);
        if (placeOf(deal))
            facts[at].stays.push_back(stay);
    }
    at = 0;
    Statement evidence(database,
                       "SELECT deal_id, rule, event_id, at_ms, value FROM risk_evidence "
                       "WHERE deal_id BETWEEN ? AND ? ORDER BY deal_id, position",
                       first, last);
    for (;;) {
        TRY_ASSIGN(const bool more, evidence.step());
        if (!more)
            return {};
        DealId deal;
        domain::RiskEvidence row;
        evidence.read(deal, row.rule, row.event, row.atMs, row.value);
        if (placeOf(deal))
            facts[at].evidence.push_back(row);
    }
}

base::Status removeRows(Database &database, DealId deal)
{
    TRY(write(database, "DELETE FROM risk_stay WHERE deal_id = ?", deal));
    return write(database, "DELETE FROM risk_evidence WHERE deal_id = ?", deal);
}

base::Status insertRows(Database &database, const RiskFacts &facts)
{
    Statement stay(database, "INSERT INTO risk_stay (deal_id, position, stage_id, entered_ms, "
                             "left_ms) VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < facts.stays.size(); ++i) {
        const auto &row = facts.stays[i];
        stay.rebind(facts.deal, static_cast<std::int64_t>(i), row.stage, row.enteredMs, row.leftMs);
        TRY(stay.run());
    }
    Statement evidence(database, "INSERT INTO risk_evidence (deal_id, position, rule, event_id, "
                                 "at_ms, value) VALUES (?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < facts.evidence.size(); ++i) {
        const auto &row = facts.evidence[i];
        evidence.rebind(facts.deal, static_cast<std::int64_t>(i), row.rule, row.event, row.atMs,
                        row.value);
        TRY(evidence.run());
    }
    return {};
}

} // namespace

base::Status RiskStore::replaceFacts(const RiskFacts &facts)
{
    TRY_ASSIGN(const auto before, this->facts(facts.deal));
    if (before && *before == facts)
        return {};
    if (before)
        TRY(removeRows(m_database, facts.deal));
    TRY(write(m_database,
              "INSERT INTO risk_fact (" TOPLINE_RISK_FACT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, "
              "?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, "
              "?23, ?24, ?25, ?26) ON CONFLICT DO UPDATE SET (account_id, product_id, stage_id, "
              "kind, industry, amount_minor, currency, first_minor, start_ms, closed_ms, due_ms, "
              "two_way_ms, unanswered_ms, unanswered, touches, touch_span_ms, engaged, leaders, "
              "roles, pushes, drop_permille, competitors, concessions, proposal_sent, next_step) "
              "= (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "
              "?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)",
              facts.deal, facts.account, facts.product, facts.stage, facts.kind, facts.industry,
              facts.amount, facts.firstMinor, facts.startMs, facts.closedMs, facts.dueMs,
              facts.lastTwoWayMs, facts.unansweredMs, facts.unanswered, facts.touches,
              facts.touchSpanMs, facts.engaged, facts.leaders, facts.roles, facts.pushes,
              facts.dropPermille, facts.competitors, facts.concessions, facts.proposalSent,
              facts.nextStep));
    return insertRows(m_database, facts);
}

base::Status RiskStore::removeFacts(DealId deal)
{
    TRY(removeRows(m_database, deal));
    TRY(write(m_database, "DELETE FROM risk_fact WHERE deal_id = ?", deal));
    return removeRisk(deal);
}

Result<std::optional<RiskFacts>> RiskStore::facts(DealId deal) const
{
    std::vector<RiskFacts> found;
    {
        Statement row(m_database,
                      "SELECT " TOPLINE_RISK_FACT_COLUMNS " FROM risk_fact WHERE deal_id = ?",
                      deal);
        TRY_ASSIGN(const bool known, row.step());
        if (!known)
            return std::optional<RiskFacts>();
        readFacts(row, found.emplace_back());
    }
    TRY(addRows(m_database, found));
    return std::optional<RiskFacts>(std::move(found.front()));
}

namespace {

template <typename... Values>
Result<std::vector<RiskFacts>> readAllFacts(Database &database, Sql sql, const Values &...values)
{
    std::vector<RiskFacts> out;
    {
        Statement row(database, sql, values...);
        for (;;) {
            TRY_ASSIGN(const bool more, row.step());
            if (!more)
                break;
            readFacts(row, out.emplace_back());
        }
    }
    TRY(addRows(database, out));
    return out;
}

} // namespace

Result<std::vector<RiskFacts>> RiskStore::factsAfter(DealId deal, std::int64_t limit) const
{
    return readAllFacts(m_database,
                        "SELECT " TOPLINE_RISK_FACT_COLUMNS " FROM risk_fact WHERE deal_id > ? "
                        "ORDER BY deal_id LIMIT ?",
                        deal.value, limit);
}

Result<std::vector<RiskFacts>> RiskStore::openFacts() const
{
    return readAllFacts(m_database, "SELECT " TOPLINE_RISK_FACT_COLUMNS
                                    " FROM risk_fact WHERE kind = 0 ORDER BY deal_id");
}

Result<std::vector<DealId>> RiskStore::dealsOf(domain::AccountId account) const
{
    return readAll<DealId>(
        m_database, "SELECT deal_id FROM risk_fact WHERE account_id = ? ORDER BY deal_id", account);
}

Result<std::int64_t> RiskStore::count() const
{
    return readOne(m_database, "SELECT count(*) FROM risk_fact", std::int64_t{0});
}

base::Status RiskStore::clear()
{
    TRY(write(m_database, "DELETE FROM risk_stay"));
    TRY(write(m_database, "DELETE FROM risk_evidence"));
    TRY(write(m_database, "DELETE FROM risk_fact"));
    TRY(write(m_database, "DELETE FROM deal_risk_factor"));
    return write(m_database, "DELETE FROM deal_risk");
}

} // namespace topline::store
