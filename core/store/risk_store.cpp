#include "core/store/risk_store.h"

#include "core/store/query.h"

#include <cmath>
#include <utility>

namespace topline::store {

using base::Result;
using domain::Anomaly;
using domain::DealId;
using domain::DealRisk;
using domain::RiskFactor;

namespace {

constexpr double milli = 1'000;
constexpr double ppb = 1e9;

std::int64_t scaled(double value, double by)
{
    return std::llround(value * by);
}

std::optional<std::int64_t> scaled(const std::optional<double> &value, double by)
{
    return value ? std::optional(std::llround(*value * by)) : std::nullopt;
}

double unscaled(std::int64_t value, double by)
{
    return static_cast<double>(value) / by;
}

std::optional<double> unscaled(const std::optional<std::int64_t> &value, double by)
{
    return value ? std::optional(static_cast<double>(*value) / by) : std::nullopt;
}

#define TOPLINE_RISK_SELECT                                                                        \
    "SELECT deal_id, total_milli, top_rule, large, commit_permille FROM deal_risk "
#define TOPLINE_RISK_FACTOR_SELECT                                                                 \
    "SELECT deal_id, rule, fires, value, threshold, weight_permille, milli_points, median, "       \
    "delta_milli, segment, size, stage_id, n FROM deal_risk_factor "

template <typename... Values>
Result<std::map<DealId, DealRisk>> readRisks(Database &database, Sql risks, Sql factors,
                                             const Values &...values)
{
    std::map<DealId, DealRisk> out;
    {
        Statement row(database, risks, values...);
        for (;;) {
            TRY_ASSIGN(const bool more, row.step());
            if (!more)
                break;
            DealRisk risk;
            row.read(risk.deal, risk.totalMilli, risk.top, risk.isLarge, risk.commitRiskPermille);
            out.emplace_hint(out.end(), risk.deal, std::move(risk));
        }
    }
    Statement row(database, factors, values...);
    for (;;) {
        TRY_ASSIGN(const bool more, row.step());
        if (!more)
            return out;
        DealId deal;
        RiskFactor factor;
        row.read(deal, factor.rule, factor.fires, factor.value, factor.threshold,
                 factor.weightPermille, factor.milliPoints, factor.median, factor.deltaMilli,
                 factor.cohort.segment, factor.cohort.size, factor.cohort.stage, factor.cohort.n);
        if (const auto found = out.find(deal); found != out.end())
            found->second.factors.push_back(std::move(factor));
    }
}

} // namespace

base::Status RiskStore::replaceNorms(const std::vector<domain::RiskNorm> &norms)
{
    TRY(write(m_database, "DELETE FROM risk_norm"));
    Statement insert(m_database, "INSERT INTO risk_norm (kind, rule, segment, size, stage_id, n, "
                                 "value_milli) VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const auto &norm : norms) {
        insert.rebind(norm.kind, norm.rule, norm.cohort.segment, norm.cohort.size,
                      norm.cohort.stage.value, norm.cohort.n, scaled(norm.value, milli));
        TRY(insert.run());
    }
    return {};
}

Result<std::vector<domain::RiskNorm>> RiskStore::norms() const
{
    std::vector<domain::RiskNorm> out;
    Statement row(m_database, "SELECT kind, rule, segment, size, stage_id, n, value_milli "
                              "FROM risk_norm ORDER BY kind, rule, segment, size, stage_id");
    for (;;) {
        TRY_ASSIGN(const bool more, row.step());
        if (!more)
            return out;
        auto &norm = out.emplace_back();
        std::int64_t value = 0;
        row.read(norm.kind, norm.rule, norm.cohort.segment, norm.cohort.size, norm.cohort.stage,
                 norm.cohort.n, value);
        norm.value = unscaled(value, milli);
    }
}

Result<std::optional<DealRisk>> RiskStore::risk(DealId deal) const
{
    TRY_ASSIGN(auto found,
               readRisks(m_database, TOPLINE_RISK_SELECT "WHERE deal_id = ?",
                         TOPLINE_RISK_FACTOR_SELECT "WHERE deal_id = ? ORDER BY rule", deal));
    if (found.empty())
        return std::optional<DealRisk>();
    return std::optional<DealRisk>(std::move(found.begin()->second));
}

Result<std::map<DealId, DealRisk>> RiskStore::risks() const
{
    return readRisks(m_database, TOPLINE_RISK_SELECT "ORDER BY deal_id",
                     TOPLINE_RISK_FACTOR_SELECT "ORDER BY deal_id, rule");
}

Result<std::map<DealId, RiskTotal>> RiskStore::totals() const
{
    std::map<DealId, RiskTotal> out;
    Statement row(m_database, "SELECT deal_id, total_milli, top_rule FROM deal_risk "
                              "ORDER BY deal_id");
    for (;;) {
        TRY_ASSIGN(const bool more, row.step());
        if (!more)
            return out;
        DealId deal;
        RiskTotal total;
        row.read(deal, total.milli, total.top);
        out.emplace_hint(out.end(), deal, total);
    }
}

base::Status RiskStore::removeRisk(DealId deal)
{
    TRY(write(m_database, "DELETE FROM deal_risk_factor WHERE deal_id = ?", deal));
    return write(m_database, "DELETE FROM deal_risk WHERE deal_id = ?", deal);
}

base::Status RiskStore::setCommitRisk(const domain::DealOutlook &outlook,
                                      std::optional<std::int64_t> permille)
{
    return write(m_database,
                 "UPDATE deal_risk SET commit_permille = CASE WHEN EXISTS ("
                 "SELECT 1 FROM risk_fact f WHERE f.deal_id = ?1 AND f.stage_id IS ?3 "
                 "AND f.due_ms IS ?4) THEN ?2 END WHERE deal_id = ?1",
                 outlook.deal, permille, outlook.stage, outlook.dueMs);
}

base::Status RiskStore::replaceRisk(const DealRisk &risk)
{
    TRY_ASSIGN(const auto before, this->risk(risk.deal));
    if (before && *before == risk)
        return {};
    TRY(removeRisk(risk.deal));
    TRY(write(m_database,
              "INSERT INTO deal_risk (deal_id, total_milli, top_rule, large, commit_permille) "
              "VALUES (?, ?, ?, ?, ?)",
              risk.deal, risk.totalMilli, risk.top, risk.isLarge, risk.commitRiskPermille));
    Statement insert(m_database,
                     "INSERT INTO deal_risk_factor (deal_id, rule, fires, value, threshold, "
                     "weight_permille, milli_points, median, delta_milli, segment, size, stage_id, "
                     "n) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto &factor : risk.factors) {
        insert.rebind(risk.deal, factor.rule, factor.fires, factor.value, factor.threshold,
                      factor.weightPermille, factor.milliPoints, factor.median, factor.deltaMilli,
                      factor.cohort.segment, factor.cohort.size, factor.cohort.stage.value,
                      factor.cohort.n);
        TRY(insert.run());
    }
    return {};
}

base::Status RiskStore::replaceAnomalies(const std::vector<Anomaly> &anomalies)
{
    TRY(write(m_database, "DELETE FROM risk_anomaly"));
    Statement insert(m_database,
                     "INSERT INTO risk_anomaly (deal_id, rule, level, value_milli, usual_milli, "
                     "z_milli, p_ppb, q_ppb, segment, size, stage_id, n) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const auto &each : anomalies) {
        insert.rebind(each.deal, each.rule, each.level, scaled(each.value, milli),
                      scaled(each.usual, milli), scaled(each.z, milli), scaled(each.p, ppb),
                      scaled(each.q, ppb), each.cohort.segment, each.cohort.size,
                      each.cohort.stage.value, each.cohort.n);
        TRY(insert.run());
    }
    return {};
}

Result<std::vector<Anomaly>> RiskStore::anomalies() const
{
    std::vector<Anomaly> out;
    Statement row(m_database, "SELECT deal_id, rule, level, value_milli, usual_milli, z_milli, "
                              "p_ppb, q_ppb, segment, size, stage_id, n FROM risk_anomaly "
                              "ORDER BY deal_id, rule");
    for (;;) {
        TRY_ASSIGN(const bool more, row.step());
        if (!more)
            return out;
        auto &each = out.emplace_back();
        std::int64_t value = 0;
        std::int64_t p = 0;
        std::int64_t q = 0;
        std::optional<std::int64_t> like;
        std::optional<std::int64_t> z;
        row.read(each.deal, each.rule, each.level, value, like, z, p, q, each.cohort.segment,
                 each.cohort.size, each.cohort.stage, each.cohort.n);
        each.value = unscaled(value, milli);
        each.usual = unscaled(like, milli);
        each.z = unscaled(z, milli);
        each.p = unscaled(p, ppb);
        each.q = unscaled(q, ppb);
    }
}

base::Status RiskStore::replaceFindings(const std::vector<domain::HygieneFinding> &findings)
{
    TRY(write(m_database, "DELETE FROM risk_finding_deal"));
    TRY(write(m_database, "DELETE FROM risk_finding"));
    for (const auto &finding : findings) {
        TRY(write(m_database, "INSERT INTO risk_finding (rule, open, outliers) VALUES (?, ?, ?)",
                  finding.rule, finding.open, finding.outliers));
        Statement insert(m_database, "INSERT INTO risk_finding_deal (rule, deal_id) VALUES (?, ?)");
        for (const auto deal : finding.deals) {
            insert.rebind(finding.rule, deal);
            TRY(insert.run());
        }
    }
    return {};
}

Result<std::vector<domain::HygieneFinding>> RiskStore::findings() const
{
    std::vector<domain::HygieneFinding> out;
    {
        Statement row(m_database, "SELECT rule, open, outliers FROM risk_finding ORDER BY rule");
        for (;;) {
            TRY_ASSIGN(const bool more, row.step());
            if (!more)
                break;
            auto &finding = out.emplace_back();
            row.read(finding.rule, finding.open, finding.outliers);
        }
    }
    for (auto &finding : out) {
        TRY_ASSIGN(finding.deals,
                   readAll<DealId>(m_database,
                                   "SELECT deal_id FROM risk_finding_deal WHERE rule = ? "
                                   "ORDER BY deal_id",
                                   finding.rule));
    }
    return out;
}

base::Status RiskStore::replaceAlerts(const std::vector<domain::AlertState> &alerts)
{
    TRY_ASSIGN(const auto before, this->alerts());
    if (before == alerts)
        return {};
    TRY(write(m_database, "DELETE FROM risk_alert"));
    Statement insert(m_database, "INSERT INTO risk_alert (deal_id, rule, episode, raised_ms, "
                                 "cleared_ms, folded) VALUES (?, ?, ?, ?, ?, ?)");
    for (const auto &alert : alerts) {
        insert.rebind(alert.deal.value, alert.rule, alert.episode, alert.raisedMs, alert.clearedMs,
                      alert.folded);
        TRY(insert.run());
    }
    return {};
}

Result<std::vector<domain::AlertState>> RiskStore::alerts() const
{
    std::vector<domain::AlertState> out;
    Statement row(m_database, "SELECT deal_id, rule, episode, raised_ms, cleared_ms, folded "
                              "FROM risk_alert ORDER BY deal_id, rule");
    for (;;) {
        TRY_ASSIGN(const bool more, row.step());
        if (!more)
            return out;
        auto &alert = out.emplace_back();
        row.read(alert.deal, alert.rule, alert.episode, alert.raisedMs, alert.clearedMs,
                 alert.folded);
    }
}

} // namespace topline::store
