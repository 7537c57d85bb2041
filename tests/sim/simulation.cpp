#include "tests/sim/simulation.h"

#include "core/base/hash.h"
#include "core/engine/channels/calendar_book.h"
#include "core/engine/channels/mail_book.h"
#include "core/plays/shipped_plays.h"
#include "core/store/check_workspace.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace topline::sim {

using base::hourMs;
using base::minuteMs;

namespace {

// What goes on at the same time, each at its own pace.
enum Process : std::size_t { Arrivals, Syncs, User, Sends, Hours, Troubles, processCount };

constexpr std::size_t breachesKept = 20;

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::set<Trouble> troublesOf(base::Random &random)
{
    std::set<Trouble> out;
    for (int at = 0; at <= static_cast<int>(Trouble::Stops); ++at) {
        if (random.chance(0.5))
            out.insert(static_cast<Trouble>(at));
    }
    return out;
}

OutsideHabits habitsOf(base::Random &random, const std::set<Trouble> &troubles)
{
    OutsideHabits out;
    out.hasChannels = true;
    out.refuses = troubles.contains(Trouble::Refusals) ? 0.1 : 0;
    out.fails = troubles.contains(Trouble::Outages) ? 0.2 : 0;
    out.losesAnswer = troubles.contains(Trouble::LostAnswers) ? 0.15 : 0;
    out.provesPresence = random.chance(0.7);
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

SimBeginning::SimBeginning()
    : m_plays(flow::need(plays::loadShippedPlays()))
{
    m_world.sync();
    flow::need(m_world.engine().mail().setAccount(simMailbox()));
    domain::CalendarAccount calendar;
    calendar.url = "https://calendar.ours.example";
    calendar.user = "rep";
    calendar.path = "/rep/work/";
    calendar.address = simMailbox().address;
    flow::need(m_world.engine().calendar().setAccount(calendar));
    m_world.close();
    m_bytes = bytesOf(m_world.file());
}

Simulation::Simulation(const SimBeginning &beginning, std::uint64_t seed, std::string synchronous)
    : m_random(seed)
    , m_seed(seed)
    , m_synchronous(std::move(synchronous))
    , m_troubles(troublesOf(m_random))
    , m_life(beginning.folder() + "/disk", beginning.bytes(), beginning.plays(), m_clock)
    , m_outside(
          m_random, habitsOf(m_random, m_troubles),
          [this](std::string_view) {
              m_caps.sawClock(m_clock.now());
              if (has(Trouble::Kills) && !m_isQuiet && m_random.chance(0.004))
                  m_life.disk().cutPowerNow();
          },
          [this] { return !m_life.disk().isOff(); })
{
    m_life.begin(seed);
    m_life.keepMarks(&m_marks);
    m_outside.readFrom(&m_source);
    m_outside.watchDeliveries([this](const domain::Effect &effect) { watch(effect); });
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

// At the moment when an effect may take hold. P3, P5, P6, P7, P13.
void Simulation::watch(const domain::Effect &given)
{
    auto &tables = m_life.engine().tables();
    const std::string name = given.id.text();
    const auto stored = tables.outbox.effect(given.id);
    if (!stored.ok() || !*stored)
        return breach("P6: effect " + name + " is not in the outbox");
    const domain::Effect &effect = **stored;
    if (effect.state != domain::EffectState::OnWire)
        breach("effect " + name + " leaves without its mark");
    const auto [wire, isNew] = m_wires.emplace(given.id, given.wire);
    if (wire->second != given.wire || effect.wire != given.wire)
        breach("P5: effect " + name + " has other bytes");
    const auto approvals = tables.outbox.approvals(effect.action);
    const std::string hash = base::hex(base::sha256(given.wire));
    std::string approver; // the rep of this run, or a play that may act by itself
    if (approvals.ok()) {
        for (const auto &approval : *approvals) {
            const bool isAsked =
                approval.approver == "policy" || m_approved.contains(effect.action);
            if (approval.wireSha256 == hash && isAsked)
                approver = approval.approver;
        }
    }
    if (approver.empty())
        breach("P6: effect " + name + " was not approved");
    if (effect.notBeforeMs > m_clock.now())
        breach("P13: effect " + name + " leaves before its time");
    const auto action = tables.actions.action(effect.action);
    if (!action.ok() || !*action)
        return breach("P6: effect " + name + " has no action");
    const auto assignment = tables.decisions.assignment((*action)->account);
    if (!(*action)->signal.isNull() && assignment.ok() && *assignment && (*assignment)->heldOut)
        breach("P3: effect " + name + " goes to a held-out account");
    if (effect.channel == domain::Channel::Mail)
        watchMail(effect, **action, approver);
    const auto frozen = tables.settings.frozen();
    if (m_life.engine().policy().automationStopped || !frozen.ok() || *frozen)
        breach("P7: effect " + name + " leaves while everything is stopped");
    ++m_report.delivered;
}

// P7 and P12 of what goes to a person.
void Simulation::watchMail(const domain::Effect &effect, const domain::Action &action,
                           const std::string &approver)
{
    auto &tables = m_life.engine().tables();
    const std::string name = effect.id.text();
    const auto contact = tables.records.contact(action.contact);
    if (contact.ok() && *contact && (*contact)->optedOut)
        breach("P7: effect " + name + " goes to someone who opted out");
    const std::string to = recipientOf(effect);
    if (m_unsubscribed.contains(to))
        breach("P7: effect " + name + " goes to someone who asked for no more");
    const bool isOfRep = approver == "rep";
    const bool isInvitation =
        effect.wire.find("text/calendar; charset=utf-8; method=REQUEST") != std::string::npos;
    const bool atAnyHour = isOfRep && (action.urgency == domain::Urgency::Inbound || isInvitation);
    const auto wrong = m_caps.leaves({to, action.owner, !isOfRep, atAnyHour}, m_clock.now(),
                                     m_life.engine().policy().guards);
    if (!wrong.empty())
        breach(wrong + ": effect " + name);
    const auto pauses = tables.sendLimits.pauses();
    const bool isPaused =
        pauses.ok() && std::any_of(pauses->begin(), pauses->end(), [](const auto &pause) {
            return pause.channel == domain::Channel::Mail && !pause.resumedMs;
        });
    if (isPaused)
        breach("P7: effect " + name + " leaves by a channel that is paused");
}

base::Status Simulation::syncAll()
{
    auto &engine = m_life.engine();
    const bool isSynced = engine.sync(m_outside, m_cancel).ok();
    const std::size_t arrived = m_mailbox.arrived();
    if (engine.sync(m_mailbox, m_cancel).ok() && !m_life.disk().isOff() &&
        !m_life.disk().hasFailed() && arrived == m_mailbox.arrived())
        m_unsubscribed = m_mailbox.unsubscribed();
    return isSynced ? engine.tick() : base::Status(); // the engine has noted it
}

// What must hold at every hour.
base::Status Simulation::checkHour()
{
    std::vector<std::string> found;
    TRY(m_fold.check(m_life.engine(), found));
    for (const auto &[effect, record] : m_outside.journal()) {
        if (record.times > 1)
            breach("P4: effect " + effect.text() + " took hold " + std::to_string(record.times) +
                   " times");
        if (!record.isSameEachTime)
            breach("P5: effect " + effect.text() + " took hold with other bytes");
    }
    TRY_ASSIGN(const auto sent, m_life.engine().tables().outbox.inState(domain::EffectState::Sent));
    for (const auto &effect : sent) {
        const auto stands = m_outside.journal().find(effect.id);
        if (stands == m_outside.journal().end())
            breach("lie: effect " + effect.id.text() + " is said to be sent");
        else
            TRY(checkBytesThatStand(m_life.engine(), effect, stands->second.first, found));
    }
    for (const auto &each : found)
        breach(each);
    return {};
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
    after(send());       // what has come due since the last one, which was up to an hour ago
    std::vector<std::string> found;
    static_cast<void>(checkNothingWaits(m_life.engine(), has(Trouble::ClockSteps), found).ok());
    for (const auto &each : found)
        breach(each);
    const auto check = store::checkWorkspace(m_life.database(), store::Depth::Full);
    if (!check.ok() || !check->sound())
        breach("file: " + (check.ok() ? check->findings.front() : check.error().text()));
    const auto rebuilt = m_life.engine().rebuild();
    if (!rebuilt.ok() || !rebuilt->same())
        breach("what is derived is not what it would be made anew");
    const auto unknown = m_life.engine().unknownEffects();
    m_report.unknown = unknown.ok() ? static_cast<std::int64_t>(unknown->size()) : -1;
    const auto tail = m_life.engine().tables().ledger.tail();
    if (tail.ok() && *tail)
        mix(base::leadingUint64(base::sha256((*tail)->hash)));
    m_report.days = days + 7;
    m_report.commits = m_life.commits();
    return m_report;
}

} // namespace topline::sim
