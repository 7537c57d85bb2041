// Settings of the workspace: who it is, the policy's thresholds as rows, switches, and how far each
// source has been read. Used by the engine inside its transaction. A missing row means the default;
// a row that cannot be read as its type is an error that names the key.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/field_rule.h"
#include "core/domain/policy.h"
#include "core/domain/risk.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace topline::store {

class Database;

// Set once, when the workspace is made.
struct WorkspaceInfo {
    base::Uuid id;
    base::UtcMs createdMs = 0;
};

// Present when the workspace was made with the demo company.
struct DemoInfo {
    std::int64_t seed = 0;
    base::UtcMs anchorMs = 0; // the demo's "today" when it was made
    bool operator==(const DemoInfo &) const = default;
};

// How far a source has been read, and how the last try went.
struct SyncState {
    std::string system;
    std::string cursor;              // empty: never read
    std::optional<base::UtcMs> okMs; // last page applied
    std::optional<base::UtcMs> triedMs;
    std::string error; // of the last try; empty when it went well
    bool operator==(const SyncState &) const = default;
};

// One threshold of the policy as it is stored, before and after.
struct SettingChange {
    std::string name; // "guards.mails_per_day"
    std::string before;
    std::string after;
    bool operator==(const SettingChange &) const = default;
};

// What differs, in the order in which the policy's fields are stored.
std::vector<SettingChange> settingChanges(const domain::Policy &before,
                                          const domain::Policy &after);

class SettingsStore {
public:
    explicit SettingsStore(Database &database)
        : m_database(database)
    {
    }

    base::Result<WorkspaceInfo> info() const;

    base::Result<domain::Policy> policy() const;
    // Writes only rows that differ; true when any did.
    base::Result<bool> setPolicy(const domain::Policy &policy);

    base::Result<domain::RiskPolicy> riskPolicy() const;
    base::Result<bool> setRiskPolicy(const domain::RiskPolicy &policy);

    base::Result<std::optional<DemoInfo>> demo() const;
    base::Status setDemo(const DemoInfo &demo);

    // Who wins where two sides changed a field. No rule for a field: nullopt removes it.
    base::Result<domain::FieldRules> fieldRules() const;
    base::Status setFieldRule(domain::RecordKind kind, const std::string &field,
                              const std::optional<domain::FieldRule> &rule);

    // Set after a restore: nothing leaves until a person confirms.
    base::Result<bool> frozen() const;
    base::Status setFrozen(bool frozen);

    // Any other setting, by name.
    base::Result<std::optional<std::string>> value(const std::string &key) const;
    base::Status setValue(const std::string &key, const std::string &value);
    base::Status removeValue(const std::string &key);

    base::Result<SyncState> syncState(const std::string &system) const;
    base::Result<std::vector<SyncState>> syncStates() const; // by system
    // Inside the transaction of the page that the cursor stands behind.
    base::Status setSyncState(const SyncState &state);

private:
    Database &m_database;
};

} // namespace topline::store
