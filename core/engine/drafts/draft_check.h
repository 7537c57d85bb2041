// Whether a draft may leave, as the engine knows it: links that are known here, and whose words
// they are. Asked before every approval and by the window while a draft is edited; on the engine's
// thread, inside the caller's step. Tables are asked only where a draft holds a link.
#pragma once

#include "core/actions/draft_links.h"
#include "core/base/result.h"
#include "core/engine/step/step.h"

#include <string_view>
#include <vector>

namespace topline::engine {

// Hosts that the user allowed, of the rep's and the mailbox's own addresses; links of the play's
// templates, of snippets and of content; the recipient's own domain, as a word.
base::Result<actions::LinkAllowList> knownLinks(const Context &context,
                                                const domain::Action &action);

// Refused or InvalidInput with the place: a link that is not known, or a model's text that no
// person has approved.
base::Status checkLeaves(Step &step, const domain::Action &action, std::string_view approver);

// Every fault of this draft, as a person would be told.
base::Result<std::vector<domain::DraftFault>>
faultsOf(const Context &context, const domain::Action &action, const domain::Draft &draft);

// Keeps which content goes out with this effect.
base::Status noteContent(Step &step, const domain::Action &action, const domain::Effect &effect);

// Setting: hosts that the user allowed, one a line, ascending.
base::Result<std::vector<std::string>> allowedHosts(const Context &context);
base::Status setHostAllowed(Context &context, const std::string &host, bool isAllowed);

} // namespace topline::engine
