// What risk is made of and what came of it: facts of deals, norms of cohorts, weighed warnings,
// anomalies, findings, standing alerts. Written only by the engine, inside its transaction;
// replacing writes only what differs.
#pragma once

#include "core/base/result.h"
#include "core/domain/learned.h"
#include "core/domain/risk_report.h"

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace topline::store {

class Database;

struct RiskTotal {
    std::int64_t milli = 0;
    std::optional<domain::RiskRule> top;
};

class RiskStore {
public:
    explicit RiskStore(Database &database)
        : m_database(database)
    {
    }

    base::Status replaceFacts(const domain::RiskFacts &facts);
    // With what was made of them.
    base::Status removeFacts(domain::DealId deal);
    base::Result<std::optional<domain::RiskFacts>> facts(domain::DealId deal) const;
    // After this deal, by id: the nightly pass reads them in slices.
    base::Result<std::vector<domain::RiskFacts>> factsAfter(domain::DealId deal,
                                                            std::int64_t limit) const;
    base::Result<std::vector<domain::RiskFacts>> openFacts() const; // by id
    base::Result<std::int64_t> count() const;                       // of facts
    base::Result<std::vector<domain::DealId>> dealsOf(domain::AccountId account) const;

    base::Status replaceNorms(const std::vector<domain::RiskNorm> &norms);
    base::Result<std::vector<domain::RiskNorm>> norms() const;

    base::Status replaceRisk(const domain::DealRisk &risk);
    base::Status removeRisk(domain::DealId deal);
    // Of a deal that was weighed; absent when its stage or close date is no longer the outlook's.
    base::Status setCommitRisk(const domain::DealOutlook &outlook,
                               std::optional<std::int64_t> permille);
    base::Result<std::map<domain::DealId, domain::DealRisk>> risks() const;
    base::Result<std::optional<domain::DealRisk>> risk(domain::DealId deal) const;
    base::Result<std::map<domain::DealId, RiskTotal>> totals() const; // without the factors

    base::Status replaceAnomalies(const std::vector<domain::Anomaly> &anomalies);
    base::Result<std::vector<domain::Anomaly>> anomalies() const; // by deal, then rule
    base::Status replaceFindings(const std::vector<domain::HygieneFinding> &findings);
    base::Result<std::vector<domain::HygieneFinding>> findings() const; // by rule
    base::Status replaceAlerts(const std::vector<domain::AlertState> &alerts);
    base::Result<std::vector<domain::AlertState>> alerts() const; // by deal, then rule

    // Facts and what was made of them; alerts stay, since they say what was told.
    base::Status clear();

private:
    Database &m_database;
};

} // namespace topline::store
