// Time travel: every deal with its history in order, and what was true of it at any moment. Built
// once per report from the input, which it borrows and which must outlive it. Called by all
// metrics, on any thread; read-only after construction, cannot fail.
#pragma once

#include "core/metrics/input.h"

#include <map>
#include <optional>
#include <vector>

namespace topline::metrics {

// One stay of a deal in an open stage; `leftMs` is absent while it is there.
struct Visit {
    const domain::Stage *stage = nullptr;
    base::UtcMs enteredMs = 0;
    std::optional<base::UtcMs> leftMs;
};

struct DealTrack {
    const domain::Deal *deal = nullptr;
    const domain::Stage *stage = nullptr;              // now; nullptr when unknown
    std::vector<const domain::StageChange *> changes;  // by time
    std::vector<const domain::AmountChange *> amounts; // by time
    std::optional<base::UtcMs> startMs;  // first known moment; absent: it was always there
    std::optional<base::UtcMs> closedMs; // present state is won or lost since then, when known
    bool closed = false;                 // present state is won or lost
};

struct DealState {
    domain::StageKind kind = domain::StageKind::Open;
    const domain::Stage *stage = nullptr; // nullptr when not known for that time
    std::optional<base::UtcMs> sinceMs;   // entered this stage, or was closed
};

class DealBook {
public:
    explicit DealBook(const MetricsInput &input);

    const MetricsInput &input() const { return m_input; }

    // By deal id, without deleted ones.
    const std::vector<DealTrack> &tracks() const { return m_tracks; }

    // Belongs to the rep that the question is about (or the question is about all).
    bool inScope(const DealTrack &track) const;

    // Absent before the deal existed. A deal is closed from the earlier of its close date and the
    // stage change that closed it.
    std::optional<DealState> stateAt(const DealTrack &track, base::UtcMs at) const;

    // From the amount history; before its first entry, that entry; without history the deal's own.
    std::optional<base::Money> amountAt(const DealTrack &track, base::UtcMs at) const;

    // amountAt in the reporting currency: 0 when there is none or it is in another currency.
    std::int64_t minorAt(const DealTrack &track, base::UtcMs at) const;
    bool inOtherCurrency(const DealTrack &track, base::UtcMs at) const;

    // Stays in open stages up to `at`, oldest first; repeated changes into one stage are one stay.
    std::vector<Visit> visits(const DealTrack &track, base::UtcMs at) const;

    // Start of the sales cycle to close, in days; absent when a date is missing or they are
    // reversed.
    static std::optional<double> cycleDays(const DealTrack &track, base::UtcMs closedMs);

    const domain::Stage *stage(domain::StageId id) const;

    // The first moment known of any deal; absent when there is none.
    std::optional<base::UtcMs> firstMs() const { return m_firstMs; }

private:
    void complete(DealTrack &track);

    const MetricsInput &m_input;
    std::vector<DealTrack> m_tracks;
    std::map<domain::StageId, const domain::Stage *> m_stages;
    std::optional<base::UtcMs> m_firstMs;
};

} // namespace topline::metrics
