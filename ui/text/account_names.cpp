#include "ui/text/account_names.h"

#include <QCoreApplication>

namespace topline::ui::text {

namespace {

class AccountNames {
    Q_DECLARE_TR_FUNCTIONS(AccountNames)

public:
    static QString lifecycle(domain::LifecycleStage stage)
    {
        switch (stage) {
        case domain::LifecycleStage::Lead:
            return tr("Lead");
        case domain::LifecycleStage::MarketingQualified:
            return tr("MQL");
        case domain::LifecycleStage::SalesAccepted:
            return tr("SAL");
        case domain::LifecycleStage::SalesQualified:
            return tr("SQL");
        case domain::LifecycleStage::Opportunity:
            return tr("Opportunity");
        case domain::LifecycleStage::Customer:
            return tr("Customer");
        }
        return {};
    }

    static QString lifecycleLong(domain::LifecycleStage stage)
    {
        switch (stage) {
        case domain::LifecycleStage::Lead:
            return tr("Lead");
        case domain::LifecycleStage::MarketingQualified:
            return tr("Marketing qualified");
        case domain::LifecycleStage::SalesAccepted:
            return tr("Accepted by sales");
        case domain::LifecycleStage::SalesQualified:
            return tr("Sales qualified");
        case domain::LifecycleStage::Opportunity:
            return tr("Opportunity");
        case domain::LifecycleStage::Customer:
            return tr("Customer");
        }
        return {};
    }

    static QString role(domain::BuyingRole role)
    {
        switch (role) {
        case domain::BuyingRole::Unknown:
            return tr("Role not known");
        case domain::BuyingRole::Champion:
            return tr("Champion");
        case domain::BuyingRole::EconomicBuyer:
            return tr("Economic buyer");
        case domain::BuyingRole::DecisionMaker:
            return tr("Decision maker");
        case domain::BuyingRole::Technical:
            return tr("Technical");
        case domain::BuyingRole::Finance:
            return tr("Finance");
        case domain::BuyingRole::Security:
            return tr("Security");
        case domain::BuyingRole::Legal:
            return tr("Legal");
        case domain::BuyingRole::User:
            return tr("User");
        case domain::BuyingRole::Blocker:
            return tr("Blocker");
        }
        return {};
    }

    static QString roleSource(domain::RoleSource source)
    {
        switch (source) {
        case domain::RoleSource::Suggested:
            return tr("suggested by the title");
        case domain::RoleSource::Crm:
            return tr("from the CRM");
        case domain::RoleSource::Person:
            return tr("set by a person");
        }
        return {};
    }

    static QString element(domain::QualificationElement element)
    {
        switch (element) {
        case domain::QualificationElement::Budget:
            return tr("Budget");
        case domain::QualificationElement::Authority:
            return tr("Authority");
        case domain::QualificationElement::Need:
            return tr("Need");
        case domain::QualificationElement::Timing:
            return tr("Timing");
        case domain::QualificationElement::Metrics:
            return tr("Metrics");
        case domain::QualificationElement::EconomicBuyer:
            return tr("Economic buyer");
        case domain::QualificationElement::DecisionCriteria:
            return tr("Decision criteria");
        case domain::QualificationElement::DecisionProcess:
            return tr("Decision process");
        case domain::QualificationElement::IdentifiedPain:
            return tr("Identified pain");
        case domain::QualificationElement::Champion:
            return tr("Champion");
        }
        return {};
    }

    static QString elementState(domain::ElementState state)
    {
        switch (state) {
        case domain::ElementState::Empty:
            return tr("Empty");
        case domain::ElementState::Suggested:
            return tr("Suggested");
        case domain::ElementState::Noted:
            return tr("Noted");
        case domain::ElementState::Validated:
            return tr("Validated");
        }
        return {};
    }

