// The commands of a person: approve, snooze, dismiss, done, edit, and a task typed by hand. A list
// of actions is one transaction and one step of undo; when one of them is refused, nothing of the
// list happens. Used by Engine, on its thread.
#pragma once

#include "core/base/result.h"
#include "core/domain/status.h"
#include "core/engine/cockpit.h"
#include "core/engine/step/command.h"
#include "core/engine/step/step.h"

#include <vector>

namespace topline::engine {

class Commands {
public:
    explicit Commands(Context &context)
        : m_context(context)
    {
    }

    base::Status carryOut(const Command &command, const std::vector<base::Uuid> &ids);
    // Approved at once, as its author asked for it; ids of the new actions.
    base::Result<std::vector<base::Uuid>> makeTask(const TaskRequest &request);
    // Likewise: it is booked once the hold is over.
    base::Result<base::Uuid> bookMeeting(const BookRequest &request);

    // A call that was made: its card is done with, and the CRM is told after the hold. Beside a
    // card of another kind it is work of its own.
    base::Status logCall(const domain::CallReport &report);

    // Takes back the newest command that still stands, as far as it can be; one that cannot be is
    // left out of the row, so that the next undo reaches the one before it.
    base::Result<domain::UndoReport> undo();
    base::Result<domain::UndoReport> redo();

private:
    base::Result<domain::Action> carryOutOne(Step &step, const Command &command,
                                             const domain::Action &action);
    base::Result<domain::Action> redoOne(Step &step, CommandKind kind,
                                         const domain::Action &current,
                                         const domain::Action &after);

    Context &m_context;
};

} // namespace topline::engine
