// A deal, contact or account as its editable fields, and the action that an edit of it becomes.
// Used by field_edits and conflicts inside their steps, on the engine's thread.
#pragma once

#include "core/base/result.h"
#include "core/crm/record_fields.h"
#include "core/domain/connect.h"
#include "core/engine/step/command.h"
#include "core/engine/step/step.h"

#include <optional>
#include <string>
#include <string_view>

namespace topline::engine {

inline constexpr std::string_view stageField = "stage"; // moves by a StageChange of its own

class EditedRecord {
public:
    // The first record that is named; NotFound when it is gone.
    static base::Result<EditedRecord> find(Step &step, const domain::FieldEditRequest &which);

    crm::FileKind kind() const;
    // Of the mirror; empty for no value, and for a field that it does not have.
    std::string text(const std::string &field) const;
    // The same value as this program writes it; InvalidInput when the field cannot hold it.
    base::Result<std::string> normal(const std::string &field, const std::string &text) const;
    // A new action about it, not stored yet.
    domain::Action action(Step &step, domain::ActionKind kind) const;

private:
    std::optional<domain::Deal> m_deal;
    std::optional<domain::Contact> m_contact;
    std::optional<domain::Account> m_account;
};

domain::FieldEditRequest recordOf(const domain::Action &action);

// Stores the action and approves it at once, as its author asked for it; of a record that two CRMs
// share, for the one that is named. The change as undo needs it.
base::Result<ActionChange> startEdit(Step &step, domain::Action action,
                                     const std::string &system = {});
// The same with the subject that names its fields.
base::Result<ActionChange> startFieldEdit(Step &step, domain::Action action,
                                          const std::string &system = {});

} // namespace topline::engine
