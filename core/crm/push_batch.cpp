#include "core/crm/push_batch.h"

#include "core/base/check.h"

#include <algorithm>
#include <set>

namespace topline::crm {

namespace {

// The record that an edit changes; empty for what makes a record of its own.
std::string editedRecord(const EffectWire &wire)
{
    if (!isRecordEdit(wire.kind))
        return {};
    return !wire.deal.empty() ? wire.deal : !wire.contact.empty() ? wire.contact : wire.account;
}

} // namespace

bool isRecordEdit(domain::ActionKind kind)
{
    return kind == domain::ActionKind::StageChange || kind == domain::ActionKind::FieldEdit;
}

PushBatch::PushBatch(std::span<const domain::Effect> effects, const Objection &objection)
    : m_effects(effects)
    , m_wires(effects.size())
    , m_answers(effects.size())
{
    for (std::size_t at = 0; at < effects.size(); ++at) {
        const auto wire = readEffectWire(effects[at]);
        m_answers[at] = objection(effects[at], wire);
        if (wire.ok())
            m_wires[at] = *wire;
    }
}

PushBatch::Groups
PushBatch::groups(const std::function<std::string(const EffectWire &)> &groupOf) const
{
    Groups out;
    std::set<std::string> seen;
    for (std::size_t at = 0; at < m_effects.size(); ++at) {
        if (!isOpen(at))
            continue;
        const std::string record = editedRecord(m_wires[at]);
        if (!record.empty() && !seen.insert(record).second)
            continue;
        const std::string name = groupOf(m_wires[at]);
        if (!name.empty())
            out[name].push_back(at);
    }
    std::erase_if(out, [](const auto &group) { return group.second.size() < 2; });
    return out;
}

BatchFate PushBatch::endPart(BatchPart part, const PushAnswer &answer,
                             const std::function<void(BatchPart, const PushAnswer &)> &doubt)
{
    if (answer.state == PushState::NotSent)
        halt(answer);
    else if (answer.state == PushState::Unknown)
        doubt(part, answer);
    else if (part.size() > 1)
        return BatchFate::TurnedAway;
    return BatchFate::Settled;
}

void PushBatch::halt(PushAnswer answer)
{
    CHECK(answer.state == PushState::NotSent);
    if (!m_halt)
        m_halt = std::move(answer);
}

std::vector<PushAnswer>
PushBatch::finish(const std::function<PushAnswer(const domain::Effect &)> &alone,
                  const CancelToken &cancel)
{
    std::vector<PushAnswer> out;
    for (std::size_t at = 0; at < m_effects.size(); ++at) {
        if (isOpen(at) && !isHalted() && cancel.cancelled)
            halt({PushState::NotSent, "", "Stopped before it was sent."});
        if (isOpen(at) && !isHalted()) {
            settle(at, alone(m_effects[at]));
            if (answer(at).state == PushState::NotSent)
                halt({PushState::NotSent, "", answer(at).detail, answer(at).reference,
                      answer(at).retryAtMs});
        }
        if (isOpen(at))
            settle(at, *m_halt);
        out.push_back(std::move(answer(at)));
    }
    return out;
}

void sendInHalves(BatchPart part, const std::function<BatchFate(BatchPart)> &send)
{
    if (part.empty())
        return;
    if (send(part) == BatchFate::Settled)
        return;
    CHECK(part.size() > 1);
    const std::size_t half = part.size() / 2;
    sendInHalves(part.first(half), send);
    sendInHalves(part.subspan(half), send);
}

void sendInChunks(BatchPart all, std::size_t size, const std::function<BatchFate(BatchPart)> &send)
{
    for (std::size_t from = 0; from < all.size(); from += size)
        sendInHalves(all.subspan(from, std::min(size, all.size() - from)), send);
}

} // namespace topline::crm
