// Writes one page of a connector or one batch of an import into the mirror, in the order in which
// records build on each other. Called by the engine inside its transaction, on its thread. A row
// whose owner, deal or subscription is not known is left out and counted; any other failure leaves
// the transaction to be rolled back.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/change_set.h"
#include "core/domain/import.h"
#include "core/store/tables.h"

#include <map>
#include <string>

namespace topline::sync {

struct Applied {
    std::map<std::string, domain::ImportCounts> byKind; // "accounts", "events" …
    bool stagesChanged = false; // the catalogue of stages: every deal may read differently

    std::int64_t written() const; // added or changed, without events
    std::int64_t newEvents() const;
};

// Adds what was touched to `changes`. The mirror holds what the CRM holds: nothing is merged, since
// nothing of ours is written into it before the CRM confirms it.
base::Result<Applied> applyPage(store::Tables &tables, const crm::Page &page,
                                domain::ChangeSet &changes);

} // namespace topline::sync
