// The few keys of an IMAP search that our client uses, as a server understands them. Used by the
// IMAP server of the tests. Pure. A key that it does not know fits nothing.
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <string>

namespace topline::fakes {

struct SearchedMessage {
    std::uint32_t uid = 0;
    base::UtcMs atMs = 0;
    const std::string &bytes;
    bool isLast = false; // "57:*" names it whatever its number
};

bool matchesSearch(const std::string &criteria, const SearchedMessage &message);

} // namespace topline::fakes
