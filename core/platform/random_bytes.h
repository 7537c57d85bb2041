// Bytes that nobody can guess, from the operating system's generator: states and proofs of a
// sign-in. Called by app/connection_source and the keychain's probe. Any thread; cannot fail.
#pragma once

#include "core/base/secret.h"

#include <cstddef>

namespace topline::platform {

base::Secret randomBytes(std::size_t count);

} // namespace topline::platform
