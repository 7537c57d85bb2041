// What a write did: new, changed, or already so. Returned by the store's put() functions and summed
// up in import reports. Plain values, any thread.
#pragma once

#include <cstdint>

namespace topline::store {

enum class Change { Added, Changed, Unchanged };

template <typename Id> struct Written {
    Id id{};
    Change change = Change::Unchanged;
};

} // namespace topline::store
