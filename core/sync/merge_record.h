// What becomes of a record when its CRM says something new: field by field against what that CRM
// said last, and against edits of ours that are on their way. Called by core/sync for each record
// that two systems share or that is being edited. Pure, cannot fail. Changes of different fields
// may come in any order; the same version twice changes nothing; every value of the outcome is one
// of those that came in.
#pragma once

#include "core/domain/field_rule.h"
#include "core/domain/sync_view.h"
#include "core/sync/field_texts.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace topline::sync {

// One version of a record as one system has it.
struct Version {
    std::string system; // "hubspot"; "" for imported files
    FieldTexts fields;
    base::UtcMs updatedMs = 0;
};

struct MergeInput {
    domain::RecordKind kind = domain::RecordKind::Contact;
    Version ours;   // the mirror
    Version theirs; // what has just come
    // What their system said last; unset: it is linked just now, so nobody knows who changed what.
    std::optional<FieldTexts> base;
    std::set<std::string> missing; // fields that did not come: unknown, not empty
};

struct FieldConflict {
    std::string field;
    std::string base;
    std::string ours;
    std::string theirs;
    domain::ConflictState state = domain::ConflictState::Open; // or ByRule
    bool oursStands = true;
    bool operator==(const FieldConflict &) const = default;
};

struct MergedRecord {
    FieldTexts fields;
    FieldTexts base; // what their system has now, for the next time
    std::vector<FieldConflict> conflicts;
};

// Two systems: a field that only one side changed takes that change. Where both did, the field's
// rule decides (without one: the newest); whatever loses a field is a conflict. A value of ours is
// never replaced by "no value" on first sight.
MergedRecord mergeRecord(const MergeInput &input, const domain::FieldRules &rules);

// One field that a person changed in Topline and that has not ended.
struct PendingEdit {
    base::Uuid action;
    std::string field;
    std::optional<std::string> base; // unset: not known what it was
    std::string value;
    base::UtcMs atMs = 0; // approved
    bool operator==(const PendingEdit &) const = default;
};

enum class EditFate {
    Pending,    // they still have what the edit began from
    Satisfied,  // they have our value: nothing is left to write
    Asks,       // both changed it; a person decides, nothing is written until then
    OursStands, // both changed it; the rule says ours: write over what they have now
    TheirsStand // both changed it; the rule says theirs: the edit is over
};

struct EditVerdict {
    PendingEdit edit;
    EditFate fate = EditFate::Pending;
    std::string theirs; // what they have now: the new base of an edit that goes on
    bool operator==(const EditVerdict &) const = default;
};

// What the CRM's newest version means for one edit of the same record.
EditVerdict judgeEdit(domain::RecordKind kind, const PendingEdit &edit, const Version &theirs,
                      const domain::FieldRules &rules);

} // namespace topline::sync
