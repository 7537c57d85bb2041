#include "tests/sim/outside.h"

#include <utility>

namespace topline::sim {

using crm::PushAnswer;
using crm::PushState;

Outside::Outside(base::Random &random, OutsideHabits habits, Points points, IsAlive isAlive)
    : m_random(random)
    , m_habits(habits)
    , m_points(std::move(points))
    , m_isAlive(std::move(isAlive))
{
}

base::Result<domain::SourceProfile> Outside::inspect(const crm::CancelToken &)
{
    return domain::SourceProfile{.system = "tiny", .orgId = "tiny-1"};
}

base::Result<std::map<std::string, std::int64_t>> Outside::count(const crm::CancelToken &)
{
    return std::map<std::string, std::int64_t>{};
}

base::Result<crm::Page> Outside::pull(const std::string &cursor, const crm::CancelToken &cancel)
{
    return m_source ? m_source->pull(cursor, cancel) : crm::Page{};
}

bool Outside::repeats(const domain::Effect &effect) const
{
    if (m_habits.hasChannels)
        return effect.channel == domain::Channel::Mail;
    return m_habits.isMailbox &&
           (!m_habits.onlyMailRepeats || effect.kind == domain::ActionKind::Email);
}

bool Outside::reach(std::string_view point)
{
    if (m_points)
        m_points(point);
    return !m_isAlive || m_isAlive();
}

void Outside::takeHold(const domain::Effect &effect)
{
    if (m_hold)
        m_hold(effect);
    Record &record = m_journal[effect.id];
    if (record.times == 0)
        record.first = effect;
    else if (!repeats(effect))
        return; // its key says that it is there; what stands there stays
    record.isSameEachTime = record.isSameEachTime && record.first.wire == effect.wire;
    ++record.times;
}

// The mark is made. What follows is the dot, or the request.
PushAnswer Outside::deliver(const domain::Effect &effect)
{
    ++m_handed[effect.id];
    if (!reach("before the dot"))
        return {};
    if (m_watch)
        m_watch(effect);
    if (m_random.chance(m_habits.refuses))
        return {PushState::Refused, {}, "550 no"};
    if (m_random.chance(m_habits.losesAnswer)) {
        if (m_random.chance(m_habits.takesHoldThen))
            takeHold(effect);
        return {PushState::Unknown, {}, "the answer was lost"};
    }
    const bool wasThere = m_journal.contains(effect.id);
    if (!m_habits.saysSent)
        takeHold(effect);
    if (m_habits.takesTwice)
        takeHold(effect);
    if (!reach("after the dot"))
        return {};
    const bool isSecond = wasThere && !repeats(effect);
    return {isSecond ? PushState::AlreadyApplied : PushState::Applied,
            "remote-" + effect.id.text(),
            {}};
}

PushAnswer Outside::push(const domain::Effect &effect, const crm::CancelToken &)
{
    return deliver(effect);
}

std::vector<PushAnswer> Outside::pushGated(std::span<const domain::Effect> effects,
                                           crm::PushGate &gate, const crm::CancelToken &)
{
    std::vector<PushAnswer> out;
    for (const domain::Effect &effect : effects) {
        m_isAtMail = effect.channel == domain::Channel::Mail;
        const bool isReached = reach("before the connection") && reach("after the recipient");
        if (!isReached || m_random.chance(m_habits.fails)) {
            out.push_back({PushState::NotSent, {}, "no connection"});
            continue;
        }
        if (m_whileOpen)
            m_whileOpen(effect);
        const bool mayPass = reach("before the mark") && gate.pass({&effect, 1}).ok();
        out.push_back(mayPass ? deliver(effect) : PushAnswer{PushState::NotSent, {}, "no mark"});
    }
    return out;
}

PushAnswer Outside::lookUp(const domain::Effect &effect, const crm::CancelToken &)
{
    const bool isThere = m_journal.contains(effect.id);
    if (isThere && m_habits.provesPresence)
        return {PushState::Applied, "remote-" + effect.id.text(), {}};
    if (!isThere && (m_habits.provesAbsence || !repeats(effect)))
        return {PushState::Refused, {}, "not there"};
    return {};
}

} // namespace topline::sim
