// Facts about how far a sale has come: what people know about a deal, and when an account first
// reached each stage of qualification. Written by the engine inside its transaction; nothing here
// is derived, so that a rebuild changes none of it.
#pragma once

#include "core/base/result.h"
#include "core/domain/lifecycle.h"
#include "core/domain/qualification.h"

#include <vector>

namespace topline::store {

class Database;

class QualificationStore {
public:
    explicit QualificationStore(Database &database)
        : m_database(database)
    {
    }

    // What a person says of an element; Empty takes it back. A suggestion is our own bug (CHECK).
    base::Status setElement(domain::DealId deal, const domain::ElementFact &fact);
    // By element; evidence carries its id only.
    base::Result<std::vector<domain::ElementFact>> elements(domain::DealId deal) const;

    // A stage that is known keeps its moment: true when the step was new.
    base::Result<bool> addStep(const domain::LifecycleStep &step);
    base::Result<std::vector<domain::LifecycleStep>> steps(domain::AccountId account) const;
    base::Result<std::vector<domain::LifecycleStep>> allSteps() const; // by account, then stage

private:
    Database &m_database;
};

} // namespace topline::store
