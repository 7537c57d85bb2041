// The outbox's effects: one remote object or change for one recipient, with frozen bytes. Made at
// approval, moved by core/engine's outbox runner, carried out by connectors. Plain values, any
// thread. Numbers of enums are stored.
#pragma once

#include "core/base/time.h"
#include "core/base/uuid.h"
#include "core/domain/play.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace topline::domain {

enum class EffectState : std::int32_t {
    Queued = 0,
    Intent = 1, // durable before the wire
    OnWire = 2, // durable just before the request bytes
    Sent = 3,   // terminal, by positive evidence
    Failed = 4, // terminal, by explicit refusal
    Unknown = 5,
    Cancelled = 6, // terminal: undone within the hold
};

// Who is asked to carry it out.
enum class Channel : std::int32_t {
    Crm = 0,  // of the record that it is about
    Mail = 1, // the rep's mailbox
    Calendar = 2,
};

// What the outside party makes possible: shown beside the action and written into the ledger.
enum class Guarantee : std::int32_t {
    AtMostOnce = 0,      // mail: never repeated in doubt; a person decides
    EffectivelyOnce = 1, // keyed outside: repeating it changes nothing
    LastWriteChecked = 2 // a field: written only where nobody changed it meanwhile
};

std::string_view channelName(Channel channel); // "crm", "mail", "calendar"
std::string_view guaranteeName(Guarantee guarantee);
Guarantee guaranteeOf(Channel channel, ActionKind kind);
std::string_view effectStateName(EffectState state);
bool isTerminal(EffectState state);

// One remote object for one recipient. `wire` never changes once stored; its hash is the
// approval's.
struct Effect {
    base::Uuid id;
    base::Uuid action;
    std::int64_t ordinal = 1;
    ActionKind kind = ActionKind::Task;
    Channel channel = Channel::Crm;
    std::string wire; // canonical JSON
    std::string wireSha256;
    EffectState state = EffectState::Queued;
    std::int64_t attempts = 0;
    base::UtcMs notBeforeMs = 0;
    std::string remoteId; // what the outside party called it
    std::string detail;   // last answer
    base::UtcMs changedMs = 0;
    bool operator==(const Effect &) const = default;
};

} // namespace topline::domain
