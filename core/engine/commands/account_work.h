// What people say about accounts, deals and their people: who plays which part, what is known, that
// a lead is taken on, that an event was no machine's. Used by Engine, on its thread; each is one
// transaction. Touched accounts are due to be derived afterwards. NotFound for a record that is not
// there; nothing was changed then.
#pragma once

#include "core/base/result.h"
#include "core/domain/committee.h"
#include "core/domain/qualification.h"
#include "core/engine/step/step.h"

namespace topline::engine {

class AccountWork {
public:
    explicit AccountWork(Context &context)
        : m_context(context)
    {
    }

    // Unknown takes a person's word back; the CRM's or the title's stands again.
    base::Status setRole(domain::ContactId contact, domain::BuyingRole role);
    // Noted or Validated; Empty takes it back. Author and moment are set here. InvalidInput for a
    // suggestion, NotFound for evidence that is no event of the deal's account.
    base::Status setElement(domain::DealId deal, domain::ElementFact element);
    // Refused when sales has taken it on before. The moment is stored once and stays.
    base::Status acceptLead(domain::AccountId account);

    // A person's word that no machine made this event, or taking it back.
    base::Status trustEvent(domain::EventId event, bool isTrusted);

private:
    base::Status finish(Step &step, domain::AccountId account);

    Context &m_context;
};

} // namespace topline::engine
