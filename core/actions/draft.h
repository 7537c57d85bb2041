// Do once: drafts from a play's templates by merge fields from an allow list (template_fields.h).
// Called by the engine when an action is proposed or edited. Pure, any thread. A missing or unknown
// field is an error that blocks sending: the caller keeps the draft for editing.
#pragma once

#include "core/actions/template.h"
#include "core/base/result.h"
#include "core/domain/action.h"

namespace topline::actions {

// Replaces fields, conditions and snippets; facts lists the fields used. Place names the field on
// error, and its line and column where the template itself is wrong.
base::Result<domain::Draft> renderDraft(const domain::PlayStep &step, const MergeFields &fields,
                                        const Snippets &snippets = {});

// The same, but a field that cannot be filled stays in the text as {{field}}, for a person to
// replace; checkSendable refuses it until then.
domain::Draft draftWithGaps(const domain::PlayStep &step, const MergeFields &fields,
                            const Snippets &snippets = {});

// What keeps a draft from leaving: unresolved field, empty subject or recipient, control characters
// in a header, more than 64 KiB. Links are checked by draft_links.h.
base::Status checkSendable(domain::ActionKind kind, const domain::Draft &draft);

} // namespace topline::actions
