// What the demo CRM carried out, and how buyers answer it. Called by the demo connector; pure: the
// same seed and journal give the same answers. Any thread, cannot fail.
#pragma once

#include "core/crm/demo_deals.h"
#include "core/crm/demo_edits.h"
#include "core/crm/demo_events.h"
#include "core/domain/action.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace topline::crm {

// One executed effect as the journal keeps it.
struct DemoExecution {
    std::string effectId;
    base::UtcMs atMs = 0;
    std::string remoteId;
    std::string wireSha256;
    std::string wire;

    // Read from the wire.
    domain::ActionKind kind = domain::ActionKind::Task;
    std::optional<std::size_t> account;
    std::optional<std::size_t> contact;
    std::string dealRemoteId;
    std::optional<int> stage;
    std::string subject;
    std::string body;
    std::vector<domain::FieldChange> fields; // FieldEdit
    std::string editedId;                    // FieldEdit: of the record that it changes
};

// Fills the fields that stand in the wire. False, with a plain sentence in `fault`, when the text
// is not of the agreed form or names records that this company does not have.
bool readDemoWire(const DemoCompany &company, DemoExecution &execution, std::string &fault);

std::string encodeDemoExecution(const DemoExecution &execution);
std::optional<DemoExecution> decodeDemoExecution(std::string_view line);

struct DemoAnswers {
    std::vector<DemoEvent> events;                              // by time
    std::map<std::string, std::vector<DemoDealChange>> changes; // by deal's remote id, by time
    std::map<std::string, DemoEdits> edits;                     // by record's remote id, by time
};

// Echoes of and answers to all executions; these are in the order of the journal.
DemoAnswers answerDemoExecutions(const DemoCompany &company,
                                 const std::vector<DemoExecution> &executions);

} // namespace topline::crm
