// The commands that can be undone and redone, kept in the workspace so that they outlive the
// program. Used by Commands inside its step, on the engine's thread. Images hold only what commands
// change.
#pragma once

#include "core/base/result.h"
#include "core/engine/step/command.h"
#include "core/engine/step/step.h"
#include "core/store/command_store.h"

#include <optional>
#include <vector>

namespace topline::engine {

struct UndoEntry {
    std::int64_t id = 0;
    CommandKind kind = CommandKind::Approve;
    std::vector<ActionChange> changes; // of the actions: id and what commands change
};

class UndoLog {
public:
    explicit UndoLog(Step &step)
        : m_step(step)
    {
    }

    // A new command; what was undone before it can no longer be redone.
    base::Status remember(CommandKind kind, const std::vector<ActionChange> &changes);
    base::Result<std::optional<UndoEntry>> newest() const;
    base::Result<std::optional<UndoEntry>> oldestUndone() const;
    base::Status mark(const UndoEntry &entry, store::CommandState state);
    // The command stands again, with these changes; with none it is dropped.
    base::Status replace(const UndoEntry &entry, const std::vector<ActionChange> &changes);

private:
    Step &m_step;
};

} // namespace topline::engine
