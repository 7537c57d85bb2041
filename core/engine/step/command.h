// What a person can do with an action, as a value: carried out by Commands, remembered by UndoLog,
// carried out again by redo. Plain values, any thread.
#pragma once

#include "core/domain/action.h"
#include "core/domain/hand_on.h"

#include <optional>
#include <string_view>

namespace topline::engine {

enum class CommandKind {
    Approve,
    Snooze,
    Dismiss,
    MarkDone,
    Edit,
    Task,
    FieldEdit,
    Reassign,
    Call
};

std::string_view commandName(CommandKind kind); // "approve", "snooze" …
std::optional<CommandKind> parseCommandKind(std::string_view name);

struct Command {
    CommandKind kind = CommandKind::Approve;
    base::UtcMs untilMs = 0;                                           // Snooze
    bool untilReply = false;                                           // Snooze
    base::Uuid duplicateOf;                                            // Dismiss; else null
    domain::DismissReason reason = domain::DismissReason::NotRelevant; // Dismiss
    domain::Outcome outcome = domain::Outcome::None;                   // MarkDone, Call
    domain::Draft draft;                                               // Edit, Call
    domain::OwnerId owner;                                             // Reassign
    domain::HandOnWhy handOnWhy = domain::HandOnWhy::Unsaid;           // Reassign
};

// One action as it stood before and after a command.
struct ActionChange {
    domain::Action before;
    domain::Action after;
};

} // namespace topline::engine
