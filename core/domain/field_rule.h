// Who is right about a field when two sides changed it since they last agreed. Set by a person per
// field, kept by the store, followed by core/sync. Plain values, any thread.
#pragma once

#include "core/domain/records.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

namespace topline::domain {

struct FieldRule {
    enum class Winner {
        Ask,    // nothing is overwritten; it goes to the inbox
        Local,  // the edit made in Topline
        System, // the CRM named below
        Newest, // whoever wrote last
    };

    Winner winner = Winner::Ask;
    std::string system = {}; // System: "hubspot", "salesforce"
    bool operator==(const FieldRule &) const = default;
};

// Fields without a rule: an edit of ours against a CRM asks, two CRMs against each other take the
// newest (which is recorded and can be turned over).
struct FieldRules {
    std::map<std::pair<RecordKind, std::string>, FieldRule> byField;

    std::optional<FieldRule> of(RecordKind kind, const std::string &field) const
    {
        const auto found = byField.find({kind, field});
        return found == byField.end() ? std::nullopt : std::optional(found->second);
    }

    bool operator==(const FieldRules &) const = default;
};

} // namespace topline::domain
