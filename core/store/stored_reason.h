// Reasons as they lie in rows. Used by the tables that keep them. A text that is no reason means
// that the file was changed from outside, and is reported as damage.
#pragma once

#include "core/base/result.h"
#include "core/domain/reason.h"

#include <string>

namespace topline::store {

inline base::Result<domain::Reason> storedReason(const std::string &text)
{
    auto reason = domain::decodeReason(text);
    if (!reason)
        return base::Error{base::ErrorCode::Corrupt,
                           "A stored reason cannot be read: \"" + text + "\".",
                           "Nothing was changed.",
                           "Open the workspace with the newest version of the program, or restore "
                           "a backup."};
    return std::move(*reason);
}

} // namespace topline::store
