#include "core/store/model_store.h"

#include "core/store/query.h"

namespace topline::store {

using base::Result;

namespace {

void read(Statement &row, domain::DealOutlook &out)
{
    std::optional<std::int64_t> ppm;
    std::optional<std::int64_t> medianPpm;
    row.read(out.deal, out.stage, out.dueMs, ppm, medianPpm, out.signalMicro);
    if (ppm && medianPpm)
        out.commit = domain::CommitChance{*ppm, *medianPpm};
}

Result<std::optional<domain::LearnedModel>> onlyModel(Statement &&row)
{
    TRY_ASSIGN(const bool isThere, row.step());
    if (!isThere)
        return std::optional<domain::LearnedModel>();
    domain::LearnedModel out;
    std::string currency;
    row.read(out.learnedMs, out.closedDeals, currency, out.text);
    out.currency = base::Currency::parse(currency).value_or(base::Currency{});
    return std::optional(std::move(out));
}

} // namespace

base::Status ModelStore::replace(const domain::LearnedModel &model,
                                 const std::vector<domain::DealOutlook> &outlooks)
{
    TRY(clear());
    TRY(write(m_database,
              "INSERT INTO win_model (id, learned_ms, closed_deals, currency, text) "
              "VALUES (1, ?, ?, ?, ?)",
              model.learnedMs, model.closedDeals, model.currency.text(), model.text));
    Statement insert(m_database,
                     "INSERT INTO deal_outlook (deal_id, stage_id, due_ms, commit_ppm, median_ppm, "
                     "signal_micro) VALUES (?, ?, ?, ?, ?, ?)");
    for (const auto &each : outlooks) {
        std::optional<std::int64_t> ppm;
        std::optional<std::int64_t> medianPpm;
        if (each.commit) {
            ppm = each.commit->ppm;
            medianPpm = each.commit->medianPpm;
        }
        insert.rebind(each.deal, each.stage, each.dueMs, ppm, medianPpm, each.signalMicro);
        TRY(insert.run());
    }
    return {};
}

Result<std::optional<domain::LearnedModel>> ModelStore::model() const
{
    return onlyModel(
        Statement(m_database, "SELECT learned_ms, closed_deals, currency, text FROM win_model"));
}

Result<std::optional<domain::LearnedModel>> ModelStore::stamp() const
{
    return onlyModel(
        Statement(m_database, "SELECT learned_ms, closed_deals, currency, '' FROM win_model"));
}

Result<std::optional<domain::DealOutlook>> ModelStore::outlook(domain::DealId deal) const
{
    Statement row(m_database,
                  "SELECT deal_id, stage_id, due_ms, commit_ppm, median_ppm, signal_micro "
                  "FROM deal_outlook WHERE deal_id = ?",
                  deal);
    TRY_ASSIGN(const bool isThere, row.step());
    if (!isThere)
        return std::optional<domain::DealOutlook>();
    domain::DealOutlook out;
    read(row, out);
    return std::optional(out);
}

Result<std::vector<domain::DealOutlook>> ModelStore::outlooks() const
{
    std::vector<domain::DealOutlook> out;
    Statement row(m_database,
                  "SELECT deal_id, stage_id, due_ms, commit_ppm, median_ppm, signal_micro "
                  "FROM deal_outlook ORDER BY deal_id");
    for (;;) {
        TRY_ASSIGN(const bool isThere, row.step());
        if (!isThere)
            return out;
        read(row, out.emplace_back());
    }
}

base::Status ModelStore::clear()
{
    TRY(write(m_database, "DELETE FROM deal_outlook"));
    return write(m_database, "DELETE FROM win_model");
}

} // namespace topline::store
