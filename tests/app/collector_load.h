// Many clients at once against one collector, with duplicates and broken events among theirs. Used
// by the collector's test with a slice and by its bench with a million; blocks until all is said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace topline::app {

struct CollectorLoad {
    int clients = 50;
    std::int64_t events = 20'000; // sent in all, with duplicates and broken ones
    int perBatch = 100;
    unsigned seed = 1;
};

struct CollectorLoadReport {
    std::int64_t uniqueValid = 0;
    std::int64_t batches = 0;
    std::int64_t busy = 0;  // answers 429 and 503; the batch was sent again
    std::int64_t other = 0; // any other answer but 200
    double seconds = 0;
    std::vector<double> answerMs; // sorted
};

CollectorLoadReport loadCollector(std::uint16_t port, const std::string &key,
                                  const CollectorLoad &load);

} // namespace topline::app
