// The planted lift can be found again: meetings within 14 days of a trigger, with and without an
// executed action, over thousands of triggers. And an A/A comparison finds nothing.
#include "core/crm/demo_connector.h"
#include "core/crm/demo_truth.h"

#include <cmath>
#include <gtest/gtest.h>
#include <set>

namespace topline::crm {

namespace {

constexpr base::UtcMs anchor = 1'763'464'440'000;

struct Rate {
    double met = 0;
    double of = 0;

    double value() const { return met / of; }

    double standardError() const { return std::sqrt(value() * (1 - value()) / of); }
};

struct Trial {
    Rate alone;
    Rate acted;
    Rate otherHalfAlone; // the A/A comparison
};

DemoExecution executionFor(std::size_t account, base::UtcMs atMs)
{
    static constexpr domain::ActionKind kinds[] = {
        domain::ActionKind::Call, domain::ActionKind::Email, domain::ActionKind::Task};
    DemoExecution out;
    out.effectId = std::to_string(account) + "@" + std::to_string(atMs);
    out.atMs = atMs;
    out.kind = kinds[account % 3];
    out.account = account;
    out.subject = "Two dates";
    return out;
}

// Every account is triggered at the beginning of each of 26 windows of 28 days; a third is acted on
// some hours later, the rest in two halves left alone. The idle fortnight between keeps a late
// answer out of the next window.
Trial simulate(std::uint64_t seed)
{
    const DemoCompany company = buildDemoCompany(seed, anchor);
    DemoLife life(company);
    base::Random random(base::mixSeeds(seed, "trial"));
    constexpr int windows = 26;
    constexpr base::DurationMs stride = 28 * base::dayMs;
    std::vector<DemoExecution> executions;
    std::vector<std::vector<int>> group(windows, std::vector<int>(company.accounts.size()));
    for (std::size_t window = 0; window < windows; ++window) {
        const base::UtcMs start = anchor + static_cast<base::DurationMs>(window) * stride;
        for (std::size_t account = 0; account < company.accounts.size(); ++account) {
            group[window][account] = static_cast<int>(random.below(3));
            if (group[window][account] == 0)
                executions.push_back(
                    executionFor(account, start + random.between(1, 96 * 60) * base::minuteMs));
        }
    }
    std::vector<std::set<std::size_t>> met(windows);
    const auto note = [&](const std::vector<DemoEvent> &events) {
        for (const DemoEvent &event : events) {
            const base::DurationMs since = event.atMs - anchor;
            if (event.kind == domain::EventKind::MeetingBooked && since / stride < windows &&
                since % stride < demoMeetingWindowMs)
                met[static_cast<std::size_t>(since / stride)].insert(event.account);
        }
    };
    note(life.eventsBetween(anchor, anchor + windows * stride));
    note(answerDemoExecutions(company, executions).events);
    Trial out;
    for (std::size_t window = 0; window < windows; ++window) {
        for (std::size_t account = 0; account < company.accounts.size(); ++account) {
            const int which = group[window][account];
            Rate &rate = which == 0 ? out.acted : which == 1 ? out.alone : out.otherHalfAlone;
            rate.of += 1;
            rate.met += met[window].contains(account) ? 1 : 0;
        }
    }
    return out;
}

void add(Rate &to, const Rate &from)
{
    to.met += from.met;
    to.of += from.of;
}

} // namespace

TEST(DemoTruth, ThePlantedLiftIsFoundAgain)
{
    Trial all;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Trial one = simulate(seed);
        add(all.alone, one.alone);
        add(all.acted, one.acted);
        add(all.otherHalfAlone, one.otherHalfAlone);
    }
    ASSERT_GT(all.acted.of, 9'000);
    EXPECT_NEAR(all.alone.value(), demoMeetingRateAlone, 3.3 * all.alone.standardError());
    EXPECT_NEAR(all.acted.value(), demoMeetingRateActed, 3.3 * all.acted.standardError());
    EXPECT_NEAR(all.otherHalfAlone.value(), all.alone.value(), 4.7 * all.alone.standardError());
    // Far outside chance: the two groups differ by the planted effect and not by noise.
    EXPECT_GT(all.acted.value() - all.alone.value(), 5 * all.acted.standardError());
}

TEST(DemoTruth, ASecondActionInTheSameFortnightAddsNothing)
{
    const DemoCompany company = buildDemoCompany(9, anchor);
    std::vector<DemoExecution> once;
    std::vector<DemoExecution> thrice;
    for (std::size_t account = 0; account < company.accounts.size(); ++account) {
        for (int round = 0; round < 3; ++round) {
            const auto execution = executionFor(account, anchor + (1 + round) * base::dayMs);
            if (round == 0)
                once.push_back(execution);
            thrice.push_back(execution);
        }
    }
    const auto meetings = [&](const std::vector<DemoExecution> &executions) {
        int out = 0;
        for (const auto &event : answerDemoExecutions(company, executions).events)
            out += event.kind == domain::EventKind::MeetingBooked ? 1 : 0;
        return out;
    };
    EXPECT_EQ(meetings(once), meetings(thrice));
    EXPECT_GT(meetings(once), 5);
}

} // namespace topline::crm
