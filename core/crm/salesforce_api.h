// Where Salesforce's public REST API answers, with the tested version in one constant. Called by
// the Salesforce connector and its sign-in on courier threads. Pure text: ids and names go into
// paths as given, so callers pass checked ids and described names only. Source: REST API Developer
// Guide, versions 58.0 to 67.0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace topline::crm {

inline constexpr int salesforceVersionTested = 67; // the highest that this program speaks
inline constexpr int salesforceVersionFloor = 58;  // below it fields that we need do not exist

// The administrator's field that makes creates repeatable: Text(36), External ID, Unique.
inline constexpr std::string_view salesforceIdField = "Topline_Id__c";

inline constexpr std::int64_t salesforceRowsPerPage = 2'000; // what one answer of a query holds
inline constexpr std::size_t salesforceQueriesPerCall = 5;   // in one composite request
inline constexpr std::size_t salesforceCallsPerComposite = 25;
inline constexpr std::size_t salesforceCollectionMax = 200; // records of one collection call
inline constexpr std::size_t salesforceUrlBytesMax = 2'000; // advice; the hard limit is 16,384

inline constexpr std::string_view salesforceVersionsPath = "/services/data";
inline constexpr std::string_view salesforceUserInfoPath = "/services/oauth2/userinfo";

// "/services/data/v67.0" and the rest, which begins with a slash or is empty.
inline std::string salesforcePath(int version, std::string_view rest)
{
    return std::string(salesforceVersionsPath) + "/v" + std::to_string(version) + ".0" +
           std::string(rest);
}

} // namespace topline::crm
