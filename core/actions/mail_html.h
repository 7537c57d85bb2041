// Do once: the second form of a mail, simple HTML of the very words of its plain text. Called where
// messages are written. Pure, any thread, cannot fail; nothing in the text becomes markup.
#pragma once

#include <string>
#include <string_view>

namespace topline::actions {

// A page with nothing but the text: escaped, an address on the web as a link to just what is read.
std::string simpleHtml(std::string_view text);

} // namespace topline::actions
