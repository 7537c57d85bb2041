// The collector's settings: whether it listens, where, and the hash of its write key, as rows of
// the workspace. Read and written by the terminal's commands and by the composition, on the
// engine's thread. Off until somebody switches it on.
#pragma once

#include "core/base/result.h"
#include "core/engine/engine.h"

#include <cstdint>
#include <string>

namespace topline::app {

inline constexpr std::uint16_t collectorPortDefault = 8'127;

struct CollectorSettings {
    bool isOn = false;
    std::uint16_t port = collectorPortDefault;
    std::string keyHash; // "": no key was made yet
};

base::Result<CollectorSettings> collectorSettings(store::Tables &tables);
base::Status setCollectorOn(engine::Engine &engine, bool isOn);
base::Status setCollectorPort(engine::Engine &engine, std::uint16_t port);

// A new write key, shown this once; the one before fits no more.
base::Result<std::string> makeWriteKey(engine::Engine &engine);

} // namespace topline::app
