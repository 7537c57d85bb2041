#include "core/scoring/icp_rules.h"

#include "core/base/text.h"
#include "core/scoring/persona.h"

#include <set>
#include <string>

namespace topline::scoring {

using domain::IcpCriterion;
using domain::IcpField;
using domain::IcpProfile;

namespace {

base::Error refused(const std::string &what, const std::string &todo)
{
    return {base::ErrorCode::InvalidInput, what, "The profiles are as they were.", todo};
}

bool isNumber(IcpField field)
{
    return field == IcpField::Employees || field == IcpField::RevenueMinor;
}

base::Status checkCriterion(const IcpProfile &profile, const IcpCriterion &criterion)
{
    const std::string field(domain::icpFieldName(criterion.field));
    const std::string where = "\"" + field + "\" of the profile \"" + profile.name + "\"";
    if (criterion.weightPercent < 1 || criterion.weightPercent > 100)
        return refused("The weight of " + where + " is " + std::to_string(criterion.weightPercent) +
                           ".",
                       "Give it 1 to 100 percent.");
    if (isNumber(criterion.field)) {
        if (!criterion.min && !criterion.max)
            return refused(where + " has neither a least nor a greatest value.", "Give one.");
        if (criterion.min && criterion.max && *criterion.min > *criterion.max)
            return refused("The least value of " + where + " is above the greatest one.",
                           "Exchange them.");
        if (!criterion.anyOf.empty())
            return refused(where + " is a number and takes no list.", "Give a range.");
        return {};
    }
    if (criterion.min || criterion.max)
        return refused(where + " is no number and takes no range.", "Give a list.");
    for (const auto &name : criterion.anyOf) {
        const bool isKnown =
            (criterion.field != IcpField::Seniority || domain::parseSeniority(name)) &&
            (criterion.field != IcpField::Department || domain::parseDepartment(name));
        if (!isKnown)
            return refused("There is no " + field + " \"" + name + "\", as " + where + " says.",
                           "Use one of the names that are listed.");
    }
    return {};
}

base::Status checkProfile(const IcpProfile &profile)
{
    if (base::trimmed(profile.name).empty())
        return refused("A profile has no name.", "Give it one.");
    const auto count = profile.criteria.size();
    if (count < criteriaMin || count > criteriaMax)
        return refused("The profile \"" + profile.name + "\" has " + std::to_string(count) +
                           " criteria.",
                       "Use three to five.");
    std::int64_t sum = 0;
    std::set<IcpField> fields;
    for (const auto &criterion : profile.criteria) {
        TRY(checkCriterion(profile, criterion));
        sum += criterion.weightPercent;
        if (!fields.insert(criterion.field).second)
            return refused("The profile \"" + profile.name + "\" asks for \"" +
                               std::string(domain::icpFieldName(criterion.field)) + "\" twice.",
                           "Put both into one criterion.");
    }
    if (sum != 100)
        return refused("The weights of the profile \"" + profile.name + "\" sum to " +
                           std::to_string(sum) + ".",
                       "Let them sum to 100.");
    return {};
}

} // namespace

base::Status checkIcp(const domain::IcpPolicy &icp)
{
    if (icp.profiles.size() > profilesMax)
        return refused("There are " + std::to_string(icp.profiles.size()) + " profiles.",
                       "Keep at most three.");
    std::set<std::string> names;
    for (const auto &profile : icp.profiles) {
        TRY(checkProfile(profile));
        if (!names.insert(base::lowerAscii(profile.name)).second)
            return refused("Two profiles have the name \"" + profile.name + "\".",
                           "Give them different names.");
    }
    for (const auto &rule : icp.personas) {
        if (titleWords(rule.word).empty())
            return refused("A rule for titles has no word.", "Give it one, or take it out.");
        if (rule.persona == domain::Persona{})
            return refused("The rule for \"" + rule.word + "\" says nothing.",
                           "Give a seniority or a department.");
    }
    return {};
}

IcpProfile defaultProfile()
{
    return {"default",
            {{IcpField::Industry, 40, {}, {}, {}},
             {IcpField::Employees, 30, {}, 50, 5'000},
             {IcpField::Seniority, 30, {}, {}, {}}}};
}

} // namespace topline::scoring
