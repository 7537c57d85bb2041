// Merges of records of which neither is here yet: a CRM may tell of the loser long before the page
// with the survivor, or of a chain of merges one by one. Kept by core/sync beside the pages, inside
// the engine's transaction, and applied when the survivor comes. Errors are the store's.
#pragma once

#include "core/base/result.h"
#include "core/crm/connector.h"
#include "core/store/tables.h"

#include <functional>
#include <string>
#include <vector>

namespace topline::sync {

class WaitingMerges {
public:
    explicit WaitingMerges(store::Tables &tables)
        : m_tables(tables)
    {
    }

    // False: the survivor is still unknown.
    using Apply = std::function<base::Result<bool>(const crm::RecordMerged &)>;

    // After the records of the page: tries those whose survivor it names, one after the other, for
    // as long as that helps another. What is left waits on; the oldest of far too many are dropped.
    base::Status settle(const crm::Page &page, const std::vector<crm::RecordMerged> &fresh,
                        const Apply &apply);

private:
    base::Result<std::vector<crm::RecordMerged>> load() const;
    base::Status keep(const std::vector<crm::RecordMerged> &waiting);

    store::Tables &m_tables;
};

} // namespace topline::sync
