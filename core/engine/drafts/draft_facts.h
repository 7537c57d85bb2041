// The values for a draft's fields, and the draft of a proposed action made from them. Called while
// an account is decided, and when snippets are filled in; on the engine's thread, inside the
// caller's step. Asks the tables only for what the template names.
#pragma once

#include "core/actions/template_fields.h"
#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/policy.h"
#include "core/domain/records.h"
#include "core/engine/step/step.h"
#include "core/store/tables.h"

#include <string>
#include <vector>

namespace topline::engine {

// The step of the play that the action takes, with the texts of its variant.
domain::PlayStep stepOf(const domain::Action &action, const domain::Play &play);

// Whom and what a draft is about; pointers may be null.
struct DraftSubject {
    const domain::Account &account;
    const domain::Contact *contact = nullptr;
    const domain::Deal *deal = nullptr;
};

// With gaps where a field has no value; the recipient is filled in as well.
base::Result<domain::Draft> draftFor(Step &step, const DraftSubject &subject,
                                     const domain::Action &action, const domain::Play &play);

// Every field of an action that has a value.
base::Result<actions::MergeFields> allFields(store::Tables &tables, const domain::Policy &policy,
                                             const domain::Action &action, const domain::Play *play,
                                             base::UtcMs now);

base::Result<actions::Snippets> snippetTexts(const store::Tables &tables);

// What the buyer said last, newest first: titles and texts of answers, notes and calls.
base::Result<std::vector<std::string>> buyerTexts(const store::Tables &tables,
                                                  domain::AccountId account, base::UtcMs now);

} // namespace topline::engine
