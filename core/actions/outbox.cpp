#include "core/actions/outbox.h"

#include "core/actions/call_draft.h"
#include "core/actions/canonical_json.h"
#include "core/base/hash.h"

#include <utility>

namespace topline::actions {

namespace {

std::string jsonFields(const std::vector<domain::FieldChange> &fields)
{
    std::vector<std::string> out;
    out.reserve(fields.size());
    for (const auto &one : fields)
        out.push_back(jsonObject({{"base", jsonString(one.base)},
                                  {"field", jsonString(one.field)},
                                  {"value", jsonString(one.value)}}));
    return jsonArray(out);
}

} // namespace

base::Uuid effectId(const domain::Action &action, std::int64_t ordinal)
{
    return base::Uuid::named("effect", action.id.text() + ":" + std::to_string(ordinal));
}

std::map<std::string, std::string> wireMembers(const domain::Action &action,
                                               const EffectTarget &target, base::UtcMs now,
                                               std::int64_t ordinal)
{
    const std::map<std::string, std::string> texts = {
        {"account", target.accountRemoteId},
        {"action", action.id.text()},
        {"at", std::to_string(now)},
        {"body", action.draft.body},
        {"contact", target.contactRemoteId},
        {"deal", target.dealRemoteId},
        {"effect", effectId(action, ordinal).text()},
        {"kind", std::string(domain::actionKindName(action.kind))},
        {"owner", target.ownerRemoteId},
        {"stage", target.stageRemoteId},
        {"stage_base", target.stageBaseRemoteId},
        {"subject", action.draft.subject},
        {"to", action.draft.to},
        {"until", ""},
    };
    std::map<std::string, std::string> out;
    for (const auto &[key, text] : texts)
        out.emplace(key, jsonString(text));
    out.emplace("fields", jsonFields(action.fields));
    if (const auto call = callOf(action.draft); call && domain::isCallMade(action)) {
        if (call->startedMs > 0)
            out["at"] = jsonString(std::to_string(call->startedMs));
        out.emplace("call_ms", jsonString(std::to_string(call->lengthMs)));
        out.emplace("call_result", jsonString(std::string(domain::callResultName(call->result))));
    }
    return out;
}

domain::Effect withWire(domain::Effect effect, const std::map<std::string, std::string> &members)
{
    effect.wire = jsonObject(members);
    effect.wireSha256 = base::hex(base::sha256(effect.wire));
    return effect;
}

domain::Effect buildEffect(const domain::Action &action, const EffectTarget &target,
                           base::UtcMs now, std::int64_t ordinal)
{
    domain::Effect out;
    out.id = effectId(action, ordinal);
    out.action = action.id;
    out.ordinal = ordinal;
    out.kind = action.kind;
    out.notBeforeMs = action.holdUntilMs.value_or(now);
    out.changedMs = now;
    return withWire(std::move(out), wireMembers(action, target, now, ordinal));
}

domain::EffectState stateAfterRestart(domain::EffectState state)
{
    switch (state) {
    case domain::EffectState::Intent:
        return domain::EffectState::Queued;
    case domain::EffectState::OnWire:
        return domain::EffectState::Unknown;
    default:
        return state;
    }
}

} // namespace topline::actions
