#include "core/metrics/catalogue.h"
#include "core/metrics/speed.h"

#include <gtest/gtest.h>

using namespace topline;
using metrics::LeadAnswer;

namespace {

constexpr base::UtcMs now = 200 * base::dayMs;

LeadAnswer answered(base::DurationMs ago, base::DurationMs wait, base::DurationMs work)
{
    LeadAnswer out;
    out.action = base::Uuid::named("lead", std::to_string(ago) + "/" + std::to_string(wait));
    out.fromMs = now - ago;
    out.touchedMs = out.fromMs + wait;
    out.workMs = work;
    return out;
}

const domain::Figure &figure(const std::vector<domain::Figure> &all, const std::string &id)
{
    for (const auto &each : all) {
        if (each.id == id)
            return each;
    }
    ADD_FAILURE() << id;
    std::abort();
}

} // namespace

TEST(Speed, FiguresAreOfTheAnsweredOnesAndOpenIntoThem)
{
    std::vector<LeadAnswer> rows;
    for (int i = 1; i <= 10; ++i) // 1 to 10 minutes by the clock, half of it work
        rows.push_back(answered(base::dayMs, i * base::minuteMs, i * base::minuteMs / 2));
    rows.push_back({base::Uuid::named("lead", "waits"), now - base::hourMs, {}, 0});
    rows.push_back(answered(98 * base::dayMs, 1, 1)); // before the window, a week ago too
    const auto all = metrics::speedFigures(rows, now);
    ASSERT_EQ(all.size(), 6U);
    for (const auto &each : all) {
        const auto *definition = metrics::definitionOf(each.id);
        ASSERT_NE(definition, nullptr) << each.id;
        EXPECT_EQ(definition->unit, each.unit) << each.id;
        EXPECT_EQ(each.n, 10) << each.id;
        EXPECT_EQ(each.of, 11) << each.id;
        EXPECT_EQ(each.actions.size(), 10U) << each.id;
        EXPECT_FALSE(each.weekAgo) << each.id;
    }
    EXPECT_EQ(figure(all, "speed_median").value, 5 * base::minuteMs);
    EXPECT_EQ(figure(all, "speed_p90").value, 9 * base::minuteMs);
    EXPECT_EQ(figure(all, "speed_within_5min").value, 0.5);
    EXPECT_EQ(figure(all, "speed_work_median").value, 2.5 * base::minuteMs);
    EXPECT_EQ(figure(all, "speed_work_within_5min").value, 1.0);
}

TEST(Speed, FiveMinutesAreQuickAndNoMomentMore)
{
    const auto report = metrics::speedReport(
        {answered(base::dayMs, 5 * base::minuteMs, 5 * base::minuteMs),
         answered(base::dayMs, 5 * base::minuteMs + 1, 5 * base::minuteMs + 1)});
    EXPECT_EQ(report.clock.within5MinPermille, 500);
    EXPECT_EQ(report.work.within5MinPermille, 500);
}

TEST(Speed, AWeekAgoIsWhatWasKnownThen)
{
    const auto rows = std::vector{
        answered(10 * base::dayMs, base::minuteMs, 0),
        answered(9 * base::dayMs, 4 * base::dayMs, 0), // touched five days ago: then it waited
    };
    const auto all = metrics::speedFigures(rows, now);
    EXPECT_EQ(figure(all, "speed_p90").value, 4 * base::dayMs);
    EXPECT_EQ(figure(all, "speed_p90").weekAgo, base::minuteMs);
    const auto none = metrics::speedFigures({}, now);
    EXPECT_FALSE(figure(none, "speed_median").value);
    EXPECT_EQ(figure(none, "speed_median").n, 0);
}
