// Takes out of a language model's text what only code may put into a draft: headings of a message,
// markup, hidden letters, links, addresses, phone numbers, amounts and merge fields. Used by
// model_text. Pure, any thread, cannot fail. Each leaves a gap, "{{link removed}}", which keeps the
// draft from leaving until a person has looked; headings, markup and hidden letters simply go.
#pragma once

#include "core/domain/assist.h"

#include <string>
#include <string_view>
#include <vector>

namespace topline::assist {

// `links`: those that the draft had and that may stand as they are.
std::string withoutLooseParts(std::string_view text, const std::vector<std::string> &links,
                              std::vector<domain::RemovedPart> &removed);

} // namespace topline::assist
