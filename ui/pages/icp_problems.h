// What keeps a set of ideal customer profiles from being saved, in words and at the field that it
// is about. The engine asks the same questions again and has the last word. Used by the editor on
// the GUI thread; pure, cannot fail.
#pragma once

#include "core/domain/icp.h"

#include <QString>

#include <vector>

namespace topline::pages {

struct IcpProblem {
    enum class Where { Name, Criteria, Criterion, Weights, Rule };

    Where where = Where::Name;
    int profile = -1; // of Name, Criteria, Criterion and Weights
    int row = -1;     // of Criterion and Rule
    QString text;

    bool operator==(const IcpProblem &) const = default;
};

inline constexpr int icpProfilesMost = 3;
inline constexpr int icpCriteriaLeast = 3;
inline constexpr int icpCriteriaMost = 5;
inline constexpr std::int64_t icpWeightSum = 100;

bool isNumberField(domain::IcpField field);
std::int64_t weightSum(const domain::IcpProfile &profile);
std::vector<IcpProblem> icpProblems(const domain::IcpPolicy &icp);

} // namespace topline::pages
