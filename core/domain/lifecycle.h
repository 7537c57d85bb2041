// How far an account has come: the stages of qualification with the moment each was first reached.
// A moment once stored is never changed; a fall back is a new fact. Decided by core/scoring, kept
// by the store. Plain values, any thread.
#pragma once

#include "core/base/time.h"
#include "core/domain/ids.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace topline::domain {

// Numbers are stored: never change one, only add.
enum class LifecycleStage : std::int32_t {
    Lead = 1,
    MarketingQualified = 2, // MQL: fit of at least B and two engagement signals
    SalesAccepted = 3,      // SAL: a rep took it on
    SalesQualified = 4,     // SQL: qualified by BANT or MEDDIC
    Opportunity = 5,
    Customer = 6,
};

std::string_view lifecycleStageName(LifecycleStage stage); // "lead", "mql", "sal", "sql" …

struct LifecycleStep {
    AccountId account;
    LifecycleStage stage = LifecycleStage::Lead;
    base::UtcMs atMs = 0;
    bool operator==(const LifecycleStep &) const = default;
};

struct Lifecycle {
    LifecycleStage stage = LifecycleStage::Lead;
    std::vector<LifecycleStep> steps;      // by time
    std::optional<base::UtcMs> acceptByMs; // an MQL waits for a rep until then
    bool operator==(const Lifecycle &) const = default;
};

} // namespace topline::domain
