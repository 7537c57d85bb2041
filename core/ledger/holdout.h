// Prove: which accounts are held out. u = BE_uint64(SHA-256(salt + ":" + id)[0..7]) / 2^64; held
// out iff u < share. Sticky: the engine stores the arm at an account's first trigger. Pure, any
// thread, cannot fail.
#pragma once

#include <cstdint>
#include <string_view>

namespace topline::ledger {

double assignmentNumber(std::string_view salt, std::string_view accountId);

// Exact: compares the 64-bit number with share * 2^64 / 1000, rounded down.
bool isHeldOut(std::string_view salt, std::string_view accountId, std::int64_t sharePermille);

} // namespace topline::ledger
