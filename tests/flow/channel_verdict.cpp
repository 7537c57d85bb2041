#include "tests/flow/channel_verdict.h"

#include "core/actions/mail_effect.h"
#include "core/base/hash.h"
#include "core/calendar/meeting_effect.h"
#include "tests/flow/channel_servers.h"
#include "tests/flow/world.h"

namespace topline::flow {

using domain::EffectState;

namespace {

// What an effect means to people, and the bytes that must arrive; no bytes: not compared.
struct Meant {
    Deed deed;
    std::string content;
};

Meant meantBy(const domain::Effect &effect)
{
    if (effect.channel == domain::Channel::Crm)
        return {"crm " + effect.action.text(), {}};
    if (effect.channel == domain::Channel::Calendar) {
        const std::string ical = need(calendar::readMeetingWire(effect)).ical;
        return {entryDeed(ical), ical};
    }
    const auto wire = need(actions::readMailWire(effect));
    return {mailDeed(wire.to, wire.message), wire.message};
}

} // namespace

void JudgeCounts::blame(std::int64_t &count, const std::string &what)
{
    ++count;
    if (first.empty())
        first = what;
}

ChannelVerdict::ChannelVerdict(engine::Engine &engine,
                               std::map<Deed, std::vector<std::string>> journal,
                               JudgeCounts &counts)
    : m_engine(engine)
    , m_journal(std::move(journal))
    , m_counts(counts)
{
}

void ChannelVerdict::judgeEffect(const domain::Effect &effect)
{
    const auto [deed, content] = meantBy(effect);
    const bool isAgain = !m_meant.insert(deed).second; // a further try of a person
    const auto found = m_journal.find(deed);
    const std::size_t times = found == m_journal.end() ? 0 : found->second.size();
    const std::string what = deed + " (" + effect.detail + ")";
    m_counts.took += times > 0;
    if (times > 1 && !isAgain)
        m_counts.blame(m_counts.twice, what + " took hold " + std::to_string(times) + " times");
    if (times > 0 && !content.empty() && found->second.front() != base::hex(base::sha256(content)))
        m_counts.blame(m_counts.lies, what + " went with other bytes than were approved");
    m_unknown += effect.state == EffectState::Unknown;
    if (effect.state == EffectState::Sent && times == 0)
        m_counts.blame(m_counts.lies, what + " is said to be sent");
    if (effect.state == EffectState::Failed && times > 0)
        m_counts.blame(m_counts.lies, what + " is said to have failed");
    if (effect.state == EffectState::Cancelled)
        m_counts.blame(m_counts.lost, what + " was called off");
    if (!domain::isTerminal(effect.state) && effect.state != EffectState::Unknown)
        m_counts.blame(m_counts.lost, what + " was left lying");
}

// Behind a mail or meeting that went there are its note and its invitation.
void ChannelVerdict::judgeAction(const base::Uuid &action)
{
    auto &outbox = m_engine.tables().outbox;
    const auto effects = need(outbox.effectsOf(action));
    if (effects.empty())
        return m_counts.blame(m_counts.lost, action.text() + " has no effect");
    for (const auto &effect : effects)
        judgeEffect(effect);
    const auto &first = effects.front();
    if (first.channel == domain::Channel::Crm || first.state != EffectState::Sent)
        return;
    if (effects.size() < 2)
        m_counts.blame(m_counts.lost, "the note of " + meantBy(first).deed);
    if (first.channel != domain::Channel::Calendar)
        return;
    const auto invitation = base::Uuid::named("invitation", action.text());
    if (need(outbox.effectsOf(invitation)).empty())
        return m_counts.blame(m_counts.lost, "the invitation to " + meantBy(first).deed);
    judgeAction(invitation);
}

std::int64_t ChannelVerdict::judge(std::span<const base::Uuid> actions)
{
    if (!need(m_engine.verifyLedger()).sound)
        m_counts.blame(m_counts.lies, "the ledger is not sound");
    for (const auto &action : actions)
        judgeAction(action);
    for (const auto &[deed, contents] : m_journal) {
        if (!m_meant.contains(deed))
            m_counts.blame(m_counts.ghosts, deed + " was never approved");
    }
    m_counts.approved += static_cast<std::int64_t>(m_meant.size());
    m_counts.unknown += m_unknown;
    return m_unknown;
}

} // namespace topline::flow
