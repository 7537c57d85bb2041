// What a language model may see of a text: names become placeholders, and addresses, links, phone
// numbers and ids become words that say what stood there. Called while a request is built. Pure,
// any thread, cannot fail.
#pragma once

#include "core/domain/assist.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace topline::assist {

// A name that must not leave, and what stands for it.
struct KnownName {
    std::string name;
    std::string standIn; // "[[COMPANY]]", "[person]"
};

// Without hidden letters; whole words in any case of ASCII letters are replaced, the longest first.
// Brackets that could be taken for a placeholder, and marks that end an untrusted part, go.
std::string minimised(std::string_view text, const std::vector<KnownName> &names);

// Of a text from outside: minimised, on one line, and cut behind a whole character.
std::string untrustedText(std::string_view text, const std::vector<KnownName> &names,
                          std::size_t bytesMax);

} // namespace topline::assist
