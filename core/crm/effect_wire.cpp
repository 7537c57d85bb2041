#include "core/crm/effect_wire.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace topline::crm {

namespace {

base::Error notOurs(const std::string &field)
{
    return base::Error{.code = base::ErrorCode::InvalidInput,
                       .message = "What was approved cannot be read back.",
                       .kept = "Nothing was sent.",
                       .place = base::Place{.file = "effect", .field = field}};
}

std::optional<std::string> text(const QJsonObject &object, const char *key)
{
    const QJsonValue value = object.value(QLatin1String(key));
    if (value.isUndefined())
        return std::string();
    if (!value.isString())
        return std::nullopt;
    return value.toString().toStdString();
}

std::optional<base::UtcMs> time(const QJsonObject &object, const char *key)
{
    bool isNumber = false;
    const qlonglong out = object.value(QLatin1String(key)).toString().toLongLong(&isNumber);
    return isNumber ? std::optional<base::UtcMs>(out) : std::nullopt;
}

base::Status readFields(const QJsonObject &object, std::vector<domain::FieldChange> &out)
{
    for (const QJsonValue &one : object.value(QLatin1String("fields")).toArray()) {
        const QJsonObject change = one.toObject();
        const auto field = text(change, "field");
        const auto before = text(change, "base");
        const auto value = text(change, "value");
        if (!field || field->empty() || !before || !value)
            return notOurs("fields");
        out.push_back({*field, *before, *value});
    }
    return {};
}

} // namespace

base::Result<EffectWire> readEffectWire(const domain::Effect &effect)
{
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(effect.wire.data(), static_cast<qsizetype>(effect.wire.size())));
    const QJsonObject object = document.object();
    EffectWire out;
    const auto kind =
        domain::parseActionKind(object.value(QLatin1String("kind")).toString().toStdString());
    if (!kind)
        return notOurs("kind");
    out.kind = *kind;
    const std::pair<const char *, std::string *> texts[] = {
        {"account", &out.account}, {"action", &out.actionId}, {"body", &out.body},
        {"contact", &out.contact}, {"deal", &out.deal},       {"effect", &out.effectId},
        {"owner", &out.owner},     {"stage", &out.stage},     {"stage_base", &out.stageBase},
        {"subject", &out.subject}, {"to", &out.to},
    };
    for (const auto &[key, target] : texts) {
        const auto value = text(object, key);
        if (!value)
            return notOurs(key);
        *target = *value;
    }
    if (out.effectId != effect.id.text())
        return notOurs("effect");
    out.atMs = time(object, "at").value_or(0);
    out.untilMs = time(object, "until");
    out.callResult = domain::parseCallResult(text(object, "call_result").value_or(std::string()));
    out.callMs = std::max<base::DurationMs>(time(object, "call_ms").value_or(0), 0);
    TRY(readFields(object, out.fields));
    return out;
}

} // namespace topline::crm
