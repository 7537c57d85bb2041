// Who is worth selling to: ideal customer profiles as weighted criteria, and what a job title says
// about its holder. Edited by a person, weighed by core/scoring, shown by the account page. Plain
// values, any thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

// Numbers are stored: never change one, only add.
enum class Seniority : std::int32_t {
    Unknown = 0,
    Individual = 1,
    Manager = 2,
    Director = 3,
    VicePresident = 4,
    Chief = 5,
};
enum class Department : std::int32_t {
    Unknown = 0,
    General = 1, // the whole company: CEO, owner, managing director
    Operations = 2,
    Finance = 3,
    Technology = 4,
    Security = 5,
    Legal = 6,
    Sales = 7,
    Marketing = 8,
    People = 9,
    Product = 10,
    Purchasing = 11,
};

std::string_view seniorityName(Seniority seniority); // "vice_president" …; unknown is empty
std::optional<Seniority> parseSeniority(std::string_view name);
std::string_view departmentName(Department department); // "operations" …; unknown is empty
std::optional<Department> parseDepartment(std::string_view name);

struct Persona {
    Seniority seniority = Seniority::Unknown;
    Department department = Department::Unknown;
    auto operator<=>(const Persona &) const = default;
};

// A word of a job title and what it says; asked before the built-in dictionary.
struct PersonaRule {
    std::string word;
    Persona persona;
    bool operator==(const PersonaRule &) const = default;
};

enum class IcpField : std::int32_t {
    Industry = 1,
    Employees = 2,
    Country = 3,
    RevenueMinor = 4, // annual, in the workspace's currency
    Seniority = 5,    // the best among the contacts
    Department = 6,   // any among the contacts
};

std::string_view icpFieldName(IcpField field); // "industry", "employees" …
std::optional<IcpField> parseIcpField(std::string_view name);

// An empty list accepts any known industry, country or department, and weighs seniority by rank.
struct IcpCriterion {
    IcpField field = IcpField::Industry;
    std::int64_t weightPercent = 0;
    std::vector<std::string> anyOf;  // for texts, and names of seniorities and departments
    std::optional<std::int64_t> min; // for numbers, inclusive
    std::optional<std::int64_t> max; // for numbers, inclusive
    bool operator==(const IcpCriterion &) const = default;
};

// Three to five criteria whose weights sum to 100.
struct IcpProfile {
    std::string name;
    std::vector<IcpCriterion> criteria;
    bool operator==(const IcpProfile &) const = default;
};

// At most three profiles; an account is weighed by the one that it fits best.
struct IcpPolicy {
    std::vector<IcpProfile> profiles;
    std::vector<PersonaRule> personas;
    bool operator==(const IcpPolicy &) const = default;
};

// As one line of JSON with its format's version, for settings and files. Reading back what was
// written gives the same value; InvalidInput names the field that cannot be read. The rules about
// profiles (core/scoring) are not asked.
std::string encodeIcp(const IcpPolicy &icp);
base::Result<IcpPolicy> decodeIcp(std::string_view text);

} // namespace topline::domain
