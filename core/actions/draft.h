// Do once: drafts from a play's templates by merge fields from an allow list; no expressions.
// Called by the engine when an action is proposed or edited. Pure, any thread. A missing or unknown
// field is an error that blocks sending: the caller keeps the draft for editing.
#pragma once

#include "core/base/result.h"
#include "core/domain/action.h"
#include "core/domain/records.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace topline::actions {

// "contact.first_name", "account.name", "deal.name", "owner.name", "owner.first_name" … to values.
using MergeFields = std::map<std::string, std::string>;

// The allow list: every field that a template may name, ascending.
std::span<const std::string_view> mergeFieldNames();

// A missing record or an empty value gives no entry.
MergeFields mergeFields(const domain::Contact *contact, const domain::Account &account,
                        const domain::Deal *deal, const domain::Owner *owner);

// Replaces {{field}} and {{field|default}}; facts lists the fields used. Place names the field on
// error.
base::Result<domain::Draft> renderDraft(const domain::PlayStep &step, const MergeFields &fields);

// The same, but a field that cannot be filled stays in the text as {{field}}, for a person to
// replace; checkSendable refuses it until then.
domain::Draft draftWithGaps(const domain::PlayStep &step, const MergeFields &fields);

// What keeps a draft from leaving: unresolved field, empty subject or recipient, control characters
// in a header.
base::Status checkSendable(domain::ActionKind kind, const domain::Draft &draft);

} // namespace topline::actions
