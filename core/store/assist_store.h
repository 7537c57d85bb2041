// What a language model was asked, stored before the request leaves, and what it said. Facts:
// written once by the engine inside its transaction, shown beside the action, never changed.
#pragma once

#include "core/base/result.h"
#include "core/domain/assist.h"

#include <vector>

namespace topline::store {

class Database;

class AssistStore {
public:
    explicit AssistStore(Database &database)
        : m_database(database)
    {
    }

    // Without its answer. NotFound: there is no such action.
    base::Status addRun(const domain::ModelRun &run);
    // Answer, failure and whether it was taken; once.
    base::Status addAnswer(const domain::ModelRun &run, base::UtcMs atMs);
    base::Result<std::vector<domain::ModelRun>>
    runsOf(const base::Uuid &action) const; // oldest first
    // A text of a model became the draft of this action, whatever became of it since.
    base::Result<bool> isWritten(const base::Uuid &action) const;

private:
    Database &m_database;
};

} // namespace topline::store
