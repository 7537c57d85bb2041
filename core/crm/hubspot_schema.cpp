#include "core/crm/hubspot_schema.h"

#include "core/crm/hubspot_api.h"
#include "core/crm/hubspot_json.h"

#include <QJsonArray>

namespace topline::crm {

base::Result<const HubSpotSchema::Properties *>
HubSpotSchema::of(std::string_view object, HubSpotClient &client, const CancelToken &cancel)
{
    const auto known = m_known.find(std::string(object));
    if (known != m_known.end())
        return &known->second;
    TRY_ASSIGN(const QJsonObject body,
               client.read({.path = hubspotPropertiesPath(object)}, cancel));
    if (!body.value(QLatin1String("results")).isArray())
        return base::Error{base::ErrorCode::Unavailable,
                           "HubSpot did not name its properties of " + std::string(object) + "."};
    Properties out;
    for (const auto &one : jsonArray(body, "results")) {
        const QJsonObject property = one.toObject();
        const auto isSet = [](const QJsonObject &from, const char *key) {
            return from.value(QLatin1String(key)).toBool();
        };
        if (isSet(property, "archived"))
            continue;
        HubSpotPropertyFacts facts;
        facts.isReadOnly = isSet(property, "calculated") ||
                           isSet(jsonObject(property, "modificationMetadata"), "readOnlyValue");
        facts.isUnique = isSet(property, "hasUniqueValue");
        for (const auto &option : jsonArray(property, "options"))
            facts.options.insert(jsonText(option.toObject(), "value"));
        out.emplace(jsonText(property, "name"), std::move(facts));
    }
    return &m_known.emplace(std::string(object), std::move(out)).first->second;
}

base::Result<bool> HubSpotSchema::isUnique(std::string_view object, const std::string &property,
                                           HubSpotClient &client, const CancelToken &cancel)
{
    const auto properties = of(object, client, cancel);
    if (!properties.ok() && properties.error().code == base::ErrorCode::PermissionDenied)
        return false;
    if (!properties.ok())
        return properties.error();
    const auto found = (*properties)->find(property);
    return found != (*properties)->end() && found->second.isUnique;
}

bool HubSpotSchema::isKnownUnique(std::string_view object, const std::string &property) const
{
    const auto properties = m_known.find(std::string(object));
    if (properties == m_known.end())
        return false;
    const auto found = properties->second.find(property);
    return found != properties->second.end() && found->second.isUnique;
}

} // namespace topline::crm
