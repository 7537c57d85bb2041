// Random ids from the operating system's generator, for what has no cause to be named after: a
// workspace, a task typed by hand. Made by app/composition. Any thread; cannot fail.
#pragma once

#include "core/base/uuid.h"

namespace topline::platform {

// RFC 9562 version 4.
class RandomIdSource final : public base::IdSource {
public:
    base::Uuid next() override;
};

} // namespace topline::platform
