// CHECK: states what must hold if our own code is right. Always on, free of side effects.
// Called anywhere, on any thread. On failure it writes the place to stderr and aborts; never use it
// for anything that a file, a network or a user can cause (that is Result's job).
#pragma once

namespace topline::base {

[[noreturn]] void checkFailed(const char *expression, const char *file, int line);

} // namespace topline::base

#define CHECK(expression)                                                                          \
    (static_cast<bool>(expression)                                                                 \
         ? static_cast<void>(0)                                                                    \
         : ::topline::base::checkFailed(#expression, __FILE__, __LINE__))
