#include "core/base/check.h"

#include <cstdio>
#include <cstdlib>

namespace topline::base {

void checkFailed(const char *expression, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: CHECK failed: %s\n", file, line, expression);
    std::abort();
}

} // namespace topline::base
