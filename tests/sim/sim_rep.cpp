// What the people of a simulated world do at the program: a rep with cards, a manager with plays,
// whoever stops everything or says that this computer goes on.
#include "core/actions/draft.h"
#include "core/engine/guards/send_guard_desk.h"
#include "tests/sim/refused.h"
#include "tests/sim/simulation.h"
#include "tests/store/direct_sql.h"

#include <algorithm>

namespace topline::sim {

using domain::ActionState;

base::Status Simulation::commandOn(const domain::FeedCard &card)
{
    auto &engine = m_life.engine();
    const auto &id = card.action.id;
    const bool maySend = actions::checkSendable(card.action.kind, card.action.draft).ok();
    switch (m_random.below(11)) {
    case 0:
        return sleepOn(id);
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
        return approveOne(id);
    }
}

base::Status Simulation::sleepOn(const base::Uuid &action)
{
    const bool untilReply = m_random.chance(0.5);
    const auto hours = 1 + m_random.below(untilReply ? 150 : 48);
    return m_life.engine().snooze(
        {action}, m_clock.now() + base::hourMs * static_cast<base::DurationMs>(hours), untilReply);
}

void Simulation::noteApproved(const std::vector<base::Uuid> &actions)
{
    m_approved.insert(actions.begin(), actions.end());
    for (const auto &action : actions)
        m_approvedAt[action] = m_clock.now();
}

// And called back before it leaves, once in a while.
base::Status Simulation::approveOne(const base::Uuid &action)
{
    auto &engine = m_life.engine();
    noteApproved({action});
    TRY(engine.approve({action}));
    if (!has(Trouble::Undo) || !m_random.chance(0.15))
        return {};
    m_trueMs += 4 * base::secondMs;
    setClock();
    return undoSomething();
}

// What has not left is called back, and must not leave any more; or it is approved once more.
base::Status Simulation::undoSomething(bool isRedo)
{
    if (isRedo && m_report.restores > 0) // it may have left in a past that this file has forgotten
        return {};
    auto &engine = m_life.engine();
    const auto now = m_clock.now();
    // Whether it may still be called back: in its hold, or as long as its card says.
    const auto approved = [&]() -> base::Result<std::map<base::Uuid, bool>> {
        TRY_ASSIGN(const auto actions, engine.tables().actions.all());
        std::map<base::Uuid, bool> out;
        for (const auto &action : actions) {
            const bool isUnderWay =
                action.state == ActionState::Executing || action.state == ActionState::Unknown;
            const bool isHeld = now - m_approvedAt[action.id] <= engine.policy().feed.holdMs;
            if (isUnderWay || action.state == ActionState::Approved)
                out[action.id] = !isUnderWay && (isHeld || action.holdUntilMs.value_or(0) > now);
        }
        return out;
    };
    TRY_ASSIGN(const auto before, approved());
    if (isRedo) // what was called back may leave again
        noteApproved({m_recalled.begin(), m_recalled.end()});
    const auto turned = isRedo ? engine.redo() : engine.undo();
    if (!turned.ok())
        return unlessRefused(turned.error());
    TRY_ASSIGN(const auto after, approved());
    for (const auto &[id, mayReturn] : before) {
        if (after.contains(id))
            continue;
        if (!mayReturn)
            breach("undo: action " + id.text() + " is called back when its hold is over");
        m_approved.erase(id);
        m_recalled.insert(id);
    }
    return {};
}

// A manager lets the play act by itself once it has earned that, and changes what is held out.
base::Status Simulation::guideThePlays()
{
    auto &engine = m_life.engine();
    if (m_random.chance(0.2)) {
        domain::Policy policy = engine.policy();
        policy.holdout.sharePermille = m_random.between(0, 500);
        return engine.setPolicy(policy);
    }
    return letItActAlone();
}

base::Status Simulation::letItActAlone()
{
    if (m_report.restores > 0) // what it did in a past that is forgotten would be done again
        return {};
    auto &engine = m_life.engine();
    const auto promoted = engine.guards().promote(SimBeginning::ownPlay);
    const auto asked = unlessRefused(promoted);
    m_mayActAlone = m_mayActAlone || promoted.ok() || !asked.ok(); // who knows
    return asked;
}

// In most runs the play has earned that before the days begin: by a card that was approved
// as it is, and called back. Then many people come at once.
base::Status Simulation::trustThePlay()
{
    auto &engine = m_life.engine();
    TRY(syncAll());
    TRY_ASSIGN(const auto cards, engine.feed());
    const auto ids = flow::approvable(cards);
    const auto own = std::find_if(cards.begin(), cards.end(), [&](const auto &card) {
        return card.action.playId == SimBeginning::ownPlay &&
               std::find(ids.begin(), ids.end(), card.action.id) != ids.end();
    });
    if (own != cards.end() && m_random.chance(0.8)) {
        m_recalled.insert(own->action.id);
        TRY(unlessRefused(engine.approve({own->action.id})));
        const auto undone = engine.undo();
        TRY(unlessRefused(undone.ok() ? base::Status() : undone.error()));
        TRY(letItActAlone());
    }
    for (int account = SimBeginning::quietFrom + 1; account < SimBeginning::accounts; ++account)
        tryOut(account);
    return {};
}

// People do not wait until a mail has left: the switch is pressed, somebody rings and wants no
// more, and a machine is copied with its work half done.
void Simulation::whileConnected(const domain::Effect &effect)
{
    if (m_isQuiet || m_life.disk().isOff())
        return;
    auto &engine = m_life.engine();
    if (has(Trouble::Stops) && m_random.chance(0.02))
        m_isStopped = engine.setAutomationStopped(true).ok();
    const std::string to = recipientOf(effect);
    if (has(Trouble::OptOuts) && !to.empty() && m_random.chance(0.06) &&
        engine.guards()
            .stopContact({domain::Reach::Mail, to, {}}, domain::StopWhy::ByHand, "on the phone")
            .ok())
        m_people.tell({Word::NoMore, to, m_clock.now()});
    if (has(Trouble::Restores) && !m_snapshot && m_random.chance(0.02))
        m_snapshot = Snapshot{effect.id, m_outside.timesHanded(effect.id), m_life.fileBytes(),
                              m_life.logBytes()};
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
    noteApproved({*booked, base::Uuid::named("invitation", booked->text())});
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

// Half of all runs have limits that a busy day reaches, and most write to people often; in all a
// play earns trust quickly.
base::Status Simulation::tightenCaps()
{
    domain::Policy policy = m_life.engine().policy();
    auto &guards = policy.guards;
    guards.promoteApprovals = 1;
    guards.promoteUneditedPercent = 50;
    if (m_random.chance(0.5)) {
        guards.mailsPerDay = m_random.between(3, 8);
        guards.mailsPerDomainDay = m_random.between(1, 3);
    }
    if (m_random.chance(0.75))
        guards.autoMailsPerRepDay = m_random.between(1, 2);
    if (m_random.chance(0.9)) {
        guards.coolOffMs = base::dayMs;
        guards.demoteSendsMin = 200;
        auto &suppression = policy.suppression;
        suppression.channelCooldownMs = m_random.between(2, 20) * base::hourMs;
        suppression.playCooldownMs = base::dayMs;
        suppression.replyQuietMs = base::hourMs;
        suppression.personTouchesMax = suppression.accountTouchesMax = 20;
    }
    return m_life.engine().setPolicy(policy);
}

// A person says what the recipient or the mailbox says.
base::Status Simulation::settleDoubt()
{
    TRY_ASSIGN(const auto unknown,
               m_life.engine().tables().outbox.inState(domain::EffectState::Unknown));
    for (const auto &effect : unknown) {
        if (!m_isQuiet && m_random.chance(0.5))
            continue;
        const bool hasArrived = m_outside.journal().contains(effect.id);
        TRY(unlessRefused(m_life.engine().resolveUnknown(effect.action, hasArrived)));
    }
    return {};
}

// What no person does: the judge has to say so.
base::Status Simulation::actWrongly(const std::vector<domain::FeedCard> &cards)
{
    if (m_wrong == Wrong::ForgesAnEnd)
        store::forgeEnds(m_life.database());
    const auto ids = flow::approvable(cards);
    const auto unasked = std::find_if(ids.begin(), ids.end(),
                                      [this](const auto &id) { return !m_approved.contains(id); });
    if (m_wrong != Wrong::ApprovesUnasked || unasked == ids.end())
        return {};
    return unlessRefused(m_life.engine().approve({*unasked}));
}

base::Status Simulation::userActs()
{
    auto &engine = m_life.engine();
    TRY_ASSIGN(const bool isFrozen, engine.tables().settings.frozen());
    if (isFrozen && (m_isQuiet || m_random.chance(0.15))) {
        m_awaitsPerson = m_mayActAlone = false; // as soon as they say so
        TRY(engine.thaw());
    }
    if (engine.policy().automationStopped) {
        if (!m_isQuiet && m_random.chance(0.6))
            return {};
        m_isStopped = false;
        return engine.setAutomationStopped(false);
    }
    if (has(Trouble::Stops) && !m_isQuiet && m_random.chance(0.05)) {
        TRY(engine.setAutomationStopped(true));
        m_isStopped = true;
    }
    if (has(Trouble::Undo) && m_random.chance(0.15))
        return undoSomething(m_random.chance(0.3));
    const bool mayTrust = !m_mayActAlone && m_report.restores == 0;
    if (m_random.chance(mayTrust ? 0.3 : 0.1))
        TRY(guideThePlays());
    TRY(settleDoubt());
    TRY(resumeWhatIsPaused());
    TRY_ASSIGN(const auto cards, engine.feed());
    if (cards.empty())
        return {};
    if (m_wrong != Wrong::Nothing && !m_isQuiet)
        TRY(actWrongly(cards));
    if (m_random.chance(0.1)) { // all that can go, at once
        auto ids = flow::approvable(cards);
        std::erase_if(ids, [this](const auto &id) { return m_approved.contains(id); });
        noteApproved(ids);
        return ids.empty() ? base::Status() : unlessRefused(engine.approve(ids));
    }
    const auto begun = std::find_if(cards.begin(), cards.end(), [](const auto &card) {
        return card.action.playId == SimBeginning::ownPlay;
    });
    const bool goesOn = begun != cards.end() && m_random.chance(0.4); // with what was begun
    return unlessRefused(commandOn(goesOn ? *begun : m_random.pick(cards)));
}

} // namespace topline::sim
