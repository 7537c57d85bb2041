// The judge of a simulated run: asked when something may take hold, each hour, and in the end.
#include "core/base/hash.h"
#include "core/base/text.h"
#include "tests/sim/simulation.h"
#include "tests/store/direct_sql.h"

#include <algorithm>

namespace topline::sim {

using base::minuteMs;

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
    if (m_outside.repeats(given) && m_outside.timesHanded(given.id) > 1)
        breach("P4: mail " + name + " is handed over a second time");
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
    if (m_isStopped || m_life.engine().policy().automationStopped || !frozen.ok() || *frozen)
        breach("P7: effect " + name + " leaves while everything is stopped");
    if (m_awaitsPerson)
        breach("P7: effect " + name + " leaves an older copy that nobody has taken over");
    m_approved.insert(effect.action); // by whom ever: the rep sees that it was on its way
    ++m_report.delivered;
}

void Simulation::tookHold(const domain::Effect &effect)
{
    const bool isMail = effect.channel == domain::Channel::Mail;
    if (isMail)
        m_mailed.push_back(effect);
    const auto action = m_life.engine().tables().actions.action(effect.action);
    if (action.ok() && *action)
        m_cards.left(**action, isMail, m_clock.now(), m_people.hour());
}

// P7 and P12 of what goes to a person.
void Simulation::watchMail(const domain::Effect &effect, const domain::Action &action,
                           const std::string &approver)
{
    auto &tables = m_life.engine().tables();
    const std::string name = effect.id.text();
    const std::string to = recipientOf(effect);
    if (const auto against = m_people.against(to); !against.empty())
        breach("P7: effect " + name + " goes to " + std::string(against));
    const bool isOfRep = approver == "rep";
    if (!isOfRep && !m_mayActAlone)
        breach("P6: effect " + name + " is of a play that nobody let act by itself");
    const bool isInvitation =
        effect.wire.find("text/calendar; charset=utf-8; method=REQUEST") != std::string::npos;
    const bool atAnyHour = isOfRep && (action.urgency == domain::Urgency::Inbound || isInvitation);
    const auto person =
        std::find_if(m_contacts.begin(), m_contacts.end(),
                     [&to](const auto &contact) { return base::lowerAscii(contact.email) == to; });
    const bool isAnswer = isOfRep && action.urgency == domain::Urgency::Inbound;
    const bool hasWaited = m_cards.isClockRight() && !isAnswer &&
                           (!isOfRep || m_clock.now() - effect.notBeforeMs > 10 * minuteMs);
    const auto wrong = m_caps.leaves({to, action.owner, !isOfRep, atAnyHour,
                                      person == m_contacts.end() ? std::string() : person->timeZone,
                                      hasWaited, effect.id},
                                     m_clock.now(), m_life.engine().policy().guards);
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

// P4, at the end: what the CRM said is all there, and no mail counts more than once.
base::Status Simulation::checkWhatArrived()
{
    std::set<std::int64_t> said;
    for (const auto &page : m_pages) {
        for (const auto &event : page.events)
            said.insert(event.sourceKey);
    }
    std::set<std::int64_t> mail;
    for (const auto &arrival : m_mailbox.arrivals())
        mail.insert(domain::eventKey("mail", arrival.messageId));
    TRY_ASSIGN(const auto first, m_crm.pull({}, m_cancel));
    for (const auto &event : first.events)
        said.insert(event.sourceKey);
    std::size_t found = 0;
    for (const std::int64_t key : store::eventKeys(m_life.database())) {
        found += said.contains(key);
        const bool isKnown = said.contains(key) || mail.contains(key);
        if (!isKnown)
            breach("P4: an event that nobody said, or one that counts again");
    }
    if (found < said.size())
        breach("P4: " + std::to_string(said.size() - found) + " events of the CRM are lost");
    return {};
}

// What must hold at every hour.
base::Status Simulation::checkHour()
{
    std::vector<std::string> found;
    TRY(m_fold.check(m_life.engine(), found));
    TRY(m_cards.check(m_life.engine(), m_people, found));
    m_people.nextHour();
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

} // namespace topline::sim
