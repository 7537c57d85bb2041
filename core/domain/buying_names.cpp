#include "core/domain/committee.h"
#include "core/domain/icp.h"
#include "core/domain/lifecycle.h"
#include "core/domain/qualification.h"

#include <utility>

namespace topline::domain {

namespace {

template <typename Enum> using Names = std::pair<Enum, std::string_view>;

constexpr Names<Seniority> seniorities[] = {
    {Seniority::Individual, "individual"}, {Seniority::Manager, "manager"},
    {Seniority::Director, "director"},     {Seniority::VicePresident, "vice_president"},
    {Seniority::Chief, "chief"},
};
constexpr Names<Department> departments[] = {
    {Department::General, "general"},       {Department::Operations, "operations"},
    {Department::Finance, "finance"},       {Department::Technology, "technology"},
    {Department::Security, "security"},     {Department::Legal, "legal"},
    {Department::Sales, "sales"},           {Department::Marketing, "marketing"},
    {Department::People, "people"},         {Department::Product, "product"},
    {Department::Purchasing, "purchasing"},
};
constexpr Names<IcpField> icpFields[] = {
    {IcpField::Industry, "industry"},   {IcpField::Employees, "employees"},
    {IcpField::Country, "country"},     {IcpField::RevenueMinor, "revenue_minor"},
    {IcpField::Seniority, "seniority"}, {IcpField::Department, "department"},
};
constexpr Names<BuyingRole> roles[] = {
    {BuyingRole::Champion, "champion"},
    {BuyingRole::EconomicBuyer, "economic_buyer"},
    {BuyingRole::DecisionMaker, "decision_maker"},
    {BuyingRole::Technical, "technical"},
    {BuyingRole::Finance, "finance"},
    {BuyingRole::Security, "security"},
    {BuyingRole::Legal, "legal"},
    {BuyingRole::User, "user"},
    {BuyingRole::Blocker, "blocker"},
};
constexpr Names<QualificationElement> elements[] = {
    {QualificationElement::Budget, "budget"},
    {QualificationElement::Authority, "authority"},
    {QualificationElement::Need, "need"},
    {QualificationElement::Timing, "timing"},
    {QualificationElement::Metrics, "metrics"},
    {QualificationElement::EconomicBuyer, "economic_buyer"},
    {QualificationElement::DecisionCriteria, "decision_criteria"},
    {QualificationElement::DecisionProcess, "decision_process"},
    {QualificationElement::IdentifiedPain, "identified_pain"},
    {QualificationElement::Champion, "champion"},
};
constexpr Names<ElementState> elementStates[] = {
    {ElementState::Empty, "empty"},
    {ElementState::Suggested, "suggested"},
    {ElementState::Noted, "noted"},
    {ElementState::Validated, "validated"},
};
constexpr Names<LifecycleStage> lifecycleStages[] = {
    {LifecycleStage::Lead, "lead"},
    {LifecycleStage::MarketingQualified, "mql"},
    {LifecycleStage::SalesAccepted, "sal"},
    {LifecycleStage::SalesQualified, "sql"},
    {LifecycleStage::Opportunity, "opportunity"},
    {LifecycleStage::Customer, "customer"},
};

template <typename Enum, std::size_t N>
std::string_view nameOf(const Names<Enum> (&names)[N], Enum wanted)
{
    for (const auto &[value, name] : names) {
        if (value == wanted)
            return name;
    }
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueOf(const Names<Enum> (&names)[N], std::string_view wanted)
{
    for (const auto &[value, name] : names) {
        if (name == wanted)
            return value;
    }
    return std::nullopt;
}

} // namespace

std::string_view seniorityName(Seniority seniority)
{
    return nameOf(seniorities, seniority);
}

std::optional<Seniority> parseSeniority(std::string_view name)
{
    return valueOf(seniorities, name);
}

std::string_view departmentName(Department department)
{
    return nameOf(departments, department);
}

std::optional<Department> parseDepartment(std::string_view name)
{
    return valueOf(departments, name);
}

std::string_view icpFieldName(IcpField field)
{
    return nameOf(icpFields, field);
}

std::optional<IcpField> parseIcpField(std::string_view name)
{
    return valueOf(icpFields, name);
}

std::string_view buyingRoleName(BuyingRole role)
{
    return nameOf(roles, role);
}

std::optional<BuyingRole> parseBuyingRole(std::string_view name)
{
    return valueOf(roles, name);
}

std::string_view frameworkName(Framework framework)
{
    return framework == Framework::Bant ? "bant" : "meddic";
}

std::string_view elementName(QualificationElement element)
{
    return nameOf(elements, element);
}

std::optional<QualificationElement> parseElement(std::string_view name)
{
    return valueOf(elements, name);
}

std::string_view elementStateName(ElementState state)
{
    return nameOf(elementStates, state);
}

std::optional<ElementState> parseElementState(std::string_view name)
{
    return valueOf(elementStates, name);
}

std::string_view lifecycleStageName(LifecycleStage stage)
{
    return nameOf(lifecycleStages, stage);
}

} // namespace topline::domain
