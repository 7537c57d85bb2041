// What titles were before: a champion who changes jobs is news. Observed at every change that is
// stored, kept for ever.
// Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

#include <string>

namespace topline::domain {

// The contact was seen with this job title from then on.
struct TitleChange {
    Ref<ContactId> contact;
    std::string title;
    base::UtcMs atMs = 0;
    bool operator==(const TitleChange &) const = default;
};

} // namespace topline::domain
