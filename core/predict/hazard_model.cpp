#include "core/predict/hazard_model.h"

#include "core/base/check.h"
#include "core/stats/rate.h"

#include <algorithm>
#include <cmath>

namespace topline::predict {

namespace {

// The mean hazards of a stage, pulled to those over all stages.
std::vector<double> parentHazards(const stats::LifeTable &own, const stats::LifeTable &all)
{
    double spent = stats::defaultPriorStrength;
    for (const double atRisk : own.atRisk)
        spent += atRisk;
    std::vector<double> out = all.pooledHazards();
    for (double &hazard : out)
        hazard *= stats::defaultPriorStrength;
    for (const auto &bin : own.events) {
        for (std::size_t cause = 0; cause < out.size(); ++cause)
            out[cause] += bin[cause];
    }
    for (double &hazard : out)
        hazard /= spent;
    return out;
}

} // namespace

double shiftedByLogit(double probability, double logit)
{
    if (logit == 0 || probability <= 0 || probability >= 1)
        return probability;
    const double odds = probability / (1 - probability) * std::exp(logit);
    return odds / (1 + odds);
}

HazardModel::HazardModel(const ForecastInput &input, base::UtcMs at, double maxDays)
{
    const HazardSpells lives = spellsAt(input, at);
    m_placeOf = lives.placeOf;
    const std::size_t causes = movedTo + lives.spells.size();
    std::vector<stats::LifeSpell> stays;
    for (std::size_t place = 1; place < lives.spells.size(); ++place)
        stays.insert(stays.end(), lives.spells[place].begin(), lives.spells[place].end());
    const stats::LifeTable all = stats::lifeTable(stays, causes);
    for (std::size_t place = 0; place < lives.spells.size(); ++place) {
        const stats::LifeTable own = stats::lifeTable(lives.spells[place], causes);
        const auto parent = place == 0 ? own.pooledHazards() : parentHazards(own, all);
        m_places.push_back(
            {stats::shrunkHazards(own, parent, stats::defaultPriorStrength), lives.ended[place]});
    }
    Wins now;
    for (const Place &place : m_places)
        now.emplace_back(place.curve.bins() + 1, 0.0); // the last one stands for all later
    m_wins.push_back(std::move(now));
    const auto weeks = static_cast<std::size_t>(std::ceil(std::max(0.0, maxDays) / binDays));
    while (m_wins.size() <= weeks)
        m_wins.push_back(after(m_wins.back()));
}

HazardModel::Wins HazardModel::after(const Wins &shorter) const
{
    Wins out = shorter;
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        const stats::HazardCurve &curve = m_places[place].curve;
        const std::size_t last = out[place].size() - 1;
        for (std::size_t bin = 0; bin <= last; ++bin) {
            double wins = curve.hazard(bin, wonCause);
            double stays = 1 - wins - curve.hazard(bin, lostCause);
            for (std::size_t next = 1; next < m_places.size(); ++next) {
                const double moves = curve.hazard(bin, movedTo + next);
                wins += moves * shorter[next][0];
                stays -= moves;
            }
            out[place][bin] = wins + std::max(0.0, stays) * shorter[place][std::min(bin + 1, last)];
        }
    }
    return out;
}

double HazardModel::winWithinBins(std::size_t place, int bin, int bins) const
{
    CHECK(bin >= 0 && bins >= 0 && static_cast<std::size_t>(bins) < m_wins.size());
    const auto &wins = m_wins[static_cast<std::size_t>(bins)].at(place);
    return wins[std::min(static_cast<std::size_t>(bin), wins.size() - 1)];
}

std::optional<double> HazardModel::winWithin(const HandDeal &deal, double days,
                                             HazardClock clock) const
{
    std::size_t place = 0;
    std::optional<double> age = deal.dealAgeDays;
    if (clock == HazardClock::StageAge && deal.stageAgeDays) {
        const auto found = m_placeOf.find(deal.stage);
        if (found != m_placeOf.end() && m_places[found->second].ended >= stageEndedMin) {
            place = found->second;
            age = deal.stageAgeDays;
        }
    }
    if (!age)
        return std::nullopt;
    const double weeks = days / binDays;
    const int whole = static_cast<int>(std::floor(weeks));
    const double part = weeks - whole;
    const int bin = binOf(*age);
    double wins = winWithinBins(place, bin, whole);
    if (part > 0)
        wins += part * (winWithinBins(place, bin, whole + 1) - wins);
    return shiftedByLogit(std::clamp(wins, 0.0, 1.0), deal.course->signalLogit);
}

} // namespace topline::predict
