#include "tests/ui/sample_signals.h"

#include "core/signals/catalogue.h"
#include "core/stats/rate.h"

#include <algorithm>
#include <array>

namespace topline::test {

namespace {

using domain::ActionState;
using domain::SignalType;

struct Judged {
    SignalType type;
    std::int64_t hits, accounts, accepted;
    std::array<std::int64_t, 6> dismissed;
    std::int64_t open, suppressed, heldOut;
};

constexpr std::array judgements{
    Judged{SignalType::PricingRevisit, 29, 12, 14, {0, 2, 3, 1, 3, 0}, 4, 2, 3},
    Judged{SignalType::DemoRequest, 25, 25, 21, {0, 1, 0, 2, 0, 0}, 0, 1, 0},
    Judged{SignalType::CompetitorComparison, 39, 32, 6, {0, 1, 9, 0, 12, 2}, 3, 1, 5},
    Judged{SignalType::DocsDeepRead, 61, 47, 0, {0, 0, 0, 0, 0, 0}, 0, 55, 6},
    Judged{SignalType::Reply, 1'250, 107, 612, {0, 4, 31, 120, 16, 9}, 12, 301, 0},
    Judged{SignalType::ProposalReopened, 8, 7, 3, {0, 0, 1, 0, 0, 0}, 2, 0, 2},
    Judged{SignalType::StageStall, 71, 57, 11, {2, 4, 12, 3, 9, 0}, 14, 12, 2},
    Judged{SignalType::BaselineSurge, 17, 15, 12, {0, 0, 2, 0, 1, 0}, 0, 0, 2},
};

domain::SignalHit hitOf(SignalType type, int number, base::UtcMs atMs)
{
    constexpr std::array accounts{"Ravensmere Home", "Northwind Logistics International Holding AG",
                                  "Orchard Medical"};
    constexpr std::array people{"Nils Nilsson", "Wilhelmina Featherstonehaugh-Cholmondeley", ""};
    constexpr std::array states{std::optional(ActionState::Done), std::optional<ActionState>(),
                                std::optional(ActionState::Dismissed)};
    const auto which = static_cast<std::size_t>(number) % accounts.size();
    domain::SignalHit hit;
    hit.signal.id = base::Uuid::named("hit", std::to_string(static_cast<int>(type)) + "/" +
                                                 std::to_string(number));
    hit.signal.type = type;
    hit.signal.account = domain::AccountId{100 + number};
    hit.signal.occurredMs = atMs;
    hit.signal.reason = {domain::ReasonCode::PricingRevisit,
                         {std::int64_t{3}, domain::Span{7 * base::dayMs}, domain::AtTime{atMs}}};
    hit.accountName = accounts[which];
    hit.contactName = people[which];
    if (which == 1) {
        hit.dealName = "Renewal 2026";
        hit.signal.deal = domain::DealId{7};
    }
    hit.action = states[which];
    return hit;
}

void judge(domain::DetectorRow &row, const Judged &judged, base::UtcMs now)
{
    row.hits = judged.hits;
    row.accounts = judged.accounts;
    row.accepted = judged.accepted;
    row.dismissed = judged.dismissed;
    row.open = judged.open;
    row.suppressed = judged.suppressed;
    row.heldOut = judged.heldOut;
    std::int64_t n = row.accepted;
    for (const auto count : row.dismissed)
        n += count;
    if (const auto interval = stats::wilsonInterval(row.accepted, n)) {
        row.precision = static_cast<double>(row.accepted) / static_cast<double>(n);
        row.precisionLow = interval->low;
        row.precisionHigh = interval->high;
    }
    for (int i = 0; i < std::min<std::int64_t>(judged.hits, 50); ++i)
        row.newest.push_back(hitOf(row.type, i, now - (5 * i + 4) * base::hourMs));
}

} // namespace

domain::SignalsView sampleSignals(base::UtcMs now, const domain::SignalPolicy &policy)
{
    domain::SignalsView view;
    view.policy = policy;
    view.untilMs = now;
    view.fromMs = now - 90 * base::dayMs;
    view.events = 15'861;
    view.suspectEvents = 76;
    for (const SignalType type : domain::signalTypes()) {
        domain::DetectorRow row;
        row.type = type;
        row.enabled = signals::isEnabled(policy, type);
        row.parameters = signals::parametersOf(type, policy);
        const auto found =
            std::find_if(judgements.begin(), judgements.end(),
                         [type](const Judged &judged) { return judged.type == type; });
        if (found != judgements.end())
            judge(row, *found, now);
        view.rows.push_back(std::move(row));
    }
    return view;
}

domain::DryRun sampleTrial(base::UtcMs now)
{
    domain::DryRun run;
    run.untilMs = now;
    run.fromMs = now - 90 * base::dayMs;
    run.accounts = 240;
    domain::DryRunRow row;
    row.type = SignalType::PricingRevisit;
    row.hitsNow = 29;
    row.accountsNow = 12;
    row.hitsThen = 41;
    row.accountsThen = 17;
    for (int i = 0; i < 13; ++i)
        row.added.push_back(hitOf(row.type, 200 + i, now - (30 + 9 * i) * base::hourMs));
    row.removed.push_back(hitOf(row.type, 300, now - 4 * base::dayMs));
    run.rows.push_back(std::move(row));
    return run;
}

} // namespace topline::test
