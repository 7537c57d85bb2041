// The roll call: the records that a system has here are called up by their ids, because a privacy
// deletion shows in no change and in no list of deletions, only in the counts. Driven by a sync
// after its last page (sync_run.h), stored by the engine in the transaction of each answer, so that
// it goes on where it stopped. Bounded by one call of ids; errors are the store's.
#pragma once

#include "core/base/result.h"
#include "core/domain/records.h"
#include "core/store/tables.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::sync {

inline constexpr std::int64_t rollCallIds = 1'000; // of one call
// Calls in one sync: a large organisation is gone through over several, so that none is held up.
inline constexpr int rollCallsPerSync = 20;

struct RollCallAsk {
    domain::RecordKind kind = domain::RecordKind::Contact;
    std::vector<std::string> remoteIds; // in the order of their texts; empty: just the end
    bool isLast = false;                // of its kind
    std::int64_t expected = 0;          // so many fewer are there than here
};

enum class RollCallOutcome {
    Told,
    Failed,     // nobody knows of these; they are asked for again soon
    CannotTell, // nor of any other of the kind
};

class RollCall {
public:
    RollCall(store::Tables &tables, std::string system, base::UtcMs nowMs);

    // Whom to call up next; nothing while the last counts agree: fewer there than here is what
    // makes one due, at once when it is news, else once a day. Writes nothing.
    base::Result<std::optional<RollCallAsk>> next() const;

    // After what the answer said was applied, in its transaction.
    base::Status answered(const RollCallAsk &ask, RollCallOutcome outcome);

private:
    struct Place; // where a call under way stands
    struct Last;  // how the last one of an object ended

    base::Result<std::optional<Place>> place() const;
    base::Result<std::int64_t> missing(const std::string &object) const;
    base::Result<bool> isDue(domain::RecordKind kind, std::int64_t missing) const;
    base::Status finish(const std::string &object, bool isOpen);

    std::string key(const std::string &object = {}) const;

    store::Tables &m_tables;
    std::string m_system;
    base::UtcMs m_nowMs;
};

} // namespace topline::sync
