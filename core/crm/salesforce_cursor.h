// How far each object of Salesforce was read: what is stored with every page, so that a pull goes
// on after any kill. Made and read by the pull only, on its courier thread; JSON text that names
// its version. Text of another kind is InvalidInput, and nothing is read then.
#pragma once

#include "core/base/result.h"
#include "core/crm/salesforce_mapping.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace topline::crm {

inline constexpr base::DurationMs salesforceOverlapMs = 10 * base::minuteMs;
inline constexpr base::DurationMs salesforceOverlapAwayMs = base::hourMs; // after a day without

struct SalesforceMark {
    bool isBegun = false;   // stampMs and id mean something
    bool isFirst = true;    // the first reading is not through
    bool isRewound = false; // this pass reads the overlap again
    bool isSettled = false; // the overlap was read again after it was over: nothing hides in it
    base::UtcMs stampMs = 0;
    std::string id;         // empty: rows at stampMs are still to be read
    base::UtcMs highMs = 0; // where the last pass ended
    std::string highId;
    std::int64_t done = 0;
    // Rows of the overlap as they were delivered: short id and stamp.
    std::vector<std::pair<std::string, base::UtcMs>> recent;
    std::set<std::string> absent; // optional fields that never were there
    std::set<std::string> drift;  // fields that have gone
    std::string refused;          // why its rows were not to be had when last asked for
    base::UtcMs driftMs = 0;      // from which stamp on rows came without them
    SalesforceHistoryMark history;

    bool hasDelivered(std::string_view rowId, base::UtcMs stamp) const;
    // `seenMs`: the server's time when the row was read.
    void accept(std::string_view rowId, base::UtcMs stamp, base::UtcMs seenMs);
    void rewind(base::UtcMs toMs);
    // All rows of this pass were read. A history goes on by time where it was read by deal.
    void endOfPass(base::UtcMs passMs, bool isHistory);

    domain::ObjectProgress progress(const SalesforceStream &stream) const;
};

struct SalesforceCursor {
    bool isPassOpen = false;
    std::size_t at = 0;         // index of the stream to be read next
    bool isWithin = false;      // that stream has more rows
    base::UtcMs passMs = 0;     // the server's time when the pass began
    base::UtcMs lastPassMs = 0; // and the one before
    base::UtcMs sweepMs = 0;
    std::vector<std::string> merged; // losers since the last sweep, short ids
    std::map<std::string, SalesforceMark, std::less<>> marks;

    std::string text() const;
};

base::Result<SalesforceCursor> parseSalesforceCursor(const std::string &text);

} // namespace topline::crm
