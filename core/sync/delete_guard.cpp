#include "core/sync/delete_guard.h"

namespace topline::sync {

bool isBelievable(std::int64_t done, std::int64_t known)
{
    const std::int64_t after = done + 1;
    if (after == 1)
        return true;
    return after <= deletesBelieved && after * 100 <= known * deletesPerHundred;
}

} // namespace topline::sync
