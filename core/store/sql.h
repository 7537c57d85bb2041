// SQL text that is known when the program is compiled. Every statement of the store is one, so that
// nothing from outside can ever become SQL. Used inside core/store only; cannot fail at run time.
#pragma once

#include <cstddef>

namespace topline::store {

class Sql {
public:
    template <std::size_t N>
    consteval Sql(const char (&text)[N]) // implicit, so that a literal can be written in place
        : m_text(text)
        , m_size(static_cast<int>(N))
    {
    }

    const char *text() const { return m_text; }

    // Bytes with the final zero.
    int size() const { return m_size; }

private:
    const char *m_text;
    int m_size;
};

} // namespace topline::store
