// What happens in a simulated world: records arrive, a rep works, things break.
#include "core/actions/draft.h"
#include "core/engine/guards/send_guard_desk.h"
#include "tests/sim/simulation.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace topline::sim {

using domain::ActionState;

namespace {

// Refused is an answer; anything else is passed on.
base::Status unlessRefused(base::Status status)
{
    const bool isAnswer = !status.ok() && status.error().code != base::ErrorCode::Io;
    return isAnswer ? base::Status() : status;
}

} // namespace

base::Status Simulation::arrive()
{
    constexpr domain::EventKind kinds[] = {
        domain::EventKind::PricingView,   domain::EventKind::ProposalViewed,
        domain::EventKind::EmailReplied,  domain::EventKind::MeetingBooked,
        domain::EventKind::DemoRequested, domain::EventKind::EmailSent};
    if (!m_pages.empty() && m_random.chance(0.1)) {
        // P4: what was delivered before comes again.
        m_crm.arrive(m_random.pick(m_pages));
        return {};
    }
    crm::Page page;
    for (std::uint64_t n = m_random.below(3) + 1; n > 0; --n) {
        const auto account = static_cast<int>(m_random.below(SimBeginning::accounts));
        const auto at = m_trueMs - static_cast<base::DurationMs>(m_random.below(base::hourMs));
        page.events.push_back(
            flow::tinyEvent(account, m_random.pick(kinds), at, "s" + std::to_string(m_key++)));
    }
    if (has(Trouble::OptOuts) && m_random.chance(0.03))
        page.contacts.push_back(m_crm.optedOut(m_random.below(SimBeginning::accounts), m_trueMs));
    // Somebody answers what was mailed.
    std::vector<const domain::Effect *> mailed;
    for (const auto &[id, record] : m_outside.journal()) {
        if (record.first.channel == domain::Channel::Mail)
            mailed.push_back(&record.first);
    }
    if (!mailed.empty() && m_random.chance(0.2))
        m_mailbox.answer(*m_random.pick(mailed), m_clock.now(), m_random);
    m_crm.setUnavailable(has(Trouble::Outages) && !m_isQuiet && m_random.chance(0.1));
    m_crm.arrive(page);
    m_pages.push_back(std::move(page));
    return {};
}

base::Status Simulation::commandOn(const domain::FeedCard &card)
{
    auto &engine = m_life.engine();
    const auto &id = card.action.id;
    const bool maySend = actions::checkSendable(card.action.kind, card.action.draft).ok();
    switch (m_random.below(11)) {
    case 0:
        return engine.snooze({id}, m_clock.now() + base::hourMs * static_cast<base::DurationMs>(
                                                                      1 + m_random.below(48)));
    case 1:
        return engine.dismiss({id}, domain::DismissReason::NotRelevant);
    case 2:
        return engine.markDone({id}, domain::Outcome::Connected);
    case 3: {
        domain::Draft draft = card.action.draft;
        draft.body += " And one more thing.";
        return engine.editDraft(id, draft);
    }
    case 4:
        return bookTalk(card);
    default:
        // A rep whose file went back in time does not send again what already went.
        if (!maySend || m_approved.contains(id))
            return engine.dismiss({id}, domain::DismissReason::AlreadyDone);
        m_approved.insert(id);
        return engine.approve({id});
    }
}

base::Status Simulation::bookTalk(const domain::FeedCard &card)
{
    if (!card.action.contact.isSet())
        return {};
    const base::UtcMs fromMs = m_clock.now() / base::hourMs * base::hourMs + 10 * base::dayMs;
    const auto booked =
        m_life.engine().bookMeeting({card.action.id, fromMs, 30, "Talk", "As we said"});
    if (!booked.ok())
        return unlessRefused(booked.error());
    m_approved.insert(*booked);
    m_approved.insert(base::Uuid::named("invitation", booked->text()));
    return {};
}

base::Status Simulation::resumeWhatIsPaused()
{
    auto &engine = m_life.engine();
    TRY_ASSIGN(const auto pauses, engine.tables().sendLimits.pauses());
    for (const auto &pause : pauses) {
        if (!pause.resumedMs && (m_isQuiet || m_random.chance(0.5)))
            TRY(unlessRefused(engine.guards().resumeChannel(pause.channel)));
    }
    if (!m_isQuiet || m_hasBegunAnew)
        return {};
    m_hasBegunAnew = true; // the clock was wrong, a person says
    m_caps.forget();
    return unlessRefused(engine.guards().beginCounting());
}

// Half of all runs have limits that a busy day reaches.
base::Status Simulation::tightenCaps()
{
    if (m_random.chance(0.5))
        return {};
    domain::Policy policy = m_life.engine().policy();
    policy.guards.mailsPerDay = m_random.between(3, 8);
    policy.guards.mailsPerDomainDay = m_random.between(1, 3);
    policy.guards.autoMailsPerRepDay = m_random.between(1, 3);
    return m_life.engine().setPolicy(policy);
}

// A person says what the recipient or the mailbox says.
base::Status Simulation::settleDoubt()
{
    TRY_ASSIGN(const auto unknown, m_life.engine().unknownEffects());
    for (const auto &effect : unknown) {
        if (!m_isQuiet && m_random.chance(0.5))
            continue;
        const bool hasArrived = m_outside.journal().contains(effect.id);
        TRY(unlessRefused(m_life.engine().resolveUnknown(effect.action, hasArrived)));
    }
    return {};
}

