// Whole-word search for the rules. Pure; used by word_rules.cpp and shape_rules.cpp. A word may
// hold
// "::" and other marks; only its ends must not touch a letter, digit or underscore.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace topline::tidy {

bool isWordCharacter(char c);

// Offsets of each whole-word occurrence, ascending.
std::vector<std::size_t> wordsIn(std::string_view text, std::string_view word);

// Like wordsIn, for calls: the word must be followed by "(", with or without blanks.
std::vector<std::size_t> callsIn(std::string_view text, std::string_view word);

} // namespace topline::tidy
