// The payload of a ledger row: names and values, written as canonical JSON with ascending keys, so
// that the same facts always hash the same. Used by every step of the engine. Pure, any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>

namespace topline::engine {

using Payload = std::map<std::string, std::variant<std::int64_t, std::string, bool>>;

std::string canonicalJson(const Payload &payload);

} // namespace topline::engine