    static QString seniority(domain::Seniority seniority)
    {
        switch (seniority) {
        case domain::Seniority::Unknown:
            return tr("Not known");
        case domain::Seniority::Individual:
            return tr("Staff");
        case domain::Seniority::Manager:
            return tr("Manager");
        case domain::Seniority::Director:
            return tr("Director");
        case domain::Seniority::VicePresident:
            return tr("VP");
        case domain::Seniority::Chief:
            return tr("C-level");
        }
        return {};
    }

    static QString department(domain::Department department)
    {
        switch (department) {
        case domain::Department::Unknown:
            return tr("Not known");
        case domain::Department::General:
            return tr("Whole company");
        case domain::Department::Operations:
            return tr("Operations");
        case domain::Department::Finance:
            return tr("Finance");
        case domain::Department::Technology:
            return tr("IT");
        case domain::Department::Security:
            return tr("Security");
        case domain::Department::Legal:
            return tr("Legal");
        case domain::Department::Sales:
            return tr("Sales");
        case domain::Department::Marketing:
            return tr("Marketing");
        case domain::Department::People:
            return tr("People");
        case domain::Department::Product:
            return tr("Product");
        case domain::Department::Purchasing:
            return tr("Purchasing");
        }
        return {};
    }

    static QString icpField(domain::IcpField field)
    {
        switch (field) {
        case domain::IcpField::Industry:
            return tr("Industry");
        case domain::IcpField::Employees:
            return tr("Employees");
        case domain::IcpField::Country:
            return tr("Country");
        case domain::IcpField::RevenueMinor:
            return tr("Annual revenue");
        case domain::IcpField::Seniority:
            return tr("Best seniority");
        case domain::IcpField::Department:
            return tr("Department");
        }
        return {};
    }

    static QString group(domain::TimelineGroup group)
    {
        switch (group) {
        case domain::TimelineGroup::Mail:
            return tr("Mail");
        case domain::TimelineGroup::Web:
            return tr("Web");
        case domain::TimelineGroup::Meetings:
            return tr("Meetings");
        case domain::TimelineGroup::Product:
            return tr("Product");
        case domain::TimelineGroup::Crm:
            return tr("CRM");
        case domain::TimelineGroup::Engine:
            return tr("Engine");
        }
        return {};
    }

    static QString actor(domain::TimelineActor actor)
    {
        switch (actor) {
        case domain::TimelineActor::Buyer:
            return tr("Buyer");
        case domain::TimelineActor::You:
            return tr("You");
        case domain::TimelineActor::Crm:
            return tr("CRM");
        case domain::TimelineActor::Engine:
            return tr("Engine");
        }
        return {};
    }
};

} // namespace

QString lifecycleText(domain::LifecycleStage stage)
{
    return AccountNames::lifecycle(stage);
}

QString lifecycleLongText(domain::LifecycleStage stage)
{
    return AccountNames::lifecycleLong(stage);
}

QString roleText(domain::BuyingRole role)
{
    return AccountNames::role(role);
}

QString roleSourceText(domain::RoleSource source)
{
    return AccountNames::roleSource(source);
}

QString elementText(domain::QualificationElement element)
{
    return AccountNames::element(element);
}

QString elementStateText(domain::ElementState state)
{
    return AccountNames::elementState(state);
}

QString seniorityText(domain::Seniority seniority)
{
    return AccountNames::seniority(seniority);
}

QString departmentText(domain::Department department)
{
    return AccountNames::department(department);
}

QString icpFieldText(domain::IcpField field)
{
    return AccountNames::icpField(field);
}

QString timelineGroupText(domain::TimelineGroup group)
{
    return AccountNames::group(group);
}

QString timelineActorText(domain::TimelineActor actor)
{
    return AccountNames::actor(actor);
}

QString frameworkText(domain::Framework framework)
{
    return framework == domain::Framework::Bant ? QStringLiteral("BANT") : QStringLiteral("MEDDIC");
}

} // namespace topline::ui::text
