// Do once: canonical JSON (RFC 8785) of the texts that an effect freezes. Called where effects are
// built. Pure, any thread, cannot fail: bytes that are not UTF-8 become U+FFFD, so that the text is
// JSON whatever a source delivered.
#pragma once

#include <map>
#include <span>
#include <string>

namespace topline::actions {

std::string jsonString(const std::string &text);

// Keys to values that are JSON already; members in ascending order of their keys.
std::string jsonObject(const std::map<std::string, std::string> &members);

// Of values that are JSON already.
std::string jsonArray(std::span<const std::string> values);

} // namespace topline::actions
