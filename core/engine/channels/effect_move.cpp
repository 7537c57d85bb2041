#include "core/engine/channels/effect_move.h"

#include "core/actions/action_state.h"

#include <algorithm>
#include <string>
#include <utility>

namespace topline::engine {

base::Result<EffectMove> EffectMove::of(Step &step, const base::Uuid &effect)
{
    EffectMove out(step);
    TRY_ASSIGN(auto stored, step.tables().outbox.effect(effect));
    if (!stored)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no effect " + effect.text() + "."};
    out.effect = std::move(*stored);
    TRY_ASSIGN(auto action, step.tables().actions.action(out.effect.action));
    CHECK(action.has_value());
    out.action = std::move(*action);
    TRY_ASSIGN(const auto all, step.tables().outbox.effectsOf(out.effect.action));
    out.isNote = std::any_of(all.begin(), all.end(), [&](const auto &each) {
        return each.channel != domain::Channel::Crm && each.channel != out.effect.channel &&
               each.ordinal < out.effect.ordinal && each.state == domain::EffectState::Sent;
    });
    return out;
}

base::Status EffectMove::to(domain::EffectState effectState, domain::ActionState actionState)
{
    // Unknown is reached from anywhere when the file turns out to be a copy of another one.
    CHECK(effectState == domain::EffectState::Unknown ||
          actions::canMove(effect.state, effectState));
    CHECK(isNote || actionState == domain::ActionState::Unknown || action.state == actionState ||
          actions::canMove(action.state, actionState));
    effect.state = effectState;
    effect.changedMs = m_step->now();
    TRY(m_step->tables().outbox.move(effect));
    if (isNote)
        return {};
    if (actionState != domain::ActionState::Approved)
        action.holdUntilMs.reset();
    action.state = actionState;
    action.changedMs = m_step->now();
    return m_step->update(action);
}

base::Status EffectMove::log(domain::LedgerKind kind, std::string_view who, Payload payload)
{
    payload.emplace("effect", effect.id.text());
    payload.emplace("ordinal", effect.ordinal);
    payload.emplace("channel", std::string(domain::channelName(effect.channel)));
    return m_step->log(kind, who, action, payload);
}

} // namespace topline::engine
