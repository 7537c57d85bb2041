#include "core/engine/deals/plan_image.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace topline::engine {

namespace {

QString qt(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string textOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

std::int64_t numberOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toInteger();
}

std::optional<base::UtcMs> timeOf(const QJsonObject &object, const char *key)
{
    const auto value = object.value(QLatin1String(key));
    return value.isDouble() ? std::optional<base::UtcMs>(value.toInteger()) : std::nullopt;
}

void putTime(QJsonObject &object, const char *key, std::optional<base::UtcMs> time)
{
    if (time)
        object.insert(QLatin1String(key), static_cast<qint64>(*time));
}

struct Encoder {
    QJsonObject operator()(const domain::PlanTask &task) const
    {
        QJsonObject out{
            {QStringLiteral("id"), qt(task.id.text())},
            {QStringLiteral("deal"), static_cast<qint64>(task.deal.value)},
            {QStringLiteral("task"), qt(task.task)},
            {QStringLiteral("side"), qt(std::string(domain::planSideName(task.side)))},
            {QStringLiteral("state"), qt(std::string(domain::planTaskStateName(task.state)))},
            {QStringLiteral("changed_ms"), static_cast<qint64>(task.changedMs)}};
        putTime(out, "due_ms", task.dueMs);
        return out;
    }

    QJsonObject operator()(const ExitMet &met) const
    {
        QJsonObject out{{QStringLiteral("check"), qt(met.check.text())},
                        {QStringLiteral("deal"), static_cast<qint64>(met.deal.value)},
                        {QStringLiteral("text"), qt(met.text)}};
        putTime(out, "met_ms", met.metMs);
        return out;
    }

    QJsonObject operator()(const StageChecks &list) const
    {
        QJsonObject out{{QStringLiteral("stage"), static_cast<qint64>(list.stage.value)}};
        if (!list.checks)
            return out;
        QJsonArray checks;
        for (const auto &check : *list.checks)
            checks.append(QJsonArray{qt(check.id.text()), qt(check.text)});
        out.insert(QStringLiteral("checks"), checks);
        return out;
    }
};

std::optional<PlanChange> taskOf(const QJsonObject &object)
{
    const auto id = base::Uuid::parse(textOf(object, "id"));
    const auto side = domain::parsePlanSide(textOf(object, "side"));
    const auto state = domain::parsePlanTaskState(textOf(object, "state"));
    if (!id || !side || !state)
        return std::nullopt;
    domain::PlanTask out;
    out.id = *id;
    out.deal.value = numberOf(object, "deal");
    out.task = textOf(object, "task");
    out.side = *side;
    out.state = *state;
    out.dueMs = timeOf(object, "due_ms");
    out.changedMs = numberOf(object, "changed_ms");
    return out;
}

std::optional<PlanChange> checksOf(const QJsonObject &object)
{
    StageChecks out;
    out.stage.value = numberOf(object, "stage");
    if (!object.contains(QLatin1String("checks")))
        return out;
    out.checks.emplace();
    for (const auto &value : object.value(QLatin1String("checks")).toArray()) {
        const auto pair = value.toArray();
        const auto id = base::Uuid::parse(pair.at(0).toString().toStdString());
        if (!id)
            return std::nullopt;
        out.checks->push_back({*id, pair.at(1).toString().toStdString()});
    }
    return out;
}

} // namespace

std::string encodePlanChange(const PlanChange &change)
{
    return QJsonDocument(std::visit(Encoder{}, change))
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

std::optional<PlanChange> decodePlanChange(const std::string &text)
{
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    if (object.contains(QLatin1String("stage")))
        return checksOf(object);
    if (object.contains(QLatin1String("task")))
        return taskOf(object);
    const auto check = base::Uuid::parse(textOf(object, "check"));
    if (!check)
        return std::nullopt;
    ExitMet out;
    out.check = *check;
    out.deal.value = numberOf(object, "deal");
    out.text = textOf(object, "text");
    out.metMs = timeOf(object, "met_ms");
    return out;
}

} // namespace topline::engine
