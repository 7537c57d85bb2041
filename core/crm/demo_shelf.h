// What the demo company's marketing has ready: content to send along and snippets for drafts. Put
// into a new demo workspace by app's composition. Pure; the same every time.
#pragma once

#include "core/domain/content.h"

#include <vector>

namespace topline::crm {

std::vector<domain::ContentAsset> demoContent(base::UtcMs addedMs);
std::vector<domain::Snippet> demoSnippets(base::UtcMs changedMs);

} // namespace topline::crm
