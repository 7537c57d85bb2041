#include "core/scoring/fit.h"

#include "core/base/text.h"
#include "core/scoring/icp_rules.h"
#include "core/scoring/persona.h"

#include <algorithm>
#include <utility>

namespace topline::scoring {

using domain::Department;
using domain::IcpCriterion;
using domain::IcpField;
using domain::Seniority;

namespace {

constexpr std::int64_t full = 1'000; // per mille of a criterion's weight

// What the record says, and how much of the weight that earns.
struct Match {
    std::string value;
    std::int64_t permille = 0;
};

bool isListed(const std::string &value, const std::vector<std::string> &list)
{
    const std::string wanted = base::lowerAscii(base::trimmed(value));
    return std::any_of(list.begin(), list.end(), [&wanted](const std::string &one) {
        return base::lowerAscii(base::trimmed(one)) == wanted;
    });
}

Match matchText(const std::string &value, const IcpCriterion &criterion)
{
    const bool isMatch =
        !value.empty() && (criterion.anyOf.empty() || isListed(value, criterion.anyOf));
    return {value, isMatch ? full : 0};
}

Match matchNumber(std::optional<std::int64_t> value, const IcpCriterion &criterion)
{
    if (!value)
        return {};
    const bool isInside = (!criterion.min || *value >= *criterion.min) &&
                          (!criterion.max || *value <= *criterion.max);
    return {std::to_string(*value), isInside ? full : 0};
}

std::int64_t rankPermille(Seniority seniority)
{
    switch (seniority) {
    case Seniority::Unknown:
        return 0;
    case Seniority::Individual:
        return 200;
    case Seniority::Manager:
        return 500;
    case Seniority::Director:
        return 800;
    case Seniority::VicePresident:
    case Seniority::Chief:
        return full;
    }
    return 0;
}

Match matchPersona(const domain::Persona &persona, const std::string &title,
                   const IcpCriterion &criterion)
{
    if (criterion.field == IcpField::Seniority) {
        const auto name = std::string(domain::seniorityName(persona.seniority));
        const bool isMatch = isListed(name, criterion.anyOf);
        return {name.empty() ? "" : title,
                criterion.anyOf.empty() ? rankPermille(persona.seniority) : (isMatch ? full : 0)};
    }
    const auto name = std::string(domain::departmentName(persona.department));
    const bool isMatch =
        !name.empty() && (criterion.anyOf.empty() || isListed(name, criterion.anyOf));
    return {name.empty() ? "" : title, isMatch ? full : 0};
}

// The contact that earns most; of equals the one whose title comes first, so that neither the
// number of contacts nor their order says anything.
Match matchContacts(const domain::AccountHistory &history, const IcpCriterion &criterion,
                    const std::vector<domain::PersonaRule> &rules)
{
    Match best;
    for (const auto &contact : history.contacts) {
        if (contact.deleted)
            continue;
        Match match = matchPersona(personaOf(contact.title, rules), contact.title, criterion);
        const bool isBetter = match.permille > best.permille ||
                              (match.permille == best.permille && !match.value.empty() &&
                               (best.value.empty() || match.value < best.value));
        if (isBetter)
            best = std::move(match);
    }
    return best;
}

Match matchOf(const domain::AccountHistory &history, const IcpCriterion &criterion,
              const std::vector<domain::PersonaRule> &rules)
{
    const auto &account = history.account;
    switch (criterion.field) {
    case IcpField::Industry:
        return matchText(account.industry, criterion);
    case IcpField::Country:
        return matchText(account.country, criterion);
    case IcpField::Employees:
        return matchNumber(account.employees, criterion);
    case IcpField::RevenueMinor:
        return matchNumber(account.annualRevenue ? std::optional(account.annualRevenue->amountMinor)
                                                 : std::nullopt,
                           criterion);
    case IcpField::Seniority:
    case IcpField::Department:
        return matchContacts(history, criterion, rules);
    }
    return {};
}

FitScore byProfile(const domain::AccountHistory &history, const domain::IcpProfile &profile,
                   const std::vector<domain::PersonaRule> &rules)
{
    FitScore out;
    out.profileName = profile.name;
    for (const auto &criterion : profile.criteria) {
        const Match match = matchOf(history, criterion, rules);
        const std::int64_t milli = criterion.weightPercent * match.permille;
        out.rows.push_back({{domain::ReasonCode::ScoreCriterion,
                             {profile.name, std::string(domain::icpFieldName(criterion.field)),
                              match.value, criterion.weightPercent}},
                            milli});
        out.milli += milli;
    }
    return out;
}

} // namespace

FitScore fitScore(const domain::AccountHistory &history, const domain::IcpPolicy &icp)
{
    if (icp.profiles.empty())
        return byProfile(history, defaultProfile(), icp.personas);
    FitScore best = byProfile(history, icp.profiles.front(), icp.personas);
    for (std::size_t i = 1; i < icp.profiles.size(); ++i) {
        FitScore other = byProfile(history, icp.profiles[i], icp.personas);
        if (other.milli > best.milli)
            best = std::move(other);
    }
    return best;
}

} // namespace topline::scoring
