// Small questions about UTF-8 text that imports, look-ups and messages share. Pure, any thread,
// cannot fail.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace topline::base {

// Without ASCII and no-break spaces at both ends.
std::string_view trimmed(std::string_view text);

// ASCII letters in lower case; other bytes stay.
std::string lowerAscii(std::string_view text);

// "https://www.Acme.com/about" and "acme.com" are "acme.com".
std::string domainOf(std::string_view text);

// Text that can be stored and shown: cut behind a whole character at `limit` bytes, and with the
// replacement character for what is not valid.
std::string storableText(std::string_view text, std::size_t limit);

// A reason that stands behind a place, in a list: without the full stop that a message ends with.
std::string withoutFullStop(std::string text);

} // namespace topline::base
