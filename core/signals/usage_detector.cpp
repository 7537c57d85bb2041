#include "core/signals/usage_detector.h"

#include <algorithm>
#include <array>
#include <map>

namespace topline::signals {

using domain::EventKind;
using domain::ReasonCode;
using domain::SignalType;

namespace {

constexpr base::DurationMs weekMs = 7 * base::dayMs;
constexpr base::UtcMs firstMondayMs = 4 * base::dayMs; // 5 January 1970
constexpr std::int64_t usualWeeks = 4;
// A level that was reported longer ago says nothing about a crossing.
constexpr base::DurationMs levelMemoryMs = 60 * base::dayMs;

std::int64_t weekOf(base::UtcMs atMs)
{
    const base::UtcMs since = atMs - firstMondayMs;
    return since >= 0 ? since / weekMs : -((weekMs - 1 - since) / weekMs);
}

base::UtcMs startOf(std::int64_t week)
{
    return firstMondayMs + week * weekMs;
}

std::int64_t unitsOf(const domain::Event &event)
{
    return std::max(event.amount, 1);
}

class Weeks {
public:
    explicit Weeks(const std::vector<const domain::Event *> &uses)
    {
        for (const auto *use : uses)
            m_units[weekOf(use->atMs)] += unitsOf(*use);
    }

    std::int64_t units(std::int64_t week) const
    {
        const auto at = m_units.find(week);
        return at == m_units.end() ? 0 : at->second;
    }

    // Twice the median of the four weeks before: whole numbers only.
    std::int64_t usualTwice(std::int64_t week) const
    {
        std::array<std::int64_t, usualWeeks> before{};
        for (std::int64_t i = 0; i < usualWeeks; ++i)
            before[static_cast<std::size_t>(i)] = units(week - 1 - i);
        std::sort(before.begin(), before.end());
        return before[1] + before[2];
    }

    bool isEmpty() const { return m_units.empty(); }

    std::int64_t first() const { return m_units.begin()->first; }

    std::int64_t last() const { return m_units.rbegin()->first; }

private:
    std::map<std::int64_t, std::int64_t> m_units;
};

bool isUsual(const Weeks &weeks, std::int64_t week, const domain::SignalPolicy &policy)
{
    // A customer who has just begun has no usual week yet.
    return weeks.units(week - usualWeeks) > 0 && weeks.usualTwice(week) >= 2 * policy.usageWeekMin;
}

bool isDrop(const Weeks &weeks, std::int64_t week, const domain::SignalPolicy &policy)
{
    return isUsual(weeks, week, policy) &&
           200 * weeks.units(week) <= (100 - policy.usageDropPercent) * weeks.usualTwice(week);
}

bool isSpike(const Weeks &weeks, std::int64_t week, const domain::SignalPolicy &policy)
{
    return isUsual(weeks, week, policy) &&
           200 * weeks.units(week) >= policy.usageSpikePercent * weeks.usualTwice(week);
}

Found weekFound(const Scan &scan, SignalType type, std::int64_t week, base::UtcMs atMs)
{
    Found out = findAt(scan, type, {{}, {}, "week " + std::to_string(week)}, startOf(week));
    out.signal.occurredMs = atMs;
    // The week before must be known not to have been one too, by its own four weeks.
    out.goneMs = startOf(week - 1 - usualWeeks) + scan.policy.lookBackMs;
    return out;
}

void findDrops(const Scan &scan, const Weeks &weeks, std::vector<Found> &out)
{
    for (std::int64_t week = weeks.first(); week <= weeks.last() + usualWeeks; ++week) {
        if (!isDrop(weeks, week, scan.policy) || isDrop(weeks, week - 1, scan.policy))
            continue;
        const base::UtcMs endMs = startOf(week + 1);
        const std::int64_t usualTwice = weeks.usualTwice(week);
        Found found = weekFound(scan, SignalType::UsageDrop, week, endMs);
        found.signal.reason = {
            ReasonCode::UsageDrop,
            {100 - 200 * weeks.units(week) / usualTwice, usualTwice / 2, domain::AtTime{endMs}}};
        out.push_back(std::move(found));
    }
}

// Dated at the use that made it one.
void findSpikes(const Scan &scan, const Weeks &weeks,
                const std::vector<const domain::Event *> &uses, std::vector<Found> &out)
{
    std::int64_t week = 0;
    std::int64_t units = 0;
    for (const auto *use : uses) {
        if (weekOf(use->atMs) != week)
            units = 0;
        week = weekOf(use->atMs);
        const std::int64_t usualTwice = weeks.usualTwice(week);
        const bool wasSpike = 200 * units >= scan.policy.usageSpikePercent * usualTwice;
        units += unitsOf(*use);
        const bool crosses = !wasSpike && 200 * units >= scan.policy.usageSpikePercent * usualTwice;
        if (!crosses || !isUsual(weeks, week, scan.policy) || isSpike(weeks, week - 1, scan.policy))
            continue;
        Found found = weekFound(scan, SignalType::UsageSpike, week, use->atMs);
        found.signal.reason = {
            ReasonCode::UsageSpike,
            {200 * units / usualTwice, usualTwice / 2, domain::AtTime{use->atMs}}};
        found.signal.evidence = {use->id};
        out.push_back(std::move(found));
    }
}

void findNearLimit(const Scan &scan, std::vector<Found> &out)
{
    static constexpr EventKind kinds[] = {EventKind::UsageLevel};
    const auto levels = eventsOf(scan, kinds);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto *level = levels[i];
        if (level->amount < scan.policy.usageLimitPercent)
            continue;
        const bool wasNear = i > 0 && level->atMs - levels[i - 1]->atMs < levelMemoryMs &&
                             levels[i - 1]->amount >= scan.policy.usageLimitPercent;
        if (wasNear)
            continue;
        Found found = findAt(scan, SignalType::UsageNearLimit,
                             {{}, {}, "event " + std::to_string(level->sourceKey)}, level->atMs);
        found.signal.reason = {
            ReasonCode::UsageNearLimit,
            {static_cast<std::int64_t>(level->amount), domain::AtTime{level->atMs}}};
        found.signal.evidence = {level->id};
        found.goneMs -= levelMemoryMs;
        out.push_back(std::move(found));
    }
}

} // namespace

std::vector<Found> detectUsage(const Scan &scan)
{
    static constexpr EventKind kinds[] = {EventKind::ProductUsed};
    std::vector<Found> out;
    const auto uses = eventsOf(scan, kinds);
    const Weeks weeks(uses);
    if (!weeks.isEmpty()) {
        findDrops(scan, weeks, out);
        findSpikes(scan, weeks, uses, out);
    }
    findNearLimit(scan, out);
    return out;
}

} // namespace topline::signals
