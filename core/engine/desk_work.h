// What a rep does at the desk beyond single commands: calls, and looking at a batch before it is
// approved. A part of Engine, on its thread; what is asked keeps nothing, a call that is logged is
// one transaction and one step of undo.
#pragma once

#include "core/base/result.h"
#include "core/domain/batch_review.h"
#include "core/domain/call.h"
#include "core/engine/commands/commands.h"

#include <vector>

namespace topline::engine {

class DeskWork {
public:
    DeskWork(Context &context, Commands &commands)
        : m_context(context)
        , m_commands(commands)
    {
    }

    base::Result<domain::CallSheet> callSheet(const base::Uuid &action);
    base::Status logCall(const domain::CallReport &report);
    // What the guards would say if these were approved now.
    base::Result<domain::BatchReview> reviewBatch(const std::vector<base::Uuid> &ids);

private:
    Context &m_context;
    Commands &m_commands;
};

} // namespace topline::engine
