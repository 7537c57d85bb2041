#include "tests/sim/card_rules.h"

#include "core/base/text.h"

#include <algorithm>

namespace topline::sim {

using base::hourMs;
using base::minuteMs;
using domain::ActionState;

namespace {

constexpr base::DurationMs inboundTimerMs = 5 * minuteMs;
// Of an absence without a date.
constexpr base::DurationMs awayMs = 4 * base::dayMs;

bool isOpen(ActionState state)
{
    return state == ActionState::Proposed || state == ActionState::Snoozed;
}

// In the middle of a working day, where the rules at its edges say nothing.
bool isPlainWorkingTime(base::UtcMs at)
{
    const auto day = at / base::dayMs;
    const auto since = at % base::dayMs;
    const bool isWeekend = day % 7 == 2 || day % 7 == 3; // 1970-01-01 was a Thursday
    return !isWeekend && since >= 8 * hourMs + 10 * minuteMs && since < 18 * hourMs;
}

bool endsByAnswer(const engine::Engine &engine, const std::string &playId)
{
    for (const auto &play : engine.plays()) {
        if (play.id == playId)
            return std::find(play.exits.begin(), play.exits.end(), domain::ExitEvent::Reply) !=
                   play.exits.end();
    }
    return false;
}

} // namespace

void CardRules::left(const domain::Action &action, bool isMail, base::UtcMs atMs, std::int64_t hour)
{
    m_left.insert(action.id);
    if (isMail && action.kind == domain::ActionKind::Email)
        m_mailed[action.contact].push_back({atMs, hour});
}

void CardRules::forget()
{
    const bool isClockRight = m_isClockRight;
    *this = {};
    m_isClockRight = isClockRight;
}

base::Status CardRules::takeIn(engine::Engine &engine, const domain::Action &action)
{
    if (action.stepNo == 1)
        m_begun.try_emplace({action.playId, action.signal}, action.createdMs);
    std::string &who = m_addresses[action.contact];
    if (who.empty() && action.contact.isSet()) {
        TRY_ASSIGN(const auto contact, engine.tables().records.contact(action.contact));
        who = contact ? base::lowerAscii(contact->email) : std::string();
    }
    m_known.emplace(action.id, who);
    return {};
}

base::Status CardRules::checkArm(const Look &look)
{
    if (look.action.signal.isNull())
        return {};
    TRY_ASSIGN(const auto arm, look.engine.tables().decisions.assignment(look.action.account));
    if (!arm)
        return {};
    const auto [known, isNew] = m_arms.emplace(look.action.account, arm->heldOut);
    if (known->second != arm->heldOut)
        look.out.push_back("P3: an account has changed its arm");
    if (known->second != (look.action.state == ActionState::HeldOut))
        look.out.push_back("P3: card " + look.action.id.text() + " is not of its account's arm");
    return {};
}

// Whoever has answered, or is away, gets no later step of what began before.
void CardRules::checkStep(const Look &look)
{
    const auto begun = m_begun.find({look.action.playId, look.action.signal});
    if (look.action.stepNo < 2 || begun == m_begun.end())
        return;
    const auto from = begun->second;
    const auto to = look.action.createdMs;
    const auto hour = look.people.hour();
    const std::string step =
        "card " + look.action.id.text() + ", step " + std::to_string(look.action.stepNo) + ", ";
    if (endsByAnswer(look.engine, look.action.playId) &&
        look.people.said(look.who, Word::Answer, from, to, hour))
        look.out.push_back("cadence: " + step + "is for someone who has answered");
    if (look.people.said(look.who, Word::Away, std::max(from, to - awayMs), to, hour))
        look.out.push_back("cadence: " + step + "is for someone who is away");
}

void CardRules::checkCooldown(const Look &look)
{
    const auto &action = look.action;
    const bool isBound = action.kind == domain::ActionKind::Email &&
                         action.urgency != domain::Urgency::Inbound && !action.signal.isNull();
    if (!isBound)
        return;
    const auto window = look.engine.policy().suppression.channelCooldownMs - hourMs;
    for (const Moment &mail : m_mailed[action.contact]) {
        const auto since = action.createdMs - mail.atMs;
        if (mail.hour < look.people.hour() && since >= 0 && since < window)
            look.out.push_back("cooldown: card " + action.id.text() + " comes " +
                               std::to_string(since / hourMs) + " h after the last mail");
    }
}

// Minutes count from the buyer's request.
void CardRules::checkTimer(const Look &look)
{
    const auto &action = look.action;
    if (action.playId != "new-inbound" || action.stepNo != 1 || !action.slaDueMs ||
        !isPlainWorkingTime(*action.slaDueMs))
        return;
    if (!look.people.askedAt(look.who, *action.slaDueMs - inboundTimerMs))
        look.out.push_back("timer: card " + action.id.text() +
                           " does not count from when they asked");
}

void CardRules::checkAsleep(const Look &look)
{
    const auto &action = look.action;
    if (action.state != ActionState::Snoozed || !action.untilReply) {
        m_asleep.erase(action.id);
        return;
    }
    Moment &since = m_asleep[action.id];
    if (since.atMs != action.changedMs)
        since = {action.changedMs, look.people.hour()};
    if (look.people.saidSince(look.who, Word::Answer, since.atMs, look.engine.now(),
                              since.hour + 1))
        look.out.push_back("asleep: card " + action.id.text() + " waits for an answer that came");
}

base::Status CardRules::checkNew(const Look &look)
{
    TRY(checkArm(look));
    if (!m_isClockRight)
        return {};
    checkStep(look);
    checkCooldown(look);
    checkTimer(look);
    return {};
}

base::Status CardRules::check(engine::Engine &engine, const People &people,
                              std::vector<std::string> &out)
{
    TRY_ASSIGN(const auto actions, engine.tables().actions.all());
    std::vector<const domain::Action *> fresh;
    for (const auto &action : actions) {
        if (m_known.contains(action.id))
            continue;
        TRY(takeIn(engine, action));
        fresh.push_back(&action);
    }
    for (const domain::Action *action : fresh) {
        if (m_hasBegun)
            TRY(checkNew({engine, *action, m_known[action->id], people, out}));
    }
    for (const auto &action : actions) {
        if (m_isClockRight)
            checkAsleep({engine, action, m_known[action.id], people, out});
        const bool isBack = isOpen(action.state) || action.state == ActionState::Dismissed ||
                            action.state == ActionState::Expired;
        if (isBack && m_left.contains(action.id))
            out.push_back("lie: action " + action.id.text() + " has left and stands as " +
                          std::string(domain::actionStateName(action.state)));
    }
    m_hasBegun = true;
    return {};
}

} // namespace topline::sim
