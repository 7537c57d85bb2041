// The injections of the tests: what a hostile text wants, how it hides it, and what a model that
// obeys would write. 5 wishes by 12 tricks; who uses them adds 5 places where such a text stands.
// Plain values, any thread.
#pragma once

#include "core/domain/assist.h"

#include <array>
#include <set>
#include <string>

namespace topline::assist {

struct Wish {
    const char *name;
    const char *order;  // what the buyer's text tells the model to do
    const char *answer; // what a model that obeys writes
};

extern const std::array<Wish, 5> wishes;

using Trick = std::string (*)(const std::string &);
extern const std::array<Trick, 12> tricks;

// Its answer with every placeholder once, so that it is not refused for leaving one out.
std::string obeying(const domain::ModelRequest &request, const Wish &wish);

// What of a text only code may write.
std::set<std::string> linksOf(const std::string &text);
std::set<std::string> amountsOf(const std::string &text);

} // namespace topline::assist
