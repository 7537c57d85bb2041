// Telephone calls that a rep makes: whom to dial, and what is told to the CRM afterwards. Used by
// Commands and Engine inside their step, on the engine's thread. A wrong number is put on the
// do-not-contact list, so that neither a play nor a person dials it again.
#pragma once

#include "core/base/result.h"
#include "core/domain/call.h"
#include "core/engine/step/step.h"

namespace topline::engine {

// The person and number of that action, with what speaks against a call now. NotFound for an id
// that is not there; without a number `dial` is empty.
base::Result<domain::CallSheet> callSheet(Context &context, const base::Uuid &action);

// The call is what the card is about and it still waits.
bool endsWithCall(const domain::Action &source);

// A call of the rep's own beside a card of another kind.
domain::Action callBeside(Step &step, const domain::Action &source, const domain::Draft &draft,
                          const domain::CallReport &report);

// Number and words of the report.
base::Result<domain::Draft> draftOfCall(Step &step, const domain::Action &source,
                                        const domain::CallReport &report);

// Approved with what came of it; a wrong number is marked.
base::Result<domain::Action> approveCall(Step &step, const domain::Action &action,
                                         const domain::Draft &draft, domain::Outcome outcome);
// What came of it, for the ledger: when it is logged, and when that is done anew. Nothing for
// other actions.
base::Status logCallMade(Step &step, const domain::Action &action);

// Where that call found a wrong number: puts it on the list, and takes back exactly that. Nothing
// for other actions.
base::Status markPhone(Step &step, const domain::Action &call);
base::Status unmarkPhone(Step &step, const domain::Action &call);

} // namespace topline::engine
