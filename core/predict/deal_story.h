// One deal with its history in order, and what of it was known at a moment. Part of feature_deals;
// borrows the records, which must outlive it. Any thread; pure, cannot fail.
#pragma once

#include "core/predict/feature_deals.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace topline::predict {

struct DealStory {
    const domain::Deal *deal = nullptr;
    const domain::Account *account = nullptr; // nullptr: none
    const domain::Product *product = nullptr;
    std::vector<const domain::StageChange *> stages;   // by time
    std::vector<const domain::AmountChange *> amounts; // by time
    std::vector<const domain::Event *>
        events; // of the deal, and of its account for no deal; by time
    std::optional<base::UtcMs> startMs;
    std::optional<base::UtcMs> closedMs; // set when it is won or lost and the time is known
    bool closed = false;
    bool won = false;
};

class DealLibrary {
public:
    explicit DealLibrary(const DealRecords &records);

    // By deal id, without deleted ones.
    const std::vector<DealStory> &stories() const { return m_stories; }

    const domain::Stage *stage(domain::StageId id) const;

private:
    void complete(DealStory &story) const;

    std::map<domain::StageId, const domain::Stage *> m_stages;
    std::vector<DealStory> m_stories;
};

// A value as of a moment, and since when it was known; nothing was known without a time.
struct KnownNumber {
    double value = 0;
    base::UtcMs knownMs = alwaysKnown;
};

struct KnownText {
    std::string value;
    base::UtcMs knownMs = alwaysKnown;
};

// All columns of one look. NaN and empty texts are what was not known.
struct Look {
    std::vector<std::pair<std::string, KnownText>> texts;
    std::vector<std::pair<std::string, KnownNumber>> numbers;
};

struct LookQuestion {
    const DealRecords &records;
    const LookPolicy &policy;
    const DealLibrary &library;
};

Look lookAt(const DealStory &story, base::UtcMs at, const LookQuestion &question);

} // namespace topline::predict
