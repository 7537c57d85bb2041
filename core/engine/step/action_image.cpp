#include "core/engine/step/action_image.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace topline::engine {

namespace {

QString text(std::string_view value)
{
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
}

void putTime(QJsonObject &object, const QString &key, std::optional<base::UtcMs> time)
{
    if (time)
        object.insert(key, static_cast<qint64>(*time));
}

std::optional<base::UtcMs> timeOf(const QJsonObject &object, const QString &key)
{
    const auto value = object.value(key);
    if (!value.isDouble())
        return std::nullopt;
    return value.toInteger();
}

std::string textOf(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString().toStdString();
}

} // namespace

std::string encodeImage(const domain::Action &action)
{
    QJsonObject out;
    out.insert(QStringLiteral("state"), text(domain::actionStateName(action.state)));
    putTime(out, QStringLiteral("snoozed_until_ms"), action.snoozedUntilMs);
    if (action.untilReply)
        out.insert(QStringLiteral("until_reply"), true);
    if (!action.duplicateOf.isNull())
        out.insert(QStringLiteral("duplicate_of"), text(action.duplicateOf.text()));
    putTime(out, QStringLiteral("hold_until_ms"), action.holdUntilMs);
    if (action.dismissReason)
        out.insert(QStringLiteral("reason"),
                   text(domain::dismissReasonName(*action.dismissReason)));
    out.insert(QStringLiteral("outcome"), text(domain::outcomeName(action.outcome)));
    out.insert(QStringLiteral("failure"), text(action.failure));
    out.insert(QStringLiteral("owner"), static_cast<qint64>(action.owner.value));
    out.insert(QStringLiteral("edited"), action.isEdited);
    out.insert(QStringLiteral("to"), text(action.draft.to));
    out.insert(QStringLiteral("subject"), text(action.draft.subject));
    out.insert(QStringLiteral("body"), text(action.draft.body));
    QJsonArray facts;
    for (const auto &fact : action.draft.facts)
        facts.append(text(fact));
    out.insert(QStringLiteral("facts"), facts);
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<domain::Action> decodeImage(const base::Uuid &id, const std::string &image)
{
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(image));
    const QJsonObject object = document.object();
    const auto state = domain::parseActionState(textOf(object, QStringLiteral("state")));
    const auto outcome = domain::parseOutcome(textOf(object, QStringLiteral("outcome")));
    if (!state || !outcome)
        return std::nullopt;
    domain::Action out;
    out.id = id;
    out.state = *state;
    out.outcome = *outcome;
    out.snoozedUntilMs = timeOf(object, QStringLiteral("snoozed_until_ms"));
    out.untilReply = object.value(QStringLiteral("until_reply")).toBool();
    out.duplicateOf =
        base::Uuid::parse(textOf(object, QStringLiteral("duplicate_of"))).value_or(base::Uuid{});
    out.holdUntilMs = timeOf(object, QStringLiteral("hold_until_ms"));
    out.dismissReason = domain::parseDismissReason(textOf(object, QStringLiteral("reason")));
    out.failure = textOf(object, QStringLiteral("failure"));
    out.owner.value = object.value(QStringLiteral("owner")).toInteger();
    out.isEdited = object.value(QStringLiteral("edited")).toBool();
    out.draft.to = textOf(object, QStringLiteral("to"));
    out.draft.subject = textOf(object, QStringLiteral("subject"));
    out.draft.body = textOf(object, QStringLiteral("body"));
    for (const auto &fact : object.value(QStringLiteral("facts")).toArray())
        out.draft.facts.push_back(fact.toString().toStdString());
    return out;
}

} // namespace topline::engine
