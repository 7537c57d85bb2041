#include "core/ledger/holdout.h"

#include "core/base/check.h"
#include "core/base/hash.h"

#include <cmath>
#include <string>

namespace topline::ledger {

namespace {

// GCC calls its 128-bit integer an extension; here it is the exact way to scale a 64-bit number.
__extension__ using Wide = unsigned __int128;

std::uint64_t assignmentBits(std::string_view salt, std::string_view accountId)
{
    std::string text(salt);
    text += ':';
    text += accountId;
    return base::leadingUint64(base::sha256(text));
}

} // namespace

double assignmentNumber(std::string_view salt, std::string_view accountId)
{
    return std::ldexp(static_cast<double>(assignmentBits(salt, accountId)), -64);
}

bool isHeldOut(std::string_view salt, std::string_view accountId, std::int64_t sharePermille)
{
    CHECK(sharePermille >= 0 && sharePermille <= 1'000);
    const Wide limit = (static_cast<Wide>(sharePermille) << 64) / 1'000;
    return static_cast<Wide>(assignmentBits(salt, accountId)) < limit;
}

} // namespace topline::ledger
