// Writes one page of a connector or one batch of an import into the mirror, in the order in which
// records build on each other: merges, records, deletions, progress and counts. Called by the
// engine inside its transaction, on its thread. A row whose owner, deal or subscription is not
// known is left out and counted; any other failure leaves the transaction to be rolled back.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/domain/change_set.h"
#include "core/store/tables.h"
#include "core/sync/page_source.h"

namespace topline::sync {

// Adds what was touched to `changes`: only where a value really changed. The mirror holds what the
// CRM holds; edits of ours that are on their way are judged, not written.
base::Result<Applied> applyPage(store::Tables &tables, const crm::Page &page,
                                const PageSource &source, domain::ChangeSet &changes);

} // namespace topline::sync
