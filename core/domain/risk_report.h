// What the risk pages show: deals with their warnings, each with its cohort; anomalies, findings
// about the whole pipeline, alerts, ranked fixes, zombies. Made by core/risk, kept by the store,
// shown by the window and the terminal program. Plain values, any thread. Every figure names its n.
#pragma once

#include "core/domain/metric.h"
#include "core/domain/risk_cohort.h"
#include "core/domain/risk_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

struct RiskFactor {
    RiskRule rule = RiskRule::NoActivity;
    bool fires = false;
    std::int64_t value = 0;     // in the rule's unit
    std::int64_t threshold = 0; // that it was held against
    std::int64_t weightPermille = 0;
    std::int64_t milliPoints = 0; // its part of the total; the parts sum exactly to it
    // What is usual among won deals, and by how much the risk would change if it were so here.
    std::optional<std::int64_t> median;
    std::optional<std::int64_t> deltaMilli;
    RiskCohort cohort; // behind the median; of Stalled: behind the threshold
    bool operator==(const RiskFactor &) const = default;
};

struct DealRisk {
    DealId deal;
    std::int64_t totalMilli = 0;     // 0 to 100,000
    std::vector<RiskFactor> factors; // that apply to its stage, by rule
    std::optional<RiskRule> top;     // the warning with the largest part
    bool isLarge = false;            // shown and forecast apart
    // 1 - P(win by the committed date) / the median of that among open deals of its stage, in
    // permille, not below 0; absent without a model or a date.
    std::optional<std::int64_t> commitRiskPermille;
    bool operator==(const DealRisk &) const = default;
};

enum class AnomalyLevel : std::int32_t { Warn = 1, Alert = 2 };

struct Anomaly {
    DealId deal;
    RiskRule rule = RiskRule::StageAge;
    AnomalyLevel level = AnomalyLevel::Warn;
    double value = 0;            // days, or a ratio
    std::optional<double> usual; // the cohort's median of it
    std::optional<double> z;     // modified z-score
    double p = 1;                // chance of as much in its cohort
    double q = 1;                // the same, adjusted for the number of deals asked about
    RiskCohort cohort;
    bool operator==(const Anomaly &) const = default;
};

// Too many open deals trip one rule: the pipeline is the problem, not these deals.
struct HygieneFinding {
    RiskRule rule = RiskRule::StageAge;
    std::int64_t open = 0;
    std::vector<DealId> deals;
    std::int64_t outliers = 0; // StageAge: with a modified z-score above the limit
    bool operator==(const HygieneFinding &) const = default;
};

// One per deal (unset: a finding) and rule for as long as the deal is open.
struct AlertState {
    DealId deal;
    RiskRule rule = RiskRule::NoActivity;
    std::int64_t episode = 1;
    base::UtcMs raisedMs = 0;
    std::optional<base::UtcMs> clearedMs; // since then the rule does not hold
    bool folded = false;                  // told by a finding, not by itself
    bool operator==(const AlertState &) const = default;
};

enum class FixKind {
    Call,
    Follow,
    MoveDate,
    SavePlay,
    AddContacts,
    ReachLeader,
    ConfirmValue,
    InviteRoles,
    AnswerRival,
    SettleTerms,
    AgreeNextStep
};

struct RiskFix {
    DealId deal;
    RiskRule rule = RiskRule::NoActivity;
    FixKind kind = FixKind::Call;
    std::int64_t reliefMilli = 0; // by how much the risk would fall
    std::int64_t valueMinor = 0;
    std::int64_t savedMinor = 0; // value x relief: what the list is ordered by
    bool operator==(const RiskFix &) const = default;
};

enum class ScrubChoice { Keep, Push, Lose };

struct Zombie {
    DealId deal;
    bool tooOld = false, silent = false, pushed = false;
    double ageDays = 0;
    std::optional<double> limitDays; // twice p90 of the won cycle
    std::optional<double> silentDays;
    std::int64_t pushes = 0;
    ScrubChoice suggestion = ScrubChoice::Keep;
    bool operator==(const Zombie &) const = default;
};

struct RiskRow {
    DealRow row;
    DealRisk risk;
    std::vector<RiskEvidence> evidence;
    std::vector<Anomaly> anomalies;
};

struct RiskReport {
    std::vector<RiskRow> deals; // riskiest first
    std::vector<HygieneFinding> findings;
    std::vector<AlertState> alerts;         // standing ones that were told by themselves
    std::vector<RiskFix> fixes, largeFixes; // best first
    std::vector<Zombie> zombies;
    std::optional<base::UtcMs> cohortsMs; // when the cohorts were last worked out
    base::UtcMs asOfMs = 0;
    base::Currency currency = base::Currency::usd();
};

} // namespace topline::domain
