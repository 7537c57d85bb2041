// Who is given what, who earned what, and how fast buyers were answered.
#include "core/engine/commands/commands.h"
#include "core/engine/guards/mode_rules.h"
#include "core/engine/guards/routing_choice.h"
#include "core/engine/guards/routing_desk.h"
#include "core/engine/guards/send_guard_desk.h"
#include "core/engine/plays/upkeep.h"
#include "core/engine/reads/routing_speed.h"
#include "core/plays/work_calendar.h"
#include "tests/engine/guard_world.h"

#include <algorithm>
#include <random>

namespace topline::engine {
namespace {

using domain::OwnerId;
using domain::RouteWhy;
using flow::need;

SeatLoad seat(std::int64_t owner, std::int64_t weight, std::int64_t open,
              std::int64_t capacity = 10)
{
    SeatLoad out;
    out.seat.owner = OwnerId{owner};
    out.seat.weight = weight;
    out.seat.capacity = capacity;
    out.open = open;
    return out;
}

TEST(RoutingChoice, TheAccountsOwnerComesFirstWhereThereIsRoom)
{
    auto seats = std::vector{seat(1, 1, 0), seat(2, 1, 9)};
    EXPECT_EQ(chooseSeat(seats, OwnerId{2}, {}, 0),
              (RouteChoice{OwnerId{2}, RouteWhy::AccountOwner, 9, 10}));
    seats[1].open = 10;
    EXPECT_EQ(chooseSeat(seats, OwnerId{2}, {}, 0),
              (RouteChoice{OwnerId{1}, RouteWhy::LeastLoaded, 0, 10}));
    EXPECT_EQ(chooseSeat(seats, OwnerId{7}, {}, 0).owner, OwnerId{1});
}

TEST(RoutingChoice, WhoIsAwayOrOffOrHadItIsPassedOver)
{
    auto seats = std::vector{seat(1, 1, 0), seat(2, 1, 5)};
    seats[0].seat.isPresent = false;
    seats[0].seat.awayUntilMs = 100;
    EXPECT_EQ(chooseSeat(seats, {}, {}, 99).owner, OwnerId{2});
    EXPECT_EQ(chooseSeat(seats, {}, {}, 100).owner, OwnerId{1}); // back again
    seats[0].seat.isPresent = true;
    seats[0].isWorking = false;
    EXPECT_EQ(chooseSeat(seats, {}, {}, 0).owner, OwnerId{2});
    seats[1].isWorking = false; // nobody works: somebody gets it all the same
    EXPECT_EQ(chooseSeat(seats, {}, {}, 0).owner, OwnerId{1});
    EXPECT_EQ(chooseSeat(seats, OwnerId{1}, OwnerId{1}, 0).owner, OwnerId{2});
    EXPECT_EQ(chooseSeat({}, OwnerId{1}, {}, 0), RouteChoice{});
    EXPECT_EQ(chooseSeat({seat(1, 1, 10)}, OwnerId{1}, {}, 0).why, RouteWhy::Nobody);
}

TEST(RoutingChoice, TheNextGoesWhereItWeighsLeast)
{
    std::vector<SeatLoad> seats = {seat(1, 2, 0), seat(2, 1, 0), seat(3, 1, 0)};
    std::vector<std::int64_t> order;
    for (int i = 0; i < 8; ++i) {
        order.push_back(chooseSeat(seats, {}, {}, 0).owner.value);
        seats[static_cast<std::size_t>(order.back() - 1)].open += 1;
    }
    EXPECT_EQ(order, (std::vector<std::int64_t>{1, 1, 2, 3, 1, 1, 2, 3}));
}

TEST(RoutingChoice, WorkIsSharedByWeightAndNeverOverCapacity)
{
    std::mt19937_64 random(20'261'122);
    for (int round = 0; round < 500; ++round) {
        std::vector<SeatLoad> seats;
        std::int64_t weights = 0;
        for (std::int64_t owner = 1; owner <= 4; ++owner) {
            seats.push_back(seat(owner, 1 + static_cast<std::int64_t>(random() % 9), 0, 1'000));
            weights += seats.back().seat.weight;
        }
        const std::int64_t work = weights * 10;
        for (std::int64_t i = 0; i < work; ++i) {
            const auto choice = chooseSeat(seats, {}, {}, 0);
            seats[static_cast<std::size_t>(choice.owner.value - 1)].open += 1;
        }
        for (const auto &each : seats)
            EXPECT_EQ(each.open, each.seat.weight * 10) << "round " << round;
        for (auto &each : seats)
            each.seat.capacity = each.open + static_cast<std::int64_t>(random() % 3);
        for (int i = 0; i < 20; ++i) {
            const auto choice = chooseSeat(seats, {}, {}, 0);
            if (!choice.owner.isSet())
                break;
            auto &chosen = seats[static_cast<std::size_t>(choice.owner.value - 1)];
            EXPECT_LT(chosen.open, chosen.seat.capacity);
            ++chosen.open;
        }
        EXPECT_FALSE(chooseSeat(seats, {}, {}, 0).owner.isSet());
    }
}

TEST(ModeRules, PromotionIsEarned)
{
    const domain::GuardPolicy policy;
    domain::PlayConduct conduct;
    conduct.approvals = 20;
    conduct.unedited = 18;
    EXPECT_TRUE(hasEarnedAuto(conduct, policy));
    conduct.unedited = 17;
    EXPECT_FALSE(hasEarnedAuto(conduct, policy));
    conduct.approvals = conduct.unedited = 19;
    EXPECT_FALSE(hasEarnedAuto(conduct, policy));
    conduct.approvals = conduct.unedited = 40;
    conduct.complaints = 1;
    EXPECT_FALSE(hasEarnedAuto(conduct, policy));
}

TEST(ModeRules, DemotionComesAboveTheRateAndNotBelowTheNumber)
{
    const domain::GuardPolicy policy;
    domain::PlayConduct conduct;
    conduct.mails = 100;
    conduct.bounces = 3;
    EXPECT_FALSE(demotionOf(conduct, policy));
    conduct.bounces = 4;
    EXPECT_EQ(demotionOf(conduct, policy)->why, domain::ModeWhy::Bounces);
    conduct.unsubscribes = 1;
    EXPECT_EQ(demotionOf(conduct, policy)->why, domain::ModeWhy::Bounces);
    conduct.unsubscribes = 2;
    EXPECT_EQ(demotionOf(conduct, policy)->why, domain::ModeWhy::Unsubscribes);
    conduct.complaints = 1;
    EXPECT_EQ(demotionOf(conduct, policy)->why, domain::ModeWhy::Complaints);
    conduct.mails = 19;
    EXPECT_FALSE(demotionOf(conduct, policy));
}

TEST(WorkClock, CountsWorkingTimeOnly)
{
    domain::WorkCalendar calendar;
    calendar.country = "DE";
    const plays::WorkClock clock(calendar, "Europe/Berlin");
    const auto at = [&](base::CivilDate date, base::DurationMs time) {
        return clock.zone().at(date, time);
    };
    const base::CivilDate friday{2026, 10, 2}; // Saturday is a holiday and a weekend
    const base::CivilDate monday{2026, 10, 5};
    const auto hour = base::hourMs;
    EXPECT_EQ(
        plays::slaDueMs(clock, at(friday, 18 * hour - 2 * base::minuteMs), 5 * base::minuteMs),
        at(monday, 8 * hour + 3 * base::minuteMs));
    EXPECT_EQ(plays::slaDueMs(clock, at(friday, 20 * hour), 5 * base::minuteMs),
              at(monday, 8 * hour + 5 * base::minuteMs));
    EXPECT_EQ(plays::slaDueMs(clock, at(friday, 9 * hour), 24 * hour),
              at(friday, 9 * hour) + 24 * hour);
    EXPECT_EQ(clock.workBetween(at(friday, 17 * hour), at(monday, 9 * hour)), 2 * hour);
    EXPECT_EQ(clock.workBetween(at(monday, 9 * hour), at(friday, 9 * hour)), 0);
    EXPECT_FALSE(clock.isOpen(at(friday, 18 * hour)));
    EXPECT_TRUE(clock.isOpen(at(friday, 18 * hour) - 1));
    calendar.daysOff = {monday};
    const plays::WorkClock off(calendar, "Europe/Berlin");
    EXPECT_EQ(off.startMs(at(monday, 9 * hour)), at({2026, 10, 6}, 8 * hour));
}

TEST(WorkClock, NeverRunsOutBeforeItBeginsAndAddsWhatItCounts)
{
    std::mt19937_64 random(7);
    const char *zones[] = {"Europe/Berlin",     "America/Sao_Paulo", "Australia/Lord_Howe",
                           "Africa/Casablanca", "Asia/Tehran",       "America/New_York"};
    for (int i = 0; i < 4'000; ++i) {
        domain::WorkCalendar calendar;
        calendar.country = i % 2 == 0 ? "US" : "";
        const plays::WorkClock clock(calendar, zones[random() % std::size(zones)]);
        const base::UtcMs at = 1'577'836'800'000 + // 2020
                               static_cast<base::UtcMs>(random() % (5'800ULL * 86'400'000ULL));
        const auto work = static_cast<base::DurationMs>(random() % (23ULL * 3'600'000ULL));
        const base::UtcMs due = clock.addWork(at, work);
        ASSERT_GE(due, at);
        ASSERT_GE(due - at, work > 0 ? 1 : 0);
        ASSERT_EQ(clock.workBetween(at, due), work) << at << " " << work;
    }
}

TEST(RoutingSpeed, MeasuresByTheClockAndByWorkingTime)
{
    const auto berlin = need(base::TimeZone::find("Europe/Berlin"));
    const auto evening = berlin.at({2026, 10, 6}, 20 * base::hourMs);
    std::vector<store::Answered> rows;
    for (int i = 1; i <= 10; ++i)
        rows.push_back({{}, OwnerId{1}, evening, evening + i * base::minuteMs});
    rows.push_back({{}, OwnerId{1}, evening, std::nullopt});
    const auto report = metrics::speedReport(leadAnswers(rows, {}, "Europe/Berlin"));
    EXPECT_EQ(report.answered, 10);
    EXPECT_EQ(report.waiting, 1);
    EXPECT_EQ(report.clock, (domain::SpeedFigures{5 * base::minuteMs, 9 * base::minuteMs, 500}));
    EXPECT_EQ(report.work, (domain::SpeedFigures{0, 0, 1'000})); // nobody was at work
    EXPECT_EQ(metrics::speedReport({}), domain::SpeedReport{});
}

class RoutingTest : public testing::Test {
protected:
    base::Uuid waiting(OwnerId owner, base::UtcMs dueMs)
    {
        domain::Action action;
        action.id = base::Uuid::named("waiting", std::to_string(++m_count));
        action.kind = domain::ActionKind::Call;
        action.urgency = domain::Urgency::Inbound;
        action.owner = owner;
        action.dedupeKey = action.id.text();
        action.createdMs = action.changedMs = action.signalMs = m_clock.now();
        action.slaDueMs = dueMs;
        m_world.change([&](Step &step) { return step.add(action); });
        return action.id;
    }

    GuardDesk desk() { return GuardDesk(m_world.context()); }

    base::FixedClock m_clock{flow::birthMs};
    GuardWorld m_world{m_clock};
    int m_count = 0;
};

TEST_F(RoutingTest, WithoutSeatsNothingIsRoutedOrHandedOn)
{
    const auto sam = m_world.owner("Sam");
    const auto id = waiting(sam, m_clock.now() - base::hourMs);
    m_world.change([&](Step &step) -> base::Status {
        EXPECT_FALSE(need(routeOf(step, {}, m_world.action(id))));
        EXPECT_FALSE(need(escalateBreaches(step)));
        return {};
    });
}

TEST_F(RoutingTest, ABreachThatLastsIsHandedOnOnce)
{
    const auto sam = m_world.owner("Sam");
    const auto kim = m_world.owner("Kim");
    need(desk().setSeat({sam}));
    need(desk().setSeat({kim}));
    const auto id = waiting(sam, m_clock.now());
    Upkeep upkeep(m_world.context());
    m_clock.advance(15 * base::minuteMs - 1);
    need(upkeep.wakeAndExpire());
    EXPECT_EQ(m_world.action(id).owner, sam);
    m_clock.advance(1);
    need(upkeep.wakeAndExpire());
    EXPECT_EQ(m_world.action(id).owner, kim);
    m_clock.advance(base::hourMs);
    need(upkeep.wakeAndExpire());
    EXPECT_EQ(m_world.action(id).owner, kim);
    EXPECT_EQ(m_world.ledgerRows(domain::LedgerKind::Escalated), 1);
    const auto routes = need(m_world.tables().routing.newest(10));
    ASSERT_EQ(routes.size(), 1u);
    EXPECT_EQ(routes[0].from, sam);
    EXPECT_EQ(routes[0].to, kim);
}

TEST_F(RoutingTest, TheManagerComesBeforeTheNextRep)
{
    const auto boss = m_world.owner("Boss");
    m_world.owner("Kim");
    OwnerId sam;
    m_world.change([&](Step &step) -> base::Status {
        domain::Owner owner;
        owner.remoteId = "sam";
        owner.name = "Sam";
        owner.manager = "Boss";
        TRY_ASSIGN(const auto written, step.tables().catalogue.put(owner, step.changes()));
        sam = written.id;
        return {};
    });
    need(desk().setSeat({sam}));
    const auto id = waiting(sam, m_clock.now() - base::hourMs);
    need(Upkeep(m_world.context()).wakeAndExpire());
    EXPECT_EQ(m_world.action(id).owner, boss);
}

TEST_F(RoutingTest, LoadsCountInboundActionsThatWait)
{
    const auto sam = m_world.owner("Sam");
    const auto kim = m_world.owner("Kim");
    need(desk().setSeat({sam, 1, 2}));
    need(desk().setSeat({kim, 1, 20}));
    waiting(sam, m_clock.now() + base::hourMs);
    domain::Action fresh;
    fresh.urgency = domain::Urgency::Inbound;
    fresh.owner = sam;
    const auto route = [&] {
        domain::RouteDecision out;
        m_world.change([&](Step &step) -> base::Status {
            out = need(routeOf(step, {}, fresh)).value();
            return {};
        });
        return out;
    };
    EXPECT_EQ(route().why, RouteWhy::AccountOwner);
    waiting(sam, m_clock.now() + base::hourMs);
    EXPECT_EQ(route().to, kim); // Sam is full
    EXPECT_EQ(route().why, RouteWhy::LeastLoaded);
    need(desk().removeSeat(kim));
    EXPECT_EQ(route().to, sam); // stays where it is
    EXPECT_EQ(route().why, RouteWhy::Nobody);
    EXPECT_FALSE(desk().setSeat({sam, 0, 5}).ok());
    EXPECT_FALSE(desk().setSeat({OwnerId{999}, 1, 5}).ok());
}

TEST_F(RoutingTest, APersonGivesWorkToSomebodyElseAndTakesItBack)
{
    const auto sam = m_world.owner("Sam");
    const auto kim = m_world.owner("Kim");
    const auto id = waiting(sam, m_clock.now() + base::hourMs);
    Commands commands(m_world.context());
    Command command;
    command.kind = CommandKind::Reassign;
    command.owner = OwnerId{999};
    EXPECT_FALSE(commands.carryOut(command, {id}).ok());
    command.owner = kim;
    need(commands.carryOut(command, {id}));
    EXPECT_EQ(m_world.action(id).owner, kim);
    EXPECT_EQ(need(commands.undo()).actions, 1);
    EXPECT_EQ(m_world.action(id).owner, sam);
    EXPECT_EQ(need(commands.redo()).actions, 1);
    EXPECT_EQ(m_world.action(id).owner, kim);
    EXPECT_EQ(m_world.ledgerRows(domain::LedgerKind::Reassigned), 2);
}

TEST_F(RoutingTest, WorkingHoursAreKeptAsTheyWereSet)
{
    domain::WorkCalendar calendar;
    calendar.owner = m_world.owner("Sam");
    calendar.zone = "Asia/Tokyo";
    calendar.country = "JP";
    calendar.week[5] = domain::WorkSpan{9 * base::hourMs, 13 * base::hourMs + 30 * base::minuteMs};
    calendar.week[0].reset();
    calendar.daysOff = {{2026, 12, 31}, {2026, 12, 24}};
    need(desk().setCalendar(calendar));
    need(desk().setCalendar({}));
    std::sort(calendar.daysOff.begin(), calendar.daysOff.end());
    EXPECT_EQ(need(m_world.tables().workCalendars.all()),
              (std::vector{domain::WorkCalendar{}, calendar}));
    calendar.zone = "Mars/Base";
    EXPECT_FALSE(desk().setCalendar(calendar).ok());
    calendar.zone = "";
    calendar.week[1] = domain::WorkSpan{10 * base::hourMs, 9 * base::hourMs};
    EXPECT_FALSE(desk().setCalendar(calendar).ok());
}

} // namespace
} // namespace topline::engine
