// Discrete-time competing risks: how many were at risk in each bin of age and what ended them, the
// hazards that follow, and survival and cumulative incidence from any age on. Called by predict on
// any thread; pure. Broken preconditions are our own bug (CHECK).
#pragma once

#include <cstddef>
#include <vector>

namespace topline::stats {

// One subject: at risk in the bins firstBin to lastBin, both included; ended there by a cause
// (0 .. causes - 1), or was last seen there (stillOpen). A later start is left truncation.
struct LifeSpell {
    static constexpr int stillOpen = -1;

    int firstBin = 0;
    int lastBin = 0;
    int cause = stillOpen;
};

// events[bin][cause]; a bin in which a subject was last seen counts as spent whole, as in the
// product-limit estimator.
struct LifeTable {
    std::size_t causes = 0;
    std::vector<double> atRisk;
    std::vector<std::vector<double>> events;

    std::size_t bins() const { return atRisk.size(); }

    // Events of each cause per bin spent at risk, over all ages; zeros for an empty table.
    std::vector<double> pooledHazards() const;
};

LifeTable lifeTable(const std::vector<LifeSpell> &spells, std::size_t causes);

// Hazards by bin and cause, and those of every bin beyond the last. Ages count in bins and may be
// fractions: within a bin the risk is spread evenly, so that a part f of it is survived with
// (1 - h)^f. The sum over causes is at most 1 in every bin.
class HazardCurve {
public:
    HazardCurve(std::vector<std::vector<double>> hazards, std::vector<double> tail);

    std::size_t bins() const { return m_hazards.size(); }

    double hazard(std::size_t bin, std::size_t cause) const;

    // P(still open at `to` | open at `from`), 0 <= from <= to.
    double survival(double from, double to) const;

    // P(ended by `cause` by `to` | open at `from`): the estimator of Aalen and Johansen (Scand. J.
    // Statist. 5, 1978) where the hazards are plain ratios.
    double incidence(std::size_t cause, double from, double to) const;

    // P(ended by `cause` at last | open at `from`): the tail goes on for ever.
    double everIncidence(std::size_t cause, double from) const;

private:
    const std::vector<double> &at(std::size_t bin) const;

    std::vector<std::vector<double>> m_hazards;
    std::vector<double> m_tail;
};

// h = (events + strength parent) / (atRisk + strength) in every bin (posterior mean under a
// Dirichlet prior); beyond the last bin the parent. strength >= 0; with 0 an empty bin has hazard
// 0.
HazardCurve shrunkHazards(const LifeTable &table, const std::vector<double> &parent,
                          double strength);

// e / n of every bin, and no hazard beyond the last.
HazardCurve plainHazards(const LifeTable &table);

} // namespace topline::stats
