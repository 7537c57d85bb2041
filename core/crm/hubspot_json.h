// Reading HubSpot's JSON: values by key, ids that come as text or number, times as text or
// milliseconds. Called by the HubSpot parts of this folder on courier threads. Pure; what is absent
// or of another type is empty, never a guess.
#pragma once

#include "core/base/calendar.h"
#include "core/base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QJsonArray;
class QJsonObject;
class QJsonValue;
class QString;

namespace topline::crm {

QString toQt(std::string_view text);

std::string jsonText(const QJsonObject &object, const char *key);
QJsonObject jsonObject(const QJsonObject &object, const char *key);
QJsonArray jsonArray(const QJsonObject &object, const char *key);

// "51", whether it came as "51" or 51; empty for anything else.
std::string jsonId(const QJsonValue &value);

// The property's text; nothing when it is null or empty.
std::optional<std::string> propertyText(const QJsonObject &properties, std::string_view name);
bool hasProperty(const QJsonObject &properties, std::string_view name);

// "2026-01-31T09:00:00.000Z", "2026-01-31" (its start in the zone) or milliseconds since 1970.
std::optional<base::UtcMs> hubspotTime(std::string_view text, const base::TimeZone &zone = {});

// "2026-01-31T09:00:00.000Z": as the vendor writes it.
std::string hubspotTimeText(base::UtcMs at);

std::string compactJson(const QJsonObject &object);
QJsonArray jsonTexts(const std::vector<std::string> &texts);

// Record ids are decimal numbers without a sign; what is none never goes into a path.
bool isHubSpotId(std::string_view text);
// By value: "9" before "10".
bool hubspotIdLess(std::string_view a, std::string_view b);

// Remote ids of records carry the system's prefix.
std::string withHubSpotPrefix(std::string_view id);                         // "hs:51"
std::optional<std::string> withoutHubSpotPrefix(std::string_view remoteId); // nothing: not ours

} // namespace topline::crm
