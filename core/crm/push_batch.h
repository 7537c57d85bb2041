// What the batched pushes of all CRMs have in common: which effects still need an answer, and how a
// batch that is turned away as a whole is halved until the bad record is alone. Used by connectors
// inside pushMany, on the courier thread. Every effect ends with exactly one answer.
#pragma once

#include "core/crm/connector.h"
#include "core/crm/effect_wire.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace topline::crm {

bool isRecordEdit(domain::ActionKind kind); // StageChange, FieldEdit

using BatchPart = std::span<const std::size_t>;

enum class BatchFate {
    Settled,    // each has its answer, or goes alone
    TurnedAway, // for the sake of one or some of them; none of them was done
};

class PushBatch {
public:
    // The effects must outlive the batch. `objection` refuses what must not leave at all.
    using Objection = std::function<std::optional<PushAnswer>(const domain::Effect &,
                                                              const base::Result<EffectWire> &)>;
    PushBatch(std::span<const domain::Effect> effects, const Objection &objection);

    const domain::Effect &effect(std::size_t at) const { return m_effects[at]; }

    const EffectWire &wire(std::size_t at) const { return m_wires[at]; }

    // Effects that may go together, by the name that `groupOf` gives them ("": alone), each group
    // in the order of the effects, with two or more. A record is changed by one of them at most:
    // later changes of it are compared with what the first one leaves, so they go alone after it.
    using Groups = std::map<std::string, std::vector<std::size_t>>;
    Groups groups(const std::function<std::string(const EffectWire &)> &groupOf) const;

    bool isOpen(std::size_t at) const { return !m_answers[at]; }

    void settle(std::size_t at, PushAnswer answer) { m_answers[at] = std::move(answer); }

    // Of a settled one, to add what was read back.
    PushAnswer &answer(std::size_t at) { return *m_answers[at]; }

    // Nothing more can leave now, for the reason that `answer` (NotSent) gives.
    void halt(PushAnswer answer);

    // What an answer that is no success means for a whole part: NotSent halts everything, Unknown
    // is `doubt`'s to settle, any other turns the part away; a part of one stays open and goes
    // alone.
    BatchFate endPart(BatchPart part, const PushAnswer &answer,
                      const std::function<void(BatchPart, const PushAnswer &)> &doubt);

    bool isHalted() const { return m_halt.has_value(); }

    // Sends what is still open alone, in order, and hands over all answers.
    std::vector<PushAnswer> finish(const std::function<PushAnswer(const domain::Effect &)> &alone,
                                   const CancelToken &cancel);

private:
    std::span<const domain::Effect> m_effects;
    std::vector<EffectWire> m_wires; // empty where refused
    std::vector<std::optional<PushAnswer>> m_answers;
    std::optional<PushAnswer> m_halt;
};

// Sends all of them at once and, as long as that is turned away, their halves. A part of one is
// never answered TurnedAway. One bad among n costs at most 2 * ceil(log2 n) + 1 calls.
void sendInHalves(BatchPart part, const std::function<BatchFate(BatchPart)> &send);

// `send` for consecutive parts of at most `size`.
void sendInChunks(BatchPart all, std::size_t size, const std::function<BatchFate(BatchPart)> &send);

} // namespace topline::crm
