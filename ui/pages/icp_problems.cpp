#include "ui/pages/icp_problems.h"

#include "ui/text/account_names.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <set>

namespace topline::pages {

using domain::IcpCriterion;
using domain::IcpField;
using domain::IcpProfile;
using ui::text::fromUtf8;
using Where = IcpProblem::Where;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IcpProblems)
};

QString criterionProblem(const IcpCriterion &criterion)
{
    if (criterion.weightPercent < 1 || criterion.weightPercent > icpWeightSum)
        return Words::tr("The weight must be 1 to 100 %.");
    if (!isNumberField(criterion.field))
        return {};
    if (!criterion.min && !criterion.max)
        return Words::tr("Give a least or a greatest value.");
    if (criterion.min && criterion.max && *criterion.min > *criterion.max)
        return Words::tr("The least value is above the greatest one.");
    return {};
}

void addCriteria(const IcpProfile &profile, int at, std::vector<IcpProblem> &out)
{
    const auto count = static_cast<int>(profile.criteria.size());
    if (count < icpCriteriaLeast || count > icpCriteriaMost)
        out.push_back({Where::Criteria, at, -1,
                       Words::tr("A profile has 3 to 5 criteria; this one has %1.").arg(count)});
    std::set<IcpField> fields;
    for (int row = 0; row < count; ++row) {
        const IcpCriterion &criterion = profile.criteria[static_cast<std::size_t>(row)];
        QString text = criterionProblem(criterion);
        if (!fields.insert(criterion.field).second)
            text = Words::tr("%1 stands here twice; put both into one criterion.")
                       .arg(ui::text::icpFieldText(criterion.field));
        if (!text.isEmpty())
            out.push_back({Where::Criterion, at, row, text});
    }
    if (const std::int64_t sum = weightSum(profile); sum != icpWeightSum)
        out.push_back({Where::Weights, at, -1,
                       sum < icpWeightSum ? Words::tr("The weights sum to %1; %2 are left to give.")
                                                .arg(sum)
                                                .arg(icpWeightSum - sum)
                                          : Words::tr("The weights sum to %1; take %2 away.")
                                                .arg(sum)
                                                .arg(sum - icpWeightSum)});
}

} // namespace

bool isNumberField(IcpField field)
{
    return field == IcpField::Employees || field == IcpField::RevenueMinor;
}

std::int64_t weightSum(const IcpProfile &profile)
{
    std::int64_t sum = 0;
    for (const IcpCriterion &criterion : profile.criteria)
        sum += criterion.weightPercent;
    return sum;
}

std::vector<IcpProblem> icpProblems(const domain::IcpPolicy &icp)
{
    std::vector<IcpProblem> out;
    std::set<QString> names;
    for (std::size_t i = 0; i < icp.profiles.size(); ++i) {
        const IcpProfile &profile = icp.profiles[i];
        const auto at = static_cast<int>(i);
        const QString name = fromUtf8(profile.name).trimmed();
        if (name.isEmpty())
            out.push_back({Where::Name, at, -1, Words::tr("Give the profile a name.")});
        else if (!names.insert(name.toLower()).second)
            out.push_back({Where::Name, at, -1, Words::tr("Another profile has this name.")});
        addCriteria(profile, at, out);
    }
    for (std::size_t i = 0; i < icp.personas.size(); ++i) {
        const domain::PersonaRule &rule = icp.personas[i];
        const auto row = static_cast<int>(i);
        if (fromUtf8(rule.word).trimmed().isEmpty())
            out.push_back(
                {Where::Rule, -1, row, Words::tr("Give the word, or take the rule out.")});
        else if (rule.persona == domain::Persona{})
            out.push_back({Where::Rule, -1, row, Words::tr("Choose a rank or a department.")});
    }
    return out;
}

} // namespace topline::pages
