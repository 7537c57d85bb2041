#include "core/engine/reads/reads.h"
#include "core/signals/catalogue.h"
#include "core/signals/detect.h"
#include "core/signals/machine_filter.h"
#include "core/stats/rate.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace topline::engine {

namespace {

constexpr base::DurationMs reportMs = 90 * base::dayMs;
constexpr std::int64_t newestHits = 50;
constexpr std::size_t examplesMax = 20;

void addPrecision(domain::DetectorRow &row)
{
    const auto dismissed =
        std::accumulate(row.dismissed.begin(), row.dismissed.end(), std::int64_t{0});
    const std::int64_t judged = row.accepted + dismissed;
    const auto interval = stats::wilsonInterval(row.accepted, judged);
    if (!interval)
        return;
    row.precision = static_cast<double>(row.accepted) / static_cast<double>(judged);
    row.precisionLow = interval->low;
    row.precisionHigh = interval->high;
}

using ByType = std::map<domain::SignalType, domain::DryRunRow>;

// The signals of one account in the window, by id.
std::map<base::Uuid, domain::Signal> found(const domain::AccountHistory &history,
                                           const domain::SignalPolicy &policy,
                                           const domain::DryRun &window)
{
    domain::AccountHistory marked = history;
    signals::markSuspects(marked, signals::suspectsOf(history, policy));
    std::map<base::Uuid, domain::Signal> out;
    for (auto &signal : signals::detectAll(marked, policy, window.untilMs)) {
        if (signal.occurredMs >= window.fromMs)
            out.emplace(signal.id, std::move(signal));
    }
    return out;
}

domain::SignalHit hitOf(const domain::Signal &signal, const domain::AccountHistory &history)
{
    domain::SignalHit out;
    out.signal = signal;
    out.accountName = history.account.name;
    for (const auto &contact : history.contacts) {
        if (contact.id == signal.contact)
            out.contactName = contact.fullName();
    }
    for (const auto &deal : history.deals) {
        if (deal.id == signal.deal)
            out.dealName = deal.name;
    }
    return out;
}

void compare(const domain::AccountHistory &history, const domain::SignalPolicy &now,
             const domain::SignalPolicy &then, const domain::DryRun &window, ByType &out)
{
    const auto before = found(history, now, window);
    const auto after = found(history, then, window);
    std::set<domain::SignalType> typesBefore;
    std::set<domain::SignalType> typesAfter;
    for (const auto &[id, signal] : before) {
        auto &row = out[signal.type];
        ++row.hitsNow;
        row.accountsNow += typesBefore.insert(signal.type).second ? 1 : 0;
        if (after.count(id) == 0 && row.removed.size() < examplesMax)
            row.removed.push_back(hitOf(signal, history));
    }
    for (const auto &[id, signal] : after) {
        auto &row = out[signal.type];
        ++row.hitsThen;
        row.accountsThen += typesAfter.insert(signal.type).second ? 1 : 0;
        if (before.count(id) == 0 && row.added.size() < examplesMax)
            row.added.push_back(hitOf(signal, history));
    }
}

} // namespace

base::Result<domain::SignalsView> Reads::signals()
{
    domain::SignalsView out;
    out.policy = m_policy.signals;
    out.untilMs = m_now;
    out.fromMs = m_now - reportMs;
    TRY_ASSIGN(auto rows, m_tables.derived.signalReport(out.fromMs, out.untilMs, newestHits));
    std::map<domain::SignalType, domain::DetectorRow> byType;
    for (auto &row : rows)
        byType.emplace(row.type, std::move(row));
    for (const auto type : domain::signalTypes()) {
        auto &row = byType[type];
        row.type = type;
        row.enabled = signals::isEnabled(out.policy, type);
        row.parameters = signals::parametersOf(type, out.policy);
        addPrecision(row);
        out.rows.push_back(std::move(row));
    }
    std::sort(out.rows.begin(), out.rows.end(),
              [](const auto &a, const auto &b) { return a.type < b.type; });
    TRY_ASSIGN(out.suspectEvents, m_tables.signalFacts.suspectCount(out.fromMs, out.untilMs));
    TRY_ASSIGN(out.events, m_tables.events.countBetween(out.fromMs, out.untilMs));
    return out;
}

base::Result<domain::DryRun> Reads::dryRun(const domain::SignalPolicy &policy)
{
    domain::DryRun out;
    out.untilMs = m_now;
    out.fromMs = m_now - reportMs;
    const auto lookBackMs = std::max(policy.lookBackMs, m_policy.signals.lookBackMs);
    TRY_ASSIGN(const auto accounts, m_tables.records.accountIds());
    ByType byType;
    for (const auto account : accounts) {
        TRY_ASSIGN(const auto history, m_tables.history.load(account, m_now - lookBackMs, m_now));
        if (history.account.deleted)
            continue;
        ++out.accounts;
        compare(history, m_policy.signals, policy, out, byType);
    }
    for (auto &[type, row] : byType) {
        row.type = type;
        const bool isSame = row.added.empty() && row.removed.empty();
        if (!isSame)
            out.rows.push_back(std::move(row));
    }
    return out;
}

} // namespace topline::engine
