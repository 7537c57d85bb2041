#include "core/engine/commands/account_work.h"

#include <algorithm>
#include <string>

namespace topline::engine {

namespace {

base::Error notThere(const std::string &what)
{
    return {.code = base::ErrorCode::NotFound,
            .message = "There is no such " + what + ".",
            .kept = "Nothing was changed."};
}

} // namespace

base::Status AccountWork::finish(Step &step, domain::AccountId account)
{
    if (account.isSet())
        step.changes().accounts.insert(account);
    TRY(step.tables().derived.markTouched(step.changes()));
    return step.commit();
}

base::Status AccountWork::setRole(domain::ContactId contact, domain::BuyingRole role)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "role"));
    TRY_ASSIGN(const auto known, step.tables().records.contact(contact));
    if (!known || known->deleted)
        return notThere("person");
    TRY(step.tables().signalFacts.setRole(
        {contact, role, domain::RoleSource::Person, std::string(actor::rep), step.now()}));
    return finish(step, known->account.id);
}

base::Status AccountWork::setElement(domain::DealId deal, domain::ElementFact element)
{
    if (element.state == domain::ElementState::Suggested)
        return base::Error{.code = base::ErrorCode::InvalidInput,
                           .message = "Only rules suggest; a person notes or validates.",
                           .kept = "Nothing was changed."};
    TRY_ASSIGN(Step step, Step::begin(m_context, "element"));
    TRY_ASSIGN(const auto known, step.tables().records.deal(deal));
    if (!known || known->deleted)
        return notThere("deal");
    if (element.evidence.id.isSet()) {
        TRY_ASSIGN(const auto event, step.tables().events.event(element.evidence.id));
        if (!event || event->account.id != known->account.id)
            return notThere("event at this deal's account");
    }
    element.by = actor::rep;
    element.atMs = step.now();
    TRY(step.tables().qualification.setElement(deal, element));
    step.changes().deals.insert(deal);
    return finish(step, known->account.id);
}

base::Status AccountWork::acceptLead(domain::AccountId account)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "accept"));
    TRY_ASSIGN(const auto known, step.tables().records.account(account));
    if (!known || known->deleted)
        return notThere("account");
    TRY_ASSIGN(const auto steps, step.tables().qualification.steps(account));
    const bool isTaken = std::any_of(steps.begin(), steps.end(), [](const auto &one) {
        return one.stage >= domain::LifecycleStage::SalesAccepted;
    });
    if (isTaken)
        return base::Error{.code = base::ErrorCode::Refused,
                           .message = "Sales has taken on " + known->name + " already.",
                           .kept = "Nothing was changed."};
    const auto added = step.tables().qualification.addStep(
        {account, domain::LifecycleStage::SalesAccepted, step.now()});
    TRY(added);
    return finish(step, account);
}

base::Status AccountWork::trustEvent(domain::EventId event, bool isTrusted)
{
    TRY_ASSIGN(Step step, Step::begin(m_context, "trust"));
    TRY_ASSIGN(const auto known, step.tables().events.event(event));
    if (!known)
        return notThere("event");
    TRY(step.tables().signalFacts.setTrusted(event, isTrusted, std::string(actor::rep),
                                             step.now()));
    return finish(step, known->account.id);
}

} // namespace topline::engine
