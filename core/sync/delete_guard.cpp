#include "core/sync/delete_guard.h"

namespace topline::sync {

bool isBelievable(std::int64_t done, std::int64_t known)
{
    const std::int64_t after = done + 1;
    if (after == 1)
        return true;
    return after <= deletesBelieved && after * 100 <= known * deletesPerHundred;
}

bool mayDelete(const Sweep &sweep)
{
    return !sweep.failed && sweep.previous > 0 && sweep.seen * 2 >= sweep.previous;
}

} // namespace topline::sync
