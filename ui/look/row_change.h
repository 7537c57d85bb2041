// How a model takes a new list of rows without a reset: what stays in front and at the end stays,
// what lies between is taken out and put in. Used by the small list models of all pages on the GUI
// thread; cannot fail. Selections, scroll places and screen readers keep what is still there.
#pragma once

#include <algorithm>
#include <type_traits>

namespace topline::look {

// `removed` old rows at `from` become `inserted` new ones.
struct RowChange {
    int from = 0;
    int removed = 0;
    int inserted = 0;

    int lastRemoved() const { return from + removed - 1; }

    int lastInserted() const { return from + inserted - 1; }
};

// `same` tells whether an old and a new row are the same thing, even if what it says has changed.
template <typename Rows, typename Same>
RowChange rowChange(const Rows &before, const Rows &after, Same same)
{
    const auto shorter = std::min(before.size(), after.size());
    using Size = std::remove_const_t<decltype(shorter)>;
    Size front = 0;
    while (front < shorter && same(before[front], after[front]))
        ++front;
    Size back = 0;
    while (back < shorter - front &&
           same(before[before.size() - 1 - back], after[after.size() - 1 - back]))
        ++back;
    return {static_cast<int>(front), static_cast<int>(before.size() - front - back),
            static_cast<int>(after.size() - front - back)};
}

} // namespace topline::look
