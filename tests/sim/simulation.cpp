#include "tests/sim/simulation.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/store/check_workspace.h"

#include <algorithm>
#include <utility>

namespace topline::sim {

using base::hourMs;
using base::minuteMs;

namespace {

// What goes on at the same time, each at its own pace.
enum Process : std::size_t { Arrivals, Syncs, User, Sends, Hours, Troubles, processCount };

constexpr std::size_t breachesKept = 20;

// Each is in one of two neighbouring seeds, so that a few seeds have had everything.
std::set<Trouble> troublesOf(std::uint64_t seed)
{
    const std::uint64_t pair = (seed + 1) / 2;
    base::Random random(pair);
    std::set<Trouble> out;
    for (int at = 0; at <= static_cast<int>(Trouble::Stops); ++at) {
        if (random.chance(0.5) == (seed % 2 == 0))
            out.insert(static_cast<Trouble>(at));
    }
    return out;
}

OutsideHabits habitsOf(base::Random &random, const std::set<Trouble> &troubles, Wrong wrong)
{
    OutsideHabits out;
    out.hasChannels = true;
    out.refuses = troubles.contains(Trouble::Refusals) ? 0.1 : 0;
    out.fails = troubles.contains(Trouble::Outages) ? 0.2 : 0;
    out.losesAnswer = troubles.contains(Trouble::LostAnswers) ? 0.2 : 0;
    out.provesPresence = random.chance(0.7);
    out.saysSent = wrong == Wrong::SaysSent;
    out.takesTwice = wrong == Wrong::TakesTwice;
    return out;
}

} // namespace

void SimReport::add(const SimReport &other)
{
    days += other.days;
    events += other.events;
    commits += other.commits;
    crashes += other.crashes;
    diskErrors += other.diskErrors;
    restores += other.restores;
    delivered += other.delivered;
    unknown += other.unknown;
    breaches.insert(breaches.end(), other.breaches.begin(), other.breaches.end());
}

Simulation::Simulation(const SimBeginning &beginning, std::uint64_t seed, std::string synchronous,
                       Wrong wrong)
    : m_random(seed)
    , m_seed(seed)
    , m_synchronous(std::move(synchronous))
    , m_wrong(wrong)
    , m_troubles(troublesOf(seed))
    , m_life(beginning.folder() + "/disk", beginning.bytes(), beginning.plays(), m_clock)
    , m_outside(
          m_random, habitsOf(m_random, m_troubles, wrong),
          [this](std::string_view point) {
              if (m_outside.isAtMail()) // a day on which none was tried counts for nothing
                  m_caps.sawClock(m_clock.now());
              const bool isAtDot = point == "before the dot" || point == "after the dot";
              const bool isKilled =
                  has(Trouble::Kills) && !m_isQuiet && m_random.chance(isAtDot ? 0.1 : 0.01);
              if (isKilled || (m_snapshot && point == "after the dot"))
                  m_life.disk().cutPowerNow();
          },
          [this] { return !m_life.disk().isOff(); })
{
    m_life.begin(seed);
    m_life.keepMarks(&m_marks);
    m_outside.readFrom(&m_source);
    m_outside.watchDeliveries([this](const domain::Effect &effect) { watch(effect); });
    m_outside.watchHolds([this](const domain::Effect &effect) { tookHold(effect); });
    m_outside.watchConnections([this](const domain::Effect &effect) { whileConnected(effect); });
    m_crm.arrive(simZones());
    for (std::uint64_t account = 0; account < SimBeginning::accounts; ++account)
        m_contacts.push_back(simContact(account, flow::birthMs - base::dayMs));
    tryOut(SimBeginning::quietFrom);
    m_next.assign(processCount, m_trueMs);
}

void Simulation::breach(const std::string &what)
{
    if (m_report.breaches.size() < breachesKept)
        m_report.breaches.push_back("seed " + std::to_string(m_seed) + ", hour " +
                                    std::to_string((m_trueMs - flow::birthMs) / hourMs) + ": " +
                                    what);
}

void Simulation::mix(std::uint64_t value)
{
    m_report.hash = base::mixSeeds(m_report.hash, value);
}

base::Status Simulation::syncAll()
{
    auto &engine = m_life.engine();
    if (m_random.chance(0.03))
        m_mailbox.countAnew();
    const bool isSynced = engine.sync(m_outside, m_cancel).ok();
    const auto mail = engine.sync(m_mailbox, m_cancel);
    if (!mail.ok() && !m_life.disk().isOff() && !m_life.disk().hasFailed())
        breach("unexpected: the mailbox is not read: " + mail.error().text());
    TRY(engine.tick());
    if (!m_life.disk().isOff() && !m_life.disk().hasFailed())
        tellNews(isSynced, mail.ok());
    return {};
}

// What has arrived is known to the program from now on.
void Simulation::tellNews(bool fromCrm, bool fromMailbox)
{
    for (; fromCrm && m_crmTold < m_crmNews.size(); ++m_crmTold)
        m_people.tell(m_crmNews[m_crmTold]);
    const auto &mail = m_mailbox.news();
    for (; fromMailbox && m_mailTold < mail.size(); ++m_mailTold) {
        // An older file may not have the mail that tells who somebody is.
        if (m_report.restores == 0 || !mail[m_mailTold].isFromElsewhere)
            m_people.tell(mail[m_mailTold]);
    }
}

void Simulation::happen(std::size_t process)
{
    const auto soon = [this](double meanMs) {
        return m_trueMs + 1 + static_cast<base::DurationMs>(m_random.exponential(meanMs));
    };
    base::Status status;
    switch (process) {
    case Arrivals:
        m_next[process] = soon(50.0 * minuteMs);
        status = arrive();
        break;
    case Syncs:
        m_next[process] = m_trueMs + hourMs;
        status = syncAll();
        break;
    case User: {
        m_next[process] = soon(30.0 * minuteMs);
        const auto hour = m_clock.now() / hourMs % 24;
        if (hour >= 8 && hour < 18)
            status = userActs();
        m_next[Sends] = std::min(m_next[Sends], m_trueMs + 11 * base::secondMs);
        break;
    }
    case Sends:
        m_next[process] = m_trueMs + hourMs;
        status = send();
        break;
    case Hours:
        m_next[process] = m_trueMs + hourMs;
        status = m_life.engine().passTime();
        if (status.ok() && !m_life.disk().isOff())
            status = checkHour();
        break;
    default:
        m_next[process] = soon(5.0 * hourMs);
        status = m_isQuiet ? base::Status() : trouble();
    }
    after(status);
}

void Simulation::loop(base::UtcMs untilMs)
{
    while (m_report.breaches.size() < breachesKept && m_life.isOpen()) {
        const auto next = std::min_element(m_next.begin(), m_next.end());
        if (*next >= untilMs)
            break;
        m_trueMs = std::max(m_trueMs, *next);
        setClock();
        happen(static_cast<std::size_t>(next - m_next.begin()));
        ++m_report.events;
        mix(static_cast<std::uint64_t>(m_trueMs));
        mix(static_cast<std::uint64_t>(next - m_next.begin()));
        mix(static_cast<std::uint64_t>(m_life.commits()));
        mix(m_outside.journal().size());
    }
    m_trueMs = untilMs;
    setClock();
}

SimReport Simulation::run(std::int64_t days)
{
    comeBack();
    after(tightenCaps());
    after(trustThePlay());
    loop(m_trueMs + days * base::dayMs);
    // No more trouble: everything comes to an end.
    m_isQuiet = true;
    m_life.disk().switchOn();
    m_outside.become({.refuses = 0, .fails = 0, .losesAnswer = 0, .hasChannels = true});
    m_crm.setUnavailable(false);
    comeBack();
    loop(m_trueMs + 7 * base::dayMs);
    if (!m_life.isOpen())
        return m_report; // it did not open again, which the report says
    after(syncAll());
    after(send()); // what has come due since the last one, which was up to an hour ago
    std::vector<std::string> found;
    static_cast<void>(checkNothingWaits(m_life.engine(), has(Trouble::ClockSteps), found).ok());
    for (const auto &each : found)
        breach(each);
    after(checkWhatArrived());
    const auto check = store::checkWorkspace(m_life.database(), store::Depth::Full);
    if (!check.ok() || !check->sound())
        breach("file: " + (check.ok() ? check->findings.front() : check.error().text()));
    const auto rebuilt = m_life.engine().rebuild();
    if (!rebuilt.ok() || !rebuilt->same())
        breach("what is derived is not what it would be made anew");
    const auto unknown = m_life.engine().tables().outbox.inState(domain::EffectState::Unknown);
    m_report.unknown = unknown.ok() ? static_cast<std::int64_t>(unknown->size()) : -1;
    const auto tail = m_life.engine().tables().ledger.tail();
    if (tail.ok() && *tail)
        mix(base::leadingUint64(base::sha256((*tail)->hash)));
    m_report.days = days + 7;
    m_report.commits = m_life.commits();
    return m_report;
}

} // namespace topline::sim
