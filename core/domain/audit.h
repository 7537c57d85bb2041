// The audit card of one action: by which rule and version it was proposed, what went into it, in
// which mode, who approved which bytes, and what the channel can promise. Made by the engine from
// stored facts alone, any thread; plain values.
#pragma once

#include "core/domain/action.h"
#include "core/domain/ledger_entry.h"

#include <optional>
#include <string>
#include <vector>

namespace topline::domain {

// One set of bytes on its way out.
struct AuditEffect {
    base::Uuid id;
    Channel channel = Channel::Crm;
    Guarantee guarantee = Guarantee::EffectivelyOnce;
    EffectState state = EffectState::Queued;
    std::string bytesSha256;
    std::string approver; // who approved exactly these bytes; empty: nobody has
    std::optional<base::UtcMs> approvedMs;
    bool operator==(const AuditEffect &) const = default;
};

struct ActionAudit {
    Action action;
    std::string playName;             // empty for one made by hand
    std::string ruleSha256;           // of the version's text without its number
    std::optional<Decision> decision; // on its signal; of a later step that of the first
    std::vector<AuditEffect> effects; // in order
    bool ranByItself = false;         // approved by the play, not by a person
    std::vector<LedgerEntry> entries; // about it, oldest first
    bool operator==(const ActionAudit &) const = default;
};

} // namespace topline::domain
