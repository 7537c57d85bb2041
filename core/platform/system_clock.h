// The machine's clock: the only place that reads the wall time. Made by app/composition, handed to
// everything as base::Clock. Any thread, cannot fail.
#pragma once

#include "core/base/time.h"

namespace topline::platform {

class SystemClock final : public base::Clock {
public:
    base::UtcMs now() const override;
};

} // namespace topline::platform
