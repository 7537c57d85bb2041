// What people see of the connections to CRMs and of the collector. Filled by core/engine, shown by
// the Sync page and the terminal. Plain values, any thread. Numbers of enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/collector_view.h"
#include "core/domain/records.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::domain {

enum class ObjectState : std::int32_t {
    Fresh = 0,
    Working = 1,     // the first pull is under way
    Denied = 2,      // the account may not read it; `reason` names the missing right
    Unavailable = 3, // not part of the customer's plan, or the outside party fails on it alone
    Drift = 4,       // fields that we read have gone; their last values are kept
};

// One kind of record of one connection. Sent with every page, stored with it.
struct ObjectProgress {
    std::string object; // "contacts", as in the counts
    ObjectState state = ObjectState::Fresh;
    std::optional<base::UtcMs> throughMs;    // everything changed until then has arrived
    std::int64_t done = 0;                   // rows of the pull under way, or of the last one
    std::optional<std::int64_t> expected;    // rows that the outside party announced
    std::optional<std::int64_t> remoteCount; // of the last comparison, with localCount
    std::optional<std::int64_t> localCount;
    std::string reason; // plain text of the outside party, or field names
    bool operator==(const ObjectProgress &) const = default;
};

struct GateState {
    std::int64_t usedToday = 0;
    std::int64_t allowedToday = 0; // our own budget; 0: none
    std::int64_t remoteUsed = -1;  // as the outside party counts for the account; -1: unknown
    std::int64_t remoteAllowed = -1;
    std::optional<base::UtcMs> heldUntilMs;
    std::string heldBy; // the limit's name
    bool operator==(const GateState &) const = default;
};

enum class ConnectionState : std::int32_t {
    Connected = 0,
    SigningIn = 1,
    SignInNeeded = 2,  // the token was refused or is gone; what waits to be written stays
    OtherOrg = 3,      // the account signed in is not the one this workspace belongs to
    Paused = 4,        // by a limit, until GateState::heldUntilMs
    Failing = 5,       // tried, did not answer; tries again by itself
    AwaitsConfirm = 6, // signed in and counted; the first pull needs a yes
};

struct ConnectionView {
    std::string system; // "hubspot", "salesforce", "demo"
    std::string title;  // "HubSpot"
    ConnectionState state = ConnectionState::Connected;
    std::string orgId;
    std::string orgName;
    std::string userName;
    std::string webUrl; // to open its records; empty when unknown
    bool isSandbox = false;
    bool isSecretLasting = true; // false: only for this run, no keychain
    std::optional<base::UtcMs> lastOkMs;
    std::optional<base::UtcMs> lastTriedMs;
    std::string error;          // of the last try; empty when it went well
    std::string errorReference; // the outside party's number for it
    bool syncing = false;
    std::vector<ObjectProgress> objects;
    GateState gate;
    std::int64_t heldDeletes = 0;    // deletions that were too many to believe and wait for a yes
    std::vector<std::string> advice; // what an administrator could set up, plain sentences
    bool operator==(const ConnectionView &) const = default;
};

// An effect that has not ended: waiting, under way or in doubt.
struct PendingWrite {
    base::Uuid action;
    std::string system;
    std::string what;   // the action's subject, or "Stage: Proposal"
    std::string record; // name of the deal or account
    std::string state;  // effectStateName
    std::int64_t attempts = 0;
    std::optional<base::UtcMs> nextTryMs;
    std::string detail;
    bool operator==(const PendingWrite &) const = default;
};

enum class ConflictState : std::int32_t {
    Open = 0,
    KeptOurs = 1,
    TookTheirs = 2,
    ByRule = 3, // decided by the field's rule; recorded, and can be turned over
};

struct Conflict { // both sides changed one field since they last agreed
    base::Uuid id;
    std::string system;
    RecordKind kind = RecordKind::Deal;
    std::int64_t record = 0; // local row id
    std::string recordName;
    std::string field; // "nextStep", as in imports
    std::string base;
    std::string ours;
    std::string theirs;
    std::string oursFrom; // "Topline", or the other CRM's title
    base::UtcMs atMs = 0;
    ConflictState state = ConflictState::Open;
    std::optional<base::UtcMs> resolvedMs;
    bool oursStands = false; // ByRule: what the rule chose; the other value can be taken back
    base::Uuid action = {};  // the edit that it is about; null: two CRMs
    bool operator==(const Conflict &) const = default;
};

// One request to a CRM; no query, no headers, no body.
struct RequestRow {
    std::int64_t id = 0;
    std::string system;
    base::UtcMs atMs = 0;
    std::string method;
    std::string host;
    std::string path;
    int status = 0; // 0: no answer
    std::int64_t durationMs = 0;
    std::int64_t bytesReceived = 0;
    std::int64_t bytesSent = 0;
    std::string outcome;   // "ok", or what failed, plain text
    std::string reference; // correlation id, when there was one
    bool operator==(const RequestRow &) const = default;
};

struct SyncView {
    std::vector<ConnectionView> connections;
    std::vector<PendingWrite> pending;
    std::vector<Conflict> conflicts; // open ones first, then the latest decided
    CollectorView collector;
    bool operator==(const SyncView &) const = default;
};

std::string_view objectStateName(ObjectState state);         // "fresh", "working" …
std::string_view connectionStateName(ConnectionState state); // "connected", "sign_in_needed" …
std::string_view conflictStateName(ConflictState state);     // "open", "kept_ours" …

} // namespace topline::domain
