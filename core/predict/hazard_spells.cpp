#include "core/predict/hazard_spells.h"

#include <algorithm>
#include <cmath>

namespace topline::predict {

namespace {

int endCause(const DealCourse &course)
{
    return course.kind == domain::StageKind::Won ? wonCause : lostCause;
}

// A closed deal without a date says nothing about when.
bool isUsable(const DealCourse &course)
{
    return course.kind == domain::StageKind::Open || course.closedMs.has_value();
}

void addStays(HazardSpells &out, const DealCourse &course, base::UtcMs at)
{
    const bool closed = isClosedAt(course, at);
    const base::UtcMs end = closed ? *course.closedMs : at;
    std::vector<std::size_t> seen;
    for (std::size_t i = 0; i < course.stays.size(); ++i) {
        const Stay &stay = course.stays[i];
        if (stay.enteredMs >= at || stay.enteredMs > end)
            break;
        const std::size_t place = out.placeOf.at(stay.stage);
        const base::UtcMs left = std::min(stay.leftMs.value_or(end), end);
        stats::LifeSpell spell{0, binOf(daysOf(left - stay.enteredMs)),
                               stats::LifeSpell::stillOpen};
        const bool isLast = i + 1 == course.stays.size();
        const Stay *next = isLast ? nullptr : &course.stays[i + 1];
        if (stay.leftMs && *stay.leftMs < end && next && next->enteredMs == *stay.leftMs)
            spell.cause = movedTo + static_cast<int>(out.placeOf.at(next->stage));
        else if (closed && left == end)
            spell.cause = endCause(course);
        out.spells[place].push_back(spell);
        if (closed && std::find(seen.begin(), seen.end(), place) == seen.end()) {
            ++out.ended[place];
            seen.push_back(place);
        }
    }
}

} // namespace

int binOf(double ageDays)
{
    return static_cast<int>(std::floor(std::max(0.0, ageDays) / binDays));
}

HazardSpells spellsAt(const ForecastInput &input, base::UtcMs at)
{
    HazardSpells out;
    for (const DealCourse &course : input.deals) {
        for (const Stay &stay : course.stays)
            out.placeOf[stay.stage] = 0;
    }
    std::size_t places = 1;
    for (auto &[stage, place] : out.placeOf)
        place = places++;
    out.spells.resize(places);
    out.ended.assign(places, 0);
    for (const DealCourse &course : input.deals) {
        if (!isUsable(course))
            continue;
        const bool closed = isClosedAt(course, at);
        const base::UtcMs end = closed ? *course.closedMs : at;
        if (course.startMs && *course.startMs < at && *course.startMs <= end) {
            out.spells[0].push_back({0, binOf(daysOf(end - *course.startMs)),
                                     closed ? endCause(course) : stats::LifeSpell::stillOpen});
            out.ended[0] += closed ? 1 : 0;
        }
        addStays(out, course, at);
    }
    return out;
}

} // namespace topline::predict
