// Hostile HTML by formula: every way known to us in which a mail tries to load, run, hide or freeze
// something, alone and mixed. Shared by the tests of the cleaner and of the view that shows it.
// Deterministic: the same number gives the same sample.
#pragma once

#include <string>
#include <vector>

namespace topline::testing_html {

struct Sample {
    std::string name;
    std::string html;
    bool isTooMuch = false; // must be shown as words alone
};

// What the samples point to when they try to load something.
struct Targets {
    std::string file; // an absolute path
    std::string url;  // "http://127.0.0.1:PORT"
};

// At least 2,000: every case alone, then cases wrapped in, cut by and mixed with each other.
std::vector<Sample> hostileSamples(const Targets &targets);

// A harmless document of about that many bytes, to compare times with.
std::string bareDocument(std::size_t bytes);

} // namespace topline::testing_html