base::Status Simulation::userActs()
{
    auto &engine = m_life.engine();
    TRY_ASSIGN(const bool isFrozen, engine.tables().settings.frozen());
    if (isFrozen && (m_isQuiet || m_random.chance(0.3)))
        TRY(engine.thaw());
    if (engine.policy().automationStopped)
        return engine.setAutomationStopped(false);
    if (has(Trouble::Stops) && !m_isQuiet && m_random.chance(0.05))
        return engine.setAutomationStopped(true);
    if (has(Trouble::Undo) && m_random.chance(0.15)) {
        const auto undone = m_random.chance(0.7) ? engine.undo() : engine.redo();
        return undone.ok() ? base::Status() : unlessRefused(undone.error());
    }
    TRY(settleDoubt());
    TRY(resumeWhatIsPaused());
    TRY_ASSIGN(const auto cards, engine.feed());
    if (cards.empty())
        return {};
    if (m_random.chance(0.1)) { // all that can go, at once
        auto ids = flow::approvable(cards);
        std::erase_if(ids, [this](const auto &id) { return m_approved.contains(id); });
        m_approved.insert(ids.begin(), ids.end());
        return ids.empty() ? base::Status() : unlessRefused(engine.approve(ids));
    }
    return unlessRefused(commandOn(m_random.pick(cards)));
}

base::Status Simulation::send()
{
    auto &engine = m_life.engine();
    for (crm::Connector *each :
         {static_cast<crm::Connector *>(&m_calendar), static_cast<crm::Connector *>(&m_mailbox),
          static_cast<crm::Connector *>(&m_outside)}) {
        const auto drained = engine.drainOutbox(*each, m_cancel, each == &m_outside);
        if (!drained.ok())
            TRY(unlessRefused(drained.error()));
    }
    return {};
}

base::Status Simulation::breakTheDisk()
{
    ++m_report.diskErrors;
    constexpr std::int64_t times[] = {1, 3, 1'000'000};
    m_life.disk().failAfter(static_cast<std::int64_t>(m_random.below(40)) + 1,
                            m_random.pick(times));
    return {};
}

base::Status Simulation::putBackABackup()
{
    m_life.close();
    // A close that was cut short leaves part of the file in its log: no backup is made of that.
    const bool isWhole = !m_life.disk().isOff() && !m_life.disk().hasFailed();
    if (isWhole)
        m_backups.push_back(m_life.disk().bytes(m_life.file()));
    if (isWhole && m_random.chance(0.5)) {
        ++m_report.restores;
        m_life.replaceFile(m_random.pick(m_backups));
        m_fold.forget();
        m_caps.forget();
        m_unsubscribed.clear();
    }
    comeBack();
    return forgetWhatTheFileDoesNotKnow();
}

// An effect that the older file has not got is approved anew there, at another time.
base::Status Simulation::forgetWhatTheFileDoesNotKnow()
{
    if (!m_life.isOpen())
        return {};
    for (auto at = m_wires.begin(); at != m_wires.end();) {
        TRY_ASSIGN(const auto known, m_life.engine().tables().outbox.effect(at->first));
        at = known ? std::next(at) : m_wires.erase(at);
    }
    return {};
}

base::Status Simulation::trouble()
{
    std::vector<Trouble> breaking; // those that come from outside the program at a moment
    for (const Trouble each : m_troubles) {
        if (each <= Trouble::Restores)
            breaking.push_back(each);
    }
    if (breaking.empty())
        return {};
    switch (m_random.pick(breaking)) {
    case Trouble::Kills:
    case Trouble::PowerLosses: // at any write from now on
        m_life.disk().cutPowerAfter(static_cast<std::int64_t>(m_random.below(60)) + 1);
        return {};
    case Trouble::DiskErrors:
        return breakTheDisk();
    case Trouble::ClockSteps: {
        constexpr base::DurationMs steps[] = {base::secondMs, base::hourMs, base::dayMs,
                                              40 * base::dayMs};
        m_skewMs =
            m_random.chance(0.4) ? 0 : m_random.pick(steps) * (m_random.chance(0.5) ? 1 : -1);
        setClock();
        return {};
    }
    case Trouble::Suspends:
        m_trueMs += (m_random.chance(0.8) ? 8 : 72) * base::hourMs;
        return {};
    default:
        return putBackABackup();
    }
}

// Kill or loss of power, as this run has it; what was written is kept or not.
void Simulation::crash()
{
    ++m_report.crashes;
    if (has(Trouble::PowerLosses))
        m_life.loseThePower(m_random,
                            m_random.chance(0.5) ? CrashModel::AnyOrder : CrashModel::InOrder);
    else
        m_life.killTheProgram();
}

void Simulation::comeBack()
{
    for (int tries = 0; tries < 20; ++tries) {
        if (m_life.isOpen())
            m_life.close();
        if (m_life.disk().isOff())
            crash();
        m_life.disk().switchOn();
        // Some of those who fell fall again while they get up.
        if (!m_isQuiet && has(Trouble::Kills) && tries < 5 && m_random.chance(0.15))
            m_life.disk().cutPowerAfter(static_cast<std::int64_t>(m_random.below(25)) + 1);
        constexpr int pages[] = {1'000, 100, 20};
        const auto opened = m_life.open({m_synchronous, m_random.pick(pages)});
        // What was looked at while it fell again says nothing.
        if (m_life.found() != Found::Sound && !m_life.disk().isOff())
            return breach("C1: " + m_life.foundText());
        if (opened.ok())
            return;
        if (!m_life.disk().isOff())
            return breach("does not open: " + opened.error().text());
    }
}

void Simulation::after(const base::Status &status)
{
    if (m_life.disk().isOff())
        return comeBack();
    if (status.ok())
        return;
    // As the message says: close the program and open the workspace again.
    if (!m_life.disk().hasFailed())
        return breach("unexpected: " + status.error().text());
    comeBack();
}

} // namespace topline::sim
