// Result<T>: a value, or the Error that kept us from having one. For everything that the world can
// cause. Used by all modules, on any thread; holds no resources of its own. Reading the wrong side
// is our own bug and is caught by CHECK. (GCC 12 has no std::expected.)
#pragma once

#include "core/base/check.h"
#include "core/base/error.h"

#include <optional>
#include <utility>
#include <variant>

namespace topline::base {

template <typename T> class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): "return value;" is the point
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }

    // NOLINTNEXTLINE(google-explicit-constructor): "return error;" is the point
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }

    explicit operator bool() const { return ok(); }

    const T &value() const &
    {
        CHECK(ok());
        return std::get<0>(m_state);
    }

    T &value() &
    {
        CHECK(ok());
        return std::get<0>(m_state);
    }

    T value() &&
    {
        CHECK(ok());
        return std::get<0>(std::move(m_state));
    }

    const T &operator*() const & { return value(); }

    T &operator*() & { return value(); }

    const T *operator->() const { return &value(); }

    T *operator->() { return &value(); }

    const Error &error() const
    {
        CHECK(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;

    // NOLINTNEXTLINE(google-explicit-constructor): "return error;" is the point
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool ok() const { return !m_error.has_value(); }

    explicit operator bool() const { return ok(); }

    const Error &error() const
    {
        CHECK(!ok());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

using Status = Result<void>;

} // namespace topline::base

// Returns the error of a Result<anything> from the enclosing function; for Status-like expressions.
#define TRY(expression)                                                                            \
    do {                                                                                           \
        if (auto tryResult_ = (expression); !tryResult_.ok())                                      \
            return tryResult_.error();                                                             \
    } while (false)

#define TRY_CONCAT_INNER(a, b) a##b
#define TRY_CONCAT(a, b) TRY_CONCAT_INNER(a, b)

// TRY_ASSIGN(auto row, load(id)): declares row from the value, or returns the error.
#define TRY_ASSIGN(declaration, expression)                                                        \
    auto TRY_CONCAT(tryValue_, __LINE__) = (expression);                                           \
    if (!TRY_CONCAT(tryValue_, __LINE__).ok())                                                     \
        return TRY_CONCAT(tryValue_, __LINE__).error();                                            \
    /* NOLINTNEXTLINE(bugprone-macro-parentheses) */                                               \
    declaration = std::move(TRY_CONCAT(tryValue_, __LINE__)).value()
