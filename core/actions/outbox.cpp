#include "core/actions/outbox.h"

#include "core/base/hash.h"

#include <QString>

#include <map>
#include <string_view>

namespace topline::actions {

namespace {

// Bytes that are not UTF-8 become U+FFFD, so that the text is JSON whatever a source delivered.
std::string validUtf8(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

void appendString(std::string &out, const std::string &text)
{
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    for (const char c : validUtf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte >= 0x20) {
            out += c;
        } else if (const auto at = std::string_view("\b\t\n\f\r").find(c);
                   at != std::string_view::npos) {
            out += '\\';
            out += "btnfr"[at];
        } else {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0xf];
        }
    }
    out += '"';
}

using Members = std::map<std::string, std::string>;

void appendMember(std::string &out, const std::string &key, const std::string &jsonValue)
{
    if (out.back() != '{')
        out += ',';
    appendString(out, key);
    out += ':';
    out += jsonValue;
}

std::string jsonString(const std::string &text)
{
    std::string out;
    appendString(out, text);
    return out;
}

std::string jsonObject(const Members &strings)
{
    std::string out = "{";
    for (const auto &[key, value] : strings)
        appendMember(out, key, jsonString(value));
    return out + '}';
}

std::string jsonFields(const std::vector<domain::FieldChange> &fields)
{
    std::string out = "[";
    for (const auto &one : fields) {
        if (out.size() > 1)
            out += ',';
        out += jsonObject({{"base", one.base}, {"field", one.field}, {"value", one.value}});
    }
    return out + ']';
}

// RFC 8785: members in ascending order of their keys.
std::string canonicalJson(const Members &strings, const std::vector<domain::FieldChange> &fields)
{
    std::map<std::string, std::string> members;
    for (const auto &[key, value] : strings)
        members.emplace(key, jsonString(value));
    members.emplace("fields", jsonFields(fields));
    std::string out = "{";
    for (const auto &[key, value] : members)
        appendMember(out, key, value);
    return out + '}';
}

} // namespace

domain::Effect buildEffect(const domain::Action &action, const EffectTarget &target,
                           base::UtcMs now, std::int64_t ordinal)
{
    domain::Effect out;
    out.id = base::Uuid::named("effect", action.id.text() + ":" + std::to_string(ordinal));
    out.action = action.id;
    out.ordinal = ordinal;
    out.kind = action.kind;
    out.wire = canonicalJson(
        {
            {"account", target.accountRemoteId},
            {"action", action.id.text()},
            {"at", std::to_string(now)},
            {"body", action.draft.body},
            {"contact", target.contactRemoteId},
            {"deal", target.dealRemoteId},
            {"effect", out.id.text()},
            {"kind", std::string(domain::actionKindName(action.kind))},
            {"owner", target.ownerRemoteId},
            {"stage", target.stageRemoteId},
            {"stage_base", target.stageBaseRemoteId},
            {"subject", action.draft.subject},
            {"to", action.draft.to},
            {"until", ""},
        },
        action.fields);
    out.wireSha256 = base::hex(base::sha256(out.wire));
    out.notBeforeMs = action.holdUntilMs.value_or(now);
    out.changedMs = now;
    return out;
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
