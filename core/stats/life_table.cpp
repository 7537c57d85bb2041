#include "core/stats/life_table.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace topline::stats {

namespace {

double total(const std::vector<double> &hazards)
{
    return std::accumulate(hazards.begin(), hazards.end(), 0.0);
}

// Bins from `from` to `to` with the part of each that lies between.
template <typename Visit> void eachPart(double from, double to, Visit visit)
{
    CHECK(from >= 0 && from <= to);
    for (double at = from; at < to;) {
        const double bin = std::floor(at);
        const double end = std::min(bin + 1, to);
        visit(static_cast<std::size_t>(bin), end - at);
        at = end;
    }
}

double survivedPart(double hazard, double part)
{
    return part >= 1 ? 1 - hazard : std::pow(1 - hazard, part);
}

} // namespace

std::vector<double> LifeTable::pooledHazards() const
{
    std::vector<double> out(causes, 0);
    const double spent = total(atRisk);
    for (const auto &bin : events) {
        for (std::size_t cause = 0; cause < causes; ++cause)
            out[cause] += bin[cause];
    }
    for (double &hazard : out)
        hazard = spent > 0 ? hazard / spent : 0;
    return out;
}

LifeTable lifeTable(const std::vector<LifeSpell> &spells, std::size_t causes)
{
    int last = -1;
    for (const LifeSpell &spell : spells) {
        CHECK(spell.firstBin >= 0 && spell.firstBin <= spell.lastBin);
        CHECK(spell.cause >= LifeSpell::stillOpen && spell.cause < static_cast<int>(causes));
        last = std::max(last, spell.lastBin);
    }
    LifeTable out;
    out.causes = causes;
    const auto bins = static_cast<std::size_t>(last + 1);
    out.atRisk.assign(bins, 0);
    out.events.assign(bins, std::vector<double>(causes, 0));
    std::vector<double> steps(bins + 1, 0); // entries less exits, summed below
    for (const LifeSpell &spell : spells) {
        steps[static_cast<std::size_t>(spell.firstBin)] += 1;
        steps[static_cast<std::size_t>(spell.lastBin) + 1] -= 1;
        if (spell.cause != LifeSpell::stillOpen)
            out.events[static_cast<std::size_t>(spell.lastBin)]
                      [static_cast<std::size_t>(spell.cause)] += 1;
    }
    std::partial_sum(steps.begin(), steps.end() - 1, out.atRisk.begin());
    return out;
}

HazardCurve::HazardCurve(std::vector<std::vector<double>> hazards, std::vector<double> tail)
    : m_hazards(std::move(hazards))
    , m_tail(std::move(tail))
{
    constexpr double rounding = 1e-9;
    CHECK(total(m_tail) <= 1 + rounding);
    for (const auto &bin : m_hazards)
        CHECK(bin.size() == m_tail.size() && total(bin) <= 1 + rounding);
}

const std::vector<double> &HazardCurve::at(std::size_t bin) const
{
    return bin < m_hazards.size() ? m_hazards[bin] : m_tail;
}

double HazardCurve::hazard(std::size_t bin, std::size_t cause) const
{
    return at(bin).at(cause);
}

double HazardCurve::survival(double from, double to) const
{
    double open = 1;
    eachPart(from, to, [&](std::size_t bin, double part) {
        open *= survivedPart(std::min(1.0, total(at(bin))), part);
    });
    return open;
}

double HazardCurve::incidence(std::size_t cause, double from, double to) const
{
    double open = 1;
    double ended = 0;
    eachPart(from, to, [&](std::size_t bin, double part) {
        const double all = std::min(1.0, total(at(bin)));
        if (all <= 0)
            return;
        const double stays = survivedPart(all, part);
        ended += open * (1 - stays) * at(bin).at(cause) / all;
        open *= stays;
    });
    return ended;
}

double HazardCurve::everIncidence(std::size_t cause, double from) const
{
    const double end = std::max(from, static_cast<double>(bins()));
    const double ended = incidence(cause, from, end);
    const double tail = total(m_tail);
    return tail <= 0 ? ended : ended + survival(from, end) * m_tail.at(cause) / tail;
}

HazardCurve shrunkHazards(const LifeTable &table, const std::vector<double> &parent,
                          double strength)
{
    CHECK(strength >= 0 && parent.size() == table.causes);
    auto hazards = table.events;
    for (std::size_t bin = 0; bin < hazards.size(); ++bin) {
        const double weight = table.atRisk[bin] + strength;
        for (std::size_t cause = 0; cause < table.causes; ++cause) {
            double &hazard = hazards[bin][cause];
            hazard = weight > 0 ? (hazard + strength * parent[cause]) / weight : 0;
        }
    }
    return {std::move(hazards), parent};
}

HazardCurve plainHazards(const LifeTable &table)
{
    return shrunkHazards(table, std::vector<double>(table.causes, 0), 0);
}

} // namespace topline::stats
