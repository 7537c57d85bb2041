// What can be wrong with an open deal, by name, and every threshold of it. One policy value, handed
// to the pure functions of core/risk; each row is a setting of the workspace. Plain values, any
// thread.
#pragma once

#include "core/base/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

// Numbers are stored: never change one, only add.
enum class RiskRule : std::int32_t {
    // Warnings: they make up the risk of a deal.
    NoActivity = 1,     // nobody answered or met us for so long
    Ghosted = 2,        // we wrote last, at least twice, so long ago
    CloseOverdue = 3,   // past its expected close date
    Stalled = 4,        // longer in its stage than most deals that were won
    SingleThreaded = 5, // too few people engaged
    NoPower = 6,        // nobody from director up engaged, though it is far along
    ClosePushed = 7,    // close date moved later again and again
    AmountDropped = 8,  // worth less than it once was, by this share
    RolesAbsent = 9,    // neither finance nor security or legal engaged at proposal
    Competitor = 10,    // another vendor was mentioned
    Concession = 11,    // a discount or changed terms were asked for
    NoNextStep = 12,
    // Anomalies: a deal against its cohort. They alert, and do not add to the risk.
    StageAge = 21,
    ValueDrop = 22,
    Discount = 23,
    CycleLength = 24,
    Silence = 25,
};

inline constexpr std::size_t riskWarningCount = 12;

std::string_view riskRuleName(RiskRule rule); // "no_activity" …
std::optional<RiskRule> parseRiskRule(std::string_view name);
const std::array<RiskRule, riskWarningCount> &riskWarnings();

// What the value and the threshold of a warning are counted in.
enum class RiskUnit { Span, Count, Permille };

RiskUnit riskUnit(RiskRule rule);
// True where a value below the threshold is the bad one (people engaged, next steps).
bool isRiskBelow(RiskRule rule);

struct WarningSetting {
    bool on = true;
    std::int64_t weightPermille = 200; // 0 to 999
    std::int64_t threshold = 0;        // in the rule's unit
    // By name of the stage: another threshold there, or none at all.
    std::map<std::string, std::int64_t> stageThresholds = {};
    std::set<std::string> offStages = {};
    bool operator==(const WarningSetting &) const = default;
};

struct RiskPolicy {
    // By number of the rule, from 1; Stalled's threshold is for stages without enough won deals.
    std::array<WarningSetting, riskWarningCount> warnings = {{
        {.weightPermille = 200, .threshold = 14 * base::dayMs},
        {.weightPermille = 250, .threshold = 7 * base::dayMs},
        {.weightPermille = 200, .threshold = base::dayMs},
        {.weightPermille = 250, .threshold = 14 * base::dayMs},
        {.weightPermille = 200, .threshold = 2},
        {.weightPermille = 200, .threshold = 1},
        {.weightPermille = 300, .threshold = 2},
        {.weightPermille = 250, .threshold = 200},
        {.weightPermille = 150, .threshold = 1},
        {.weightPermille = 200, .threshold = 1},
        {.weightPermille = 100, .threshold = 1},
        {.weightPermille = 100, .threshold = 1},
    }};
    std::int64_t unansweredMin = 2;   // mails and calls of ours before silence is ghosting
    std::int64_t contactsMinBig = 3;  // people engaged, for a deal above the median won amount
    std::int64_t powerAfterStage = 2; // stages before anybody from director up is expected
    std::int64_t dwellSamplesMin = 10;
    std::int64_t normSamplesMin = 10; // won deals behind the median that a factor is held against
    // Lower-case words or phrases, found between word borders.
    std::vector<std::string> proposalStages = {"proposal", "quote", "negotiation", "contract",
                                               "angebot",  "offer", "verhandlung", "vertrag"};
    std::vector<std::string> competitors; // names; compare-page views count without any
    std::vector<std::string> concessions = {
        "discount", "cheaper",  "price reduction", "legal review",  "redline",        "redlines",
        "rabatt",   "nachlass", "preisnachlass",   "payment terms", "rechtsabteilung"};
    // Anomalies.
    std::int64_t cohortExitsMin = 20;
    std::int64_t ratioSamplesMin = 8;
    std::int64_t warnPermille = 900; // percentile of the stage age
    std::int64_t alertPermille = 950;
    std::int64_t zLimitMilli = 3'500;
    std::int64_t silencePermille = 50;     // chance of a gap as long as this one
    std::int64_t falseSharePermille = 100; // of alerts, across deals (Benjamini-Hochberg)
    std::int64_t hygienePermille = 200;    // of open deals with one rule: one finding, no alerts
    base::DurationMs rearmMs = 3 * base::dayMs;
    // Large deals stand apart: above so many median won amounts, or this share of the quarter.
    std::int64_t largeFactor = 3;
    std::int64_t largeQuarterPermille = 200;
    // Zombies.
    std::int64_t zombieCycleFactor = 2; // times p90 of the won cycle
    base::DurationMs zombieSilentMs = 45 * base::dayMs;
    std::int64_t zombiePushes = 3;
    bool operator==(const RiskPolicy &) const = default;

    const WarningSetting &warning(RiskRule rule) const
    {
        return warnings[static_cast<std::size_t>(rule) - 1];
    }
};

} // namespace topline::domain
