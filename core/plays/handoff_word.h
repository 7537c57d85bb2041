// Decide: words in a buyer's answer that a machine should leave to a person: about price, about
// law, or against us. Called by the engine when an answer ends a run. Pure, any thread, cannot
// fail; finding nothing proves nothing, so every answer goes to a person anyway.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace topline::plays {

struct HandOffWord {
    std::string word; // as in the list
    std::string kind; // "negative", "legal", "price"
    bool operator==(const HandOffWord &) const = default;
};

// The gravest kind first: against us, then law, then price. Whole words, in English, German, French
// and Spanish; only ASCII letters are compared without case.
std::optional<HandOffWord> handOffWord(std::string_view text);

} // namespace topline::plays
