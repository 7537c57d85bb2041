// Whatever the clock does, on random traces: nothing leaves to somebody who must not be contacted
// (P7), no cap is exceeded (P12), nothing leaves before its time or outside the recipient's hours
// (P13). The judge reckons with Qt's calendar and its own counts.
#include "core/plays/suppression_address.h"
#include "tests/engine/guard_world.h"

#include <QDateTime>
#include <QTimeZone>

#include <map>
#include <random>
#include <set>

namespace topline::engine {
namespace {

using flow::need;

constexpr const char *zones[] = {"Europe/Berlin",       "America/New_York",  "Asia/Tokyo",
                                 "Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns",
                                 "Pacific/Chatham",     "Asia/Kolkata"};

struct Sent {
    std::string mail;
    std::string zone;
    std::string approver;
    bool isInbound = false;
};

class Trace {
public:
    explicit Trace(std::uint64_t seed)
        : m_random(seed)
        , m_clock(flow::birthMs)
        , m_world(m_clock)
    {
        m_world.setPolicy([](auto &policy) {
            policy.guards.mailsPerDay = 12;
            policy.guards.mailsPerDomainDay = 4;
            policy.guards.autoMailsPerRepDay = 5;
        });
        for (const char *zone : zones) {
            const auto number = std::to_string(m_people.size());
            const std::string mail =
                "p" + number + "@host" + std::to_string(m_people.size() % 3) + ".example";
            m_people.emplace_back(m_world.person({.mail = mail, .zone = zone}),
                                  Sent{mail, zone, {}, false});
        }
    }

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            step();
            judge();
        }
    }

    std::size_t sentCount() const { return m_judged; }

private:
    std::uint64_t pick(std::uint64_t below) { return m_random() % below; }

    void step()
    {
        switch (pick(12)) {
        case 0:
        case 1:
        case 2:
            return write();
        case 3:
            return jump();
        case 4:
            m_clock.advance(static_cast<base::DurationMs>(pick(40)) * base::hourMs);
            return;
        case 5:
            m_world.restart();
            return;
        case 6:
            m_isStopped = !m_isStopped && pick(3) == 0;
            m_world.setPolicy([&](auto &policy) { policy.automationStopped = m_isStopped; });
            return;
        case 7:
            if (pick(6) == 0)
                block();
            return;
        default:
            m_clock.advance(static_cast<base::DurationMs>(pick(180)) * base::minuteMs);
            m_world.send();
        }
    }

    void write()
    {
        const auto letters = 1 + pick(6);
        for (std::uint64_t i = 0; i < letters; ++i) {
            const auto &[contact, known] = m_people[pick(m_people.size())];
            Sent sent = known;
            sent.approver = pick(2) == 0 ? "rep" : "policy";
            sent.isInbound = pick(5) == 0;
            const auto id = m_world.letter(
                {.to = contact,
                 .approver = sent.approver,
                 .urgency = sent.isInbound ? domain::Urgency::Inbound : domain::Urgency::Timed});
            m_letters.emplace(id, sent);
        }
    }

    // Steps of the clock, a long suspend, a battery that ran empty.
    void jump()
    {
        constexpr base::DurationMs year = 365 * base::dayMs;
        constexpr base::DurationMs jumps[] = {-10 * year,       -base::dayMs,    -base::hourMs,
                                              -base::secondMs,  base::secondMs,  base::hourMs,
                                              8 * base::hourMs, 30 * base::dayMs};
        if (pick(12) == 0)
            m_clock.set(0); // 1970
        else if (pick(12) == 0)
            m_clock.set(flow::birthMs + static_cast<base::DurationMs>(pick(400)) * base::dayMs);
        else
            m_clock.advance(jumps[pick(std::size(jumps))]);
    }

    void block()
    {
        const auto &mail = m_people[pick(m_people.size())].second.mail;
        m_blocked.insert(mail);
        m_world.change([&](Step &step) {
            return ConsentBook(step).put({domain::Reach::Mail, mail}, domain::StopWhy::Unsubscribed,
                                         {}, actor::buyer);
        });
    }

    void judge()
    {
        for (; m_judged < m_world.left.size(); ++m_judged) {
            const Leaving &left = m_world.left[m_judged];
            const Sent &sent = m_letters.at(left.action);
            EXPECT_FALSE(m_isStopped);
            EXPECT_FALSE(m_blocked.contains(sent.mail)) << sent.mail;
            EXPECT_GE(left.atMs, left.notBeforeMs);
            EXPECT_TRUE(m_once.insert(left.action).second);
            if (!(sent.isInbound && sent.approver == "rep"))
                judgeHours(left.atMs, sent.zone);
            judgeCaps(left.atMs, sent);
        }
    }

    static void judgeHours(base::UtcMs at, const std::string &zone)
    {
        const QDateTime local =
            QDateTime::fromMSecsSinceEpoch(at, QTimeZone(QByteArray::fromStdString(zone)));
        EXPECT_LE(local.date().dayOfWeek(), 5) << zone << " " << at;
        EXPECT_GE(local.time().hour(), 8) << zone << " " << at;
        EXPECT_LT(local.time().hour(), 18) << zone << " " << at;
    }

    // A day begins only when the clock shows a later one than ever before.
    void judgeCaps(base::UtcMs at, const Sent &sent)
    {
        const auto day = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date().toJulianDay();
        if (day > m_day) {
            m_day = day;
            m_all = m_byRule = 0;
            m_byHost.clear();
        }
        EXPECT_LE(++m_all, 12);
        EXPECT_LE(++m_byHost[plays::mailHost(sent.mail)], 4);
        m_byRule += sent.approver != "rep";
        EXPECT_LE(m_byRule, 5);
    }

    std::mt19937_64 m_random;
    base::FixedClock m_clock;
    GuardWorld m_world;
    std::vector<std::pair<domain::ContactId, Sent>> m_people;
    std::map<base::Uuid, Sent> m_letters;
    std::set<std::string> m_blocked;
    std::set<base::Uuid> m_once;
    bool m_isStopped = false;
    std::size_t m_judged = 0;
    std::int64_t m_day = INT64_MIN;
    std::int64_t m_all = 0;
    std::int64_t m_byRule = 0;
    std::map<std::string, std::int64_t> m_byHost;
};

} // namespace

TEST(GuardClock, NothingThatIsForbiddenLeavesOnAnyTrace)
{
    std::size_t sent = 0;
    for (std::uint64_t seed = 1; seed <= 12 && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Trace trace(seed);
        trace.run(160);
        sent += trace.sentCount();
    }
    EXPECT_GT(sent, 60u); // the traces are not empty
}

TEST(GuardClock, ABacklogOfAMonthLeavesByTheCapsOfEachDay)
{
    base::FixedClock clock(flow::birthMs);
    GuardWorld world(clock);
    world.setPolicy([](auto &policy) { policy.guards.mailsPerDay = 20; });
    for (int i = 0; i < 50; ++i)
        world.letter({.to = world.person({.mail = "x@h" + std::to_string(i % 10) + ".example"})});
    clock.advance(30 * base::dayMs);
    std::map<std::int64_t, int> perDay;
    for (int minute = 0; minute < 6 * 24 * 60; ++minute) {
        const int now = world.send();
        EXPECT_LE(now, 1);
        perDay[clock.now() / base::dayMs] += now;
        clock.advance(base::minuteMs);
    }
    int all = 0;
    for (const auto &[day, count] : perDay) {
        EXPECT_LE(count, 20) << day;
        all += count;
    }
    EXPECT_EQ(all, 50);
}

} // namespace topline::engine
