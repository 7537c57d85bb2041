#include "core/domain/icp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace topline::domain {

namespace {

constexpr int formatVersion = 1;

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

base::Error unreadable(const std::string &what)
{
    return {base::ErrorCode::InvalidInput, "The profile cannot be read: " + what + ".",
            "Nothing was changed."};
}

QJsonObject criterionObject(const IcpCriterion &criterion)
{
    QJsonObject out{
        {QStringLiteral("field"), toQt(icpFieldName(criterion.field))},
        {QStringLiteral("weight_percent"), static_cast<qint64>(criterion.weightPercent)}};
    if (!criterion.anyOf.empty()) {
        QJsonArray values;
        for (const auto &value : criterion.anyOf)
            values.append(toQt(value));
        out.insert(QStringLiteral("any_of"), values);
    }
    if (criterion.min)
        out.insert(QStringLiteral("min"), static_cast<qint64>(*criterion.min));
    if (criterion.max)
        out.insert(QStringLiteral("max"), static_cast<qint64>(*criterion.max));
    return out;
}

base::Result<std::string> text(const QJsonObject &object, const char *key)
{
    const auto value = object.value(QLatin1String(key));
    if (!value.isString())
        return unreadable(std::string("\"") + key + "\" should be a text");
    return value.toString().toStdString();
}

base::Result<std::optional<std::int64_t>> whole(const QJsonObject &object, const char *key)
{
    const auto value = object.value(QLatin1String(key));
    if (value.isUndefined() || value.isNull())
        return std::optional<std::int64_t>();
    const bool isWhole = value.toInteger(0) == value.toInteger(1); // what stands in for another
    if (!isWhole)
        return unreadable(std::string("\"") + key + "\" should be a whole number");
    return std::optional<std::int64_t>(value.toInteger());
}

base::Result<QJsonArray> list(const QJsonObject &object, const char *key)
{
    const auto value = object.value(QLatin1String(key));
    if (!value.isUndefined() && !value.isArray())
        return unreadable(std::string("\"") + key + "\" should be a list");
    return value.toArray();
}

base::Result<IcpCriterion> criterionOf(const QJsonObject &object)
{
    IcpCriterion out;
    TRY_ASSIGN(const auto name, text(object, "field"));
    const auto field = parseIcpField(name);
    if (!field)
        return unreadable("there is no field \"" + name + "\"");
    out.field = *field;
    TRY_ASSIGN(const auto weight, whole(object, "weight_percent"));
    out.weightPercent = weight.value_or(0);
    TRY_ASSIGN(const auto values, list(object, "any_of"));
    for (const auto &value : values) {
        if (!value.isString())
            return unreadable("\"any_of\" should be a list of texts");
        out.anyOf.push_back(value.toString().toStdString());
    }
    TRY_ASSIGN(out.min, whole(object, "min"));
    TRY_ASSIGN(out.max, whole(object, "max"));
    return out;
}

base::Result<IcpProfile> profileOf(const QJsonObject &object)
{
    IcpProfile out;
    TRY_ASSIGN(out.name, text(object, "name"));
    TRY_ASSIGN(const auto criteria, list(object, "criteria"));
    for (const auto &value : criteria) {
        TRY_ASSIGN(auto criterion, criterionOf(value.toObject()));
        out.criteria.push_back(std::move(criterion));
    }
    return out;
}

base::Result<PersonaRule> personaOf(const QJsonObject &object)
{
    PersonaRule out;
    TRY_ASSIGN(out.word, text(object, "word"));
    if (object.contains(QStringLiteral("seniority"))) {
        TRY_ASSIGN(const auto name, text(object, "seniority"));
        const auto known = parseSeniority(name);
        if (!known)
            return unreadable("there is no seniority \"" + name + "\"");
        out.persona.seniority = *known;
    }
    if (object.contains(QStringLiteral("department"))) {
        TRY_ASSIGN(const auto name, text(object, "department"));
        const auto known = parseDepartment(name);
        if (!known)
            return unreadable("there is no department \"" + name + "\"");
        out.persona.department = *known;
    }
    return out;
}

} // namespace

std::string encodeIcp(const IcpPolicy &icp)
{
    QJsonArray profiles;
    for (const auto &profile : icp.profiles) {
        QJsonArray criteria;
        for (const auto &criterion : profile.criteria)
            criteria.append(criterionObject(criterion));
        profiles.append(QJsonObject{{QStringLiteral("name"), toQt(profile.name)},
                                    {QStringLiteral("criteria"), criteria}});
    }
    QJsonArray personas;
    for (const auto &rule : icp.personas) {
        QJsonObject object{{QStringLiteral("word"), toQt(rule.word)}};
        if (rule.persona.seniority != Seniority::Unknown)
            object.insert(QStringLiteral("seniority"), toQt(seniorityName(rule.persona.seniority)));
        if (rule.persona.department != Department::Unknown)
            object.insert(QStringLiteral("department"),
                          toQt(departmentName(rule.persona.department)));
        personas.append(object);
    }
    const QJsonObject out{{QStringLiteral("version"), formatVersion},
                          {QStringLiteral("profiles"), profiles},
                          {QStringLiteral("personas"), personas}};
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

base::Result<IcpPolicy> decodeIcp(std::string_view bytes)
{
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(
        QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())), &fault);
    if (!document.isObject())
        return unreadable("it is no JSON object (" + fault.errorString().toStdString() + ")");
    const QJsonObject root = document.object();
    if (root.value(QStringLiteral("version")).toInt() != formatVersion)
        return unreadable("its \"version\" should be " + std::to_string(formatVersion));
    IcpPolicy out;
    TRY_ASSIGN(const auto profiles, list(root, "profiles"));
    for (const auto &value : profiles) {
        TRY_ASSIGN(auto profile, profileOf(value.toObject()));
        out.profiles.push_back(std::move(profile));
    }
    TRY_ASSIGN(const auto personas, list(root, "personas"));
    for (const auto &value : personas) {
        TRY_ASSIGN(auto rule, personaOf(value.toObject()));
        out.personas.push_back(std::move(rule));
    }
    return out;
}

} // namespace topline::domain
