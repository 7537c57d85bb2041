#include "core/actions/frozen_wire.h"

#include "core/base/hash.h"

#include <QByteArray>
#include <QJsonDocument>

#include <utility>

namespace topline::actions {

namespace {

QJsonObject objectOf(const domain::Effect &effect)
{
    return QJsonDocument::fromJson(
               QByteArray::fromRawData(effect.wire.data(),
                                       static_cast<qsizetype>(effect.wire.size())))
        .object();
}

} // namespace

base::Result<FrozenWire> FrozenWire::open(const domain::Effect &effect, std::string kept)
{
    FrozenWire out;
    out.m_kept = std::move(kept);
    if (base::hex(base::sha256(effect.wire)) != effect.wireSha256)
        return out.wrong("hash");
    out.m_object = objectOf(effect);
    if (out.text("effect") != effect.id.text())
        return out.wrong("effect");
    return out;
}

bool FrozenWire::hasMember(const domain::Effect &effect, const std::string &key)
{
    return effect.wire.find('"' + key + "\":") != std::string::npos &&
           objectOf(effect).contains(QString::fromStdString(key));
}

std::string FrozenWire::text(const char *key) const
{
    return m_object.value(QLatin1String(key)).toString().toStdString();
}

base::Result<std::string> FrozenWire::required(const char *key) const
{
    std::string out = text(key);
    if (out.empty())
        return wrong(key);
    return out;
}

base::Error FrozenWire::wrong(const std::string &field) const
{
    return {.code = base::ErrorCode::InvalidInput,
            .message = "What was approved cannot be read back.",
            .kept = m_kept,
            .place = base::Place{.file = "effect", .line = 0, .column = 0, .field = field}};
}

} // namespace topline::actions
