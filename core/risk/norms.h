// What is usual: medians of each factor among won deals, dwell in each stage, the won cycle, the
// bands of size. Worked out by the nightly pass, kept by the store as plain rows, asked by assess
// and zombies. Read-only after construction, any thread, cannot fail.
#pragma once

#include "core/base/money.h"
#include "core/domain/risk_cohort.h"
#include "core/domain/risk_facts.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace topline::risk {

// "product 12" where the deal names a product, else "industry …", else empty.
std::string segmentOf(const domain::RiskFacts &facts);

// The narrowest first: segment and size, segment, all.
std::vector<domain::RiskCohort> chainOf(const std::string &segment, std::int32_t size,
                                        domain::StageId stage = {});

struct NormValue {
    double value = 0;
    domain::RiskCohort cohort; // with its n
};

class Norms {
public:
    Norms() = default;
    explicit Norms(std::vector<domain::RiskNorm> rows);

    // Of the facts of all deals; amounts count in this currency.
    static Norms of(const std::vector<domain::RiskFacts> &deals, const base::Currency &currency,
                    const domain::RiskPolicy &policy);

    const std::vector<domain::RiskNorm> &rows() const { return m_rows; } // in a fixed order

    std::int32_t sizeBand(const std::optional<base::Money> &amount) const;
    // Absent in another currency than the one the norms were made for.
    std::optional<double> wonMedianMinor(const base::Currency &currency) const;

    std::optional<NormValue> median(domain::RiskRule rule, const domain::RiskFacts &facts) const;
    // Of won deals in that stage and size band.
    std::optional<NormValue> dwell(domain::NormKind kind, const domain::RiskFacts &facts) const;
    std::optional<NormValue> cycleP90() const;

private:
    using Key =
        std::tuple<domain::NormKind, domain::RiskRule, std::string, std::int32_t, domain::StageId>;

    std::optional<NormValue> find(domain::NormKind kind, domain::RiskRule rule,
                                  const domain::RiskCohort &cohort) const;

    std::vector<domain::RiskNorm> m_rows;
    std::map<Key, std::size_t> m_place;
    base::Currency m_currency;
    std::optional<double> m_smallBelow, m_bigFrom, m_wonMedian;
};

} // namespace topline::risk
