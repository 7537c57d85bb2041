// Fields that a person changed in the demo CRM's records: they stand until the demo company's own
// life moves on over them. Called by the demo's pages and connector; pure, any thread, cannot fail.
#pragma once

#include "core/domain/action.h"
#include "core/domain/records.h"

#include <string>
#include <vector>

namespace topline::crm {

struct DemoEdit {
    base::UtcMs atMs = 0;
    std::vector<domain::FieldChange> fields;
};

using DemoEdits = std::vector<DemoEdit>; // of one record, by time

// Empty when the record has these fields and they can hold these values; else a plain sentence.
template <typename Record>
std::string demoEditFault(const std::vector<domain::FieldChange> &fields);

// As it stands at `atMs`. A deal's next step and close date give way to a later stage, its amount
// to a later amount.
void overlay(domain::Deal &deal, const DemoEdits &edits, base::UtcMs lastStageMs,
             base::UtcMs lastAmountMs, base::UtcMs atMs);
void overlay(domain::Account &account, const DemoEdits &edits, base::UtcMs atMs);
void overlay(domain::Contact &contact, const DemoEdits &edits, base::UtcMs atMs);

} // namespace topline::crm
