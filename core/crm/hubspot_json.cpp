#include "core/crm/hubspot_json.h"

#include "core/base/number_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <algorithm>

namespace topline::crm {

namespace {

constexpr std::string_view prefix = "hs:";

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string jsonText(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().toStdString();
}

QJsonObject jsonObject(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

QJsonArray jsonArray(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toArray();
}

std::string jsonId(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toStdString();
    if (value.isDouble())
        return std::to_string(value.toInteger());
    return {};
}

std::optional<std::string> propertyText(const QJsonObject &properties, std::string_view name)
{
    const QJsonValue value = properties.value(toQt(name));
    std::string out = value.isBool() ? (value.toBool() ? "true" : "false") : jsonId(value);
    return out.empty() ? std::nullopt : std::optional(std::move(out));
}

bool hasProperty(const QJsonObject &properties, std::string_view name)
{
    return properties.contains(toQt(name));
}

std::optional<base::UtcMs> hubspotTime(std::string_view text, const base::TimeZone &zone)
{
    if (isDigits(text) && text.size() <= 15)
        return std::stoll(std::string(text));
    const auto parsed = base::parseTime(text, {.zone = zone});
    return parsed.ok() ? std::optional(parsed->utcMs) : std::nullopt;
}

std::string hubspotTimeText(base::UtcMs at)
{
    std::string out = base::utcText(at);
    if (out.find('.') == std::string::npos)
        out.insert(out.size() - 1, ".000");
    return out;
}

std::string compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

QJsonArray jsonTexts(const std::vector<std::string> &texts)
{
    QJsonArray out;
    for (const std::string &text : texts)
        out.append(toQt(text));
    return out;
}

bool isHubSpotId(std::string_view text)
{
    return isDigits(text) && text.size() <= 20;
}

bool hubspotIdLess(std::string_view a, std::string_view b)
{
    return a.size() != b.size() ? a.size() < b.size() : a < b;
}

std::string withHubSpotPrefix(std::string_view id)
{
    return std::string(prefix) + std::string(id);
}

std::optional<std::string> withoutHubSpotPrefix(std::string_view remoteId)
{
    if (remoteId.substr(0, prefix.size()) != prefix || remoteId.size() == prefix.size())
        return std::nullopt;
    return std::string(remoteId.substr(prefix.size()));
}

} // namespace topline::crm
