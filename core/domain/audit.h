// The audit card of one action: by which rule and version it was proposed, what went into it, in
// which mode, who approved which bytes, which words of a model and which content are in it, and
// what the channel can promise. Made by the engine from stored facts alone, any thread; plain
// values.
#pragma once

#include "core/domain/action.h"
#include "core/domain/assist.h"
#include "core/domain/content.h"
#include "core/domain/ledger_entry.h"

#include <optional>
#include <string>
#include <utility>
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
    // As they were when it was proposed, from the ledger's row of it: "score_milli" and its value.
    std::vector<std::pair<std::string, std::string>> inputs; // by name
    std::vector<ModelRun> modelRuns;  // what a model was asked and said, oldest first
    std::vector<ContentRow> content;  // in the bytes, or in the draft as long as there are none
    std::string playName;             // empty for one made by hand
    std::string ruleSha256;           // of the version's text without its number
    std::optional<Decision> decision; // on its signal; of a later step that of the first
    std::vector<AuditEffect> effects; // in order
    bool ranByItself = false;         // approved by the play, not by a person
    std::vector<LedgerEntry> entries; // about it, oldest first
    bool operator==(const ActionAudit &) const = default;
};

} // namespace topline::domain
