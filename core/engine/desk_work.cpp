#include "core/engine/desk_work.h"

#include "core/engine/commands/batch_review.h"
#include "core/engine/commands/call_work.h"
#include "core/engine/engine.h"
#include "core/engine/engine_state.h"

namespace topline::engine {

base::Result<domain::CallSheet> DeskWork::callSheet(const base::Uuid &action)
{
    return engine::callSheet(m_context, action);
}

base::Status DeskWork::logCall(const domain::CallReport &report)
{
    return m_commands.logCall(report);
}

base::Result<domain::BatchReview> DeskWork::reviewBatch(const std::vector<base::Uuid> &ids)
{
    return engine::reviewBatch(m_context, ids);
}

DeskWork Engine::deeds()
{
    return {m_state->context, m_state->commands};
}

base::Status Engine::reassign(const std::vector<base::Uuid> &ids, domain::OwnerId owner,
                              domain::HandOnWhy why)
{
    Command command;
    command.kind = CommandKind::Reassign;
    command.owner = owner;
    command.handOnWhy = why;
    return m_state->commands.carryOut(command, ids);
}

} // namespace topline::engine
