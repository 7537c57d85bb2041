// What happens to a simulated world: records and answers arrive, mails leave, things break.
#include "core/base/text.h"
#include "tests/sim/refused.h"
#include "tests/sim/simulation.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace topline::sim {

// What the CRM knows of somebody changes: no more mail, or an address that does not work.
void Simulation::changePerson()
{
    auto &contact = m_contacts[m_random.below(m_contacts.size())];
    const bool isBounce = m_random.chance(0.5);
    (isBounce ? contact.bounced : contact.optedOut) = true;
    contact.updatedMs = m_trueMs;
    crm::Page page;
    page.contacts.push_back(contact);
    m_crm.arrive(std::move(page));
    m_crmNews.push_back(
        {isBounce ? Word::Bounce : Word::NoMore, base::lowerAscii(contact.email), m_trueMs});
}

// Somebody of that account begins a trial.
void Simulation::tryOut(int account)
{
    crm::Page page;
    page.events.push_back(flow::tinyEvent(account, domain::EventKind::TrialStarted,
                                          m_trueMs - base::minuteMs,
                                          "s" + std::to_string(m_key++)));
    m_crm.arrive(page);
    m_pages.push_back(std::move(page));
}

base::Status Simulation::arrive()
{
    constexpr domain::EventKind lively[] = {
        domain::EventKind::PricingView,   domain::EventKind::ProposalViewed,
        domain::EventKind::EmailReplied,  domain::EventKind::MeetingBooked,
        domain::EventKind::DemoRequested, domain::EventKind::EmailSent};
    constexpr domain::EventKind quiet[] = {domain::EventKind::PricingView,
                                           domain::EventKind::TrialStarted,
                                           domain::EventKind::TrialStarted};
    if (!m_pages.empty() && m_random.chance(0.1)) {
        // P4: what was delivered before comes again.
        m_crm.arrive(m_random.pick(m_pages));
        return {};
    }
    crm::Page page;
    for (std::uint64_t n = m_random.below(3) + 1; n > 0; --n) {
        const auto account = static_cast<int>(m_random.below(SimBeginning::accounts));
        const bool isQuiet = account >= SimBeginning::quietFrom && m_random.chance(0.95);
        const auto at = m_trueMs - static_cast<base::DurationMs>(m_random.below(base::hourMs));
        const auto kind = isQuiet ? m_random.pick(quiet) : m_random.pick(lively);
        page.events.push_back(flow::tinyEvent(account, kind, at, "s" + std::to_string(m_key++)));
        const auto &mail = m_contacts[static_cast<std::size_t>(account)].email;
        if (kind == domain::EventKind::EmailReplied)
            m_crmNews.push_back({Word::Answer, base::lowerAscii(mail), at});
        if (kind == domain::EventKind::DemoRequested)
            m_people.ask(base::lowerAscii(mail), at);
    }
    m_crm.setUnavailable(has(Trouble::Outages) && !m_isQuiet && m_random.chance(0.1));
    m_crm.arrive(page);
    m_pages.push_back(std::move(page));
    if (has(Trouble::OptOuts) && m_random.chance(0.03))
        changePerson();
    // Somebody answers what was mailed lately.
    constexpr std::size_t lately = 8;
    const std::size_t old = m_mailed.size() - std::min(m_mailed.size(), lately);
    if (!m_mailed.empty() && m_random.chance(0.2))
        m_mailbox.answer(m_mailed[old + m_random.below(m_mailed.size() - old)], m_clock.now(),
                         m_random);
    return {};
}

base::Status Simulation::send()
{
    auto &engine = m_life.engine();
    for (crm::Connector *each :
         {static_cast<crm::Connector *>(&m_calendar), static_cast<crm::Connector *>(&m_mailbox),
          static_cast<crm::Connector *>(&m_outside)}) {
        const auto drained = engine.drainOutbox(*each, m_cancel, each == &m_outside);
        if (!m_life.disk().isOff())
            m_snapshot.reset(); // nobody goes back to it
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
    if (isWhole && !m_awaitsPerson)
        m_acting = m_backups.size();
    if (isWhole)
        m_backups.push_back(m_life.disk().bytes(m_life.file()));
    if (isWhole && m_random.chance(0.5)) {
        const auto chosen = m_random.below(m_backups.size());
        m_awaitsPerson = m_acting != chosen;
        m_life.replaceFile(m_backups[chosen]);
        otherFileIsThere();
    }
    comeBack();
    return {};
}

// An effect that the older file has not got is approved anew there, at another time.
base::Status Simulation::forgetWhatTheFileDoesNotKnow()
{
    for (auto at = m_wires.begin(); at != m_wires.end();) {
        TRY_ASSIGN(const auto known, m_life.engine().tables().outbox.effect(at->first));
        at = known ? std::next(at) : m_wires.erase(at);
    }
    return {};
}

void Simulation::otherFileIsThere()
{
    ++m_report.restores;
    m_isOtherFile = true;
    m_fold.forget();
    m_caps.forget();
    m_cards.forget();
    m_people.forget();
    m_crmTold = m_mailTold = 0;
    m_isStopped = false;
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
        m_cards.clockWasWrong();
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
    if (m_snapshot) { // the machine goes back to when that connection was open
        m_life.killTheProgram();
        m_life.replaceFile(std::move(m_snapshot->file), std::move(m_snapshot->log));
        m_awaitsPerson =
            m_awaitsPerson || m_outside.timesHanded(m_snapshot->effect) > m_snapshot->handed;
        m_snapshot.reset();
        otherFileIsThere();
        return;
    }
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
        if (opened.ok()) {
            const bool isKnown = !m_isOtherFile || forgetWhatTheFileDoesNotKnow().ok();
            m_isOtherFile = !isKnown;
            return;
        }
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
