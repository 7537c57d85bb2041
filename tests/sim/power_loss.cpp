#include "tests/sim/power_loss.h"

#include "core/plays/shipped_plays.h"
#include "core/store/check_workspace.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace topline::sim {

using domain::ActionState;
using domain::EffectState;

namespace {

std::string bytesOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

OutsideHabits habitsOf(base::Random &random)
{
    OutsideHabits out;
    out.isMailbox = random.chance(0.7);
    out.provesPresence = random.chance(0.7);
    out.provesAbsence = !out.isMailbox || random.chance(0.3);
    return out;
}

} // namespace

struct PowerLoss::Trial {
    Trial(std::uint64_t seedOfIt, const FaultDisk &disk)
        : seed(seedOfIt)
        , random(seedOfIt)
        , model(random.chance(0.5) ? CrashModel::AnyOrder : CrashModel::InOrder)
        , outside(random, habitsOf(random), {}, [&disk] { return !disk.isOff(); })
    {
    }

    std::uint64_t seed;
    base::Random random;
    CrashModel model;
    Outside outside;
    std::set<base::Uuid> everApproved; // asked for, whether or not the answer came
    crm::CancelToken cancel;
    bool isOver = false; // what was found cannot be worked on
};

PowerLoss::PowerLoss(std::string synchronous)
    : m_synchronous(std::move(synchronous))
{
    m_world.sync();
    m_actions = flow::approvable(flow::need(m_world.engine().feed()));
    m_world.close();
    m_life = std::make_unique<LifeOnDisk>(m_world.folder() + "/disk", bytesOf(m_world.file()),
                                          flow::need(plays::loadShippedPlays()), m_clock);
}

void PowerLoss::blame(const Trial &trial, const std::string &what)
{
    if (m_counts.first.empty())
        m_counts.first = "seed " + std::to_string(trial.seed) + ": " + what;
}

// One thing that a rep or time does.
base::Status PowerLoss::act(Trial &trial)
{
    auto &engine = m_life->engine();
    const base::Uuid &id = trial.random.pick(m_actions);
    switch (trial.random.below(6)) {
    case 0:
    case 1: {
        trial.everApproved.insert(id);
        return engine.approve({id});
    }
    case 2:
        return engine.editDraft(
            id, {"dana@company.example", "Hello", std::string(trial.random.below(3'000), 'x'), {}});
    case 3: {
        const auto undone = engine.undo();
        return undone.ok() ? base::Status() : base::Status(undone.error());
    }
    default:
        m_clock.advance(engine.policy().feed.holdMs);
        TRY(engine.drainOutbox(trial.outside, trial.cancel));
        return {};
    }
}

base::Status PowerLoss::work(Trial &trial)
{
    for (int steps = 0; steps < 25; ++steps) {
        const auto done = act(trial);
        const bool isRefused = !done.ok() && done.error().code != base::ErrorCode::Io;
        if (!done.ok() && (m_life->disk().isOff() || !isRefused))
            return done;
    }
    return {};
}

// What is approved goes out; what is in doubt is asked about.
base::Status PowerLoss::finish(Trial &trial)
{
    for (int rounds = 0; rounds < 6; ++rounds) {
        m_clock.advance(8 * base::hourMs);
        TRY(m_life->engine().drainOutbox(trial.outside, trial.cancel));
    }
    return {};
}

// What this life found of the one before.
bool PowerLoss::note(const Trial &trial)
{
    const Found found = m_life->found();
    m_counts.lostCommits += found == Found::Lost;
    m_counts.damaged += found == Found::Damaged;
    if (found != Found::Sound)
        blame(trial, m_life->foundText());
    // With commits lost the program can go on, and send again what it forgot; not with damage.
    return found == Found::Sound || (found == Found::Lost && m_synchronous != "OFF");
}

void PowerLoss::live(Trial &trial, bool isCut)
{
    if (isCut)
        m_life->disk().cutPowerAfter(
            static_cast<std::int64_t>(trial.random.below(trial.random.chance(0.3) ? 12 : 350)) + 1);
    constexpr int pages[] = {1'000, 40, 10};
    auto status = m_life->open({m_synchronous, trial.random.pick(pages)});
    const bool isOpen = status.ok();
    trial.isOver = !note(trial);
    if (status.ok() && !trial.isOver)
        status = isCut ? work(trial) : finish(trial);
    const bool isSurprise = !status.ok() && !m_life->disk().isOff() && !trial.isOver;
    if (isSurprise) {
        ++m_counts.damaged;
        blame(trial, status.error().text());
        trial.isOver = true;
    }
    if (!isCut)
        return;
    // A life that ended before its hour ends well, and the power goes while nothing is done.
    if (trial.random.chance(0.3))
        m_life->close();
    ++m_counts.losses;
    m_counts.inRecovery += !isOpen;
    m_life->loseThePower(trial.random, trial.model);
}

void PowerLoss::judge(Trial &trial)
{
    auto &tables = m_life->engine().tables();
    std::set<base::Uuid> actionsOutside;
    for (const auto &[effect, record] : trial.outside.journal()) {
        m_counts.twice += record.times > 1;
        m_counts.ghosts += !trial.everApproved.contains(record.first.action);
        if (!actionsOutside.insert(record.first.action).second)
            ++m_counts.twice;
        if (record.times > 1)
            blame(trial, "sent twice: " + effect.text());
    }
    for (const base::Uuid &id : m_actions) {
        const auto effects = flow::need(tables.outbox.effectsOf(id));
        const auto action = flow::need(tables.actions.action(id));
        const ActionState state = action->state;
        m_counts.approved += !effects.empty();
        for (const auto &effect : effects) {
            const bool isOutside = trial.outside.journal().contains(effect.id);
            const bool isLie = effect.state == EffectState::Sent && !isOutside;
            m_counts.lies += isLie;
            m_counts.unknown += effect.state == EffectState::Unknown;
            if (isLie)
                blame(trial, "said to be sent: " + effect.id.text());
        }
        const bool waits = state == ActionState::Approved || state == ActionState::Executing;
        m_counts.lost += waits;
        if (waits)
            blame(trial, "approved and left lying: " + id.text());
    }
    const auto check = flow::need(store::checkWorkspace(m_life->database(), store::Depth::Full));
    const bool isSound = check.sound() && flow::need(m_life->engine().verifyLedger()).sound;
    m_counts.damaged += !isSound;
    if (!isSound)
        blame(trial, check.sound() ? "the ledger" : check.findings.front());
}

void PowerLoss::trial(std::uint64_t seed)
{
    Trial trial(seed, m_life->disk());
    m_clock.set(flow::birthMs);
    m_life->begin(seed);
    const auto commits = m_life->commits();
    trial.outside.listenTo([&](std::string_view point) {
        if (trial.random.chance(0.03)) {
            m_life->disk().cutPowerNow();
            ++m_counts.points[std::string(point)];
        }
    });
    const std::int64_t lives = 1 + trial.random.between(0, 3);
    for (std::int64_t life = 0; life < lives && !trial.isOver; ++life)
        live(trial, true);
    if (!trial.isOver) {
        trial.outside.listenTo({});
        live(trial, false);
    }
    if (!trial.isOver)
        judge(trial);
    m_counts.commits += m_life->commits() - commits;
}

} // namespace topline::sim
