#include "core/engine/step/known_action.h"

namespace topline::engine {

base::Result<domain::Action> knownAction(const store::Tables &tables, const base::Uuid &id)
{
    TRY_ASSIGN(auto action, tables.actions.action(id));
    if (!action)
        return base::Error{.code = base::ErrorCode::NotFound,
                           .message = "There is no action " + id.text() + ".",
                           .kept = "Nothing was changed."};
    return std::move(*action);
}

} // namespace topline::engine
