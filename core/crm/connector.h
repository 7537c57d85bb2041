// The contract of every CRM: pull pages of changes, push effects. Implemented by the demo company,
// HubSpot and Salesforce; driven by core/sync on a courier thread, never on the
// engine's or the GUI's. A pull changes nothing outside. A push is keyed: the same effect id never
// makes a second remote object where the channel allows that, and Unknown is answered wherever we
// cannot tell. Vendor formats never leave core/crm.
#pragma once

#include "core/base/result.h"
#include "core/crm/cancel_token.h"
#include "core/crm/page.h"
#include "core/crm/push_gate.h"
#include "core/domain/action.h"
#include "core/domain/source_profile.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace topline::crm {

enum class PushState {
    Applied,
    AlreadyApplied,
    Refused,  // by explicit answer: it will not be done
    Unknown,  // it may have been done
    Conflict, // the record changed there since we read it; nothing was written
    NotSent,  // nothing was written: offline, limit, lock, sign-in; may go again at retryAtMs
};

// A field that the other side changed since `base`.
struct FieldClash {
    std::string field;
    std::string base;
    std::string ours;
    std::string theirs;
};

struct PushAnswer {
    PushState state = PushState::Unknown;
    std::string remoteId;       // when applied
    std::string detail;         // what the CRM said; plain text, shown to the user
    std::string reference = {}; // the CRM's own number for the request
    std::optional<base::UtcMs> retryAtMs = {};
    std::vector<FieldClash> clashes = {}; // Conflict
    // The record as it stands there after the write (or the clash), read back: the new common base.
    Page fresh = {};
    // NotSent for a reason of this effect's own, such as a recipient that is put off: others may
    // go.
    bool othersMayGo = false;
    bool needsSignIn = false; // NotSent since the sign-in was refused: only a person can help
};

class Connector {
public:
    virtual ~Connector() = default;

    // Short name, stable, stored with the cursor: "demo", "hubspot".
    virtual std::string system() const = 0;
    // For people: "Demo company".
    virtual std::string title() const = 0;

    // Who is connected and what may be read and written. Changes nothing anywhere.
    virtual base::Result<domain::SourceProfile> inspect(const CancelToken &cancel) = 0;

    // How many records a first pull would bring, by kind name. Changes nothing anywhere.
    virtual base::Result<std::map<std::string, std::int64_t>> count(const CancelToken &cancel) = 0;

    // The page after `cursor` (empty: from the beginning). Deterministic for the same cursor and
    // clock.
    virtual base::Result<Page> pull(const std::string &cursor, const CancelToken &cancel) = 0;

    // Which of these records vanished without a trace in the changes: `gone` where that is proved
    // or they are only out of sight, `merged` where the id leads to another record; all others are
    // there, or nobody could tell. Nothing: this source cannot say, as here.
    virtual base::Result<std::optional<Page>> findGone(domain::RecordKind kind,
                                                       std::span<const std::string> remoteIds,
                                                       const CancelToken &cancel);

    // Carries out one effect whose intent is already durable. Never throws.
    virtual PushAnswer push(const domain::Effect &effect, const CancelToken &cancel) = 0;

    // As push, for several whose intents are all durable: one answer for each, in their order. What
    // becomes of one never depends on another's being refused; each is written at most once. Here
    // they go one after the other; once one could not leave and others would not either, the rest
    // is NotSent.
    virtual std::vector<PushAnswer> pushMany(std::span<const domain::Effect> effects,
                                             const CancelToken &cancel);

    // How many effects of this kind are worth giving to pushMany, as far as is known now; 1: they
    // go alone. Asks nobody; by the thread that pushes.
    virtual std::size_t pushMax(domain::ActionKind /*kind*/) const { return 1; }

    // As push or pushMany, asking the gate before the point of no return. Here the gate is asked
    // first and then everything is pushed; a connector that can tell the moment better asks later:
    // what was not asked for has surely not happened.
    virtual std::vector<PushAnswer> pushGated(std::span<const domain::Effect> effects,
                                              PushGate &gate, const CancelToken &cancel);

    // Asks whether the effect arrived: Applied with evidence, Refused when proved absent, else
    // Unknown.
    virtual PushAnswer lookUp(const domain::Effect &effect, const CancelToken &cancel) = 0;
};

// One goes by push, several by pushMany: one answer for each, in their order.
std::vector<PushAnswer> pushTogether(Connector &connector, std::span<const domain::Effect> effects,
                                     const CancelToken &cancel);

} // namespace topline::crm
