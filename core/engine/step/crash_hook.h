// Named places at which a test can stop the world: around every commit and every request. Given to
// the engine when it is made, called on its thread. Without a hook nothing happens. A hook may
// throw or end the process; the engine must then be thrown away and opened again.
#pragma once

#include <functional>
#include <string_view>

namespace topline::engine {

using CrashHook = std::function<void(std::string_view point)>;

} // namespace topline::engine
