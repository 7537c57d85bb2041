// Where HubSpot's public API answers: hosts and paths, with the dated version in one constant.
// Called by the HubSpot connector and by its sign-in on courier threads. Pure text; ids and names
// go into paths as given, so callers pass numeric ids and known object names only. Source: the
// vendor's OpenAPI files of 2026-08.
#pragma once

#include <string>
#include <string_view>

namespace topline::crm {

inline constexpr std::string_view hubspotVersion = "2026-09";
inline constexpr std::string_view hubspotApiBase = "https://api.hubapi.com";
inline constexpr std::string_view hubspotAuthorizeUrl = "https://app.hubspot.com/oauth/authorize";

// "/<family>/<version>" and the rest, which begins with a slash or is empty.
inline std::string hubspotPath(std::string_view family, std::string_view rest)
{
    return "/" + std::string(family) + "/" + std::string(hubspotVersion) + std::string(rest);
}

// Form body only; the secret is needed at refresh too.
inline std::string hubspotTokenPath()
{
    return hubspotPath("oauth", "/token");
}

inline std::string hubspotRevokePath()
{
    return hubspotPath("oauth", "/token/revoke");
}

inline std::string hubspotAccountPath()
{
    return hubspotPath("account-info", "/details");
}

// `object` is "contacts", "deals", "tasks" …; `rest` is "", "/search", "/batch/read", "/<id>" …
inline std::string hubspotObjectPath(std::string_view object, std::string_view rest = {})
{
    return hubspotPath("crm/objects", "/" + std::string(object) + std::string(rest));
}

inline std::string hubspotPropertiesPath(std::string_view object)
{
    return hubspotPath("crm/properties", "/" + std::string(object));
}

inline std::string hubspotOwnersPath()
{
    return hubspotPath("crm/owners", "");
}

inline std::string hubspotPipelinesPath(std::string_view object)
{
    return hubspotPath("crm/pipelines", "/" + std::string(object));
}

inline std::string hubspotLinksReadPath(std::string_view from, std::string_view to)
{
    return hubspotPath("crm/associations",
                       "/" + std::string(from) + "/" + std::string(to) + "/batch/read");
}

} // namespace topline::crm
