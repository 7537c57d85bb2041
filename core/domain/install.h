// Why a workspace may be a copy in time or space, so that nothing may leave from it until a person
// says that this computer takes over. A plain value, any thread. The numbers are stored.
#pragma once

#include <cstdint>

namespace topline::domain {

enum class FreezeReason : std::int32_t {
    None = 0,
    Restored = 1,     // the program itself put a backup in its place
    OtherMachine = 2, // last used on another computer
    OlderCopy = 3,    // it has been further than this before
    NoMark = 4,       // it was used before, and this computer knows nothing of that
    OtherCopy = 5,    // another copy of it is in use on this computer
};

} // namespace topline::domain
